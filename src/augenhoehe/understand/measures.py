"""Measures of a conversation: what can be counted about it, on what basis, and with which words as proof.

Formulas: docs/guides/measures.md. Each measure is a mirror for the adviser alone; none is a grade. What cannot be
measured says so with the reason and is never 0; what rests on an assumption (words instead of seconds, a question
recognised by rules) says "estimated".
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from augenhoehe.speech.conversation import Channel, Conversation, Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.answering import answered_without_asking, unanswered
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.followups import take_up, tells_first
from augenhoehe.understand.recalling import is_note
from augenhoehe.understand.sides import WORDS_A_MINUTE, Stretch, evidence_of, is_timed, stretches


class Basis(StrEnum):
    """How a figure came about."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure about a conversation.

    `value` is None exactly where the basis is "not_measurable"; `because` says the figure, or why there is none, in a
    sentence. `evidence` holds the words it was counted from, most telling first.
    """

    name: str
    value: float | None
    unit: str
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    because: Message | None = None

    def __post_init__(self) -> None:
        if (self.value is None) != (self.basis is Basis.NOT_MEASURABLE):
            raise ValueError(f"{self.name}: {self.value} does not go with {self.basis}")


NAMES = (
    "talk_share", "patience", "interactivity", "questions", "questions_open", "questions_closed", "questions_choice",
    "questions_leading", "follow_up_rate", "longest_customer_turn", "first_statement", "reflections_to_questions",
    "first_telling", "answered_without_asking", "unanswered",
)  # fmt: skip
"""All measures, in the order in which they are returned."""

UNITS = {
    "talk_share": "percent", "patience": "seconds", "interactivity": "per_minute", "follow_up_rate": "percent",
    "longest_customer_turn": "seconds", "first_statement": "seconds", "reflections_to_questions": "ratio",
    "first_telling": "turns",
}  # fmt: skip
"""Units of what is not simply counted."""


def measure(conversation: Conversation, findings: Sequence[Finding]) -> tuple[Measure, ...]:
    """All measures of a conversation, in the order of `NAMES`. `findings` may be corrected ones."""
    if is_only_notes(conversation):
        return tuple(_none(name, UNITS.get(name, "count"), "note") for name in NAMES)
    row = stretches(conversation)
    asked = [finding for finding in findings if finding.kind is Kind.QUESTION and finding.role is Role.ADVISER]
    found = [
        _talk_share(row),
        _patience(conversation, row),
        _interactivity(conversation, row),
        *_questions(row, asked),
        _follow_up_rate(conversation, row, asked),
        _longest_customer_turn(conversation, row),
        _first_statement(conversation, row),
        _reflections(row, asked, findings),
        _first_telling(conversation, row, findings),
        _counted("answered_without_asking", row, answered_without_asking(conversation, findings)),
        _counted("unanswered", row, unanswered(conversation, findings)),
    ]
    return tuple(found)


def is_only_notes(conversation: Conversation) -> bool:
    """Whether nobody speaks in it: its author tells what was said."""
    return bool(conversation.turns) and all(is_note(conversation, turn) for turn in conversation.turns)


def why_none(measures: Sequence[Measure]) -> Message | None:
    """The one reason why nothing can be measured, where it is the same for all; None where something can."""
    reasons = {measure.because for measure in measures}
    one = next(iter(reasons), None)
    return one if len(reasons) == 1 and all(measure.value is None for measure in measures) else None


def _none(name: str, unit: str, why: str) -> Measure:
    return Measure(name, None, unit, Basis.NOT_MEASURABLE, because=Message.of(f"understand.not_measurable.{why}"))


def _said(name: str, /, **values: float | int | str) -> Message:
    return Message.of(f"understand.measured.{name}", **values)


def _has_both(row: Sequence[Stretch]) -> bool:
    roles = {stretch.role for stretch in row}
    return Role.ADVISER in roles and Role.CUSTOMER in roles


def _talk_share(row: Sequence[Stretch]) -> Measure:
    """Own seconds of all seconds where times are known, else own words of all words."""
    sides = [stretch for stretch in row if stretch.role in (Role.ADVISER, Role.CUSTOMER)]
    if not _has_both(sides):
        return _none("talk_share", "percent", "one_side")
    own = [stretch for stretch in sides if stretch.role is Role.ADVISER]
    if is_timed(sides):
        whole = sum(stretch.seconds or 0.0 for stretch in sides)
        if whole > 0:
            share = 100 * sum(stretch.seconds or 0.0 for stretch in own) / whole
            message = _said("talk_share_seconds", share=round(share), other=100 - round(share))
            return Measure("talk_share", round(share, 1), "percent", Basis.MEASURED, because=message)
    words = sum(stretch.words for stretch in own)
    share = 100 * words / max(1, sum(stretch.words for stretch in sides))
    message = _said("talk_share_words", share=round(share), other=100 - round(share))
    return Measure("talk_share", round(share, 1), "percent", Basis.ESTIMATED, because=message)


def _patience(conversation: Conversation, row: Sequence[Stretch]) -> Measure:
    """Median gap before an own turn that follows a customer's turn; overlaps count as no gap."""
    if conversation.channel in (Channel.EMAIL, Channel.CHAT, Channel.NOTES):
        return _none("patience", "seconds", "written")
    gaps = [
        (max(0.0, after.start - before.end), after)
        for before, after in itertools.pairwise(row)
        if before.role is Role.CUSTOMER and after.role is Role.ADVISER
        and before.end is not None and after.start is not None
    ]  # fmt: skip
    if len(gaps) < 3:
        return _none("patience", "seconds", "no_times")
    value = median(gap for gap, _ in gaps)
    longest = max(gaps, key=lambda pair: pair[0])[1]
    message = _said("patience", seconds=round(value, 1), turns=len(gaps))
    evidence = evidence_of(conversation, longest)[:1]
    return Measure("patience", round(value, 2), "seconds", Basis.MEASURED, evidence, message)


