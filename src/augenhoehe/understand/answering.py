"""What stayed open: questions of the customer that nobody answered, and answers given before anything was asked.

Both are estimates by rule. A reply is weighed by signs that it passes the question over (`evasions`: it keeps back,
stays vague, flatters or presses, names no figure where one was asked for, and the customer protests) and by signs that
it answers (yes or no, a shared content word, a figure, an honest "das weiß ich nicht"). Whoever flatters and presses
all talk long is believed less. Weak where an evasion is told in plain, specific words, and where several questions
stand in one turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from augenhoehe.listen.turns import is_back_channel
from augenhoehe.speech.conversation import Conversation, Language, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.evasions import FACTS, NAMES, PROTESTING, UNKNOWING, VAGUE, WITHHOLDING
from augenhoehe.understand.findings import ACCUSING, Finding, Kind
from augenhoehe.understand.followups import content
from augenhoehe.understand.lexicons import lexicon
from augenhoehe.understand.words import speller

LONG_ANSWER = 60
"""Words from which an answer is a long explanation."""
REACH = 12
"""Turns after a question in which an answer is looked for."""
OPENING = 25
"""Words of a reply in which vagueness counts; later it is about something else."""
MANY_JUDGED = 3
ALL_JUDGED = 7
"""Judged stretches in a talk from which its adviser is believed less, and much less."""
BRIEF = 4
"""Words up to which a question asks for one thing plainly."""

_YES_NO = frozenset(
    "ja nein klar sicher freilich natürlich logisch selbstverständlich kriegen bekommen leider doch gern gerne genau "
    "yes no sure absolutely certainly definitely afraid unfortunately depends".split()
)
_WITHHOLDING, _VAGUE, _PROTESTING, _FACTS, _NAMES, _UNKNOWING = (
    re.compile("|".join(patterns)) for patterns in (WITHHOLDING, VAGUE, PROTESTING, FACTS, NAMES, UNKNOWING)
)

WEIGHTS: Mapping[str, float] = {
    "withheld": 1.2, "vague": 2.0, "protested": 1.4, "doubted": 1.0, "asked_again": 0.4, "judged": 0.2,
    "judged_often": 1.3, "judged_all_along": 0.7, "no_figure": 1.6, "no_name": 1.2, "refused": 0.6, "brief": 0.4,
    "figure": -0.4, "unknowing": -1.5, "yes_or_no": -0.9, "shares": -0.8, "goes_into_it": -1.2, "later": -0.8,
}  # fmt: skip
"""How much each sign speaks for an evasion, near the log-odds on half of the corpus' talks."""
EVADED_FROM = 3.4

ANSWERING = frozenset({Kind.CANDOUR, Kind.ADVICE, Kind.PROMISE, Kind.TRADEOFF})
"""Kinds in a reply that show it goes into the question."""


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    EVADED = "evaded"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Reply:
    """A question of the customer's side with what became of it and the turn that replied, None where nobody did."""

    question: Finding
    outcome: Outcome
    evidence: Evidence | None


def replies(conversation: Conversation, findings: Sequence[Finding]) -> tuple[Reply, ...]:
    """The questions of the customer's side with what became of them, in order; none without an adviser's side."""
    if not any(turn.role is Role.ADVISER for turn in conversation.turns):
        return ()
    places = {turn.id: place for place, turn in enumerate(conversation.turns)}
    by_turn: dict[int, list[Finding]] = {}
    for finding in findings:
        by_turn.setdefault(finding.evidence.turn.id, []).append(finding)
    judged = sum(finding.kind in ACCUSING and finding.role is Role.ADVISER for finding in findings)
    found = []
    for finding in findings:
        place = places.get(finding.evidence.turn.id)
        if finding.kind is Kind.QUESTION and finding.role is Role.CUSTOMER and place is not None:
            found.append(_reply(conversation, finding, place, by_turn, judged))
    return tuple(found)


