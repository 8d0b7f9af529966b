"""What stayed open: questions of the customer that nobody answered, and answers given before anything was asked.

Both are estimates by rule. An answer is recognised by a yes or no, a shared content word, a figure where one was asked
for, or an honest "das weiß ich nicht"; short replies count as answers. A long reply with none of these is an evasion.
Weak where an answer speaks in other words than the question, and where several questions stand in one turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from augenhoehe.listen.turns import is_back_channel
from augenhoehe.speech.conversation import Conversation, Language, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.followups import content
from augenhoehe.understand.lexicons import lexicon
from augenhoehe.understand.words import speller

LONG_ANSWER = 60
"""Words from which an answer is a long explanation."""
REACH = 12
"""Turns after a question in which an answer is looked for."""
SHORT_REPLY = 12
"""A reply of at most this many words counts as an answer; it has no room for an evasion."""

_YES_NO = frozenset(
    "ja nein klar sicher freilich natürlich logisch selbstverständlich kriegen bekommen leider doch gern gerne genau "
    "yes no sure absolutely certainly definitely afraid unfortunately depends".split()
)
_AMOUNT = frozenset(
    "viel viele lange oft hoch teuer kostet kosten wann groß much many long often when cost costs soon".split()
)


ANSWERING = frozenset({Kind.CANDOUR, Kind.ADVICE, Kind.QUESTION, Kind.REFUSAL, Kind.PROMISE, Kind.TRADEOFF})
"""Kinds in a reply that show it goes into the question, an honest "I do not know" among them."""


def unanswered(conversation: Conversation, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """Questions of the customer's side that the adviser's side never answers, in order."""
    places = {turn.id: place for place, turn in enumerate(conversation.turns)}
    if not any(turn.role is Role.ADVISER for turn in conversation.turns):
        return ()
    by_turn: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.role is Role.ADVISER:
            by_turn.setdefault(finding.evidence.turn.id, []).append(finding)
    open_ones = []
    for finding in findings:
        if finding.kind is not Kind.QUESTION or finding.role is not Role.CUSTOMER:
            continue
        place = places.get(finding.evidence.turn.id)
        if place is not None and not _is_answered(conversation, finding, place, by_turn):
            open_ones.append(finding.evidence)
    return tuple(open_ones)


def _replies(conversation: Conversation, place: int) -> list[Turn]:
    """The adviser's turns after a question: the next two runs of them, across listener words."""
    replies: list[Turn] = []
    runs, inside = 0, False
    for turn in conversation.turns[place + 1 : place + 1 + REACH]:
        if turn.role is Role.ADVISER and turn.text.strip():
            if not inside:
                runs, inside = runs + 1, True
            if runs > 2:
                break
            replies.append(turn)
        elif not is_back_channel(turn.text):
            inside = False
    return replies


def _is_answered(
    conversation: Conversation, question: Finding, place: int, said: Mapping[int, Sequence[Finding]]
) -> bool:
    replies = _replies(conversation, place)
    if not replies:
        return _is_answered_by_own_side(conversation, place)
    first = replies[0]
    own_end = question.evidence.turn.text[question.evidence.end :].strip()
    if first.text.count(" ") < SHORT_REPLY and len(own_end.split()) < 40:
        return True
    asked = content(conversation, question.evidence.quote)
    text = " ".join(turn.text for turn in replies)
    if not asked or not asked.isdisjoint(content(conversation, text)):
        return True
    words = speller(_code(conversation)).words(first.text).texts[:6]
    if len(own_end.split()) < 40 and not _YES_NO.isdisjoint(words):
        return True
    known = lexicon(_code(conversation)).matcher.known
    if not _AMOUNT.isdisjoint(question.evidence.quote.lower().split()) and any(
        known.is_number(word) for word in speller(_code(conversation)).words(text).texts
    ):
        return True
    return any(finding.kind in ANSWERING for turn in replies for finding in said.get(turn.id, ()))


def _is_answered_by_own_side(conversation: Conversation, place: int) -> bool:
    """Where several customers talk, one of them may answer the other."""
    speaker = conversation.turns[place].speaker
    following = conversation.turns[place + 1 : place + 2]
    return bool(following) and following[0].role is Role.CUSTOMER and following[0].speaker != speaker


def _code(conversation: Conversation) -> str:
    return "en" if conversation.language is Language.ENGLISH else "de"


def answered_without_asking(conversation: Conversation, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """Turns in which the adviser answers a customer's question at length without having asked an open question before.

    At length: one paragraph of at least 60 words. Returns the whole turn as evidence.
    """
    asked = {
        finding.evidence.turn.id
        for finding in findings
        if finding.kind is Kind.QUESTION and finding.role is Role.ADVISER and finding.attr("form") in ("open", "choice")
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