def _interactivity(conversation: Conversation, row: Sequence[Stretch]) -> Measure:
    """Speaker switches a minute; without times the minutes are estimated from the words."""
    if conversation.channel in (Channel.EMAIL, Channel.NOTES):
        return _none("interactivity", "per_minute", "written")
    if len(row) < 2:
        return _none("interactivity", "per_minute", "one_side")
    switches = len(row) - 1
    first, last = row[0].start, row[-1].end
    if is_timed(row) and first is not None and last is not None and last > first:
        value, basis = switches * 60 / (last - first), Basis.MEASURED
    else:
        value, basis = switches * WORDS_A_MINUTE / max(1, sum(stretch.words for stretch in row)), Basis.ESTIMATED
    message = _said("interactivity", switches=switches, rate=round(value, 1))
    return Measure("interactivity", round(value, 2), "per_minute", basis, because=message)


def _questions(row: Sequence[Stretch], asked: Sequence[Finding]) -> list[Measure]:
    """How many questions the adviser's side asked, and of which form. Questions are found by rules: estimated."""
    if not any(stretch.role is Role.ADVISER for stretch in row):
        return [_none(name, "count", "no_adviser") for name in NAMES[3:8]]
    whole = len(asked)
    found = [Measure("questions", whole, "count", Basis.ESTIMATED, _evidence(asked), _said("questions", count=whole))]
    for form in ("open", "closed", "choice", "leading"):
        some = [finding for finding in asked if finding.attr("form") == form]
        message = _said(f"questions_{form}", count=len(some), whole=whole)
        found.append(Measure(f"questions_{form}", len(some), "count", Basis.ESTIMATED, _evidence(some), message))
    return found


