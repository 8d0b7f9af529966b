"""At most three moments of an own talk that are worth a second look, chosen for what they teach.

Private: only the adviser who talked ever sees them; there is no score, no rank and no comparison. The order of kinds
is the order in which they teach most about telling needs from wishes; at most one moment of a kind is shown. The
limits are settings of common sense. Weak spots: without times an interruption shows only where the transcript breaks
off with a dash, and a long turn may be one the customer asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from augenhoehe.needs.board import Gap, GapKind
from augenhoehe.needs.weighing import board
from augenhoehe.speech.conversation import Channel, Conversation, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.answering import answered_without_asking
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.measures import Measure

MOST = 3
LONG_WORDS = 150
LONG_SECONDS = 75.0
FIRST_STATEMENT_WORDS = 8
OVERLAP_SECONDS = 0.3
CUSTOMER_LED_PERCENT = 40.0
WRITTEN = (Channel.EMAIL, Channel.NOTES)
_WORD = re.compile(r"[^\W_]+")
_BROKEN_OFF = re.compile(r"(?:[-–—]|\w-)\s*$")
_WHITE = re.compile(r"\S(?:.*\S)?", re.DOTALL)


class MomentKind(StrEnum):
    """What a moment teaches, most instructive first."""

    ANSWERED_WITHOUT_ASKING = "answered_without_asking"
    WISH_NOT_MIRRORED = "wish_not_mirrored"
    CONCESSION_BEFORE_ASKED = "concession_before_asked"
    FIRST_STATEMENT_INTERRUPTED = "first_statement_interrupted"
    MONOLOGUE = "monologue"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment with its words, why it is shown, and what one could have asked or said. `id` is stable for one
    talk."""

    id: str
    kind: MomentKind
    evidence: Evidence
    because: Message
    better: tuple[Message, ...]
    before: Evidence | None = field(default=None)


def moments(
    conversation: Conversation, findings: Sequence[Finding], measures: Iterable[Measure] = ()
) -> tuple[Moment, ...]:
    """The moments of one talk, in the order in which they happened. The own side must be known: without it there are
    none.

    `measures` are those of the talk: where the customer spoke most of the time, one long own turn is no monologue.
    """
    if not any(turn.role is Role.ADVISER for turn in conversation.turns):
        return ()
    gaps = board([conversation], {conversation.id: findings}, ()).gaps
    spoken = conversation.channel not in WRITTEN
    found: dict[MomentKind, Moment | None] = {
        MomentKind.ANSWERED_WITHOUT_ASKING: _answered_without_asking(conversation, findings),
        MomentKind.WISH_NOT_MIRRORED: _wish_not_mirrored(gaps),
        MomentKind.CONCESSION_BEFORE_ASKED: _concession_before_asked(conversation, findings),
        MomentKind.FIRST_STATEMENT_INTERRUPTED: _interrupted(conversation) if spoken else None,
        MomentKind.MONOLOGUE: _monologue(conversation) if spoken and not _customer_led(measures) else None,
    }
    chosen = [moment for moment in found.values() if moment is not None]
    distinct: list[Moment] = []
    for moment in chosen:
        if moment.evidence.turn.id not in {other.evidence.turn.id for other in distinct}:
            distinct.append(moment)
    places = {turn.id: place for place, turn in enumerate(conversation.turns)}
    return tuple(sorted(distinct[:MOST], key=lambda moment: places[moment.evidence.turn.id]))


def _moment(
    kind: MomentKind, evidence: Evidence, because: Message, better: Sequence[Message], before: Evidence | None = None
) -> Moment:
    return Moment(f"{kind}:{evidence.turn.id}:{evidence.start}", kind, evidence, because, tuple(better), before)


def _answered_without_asking(conversation: Conversation, findings: Sequence[Finding]) -> Moment | None:
    """The longest of the answers that explained before asking what the customer is after."""
    answers = answered_without_asking(conversation, findings)
    if not answers:
        return None
    longest = max(answers, key=lambda answer: len(_WORD.findall(answer.quote)))
    because = Message.of("learn.moment.answered_without_asking", words=len(_WORD.findall(longest.quote)))
    better = [Message.of("learn.better.what_for"), Message.of("learn.better.what_happens_today")]
    return _moment(MomentKind.ANSWERED_WITHOUT_ASKING, longest, because, better)


