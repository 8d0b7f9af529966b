"""The board of one conversation as people note it under an annotated one: turns instead of words."""

from __future__ import annotations

from augenhoehe.needs.board import Board, Gap, GapKind
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.structure import Structure, Want


def outline(board: Board) -> Structure:
    """Wants, needs and gaps of a board that was made of one conversation, by turn."""
    return Structure(
        tuple(
            Want(wish.what, _turns(wish.evidence), wish.mirrored_by is not None, wish.reason is not None)
            for wish in board.wishes
        ),
        tuple((need.statement, _turns(need.evidence)) for need in board.needs),
        _gaps(board.gaps, GapKind.UNANSWERED),
        _gaps(board.gaps, GapKind.ANSWERED_WITHOUT_ASKING),
    )


def _turns(evidence: tuple[Evidence, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.turn.id for each in evidence))


def _gaps(gaps: tuple[Gap, ...], kind: GapKind) -> tuple[int, ...]:
    return tuple(dict.fromkeys(gap.evidence.turn.id for gap in gaps if gap.kind is kind))