def unanswered(conversation: Conversation, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """Questions of the customer's side that the adviser's side never answers, evasions among them, in order."""
    return tuple(
        reply.question.evidence for reply in replies(conversation, findings) if reply.outcome is not Outcome.ANSWERED
    )


def _reply(
    conversation: Conversation, question: Finding, place: int, said: Mapping[int, Sequence[Finding]], judged: int
) -> Reply:
    runs = _runs(conversation, place)
    if not runs:
        by_own_side = _is_answered_by_own_side(conversation, place)
        return Reply(question, Outcome.ANSWERED if by_own_side else Outcome.UNANSWERED, None)
    first = runs[0][0]
    evidence = Evidence(conversation.id, first, 0, len(first.text))
    signs = _signs(conversation, question, runs, said, judged)
    evaded = sum(WEIGHTS[sign] for sign in signs) >= EVADED_FROM
    return Reply(question, Outcome.EVADED if evaded else Outcome.ANSWERED, evidence)


def _runs(conversation: Conversation, place: int) -> list[list[Turn]]:
    """The adviser's turns after a question: the next two runs of them, across listener words."""
    runs: list[list[Turn]] = []
    inside = False
    for turn in conversation.turns[place + 1 : place + 1 + REACH]:
        if turn.role is Role.ADVISER and turn.text.strip():
            if not inside:
                if len(runs) == 2:
                    break
                runs.append([])
                inside = True
            runs[-1].append(turn)
        elif not is_back_channel(turn.text):
            inside = False
    return runs


def _signs(
    conversation: Conversation,
    question: Finding,
    runs: Sequence[Sequence[Turn]],
    said: Mapping[int, Sequence[Finding]],
    judged: int,
) -> Iterable[str]:
    """The signs of `WEIGHTS` that a question and its reply show."""
    first, asked = runs[0][0], question.evidence.quote.casefold()
    text = first.text.casefold()
    kinds = {finding.kind for finding in said.get(first.id, ())}
    words = speller(_code(conversation)).words(first.text).texts
    known = lexicon(_code(conversation)).matcher.known
    figure = any(known.is_number(word) and word not in known.classes["a"] and word != "und" for word in words)
    topic = content(conversation, question.evidence.quote)
    after = _next_customer(conversation, first)
    found = {
        "withheld": bool(_WITHHOLDING.search(text)),
        "vague": bool(_VAGUE.search(" ".join(text.split()[:OPENING]))),
        "judged": not kinds.isdisjoint(ACCUSING),
        "judged_often": judged >= MANY_JUDGED,
        "judged_all_along": judged >= ALL_JUDGED,
        "refused": Kind.REFUSAL in kinds,
        "brief": len(asked.split()) <= BRIEF,
        "no_figure": not figure and bool(_FACTS.search(asked)),
        "no_name": not figure and bool(_NAMES.search(asked)),
        "figure": figure and bool(_FACTS.search(asked)),
        "unknowing": bool(_UNKNOWING.search(text)),
        "yes_or_no": not _YES_NO.isdisjoint(words[:6]),
        "shares": len(words) < LONG_ANSWER and not topic.isdisjoint(content(conversation, first.text)),
        "goes_into_it": not kinds.isdisjoint(ANSWERING),
    }
    if after is not None:
        reactions = {finding.kind for finding in said.get(after.id, ())}
        found["protested"] = bool(_PROTESTING.search(after.text.casefold()))
        found["doubted"] = Kind.OBJECTION in reactions
        found["asked_again"] = Kind.QUESTION in reactions
    if len(runs) > 1:
        later = " ".join(turn.text for turn in runs[1])
        judged_later = any(finding.kind in ACCUSING for turn in runs[1] for finding in said.get(turn.id, ()))
        found["later"] = not judged_later and not topic.isdisjoint(content(conversation, later))
    return [sign for sign, shows in found.items() if shows]


def _next_customer(conversation: Conversation, turn: Turn) -> Turn | None:
    """The customer's turn right after a reply, if it is one of the next two turns."""
    place = next(at for at, other in enumerate(conversation.turns) if other.id == turn.id)
    return next((one for one in conversation.turns[place + 1 : place + 3] if one.role is Role.CUSTOMER), None)


def _is_answered_by_own_side(conversation: Conversation, place: int) -> bool:
    """Where several customers talk, one of them may answer the other."""
    speaker = conversation.turns[place].speaker
    following = conversation.turns[place + 1 : place + 2]
    return bool(following) and following[0].role is Role.CUSTOMER and following[0].speaker != speaker


def _code(conversation: Conversation) -> str:
    return "en" if conversation.language is Language.ENGLISH else "de"


def answered_without_asking(conversation: Conversation, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """Turns in which the adviser answers a customer's question at length without having asked an open question before.

    Asking for a figure ("how many are you?") is not asking what somebody is after. At length: one paragraph of at least
    60 words. Returns the whole turn as evidence.
    """
    asked = {
        finding.evidence.turn.id
        for finding in findings
        if finding.kind is Kind.QUESTION
        and finding.role is Role.ADVISER
        and finding.attr("form") in ("open", "choice")
        and not _FACTS.search(finding.evidence.quote.casefold())
    }
    wanted_to_know = {
        finding.evidence.turn.id
        for finding in findings
        if finding.kind is Kind.QUESTION and finding.role is Role.CUSTOMER
    }
    found: list[Evidence] = []
    question_open = False
    for turn in conversation.turns:
        if turn.role is Role.CUSTOMER and not is_back_channel(turn.text):
            question_open = turn.id in wanted_to_know
        elif turn.role is Role.ADVISER:
            if turn.id in asked:
                break
            if question_open and max(len(part.split()) for part in turn.text.split("\n")) >= LONG_ANSWER:
                found.append(Evidence(conversation.id, turn, 0, len(turn.text)))
                question_open = False
    return tuple(found)