def _evidence(findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    return tuple(finding.evidence for finding in findings)


def _follow_up_rate(conversation: Conversation, row: Sequence[Stretch], asked: Sequence[Finding]) -> Measure:
    """Share of own questions that take up a content word of the customer's last turn."""
    if not asked or not _has_both(row):
        return _none("follow_up_rate", "percent", "no_questions")
    follows = take_up(conversation, row, asked)
    value = 100 * len(follows) / len(asked)
    message = _said("follow_up_rate", count=len(follows), whole=len(asked))
    return Measure("follow_up_rate", round(value, 1), "percent", Basis.ESTIMATED, _evidence(follows), message)


def _longest_customer_turn(conversation: Conversation, row: Sequence[Stretch]) -> Measure:
    """The longest stretch of the customer's side, in seconds."""
    told = [stretch for stretch in row if stretch.role is Role.CUSTOMER]
    if not told:
        return _none("longest_customer_turn", "seconds", "no_customer")
    if is_timed(told):
        longest, basis = max(told, key=lambda stretch: stretch.seconds or 0.0), Basis.MEASURED
        value = longest.seconds or 0.0
    else:
        longest, basis = max(told, key=lambda stretch: stretch.words), Basis.ESTIMATED
        value = longest.words * 60 / WORDS_A_MINUTE
    message = _said("longest_customer_turn", seconds=round(value), words=longest.words)
    evidence = evidence_of(conversation, longest)
    return Measure("longest_customer_turn", round(value, 1), "seconds", basis, evidence, message)


FIRST_STATEMENT_WORDS = 15
"""Words from which a customer's turn is a statement and not only an answer or a greeting."""


def _first_statement(conversation: Conversation, row: Sequence[Stretch]) -> Measure:
    """Seconds of the customer's first statement until the adviser's side speaks, and whether it was finished.

    It counts as cut off where the next turn begins before its end, or where its words break off with a dash.
    """
    place = next(
        (
            number
            for number, stretch in enumerate(row)
            if stretch.role is Role.CUSTOMER and stretch.words >= FIRST_STATEMENT_WORDS
        ),
        None,
    )
    if place is None or conversation.channel in (Channel.EMAIL, Channel.NOTES):
        return _none("first_statement", "seconds", "no_statement" if place is None else "written")
    stretch, after = row[place], row[place + 1] if place + 1 < len(row) else None
    timed = stretch.seconds is not None
    value = stretch.seconds if stretch.seconds is not None else stretch.words * 60 / WORDS_A_MINUTE
    broken = stretch.turns[-1].text.rstrip(" .\"'”“»«").endswith(("–", "—", "-"))
    overlap = (
        after is not None and after.start is not None and stretch.end is not None and after.start < stretch.end - 0.3
    )
    ending = "first_statement_cut" if broken or overlap else "first_statement"
    basis = Basis.MEASURED if timed else Basis.ESTIMATED
    message = _said(ending, seconds=round(value))
    evidence = evidence_of(conversation, stretch)
    return Measure("first_statement", round(value, 1), "seconds", basis, evidence, message)


def _reflections(row: Sequence[Stretch], asked: Sequence[Finding], findings: Sequence[Finding]) -> Measure:
    """Mirrors for each question of the adviser's side."""
    mirrors = [finding for finding in findings if finding.kind is Kind.MIRROR]
    if not asked:
        why = "no_questions" if any(stretch.role is Role.ADVISER for stretch in row) else "no_adviser"
        return _none("reflections_to_questions", "ratio", why)
    value = len(mirrors) / len(asked)
    message = _said("reflections_to_questions", mirrors=len(mirrors), questions=len(asked))
    return Measure("reflections_to_questions", round(value, 2), "ratio", Basis.ESTIMATED, _evidence(mirrors), message)


def _first_telling(conversation: Conversation, row: Sequence[Stretch], findings: Sequence[Finding]) -> Measure:
    """Turns from the first open question to the first product, price or solution statement; negative: told first."""
    places = {turn.id: number for number, stretch in enumerate(row) for turn in stretch.turns}
    telling = tells_first(conversation, findings)
    opening = next(
        (
            finding
            for finding in findings
            if finding.kind is Kind.QUESTION and finding.role is Role.ADVISER and finding.attr("form") == "open"
            and finding.evidence.turn.id in places
        ),
        None,
    )  # fmt: skip
    if telling is None or telling.turn.id not in places:
        return _none("first_telling", "turns", "no_telling")
    if opening is None:
        return _none("first_telling", "turns", "no_open_question")
    value = places[telling.turn.id] - places[opening.evidence.turn.id]
    if value == 0:
        value = 1 if telling.start > opening.evidence.start else -1
    message = _said("first_telling_after" if value > 0 else "first_telling_before", turns=abs(value))
    return Measure("first_telling", value, "turns", Basis.ESTIMATED, (telling, opening.evidence), message)


def _counted(name: str, row: Sequence[Stretch], evidence: tuple[Evidence, ...]) -> Measure:
    """A count of places that rules found."""
    if not _has_both(row):
        return _none(name, "count", "one_side")
    return Measure(name, len(evidence), "count", Basis.ESTIMATED, evidence, _said(name, count=len(evidence)))
