"""What stands beside the script: turns and their notes as the templates show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.messages import Message
from augenhoehe.store.findings import PERSON, State, StoredFinding
from augenhoehe.understand.engines.reading import LANGUAGE_MODEL
from augenhoehe.understand.findings import ADVISER_KINDS, ANYONE_KINDS, ATTRIBUTES, CUSTOMER_KINDS, Family, Kind
from augenhoehe.web.pages.conversations.marking import Span, marked
from augenhoehe.wording.saying import Voice

OWN = "own"
"""A finding that a person added: drawn like a confirmed one, said differently."""


@dataclass(frozen=True, slots=True)
class Note:
    """One finding in the margin. `details` are its attributes in words, `was` the kind the program had proposed,
    `by` the side whose statement a note reports; blank where the speaker stands beside it. `by_model`: a language model
    proposed it, whose certainty nobody has measured.
    """

    id: str
    kind: Kind
    family: Family
    state: str
    quote: str
    details: tuple[str, ...]
    certainty: float
    because: str
    decided_by: str
    was: str
    rejected: bool
    settled: bool
    by: str
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One turn of the script with its notes."""

    turn: Turn
    words: SafeString
    notes: tuple[Note, ...]
    found: bool = False


def note(stored: StoredFinding, voice: Voice) -> Note:
    """The note of a finding."""
    finding = stored.finding
    own = finding.source == PERSON and stored.state is not State.REJECTED
    original = stored.original
    return Note(
        id=finding.id,
        kind=finding.kind,
        family=finding.family,
        state=OWN if own else str(stored.state),
        quote=finding.evidence.quote,
        details=details(stored, voice),
        certainty=finding.certainty,
        because=reason(finding.because, voice),
        decided_by=stored.decided_by,
        was=voice.text(f"web.kind.{original.kind}") if original and original.kind is not finding.kind else "",
        rejected=stored.state is State.REJECTED,
        settled=stored.state in (State.CONFIRMED, State.CORRECTED),
        by=str(finding.by or ""),
        by_model=finding.source == LANGUAGE_MODEL,
    )


def reason(because: Message, voice: Voice) -> str:
    """Why the program thinks so. A reason stored by an older version may have lost its sentence: that is said."""
    try:
        return voice.say(because)
    except KeyError:
        return voice.text("web.conversations.reason_gone")


def details(stored: StoredFinding, voice: Voice) -> tuple[str, ...]:
    """The attributes of a finding in words; what was not said is left out."""
    kind, said = stored.finding.kind, []
    for name, value in stored.finding.attrs:
        if ATTRIBUTES[kind][name] is None:
            said += [voice.quoted(str(value))] if value else []
        elif isinstance(value, bool):
            said += [voice.text(f"web.attribute.{name}")] if value else []
        else:
            said.append(voice.text(f"web.attribute.{name}.{value}"))
    return tuple(said)


def passages(
    turns: Iterable[Turn], findings: Sequence[StoredFinding], voice: Voice, found: frozenset[int] = frozenset()
) -> tuple[Passage, ...]:
    """The turns in order with marks and notes. Rejected findings keep their note and lose their mark."""
    by_turn: dict[int, list[StoredFinding]] = {}
    for item in findings:
        by_turn.setdefault(item.finding.evidence.turn.id, []).append(item)
    return tuple(passage(turn, by_turn.get(turn.id, ()), voice, turn.id in found) for turn in turns)


def passage(turn: Turn, findings: Sequence[StoredFinding], voice: Voice, found: bool = False) -> Passage:
    """One turn with marks and notes."""
    notes = tuple(note(item, voice) for item in findings)
    spans = [
        Span(item.id, one.family, one.state, item.finding.evidence.start, item.finding.evidence.end)
        for item, one in zip(findings, notes, strict=True)
        if not one.rejected
    ]
    return Passage(turn, marked(turn.text, spans), notes, found)


def kinds_for(role: Role) -> tuple[Kind, ...]:
    """The kinds that somebody of this side can say, in the order of their definition."""
    if role is Role.CUSTOMER:
        allowed = CUSTOMER_KINDS | ANYONE_KINDS
    elif role is Role.ADVISER:
        allowed = ADVISER_KINDS | ANYONE_KINDS
    else:
        allowed = frozenset(Kind)
    return tuple(kind for kind in Kind if kind in allowed)
