"""Wishes: what was asked for, each thing once, with its reason and its mirror where they were said.

An enumeration ("A, B, die C und der D, das brauch ich") becomes one wish a thing. A repeated wish joins the first. What
gives a reason and what mirrors is found in `understand.linking`. Weak spot: pronouns over more than one turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from augenhoehe.needs.board import Wish
from augenhoehe.needs.lexicon import LIST_TAILS
from augenhoehe.speech.conversation import Conversation
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.linking import Heard, Matter, alike, key, mirror_of, reasons
from augenhoehe.understand.reasoning import reason_start
from augenhoehe.understand.topics import Word, topics

_LIST_TAIL = re.compile(rf"[,;]?\s*(?:{'|'.join(LIST_TAILS)})\b.*$", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"^.*?\b(?:hätte?n?|hätt'?|möchte?n?|will|wollen|wünsche?n?|brauch\w*|nehmen?|nehm|bitte|like|want|need|take|have)\b"
    r"(?:\s+(?:ich|wir|gern|gerne|also|bitte|von ihnen|sie|erst mal))*\s+",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*[,;]\s*(?:und|and|sowie|plus|dazu)?\s*|\s+(?:und|and|sowie|plus)\s+", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(?:(?:der|die|das|den|dem|ein|eine|einen|einem|the|a|an|noch|dann|auch|our|your|ihre?n?|euren?)\s+)+",
    re.IGNORECASE,
)
_LAST_OF_LIST = re.compile(r"[.!?…]+\s*$")
_OPENING = frozenset(
    """
    für fur im in mit ohne bei von auf an ab bis vor zum zur jemand jemanden wer was wie wo uns mir es so zwar nicht
    nichts kein keine keinen gleich for with without at from to by on who what which that it so not no nothing somebody
    someone does is can
    """.split()
)
"""Words with which no thing of an enumeration begins."""
_CLOSING = frozenset("gone down away off up out done back voll weg her hin zurück ab an".split())
"""Words with which none ends."""
_GERMAN = frozenset("und der die das den ein eine einen ich wir mit gern".split())
LEAST_PARTS = 3
LEAST_PARTS_WITH_HEAD = 2
LONGEST_PART = 4
LEAST_BEFORE_REASON = 12
"""Characters before a reason from which they alone name the thing."""


@dataclass(slots=True)
class _Asked:
    """A wished thing while it is put together."""

    what: str
    topics: tuple[Word, ...]
    findings: list[Finding] = field(default_factory=list)
    listed: set[tuple[str, str]] = field(default_factory=set)


def wishes(conversations: Sequence[Conversation], findings: Sequence[Finding]) -> tuple[Wish, ...]:
    """The wished things in the order they were first said."""
    asked: list[_Asked] = []
    for finding in findings:
        if finding.kind is not Kind.WISH:
            continue
        things = parts(finding.evidence.quote)
        before = list(asked)
        for thing in things or (thing_of(finding.evidence.quote),):
            found = _Asked(thing, topics(thing), [finding], {key(finding)} if things else set())
            earlier = next((other for other in before if alike(other.topics, found.topics)), None)
            if earlier is None:
                asked.append(found)
            elif finding not in earlier.findings:
                earlier.findings.append(finding)
                earlier.listed |= found.listed
    heard = Heard(conversations, findings)
    return tuple(_wish(f"w{place}", one, heard) for place, one in enumerate(asked, start=1))


def parts(quote: str) -> tuple[str, ...]:
    """The things an enumeration names, or none where the words are no enumeration of short things."""
    body = _LAST_OF_LIST.sub("", _LIST_TAIL.sub("", quote))
    head = _LIST_HEAD.match(body)
    bare = body[head.end() :] if head else body
    tail = bare.rpartition(": ")[2] if ": " in bare else bare
    things = [_ARTICLE.sub("", part).strip(" .:") for part in _PART.split(tail)]
    things = [_trimmed(thing) for thing in things if thing]
    least = LEAST_PARTS_WITH_HEAD if head else LEAST_PARTS
    if len(things) < least or any(len(thing.split()) > LONGEST_PART or not topics(thing) for thing in things):
        return ()
    if any(thing.split()[0].lower() in _OPENING or thing.split()[-1].lower() in _CLOSING for thing in things):
        return ()
    are_names = all(thing.split()[-1][0].isupper() for thing in things)
    any_name = any(char.isupper() for thing in things for char in thing)
    if not are_names and (not head or len(things) < LEAST_PARTS or (any_name and _is_german(quote))):
        return ()
    return tuple(things)


def _is_german(quote: str) -> bool:
    """Whether the small words are German, where things are written with a capital letter."""
    return not {word.lower() for word in quote.split()}.isdisjoint(_GERMAN)


def _trimmed(thing: str) -> str:
    """Without what follows the thing ("new furniture for all fourteen of us" → "new furniture")."""
    return re.split(r"\s+(?:for|für|mit|with|von|from|bei|in)\s+", thing, maxsplit=1)[0]


def thing_of(quote: str) -> str:
    """A wish's words without the opening that only says that it is one, and without its reason."""
    reason = reason_start(quote)
    body = quote[:reason] if reason is not None and reason > LEAST_BEFORE_REASON else quote
    body = body.strip(" ,.;!?…–-")
    return body or quote.strip()


def _wish(name: str, asked: _Asked, heard: Heard) -> Wish:
    missed = 1.0
    for finding in asked.findings:
        missed *= 1 - finding.certainty
    matter = Matter(asked.topics, tuple(asked.findings), frozenset(asked.listed))
    given = reasons(matter, heard)
    return Wish(
        name,
        asked.what,
        tuple(finding.evidence for finding in asked.findings),
        round(1 - missed, 4),
        mirror_of(matter, heard),
        given[0] if given else None,
    )
