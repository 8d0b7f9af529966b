"""Promises in a conversation: who owes what by when, how firmly, and where two of them do not go together.

Only what was found as a promise becomes one, and only where the speaker's side is known: whose promise it is is never
guessed. A note says whose side promised, not who: its promises have no owner. What is hedged ("ich versuche",
"hoffentlich") is soft; what hangs on a condition keeps its words. Weak spots: irony is taken at its word, and a
contradiction is only seen where two promises share their main words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from augenhoehe.keep.due import resolve
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.speech.conversation import Conversation, Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.topics import shared, topics

SIDES = {Role.ADVISER: Side.OURS, Role.CUSTOMER: Side.THEIRS}

HEDGES = re.compile(
    r"\b(?:versuch\w*|probier\w*|bemüh\w*|hoff\w*|hoffentlich|vielleicht|wahrscheinlich|vermutlich|eventuell|womöglich|"
    r"möglicherweise|müsste|müßte|sollte|sollt'?|könnte|dürfte|normalerweise|eigentlich|irgendwann|demnächst|"
    r"bei gelegenheit|mal (?:schauen|sehen|gucken)|schau(?:e|n)? (?:ich |wir )?mal|guck(?:e|en)? (?:ich |wir )?mal|"
    r"so gut (?:es|ich|wir)|"
    r"wenn (?:es )?(?:irgendwie )?(?:geht|klappt|möglich)|wenn nichts dazwischen|ohne gewähr|"
    r"try|hope\w*|maybe|perhaps|probably|possibly|might|should|ought|could|at some point|some ?time|ideally|"
    r"see what (?:i|we) can|do (?:my|our) best|if (?:i|we) can|circle back|all being well|fingers crossed)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"(?:^|(?<=[,;:.–-] )|(?<=\bund )|(?<=\band ))"
    r"(?P<words>(?:wenn|falls|sobald|sofern|vorausgesetzt|if|once|as soon as|provided|assuming)\b[^,;.!?]*)",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:nicht|nie|niemals|keine?[nmrs]?|not|never|no|won['’]t|don['’]t)\b", re.IGNORECASE)
LEAST_SHARED = 2


class Clash(StrEnum):
    """How two promises contradict each other."""

    TWO_DATES = "two_dates"
    YES_AND_NO = "yes_and_no"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two promises of one side that do not go together, with the words they share."""

    kind: Clash
    one: Promise
    other: Promise
    words: tuple[str, ...]
    because: Message


def promises_from(conversation: Conversation, findings: Iterable[Finding]) -> tuple[Promise, ...]:
    """The promises among the findings, in the order in which they were made. Ids are "<conversation>/<finding>"."""
    found = []
    for finding in findings:
        side = SIDES.get(finding.role)
        if finding.kind is not Kind.PROMISE or side is None:
            continue
        due = _due(finding, conversation)
        found.append(
            Promise(
                id=f"{conversation.id}/{finding.id}",
                side=side,
                owner="" if finding.by else finding.evidence.speaker,
                what=finding.evidence.quote.strip(),
                due=due,
                firm=is_firm(finding.evidence, due),
                made_on=conversation.day_of(finding.evidence.turn),
                evidence=finding.evidence,
                condition=condition(finding.evidence),
            )
        )
    return tuple(sorted(found, key=lambda promise: _place(promise, conversation)))


def _place(promise: Promise, conversation: Conversation) -> tuple[int, int, str]:
    evidence = promise.evidence
    if evidence is None:
        return (len(conversation.turns), 0, promise.id)
    return (conversation.turns.index(evidence.turn), evidence.start, promise.id)


def _due(finding: Finding, conversation: Conversation) -> Due | None:
    words = finding.attr("due")
    if not isinstance(words, str) or not words.strip():
        return None
    return resolve(words, conversation.day_of(finding.evidence.turn), conversation.language.value)


def is_firm(evidence: Evidence, due: Due | None) -> bool:
    """Whether somebody committed without hedging: "ich schicke", not "ich versuche" or "irgendwann"."""
    return not HEDGES.search(evidence.quote) and not (due is not None and HEDGES.search(due.words))


def condition(evidence: Evidence) -> str:
    """The words a promise hangs on, blank where it hangs on nothing."""
    hit = CONDITION.search(evidence.quote)
    return hit["words"].strip() if hit else ""


def contradictions(promises: Sequence[Promise]) -> tuple[Contradiction, ...]:
    """Pairs of one side's promises about the same thing with dates apart, or one that does and one that does not.

    A promise settled, withdrawn or newly agreed contradicts nothing any more.
    """
    standing = [promise for promise in promises if promise.state in (PromiseState.OPEN, PromiseState.LATE)]
    found = []
    for index, one in enumerate(standing):
        for other in standing[index + 1 :]:
            clash = _clash(one, other)
            if clash is not None:
                found.append(clash)
    return tuple(found)


def _clash(one: Promise, other: Promise) -> Contradiction | None:
    if one.side is not other.side:
        return None
    words = tuple(dict.fromkeys(shared(topics(_without_due(one)), topics(_without_due(other)))))
    if len(words) < LEAST_SHARED:
        return None
    if bool(NEGATION.search(one.what)) != bool(NEGATION.search(other.what)):
        kind = Clash.YES_AND_NO
    elif one.due and other.due and _apart(one.due, other.due):
        kind = Clash.TWO_DATES
    else:
        return None
    return Contradiction(kind, one, other, words, Message.of(f"keep.clash.{kind}", one=one.what, other=other.what))


def _without_due(promise: Promise) -> str:
    return promise.what.replace(promise.due.words, " ") if promise.due else promise.what


def _apart(one: Due, other: Due) -> bool:
    """Whether no day fits both; dates that are open or unknown fit everything."""
    if None in (one.first, one.last, other.first, other.last):
        return False
    return bool(one.last < other.first or other.last < one.first)  # type: ignore[operator]
