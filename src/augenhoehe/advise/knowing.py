"""What we know and the customer may not: insights whose need was spoken of, each with the words that call for it."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.advise.catalogue.offers import Catalogue, Insight
from augenhoehe.needs.board import Board, Need


@dataclass(frozen=True, slots=True)
class Suggested:
    """An insight that a need of the board calls for; the need holds the words."""

    insight: Insight
    need: Need


def suggested(board: Board, catalogue: Catalogue) -> tuple[Suggested, ...]:
    """Insights to the needs that were spoken of, the surest and weightiest need first; each insight once.

    A need without evidence calls for nothing: what was only assumed is no reason to teach anybody.
    """
    needs = sorted(
        (need for need in board.needs if need.named and need.evidence),
        key=lambda need: -need.weight * need.certainty,
    )
    found: dict[str, Suggested] = {}
    for need in needs:
        for insight in catalogue.insights:
            if need.named in insight.needs:
                found.setdefault(insight.id, Suggested(insight, need))
    return tuple(found.values())
