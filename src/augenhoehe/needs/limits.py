"""Limits and criteria: what any solution must respect, with the amount and the day where the words give them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from augenhoehe.needs.amounts import Amount, amounts
from augenhoehe.needs.board import Criterion, Limit, LimitKind, Per
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import Money
from augenhoehe.understand.dates.making import EXACT
from augenhoehe.understand.dates.reading import Reading, read_dates
from augenhoehe.understand.findings import Finding, Kind

_OVER = re.compile(
    r"\b(?:über|ab|mehr als|oberhalb|drüber|over|above|more than|beyond|exceed\w*|anything past)\b", re.IGNORECASE
)
_APPROVAL = re.compile(
    r"\b(?:freig\w+|genehmig\w+|gremium|\w*runde|vorstand\w*|beirat\w*|ausschuss\w*|aufsichtsrat\w*|gemeinderat\w*|geschäftsführ\w*|"
    r"unterschrift\w*|ausschreib\w*|betriebsrat|board|committee|sign(?:s|atures?|ed)?[- ]?(?:off)?|approv\w+|tender\w*|"
    r"council|unterschreib\w*)\b",
    re.IGNORECASE,
)
_PER: tuple[tuple[Per, re.Pattern[str]], ...] = (
    (Per.MONTH, re.compile(r"\b(?:im|pro|jeden|je) monat\b|\bmonatlich\b|\b(?:a|per|each) month\b|\bmonthly\b", re.I)),
    (
        Per.WEEK,
        re.compile(r"\b(?:in der|pro|die|jede|je) woche\b|\bwöchentlich\b|\b(?:a|per|each) week\b|\bweekly\b", re.I),
    ),
    (
        Per.YEAR,
        re.compile(
            r"\b(?:im|pro|jedes|je) jahr\b|\bjährlich\b|\b(?:a|per|each) year\b|\byearly\b|\bper annum\b|\bannually\b",
            re.I,
        ),
    ),
    (
        Per.SEAT,
        re.compile(
            r"\bpro (?:platz|arbeitsplatz|kopf|nase|nutzer|person)\b|\b(?:a|per) (?:head|seat|user|person)\b", re.I
        ),
    ),
)
CURRENCY_OF_THE_HOUSE = "EUR"
_NO_DAY = frozenset({"now", "clock"})
_BACK = re.compile(
    r"\b(?:bis dahin|bis dann|vorher|davor|danach|by then|before then|before that|after that|until then|till then)\b",
    re.I,
)
"""Words that make a limit of the date before them: "from 20 April, and by then it has to be down"."""


def limits(
    conversations: Sequence[Conversation], findings: Sequence[Finding], house_currency: str = CURRENCY_OF_THE_HOUSE
) -> tuple[Limit, ...]:
    """The limits in the order they were said; one whose words repeat an earlier one of the same amount or day joins it.

    `house_currency` is used only where no currency was named in the whole conversation.
    """
    by_id = {conversation.id: conversation for conversation in conversations}
    found: list[Limit] = []
    for finding in findings:
        conversation = by_id[finding.evidence.conversation]
        if finding.kind is Kind.CONSTRAINT:
            kind = LimitKind(str(finding.attr("type")))
            found.append(_limit(finding, kind, conversation, house_currency))
        elif finding.kind is Kind.CRITERION and is_threshold(finding.evidence.quote):
            found.append(_limit(finding, LimitKind.BUDGET, conversation, house_currency))
    return tuple(
        Limit(
            f"l{place}",
            limit.kind,
            limit.evidence,
            limit.certainty,
            limit.amount,
            limit.day,
            limit.per,
            limit.threshold,
        )
        for place, limit in enumerate(_joined(found), start=1)
    )


def criteria(findings: Sequence[Finding]) -> tuple[Criterion, ...]:
    """What the decision depends on, in the order it was said."""
    chosen = [finding for finding in findings if finding.kind is Kind.CRITERION]
    return tuple(
        Criterion(f"c{place}", (finding.evidence,), finding.certainty) for place, finding in enumerate(chosen, start=1)
    )


def is_threshold(words: str) -> bool:
    """Whether the words name an amount above which somebody else must agree."""
    return bool(_OVER.search(words) and _APPROVAL.search(words) and amounts(words))


def _limit(finding: Finding, kind: LimitKind, conversation: Conversation, house_currency: str) -> Limit:
    words = finding.evidence.quote
    amount = _amount(words, conversation, house_currency) if kind is LimitKind.BUDGET else None
    day = None
    if kind is LimitKind.DEADLINE:
        day = last_day(words, conversation.day_of(finding.evidence.turn), conversation.language.value)
    return Limit(
        "",
        kind,
        (finding.evidence,),
        finding.certainty,
        amount,
        day,
        per(words) if amount is not None else Per.ONCE,
        kind is LimitKind.BUDGET and is_threshold(words),
    )


def last_day(words: str, said_on: date | None, language: str = "unknown") -> date | None:
    """The last day the words of a limit allow; None where they give none or nobody knows when they were said.

    A limit shuts offers out, so the most generous reading counts: "bis März" and "before the audit in March" both allow
    31 March, only "vor März" ends on the last of February. Of several dates the one that "bis dahin" or "danach" points
    back to comes first, then those that "bis", "vor" or "spätestens" end, then a day before a longer stretch, and the
    latest of them. What only tells when somebody speaks ("heute", "um drei") is no limit, nor is a day that would need
    a "bis" to be one ("der 3. Punkt"), nor one that only begins something ("ab Mai").
    """
    if said_on is None:
        return None
    dates = read_dates(words, said_on, language)
    back = _BACK.search(words)
    limiting = [(reading, day) for reading in dates if (day := _limiting(reading, said_on, back)) is not None]
    for choose in (
        lambda reading: back is not None and reading.end <= back.start(),
        lambda reading: reading.bounded,
        lambda reading: reading.rule in EXACT,
        lambda reading: True,
    ):
        chosen = [day for reading, day in limiting if choose(reading)]
        if chosen:
            return max(chosen)
    return None


def _limiting(reading: Reading, said_on: date, back: re.Match[str] | None) -> date | None:
    """The last day one date allows, None where it limits nothing."""
    pointed_at = back is not None and reading.end <= back.start()
    day = reading.latest or (reading.first if pointed_at else None)
    if day is None or day < said_on or reading.rule in _NO_DAY:
        return None
    if reading.bounded or pointed_at:
        return day
    return None if day == said_on or reading.rule == "day_alone" else day


def per(words: str) -> Per:
    """What an amount is meant for: once, a month, a week, a year or a seat."""
    for unit, pattern in _PER:
        if pattern.search(words):
            return unit
    return Per.ONCE


def _amount(words: str, conversation: Conversation, house_currency: str) -> Money | None:
    """The largest amount of the words: of a range its upper end is the limit."""
    found = amounts(words)
    if not found:
        return None
    largest: Amount = max(found, key=lambda amount: amount.value)
    named = next((amount.currency for amount in found if amount.currency), None)
    return Money(largest.value, largest.currency or named or spoken_currency(conversation) or house_currency)


def spoken_currency(conversation: Conversation) -> str | None:
    """The currency named most often in a conversation, None where none is; the first named wins a draw."""
    named = Counter(
        amount.currency for turn in conversation.turns for amount in amounts(turn.text) if amount.currency is not None
    )
    return named.most_common(1)[0][0] if named else None


def _joined(found: Sequence[Limit]) -> list[Limit]:
    joined: list[Limit] = []
    for limit in found:
        for place, earlier in enumerate(joined):
            if earlier.kind is limit.kind and _same(earlier, limit):
                joined[place] = Limit(
                    "",
                    earlier.kind,
                    earlier.evidence + tuple(e for e in limit.evidence if not _inside(e, earlier.evidence)),
                    1 - (1 - earlier.certainty) * (1 - limit.certainty * 0.5),
                    earlier.amount,
                    earlier.day,
                    earlier.per,
                    earlier.threshold or limit.threshold,
                )
                break
        else:
            joined.append(limit)
    return joined


def _same(one: Limit, other: Limit) -> bool:
    if _inside(other.evidence[0], one.evidence):
        return True
    same_figure: list[tuple[Money | date | None, Money | date | None]] = [
        (one.amount, other.amount),
        (one.day, other.day),
    ]
    return one.per is other.per and any(a is not None and a == b for a, b in same_figure)


def _inside(evidence: Evidence, others: Sequence[Evidence]) -> bool:
    return any(
        other.conversation == evidence.conversation
        and other.turn.id == evidence.turn.id
        and other.start < evidence.end
        and evidence.start < other.end
        for other in others
    )
