"""Read a talk with the network and the rules together: what is found in each turn, how certain, and why."""

from __future__ import annotations

from collections.abc import Sequence

from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.marking.guarding import guarded
from augenhoehe.understand.marking.network import Network, shipped
from augenhoehe.understand.marking.stretches import Stretch, stretches
from augenhoehe.understand.marking.windows import windows
from augenhoehe.understand.recalling import is_note
from augenhoehe.understand.ruling import Ruled, Seen, rule
from augenhoehe.understand.talk import Talk

MODEL = "model"
NAMED_BY_RULES = frozenset({Kind.ADVICE, Kind.ASK_CONCESSION})
"""Kinds whose attributes the rules know better where they saw the same (0.95 against 0.84, 0.88 against 0.81)."""


def read(talk: Talk, seen: Seen, network: Network | None = None) -> Sequence[Sequence[tuple[Ruled, str]]]:
    """For each turn its findings and what found them ("model"), in no stated order.

    Nothing is found in notes, which have rules of their own. `seen` is what the rules see; `network` defaults to the
    shipped one.
    """
    if all(is_note(talk.conversation, said.turn) for said in talk.said):
        return [[] for _ in talk.said]
    reader = network or shipped()
    answers = [(window, reader.answer(window)) for window in windows(talk, seen, reader.alphabet)]
    found: list[list[Stretch]] = [[] for _ in talk.said]
    index_of = {said.turn.id: said.index for said in talk.said}
    for stretch in stretches(talk, answers, reader.thresholds):
        found[index_of[stretch.turn.id]].append(stretch)
    result = []
    for said, here in zip(talk.said, found, strict=True):
        ruled = rule(said, seen[said.index]) if here else []
        result.append([(explained(one, ruled, reader), MODEL) for one in guarded(here)])
    return result


def explained(stretch: Stretch, ruled: Sequence[Ruled], reader: Network) -> Ruled:
    """A stretch with its certainty, and with the words that speak for it where the rules saw them too."""
    certainty = reader.calibration.certainty(stretch.kind, stretch.score)
    same = [one for one in ruled if one.kind is stretch.kind and one.start < stretch.end and one.end > stretch.start]
    attrs = stretch.attrs
    if same:
        best = max(same, key=lambda one: (one.certainty, -one.start))
        because = best.because
        attrs = best.attrs if stretch.kind in NAMED_BY_RULES else attrs
    else:
        because = Message.of(f"understand.because.{stretch.kind.value}.read")
    return Ruled(stretch.kind, stretch.turn, stretch.start, stretch.end, certainty, because, attrs)
