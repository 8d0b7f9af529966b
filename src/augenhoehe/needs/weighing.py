"""Make the needs board of a case: wishes, needs, limits, criteria and gaps, each with its words.

The weight of a need starts at what the catalogue (or, without a name, the middle) says and rises with every further
mention, with every further person who brings it up and with words that say how much it matters. Its certainty starts
at the catalogue's prior and rises with every finding by that finding's own certainty and the strength of the match.
Both rules are plain on purpose: a person can see and correct them. They are judgements, not measurements.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from augenhoehe.needs.board import Board, Need
from augenhoehe.needs.gaps import gaps
from augenhoehe.needs.lexicon import STRONG
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE, criteria, limits
from augenhoehe.needs.matching import Match, match
from augenhoehe.needs.named import NamedNeed
from augenhoehe.needs.wishes import parts, wishes
from augenhoehe.speech.conversation import Conversation, Language, Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.topics import Word, shared, topics

SHOWS_NEED: Mapping[Kind, float] = {
    Kind.GOAL: 1.0,
    Kind.PROBLEM: 1.0,
    Kind.EXPERIENCE: 0.8,
    Kind.CONSTRAINT: 0.9,
    Kind.CRITERION: 0.8,
    Kind.WISH: 0.6,
    Kind.OBJECTION: 0.5,
    Kind.QUESTION: 0.5,
}
"""How much a kind of finding says about a need that its words name; an adviser's words never make a need."""
MAKES_NEED = (Kind.GOAL, Kind.PROBLEM)
A_BREATH = 2
"""Turns within which one speaker's goal, problem and bad experience are one need."""
FAR = 10
"""Turns from every goal and problem from which a bad experience is a need of its own."""
UNNAMED_WEIGHT = 0.5
UNNAMED_PRIOR = 0.1
AGAIN, SOMEBODY_ELSE, STRONGLY = 0.85, 0.85, 0.8
MOST = 0.97
CONFIRMED = 0.98
MIRRORED = 0.3
_STRONG = re.compile("|".join(STRONG), re.IGNORECASE)


@dataclass(slots=True)
class _Signs:
    """What speaks for one need while the board is put together."""

    named: NamedNeed | None
    statement: str
    evidence: list[Evidence] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def board(
    conversations: Sequence[Conversation],
    findings: Mapping[str, Sequence[Finding]],
    named: Sequence[NamedNeed],
    confirmed: bool = False,
    *,
    house_currency: str = CURRENCY_OF_THE_HOUSE,
) -> Board:
    """The board of a case. `findings` by conversation id; `confirmed` says that a person has confirmed all of them.

    `house_currency` (ISO 4217) is used for amounts where the whole conversation names no currency. Parts keep the
    order in which they were first said.
    """
    every = [finding for conversation in conversations for finding in findings.get(conversation.id, ())]
    asked = wishes(conversations, every)
    return Board(
        asked,
        needs(every, named, confirmed, language=_language(conversations)),
        limits(conversations, every, house_currency),
        criteria(every),
        gaps(conversations, findings, asked),
    )


def _language(conversations: Sequence[Conversation]) -> str:
    """The language in which needs are named: English where the first conversation is, else German."""
    return "en" if conversations and conversations[0].language is Language.ENGLISH else "de"


def needs(
    findings: Sequence[Finding], named: Sequence[NamedNeed], confirmed: bool = False, *, language: str = "de"
) -> tuple[Need, ...]:
    """The needs that findings show, in the order they were first said; those without a name keep their quote."""
    by_name = {need.id: need for need in named}
    signs: dict[str, _Signs] = {}
    told = [finding.evidence for finding in findings if finding.kind in MAKES_NEED]
    for finding in findings:
        if finding.kind is Kind.MIRROR:
            _mirrored(finding, named, signs)
            continue
        share = SHOWS_NEED.get(finding.kind)
        if share is None or finding.role is Role.ADVISER or _no_need(finding):
            continue
        certainty = 1.0 if confirmed else finding.certainty
        hits = match(finding.evidence, named)
        for hit in hits:
            one = signs.setdefault(hit.need, _Signs(by_name[hit.need], by_name[hit.need].name(language)))
            _add(one, hit.evidence, share * certainty * hit.strength, hit.words)
        if not hits and finding.kind in (*MAKES_NEED, Kind.EXPERIENCE):
            _unnamed(finding, share * certainty, signs, told)
    return tuple(_need(f"n{place}", one, confirmed) for place, one in enumerate(signs.values(), start=1))


def _no_need(finding: Finding) -> bool:
    """What goes well is no need, and neither is a list of wished things: it names means, not ends."""
    if finding.kind is Kind.EXPERIENCE:
        return finding.attr("polarity") == "positive"
    return finding.kind is Kind.WISH and bool(parts(finding.evidence.quote))