def _wish_not_mirrored(gaps: Sequence[Gap]) -> Moment | None:
    """The first wish that was never given back; one whose reason stayed unknown as well comes before the others."""
    missed = [gap for gap in gaps if gap.kind is GapKind.WISH_NOT_MIRRORED]
    if not missed:
        return None
    without_reason = {gap.wish for gap in gaps if gap.kind is GapKind.REASON_UNKNOWN}
    gap = min(missed, key=lambda gap: gap.wish not in without_reason)
    kind = MomentKind.WISH_NOT_MIRRORED
    key = f"learn.moment.{kind}.no_reason" if gap.wish in without_reason else f"learn.moment.{kind}"
    better = [Message.of("learn.better.mirror_wish"), Message.of("learn.better.how_came_it")]
    return _moment(kind, gap.evidence, Message.of(key), better)


def _concession_before_asked(conversation: Conversation, findings: Sequence[Finding]) -> Moment | None:
    """The first unconditional concession of the own side that no demand and no objection came before."""
    places = {turn.id: place for place, turn in enumerate(conversation.turns)}

    def place(finding: Finding) -> tuple[int, int]:
        return places[finding.evidence.turn.id], finding.evidence.start

    asked = [place(f) for f in findings if f.kind in (Kind.ASK_CONCESSION, Kind.OBJECTION) and f.role is Role.CUSTOMER]
    first_asked = min(asked, default=None)
    given = sorted(
        (f for f in findings if f.kind is Kind.CONCESSION and f.role is Role.ADVISER and not f.attr("conditional")),
        key=place,
    )
    for finding in given:
        if first_asked is None or place(finding) < first_asked:
            kind = MomentKind.CONCESSION_BEFORE_ASKED
            better = [Message.of("learn.better.bear_silence"), Message.of("learn.better.ask_about_price")]
            return _moment(kind, finding.evidence, Message.of(f"learn.moment.{kind}"), better)
    return None


def _interrupted(conversation: Conversation) -> Moment | None:
    """The customer's first real statement, where the own side began before it had ended."""
    for place, turn in enumerate(conversation.turns[:-1]):
        if turn.role is not Role.CUSTOMER or len(_WORD.findall(turn.text)) < FIRST_STATEMENT_WORDS:
            continue
        following = conversation.turns[place + 1]
        if following.role is not Role.ADVISER or not _cuts_in(turn, following):
            return None
        kind = MomentKind.FIRST_STATEMENT_INTERRUPTED
        better = [Message.of("learn.better.let_finish"), Message.of("learn.better.go_on")]
        whole = _whole(conversation, following)
        return (
            None
            if whole is None
            else _moment(kind, whole, Message.of(f"learn.moment.{kind}"), better, before=_whole(conversation, turn))
        )
    return None


def _cuts_in(turn: Turn, following: Turn) -> bool:
    if turn.end is not None and following.start is not None:
        return following.start < turn.end - OVERLAP_SECONDS
    return bool(_BROKEN_OFF.search(turn.text))


def _monologue(conversation: Conversation) -> Moment | None:
    """The longest own turn, where it is long in words or in seconds."""
    own = [turn for turn in conversation.turns if turn.role is Role.ADVISER]
    longest = max(own, key=lambda turn: len(_WORD.findall(turn.text)))
    words = len(_WORD.findall(longest.text))
    seconds = longest.end - longest.start if longest.start is not None and longest.end is not None else 0.0
    whole = _whole(conversation, longest)
    if whole is None or (words < LONG_WORDS and seconds < LONG_SECONDS):
        return None
    kind = MomentKind.MONOLOGUE
    better = [Message.of("learn.better.pause"), Message.of("learn.better.which_part")]
    return _moment(kind, whole, Message.of(f"learn.moment.{kind}", words=words), better)


def _whole(conversation: Conversation, turn: Turn) -> Evidence | None:
    hit = _WHITE.search(turn.text)
    return Evidence(conversation.id, turn, hit.start(), hit.end()) if hit else None


def _customer_led(measures: Iterable[Measure]) -> bool:
    share = next((measure.value for measure in measures if measure.name == "talk_share"), None)
    return share is not None and share < CUSTOMER_LED_PERCENT