def _add(one: _Signs, evidence: Evidence, share: float, words: Sequence[str]) -> None:
    for place, earlier in enumerate(one.evidence):
        if (
            earlier.conversation == evidence.conversation
            and earlier.turn.id == evidence.turn.id
            and (earlier.start < evidence.end and evidence.start < earlier.end)
        ):
            one.shares[place] = max(one.shares[place], share)
            break
    else:
        one.evidence.append(evidence)
        one.shares.append(share)
    one.words.extend(word for word in words if word not in one.words)


def _unnamed(finding: Finding, certainty: float, signs: dict[str, _Signs], told: Sequence[Evidence]) -> None:
    """What no named need matches joins an earlier one on the same topic or told in the same breath, or stands alone.

    A bad experience stands alone only far from every goal and problem: near one it shows what that one says.
    """
    said = topics(finding.evidence.quote)
    for one in signs.values():
        if one.named is None and (_same_topic(said, topics(one.statement)) or _same_breath(finding.evidence, one)):
            _add(one, finding.evidence, certainty, ())
            return
    if finding.kind not in MAKES_NEED and any(_distance(finding.evidence, other) < FAR for other in told):
        return
    one = _Signs(None, finding.evidence.quote)
    _add(one, finding.evidence, certainty, ())
    signs[f"{finding.evidence.conversation}:{finding.id}"] = one


def _same_topic(one: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether more than half of the fewer topical words are shared."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return bool(short) and 2 * len(shared(short, long)) > len(short)


def _same_breath(evidence: Evidence, signs: _Signs) -> bool:
    """Whether the same speaker told one of the signs within two turns: a goal and the problem it ends are one need."""
    return any(other.speaker == evidence.speaker and _distance(evidence, other) <= A_BREATH for other in signs.evidence)


def _distance(one: Evidence, other: Evidence) -> float:
    """Turns between two places, infinite between two conversations; turns are numbered in order."""
    return abs(one.turn.id - other.turn.id) if one.conversation == other.conversation else math.inf


def _mirrored(finding: Finding, named: Sequence[NamedNeed], signs: Mapping[str, _Signs]) -> None:
    """A mirror makes no need; it makes one surer that the customer has already shown."""
    hits: Sequence[Match] = match(finding.evidence, named)
    for hit in hits:
        if hit.need in signs:
            signs[hit.need].shares.append(MIRRORED * finding.certainty * hit.strength)


def _need(name: str, one: _Signs, confirmed: bool) -> Need:
    start = one.named.weight if one.named else UNNAMED_WEIGHT
    prior = one.named.prior if one.named else UNNAMED_PRIOR
    people = sorted({evidence.speaker for evidence in one.evidence})
    strong = sorted({hit.group().strip() for e in one.evidence for hit in _STRONG.finditer(e.quote)})
    light = AGAIN ** (len(one.evidence) - 1) * SOMEBODY_ELSE ** (len(people) - 1) * STRONGLY ** min(len(strong), 2)
    missed = 1 - prior
    for share in one.shares:
        missed *= 1 - share
    certainty = CONFIRMED if confirmed else min(1 - missed, MOST)
    return Need(
        id=name,
        statement=one.statement,
        evidence=tuple(one.evidence),
        weight=round(1 - (1 - start) * light, 4),
        weight_because=weight_reason(one.named is not None, start, len(one.evidence), len(people), strong),
        certainty=round(certainty, 4),
        certainty_because=certainty_reason(one.named is not None, len(one.evidence), one.words, confirmed),
        named=one.named.id if one.named else None,
        matched_words=tuple(one.words),
        confirmed=confirmed,
    )


def weight_reason(is_named: bool, start: float, mentions: int, people: int, strong: Sequence[str]) -> Message:
    """Where a weight comes from: its start, how often and by how many people it was said, and the strong words."""
    source = Message.of("needs.weight_of_catalogue" if is_named else "needs.weight_of_middle", percent=_percent(start))
    said = Message.of("needs.said_once") if mentions == 1 else Message.of("needs.said_often", mentions=mentions)
    if people > 1:
        said = Message.of("needs.said_by_several", said=said, people=people)
    if strong:
        return Message.of("needs.weight_strong", source=source, said=said, words=", ".join(strong))
    return Message.of("needs.weight", source=source, said=said)


def certainty_reason(is_named: bool, mentions: int, words: Sequence[str], confirmed: bool) -> Message:
    """Where a certainty comes from: the places that show it, the words that made the match, or a person's word."""
    if confirmed:
        return Message.of("needs.certainty_confirmed")
    said = Message.of("needs.places_one") if mentions == 1 else Message.of("needs.places_many", mentions=mentions)
    if is_named:
        return Message.of("needs.certainty_matched", said=said, words=", ".join(words))
    return Message.of("needs.certainty_unnamed", said=said)


def _percent(share: float) -> int:
    return round(100 * share)
