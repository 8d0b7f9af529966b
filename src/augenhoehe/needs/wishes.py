"""Wishes: what was asked for, each thing once, with its reason and its mirror where they were said.

An enumeration ("A, B, die C und der D, das brauch ich") becomes one wish a thing. A repeated wish joins the first. The
reason of a wish is, in this order: a clause that gives it in the same breath; the answer to the adviser's question
what the thing is for; a goal or problem told beside it. Weak spots: pronouns over more than one turn, and reasons
given before the wish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from augenhoehe.needs.board import Wish
from augenhoehe.needs.lexicon import LIST_TAILS
from augenhoehe.speech.conversation import Conversation, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.reason_words import REASON_CLAUSES, REASON_QUESTIONS
from augenhoehe.understand.topics import COMPOUND_PART, Word, likeness, shared, topics

_REASON = re.compile("|".join(REASON_CLAUSES), re.IGNORECASE)
_REASON_QUESTION = re.compile("|".join(REASON_QUESTIONS), re.IGNORECASE)
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
_OPENING = frozenset("für fur im in mit bei von auf an zum zur jemanden uns mir for with at from".split())
LEAST_PARTS = 3
LEAST_PARTS_WITH_HEAD = 2
LONGEST_PART = 4
REACH_OF_MIRROR = 6
A_BREATH = 2


@dataclass(slots=True)
class _Asked:
    """A wished thing while it is put together."""

    what: str
    topics: tuple[Word, ...]
    findings: list[Finding] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)

    def alone_in(self, finding: Finding) -> bool:
        """Whether a finding asks for this thing alone, so that what stands beside it is about this thing."""
        return _key(finding) not in self.listed


def _key(finding: Finding) -> str:
    return f"{finding.evidence.conversation}:{finding.id}"


def wishes(conversations: Sequence[Conversation], findings: Sequence[Finding]) -> tuple[Wish, ...]:
    """The wished things in the order they were first said."""
    asked: list[_Asked] = []
    for finding in findings:
        if not asks_for_a_thing(finding):
            continue
        things = parts(finding.evidence.quote)
        before = list(asked)
        for thing in things or (thing_of(finding.evidence.quote),):
            found = _Asked(thing, topics(thing), [finding], {_key(finding)} if things else set())
            earlier = next((other for other in before if _alike(other, found)), None)
            if earlier is None:
                asked.append(found)
            elif finding not in earlier.findings:
                earlier.findings.append(finding)
                earlier.listed |= found.listed
    by_id = {conversation.id: conversation for conversation in conversations}
    return tuple(_wish(f"w{place}", one, by_id, findings) for place, one in enumerate(asked, start=1))


def asks_for_a_thing(finding: Finding) -> bool:
    """A wish, or a concession asked for that is not about the price: more scope, more time, other terms are wished
    things too.
    """
    return finding.kind is Kind.WISH or (finding.kind is Kind.ASK_CONCESSION and finding.attr("type") != "price")


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
    if head and len(things) < LEAST_PARTS and not all(any(char.isupper() for char in thing) for thing in things):
        return ()
    if not head and not all(
        thing.split()[-1][0].isupper() and thing.split()[0].lower() not in _OPENING for thing in things
    ):
        return ()
    return tuple(things)


def _trimmed(thing: str) -> str:
    """Without what follows the thing ("new furniture for all fourteen of us" → "new furniture")."""
    return re.split(r"\s+(?:for|für|mit|with|von|from|bei|in)\s+", thing, maxsplit=1)[0]


def thing_of(quote: str) -> str:
    """A wish's words without the opening that only says that it is one, and without its reason."""
    reason = _REASON.search(quote)
    body = quote[: reason.start()] if reason and reason.start() > 12 else quote
    body = body.strip(" ,.;!?…–-")
    return body or quote.strip()


def _alike(one: _Asked, other: _Asked) -> bool:
    """Whether two wishes ask for the same thing: more than half of the shorter one's topics, or half with what it
    begins with.

    The head of a compound alone ("Toolbox") joins nothing; its first part ("Simulation") does.
    """
    short, long = (one, other) if len(one.topics) <= len(other.topics) else (other, one)
    hits = [place for place, word in enumerate(short.topics) if any(_same_topic(word, w) for w in long.topics)]
    if 2 * len(hits) > len(short.topics):
        return True
    begins = bool(hits) and (hits[0] == 0 or _same_topic(short.topics[hits[0]], long.topics[0]))
    return begins and 2 * len(hits) == len(short.topics)


def _same_topic(one: Word, other: Word) -> bool:
    if max(likeness(one, other), likeness(other, one)) == 1.0:
        return True
    short, long = sorted((one.folded, other.folded), key=len)
    return len(short) >= COMPOUND_PART and long.startswith(short)


def _wish(name: str, asked: _Asked, by_id: dict[str, Conversation], findings: Sequence[Finding]) -> Wish:
    missed = 1.0
    for finding in asked.findings:
        missed *= 1 - finding.certainty
    return Wish(
        name,
        asked.what,
        tuple(finding.evidence for finding in asked.findings),
        round(1 - missed, 4),
        _mirror(asked, by_id, findings),
        _reason(asked, by_id, findings),
    )


def _reason(asked: _Asked, by_id: dict[str, Conversation], findings: Sequence[Finding]) -> Evidence | None:
    for finding in asked.findings:
        clause = reason_clause(finding.evidence) if asked.alone_in(finding) else None
        if clause is not None:
            return clause
    for finding in asked.findings:
        answer = _answer(asked, finding, by_id[finding.evidence.conversation])
        if answer is not None:
            return answer
    for finding in asked.findings:
        beside = _beside(asked, finding, by_id[finding.evidence.conversation], findings)
        if beside is not None:
            return beside
    return None


def reason_clause(evidence: Evidence) -> Evidence | None:
    """The clause of the same turn, in the wish's own sentence or the next, that gives its reason."""
    text = evidence.turn.text
    end = evidence.end
    for _ in range(2):
        stop = re.search(r"[.!?…](?:\s|$)", text[end:])
        end = end + stop.end() if stop else len(text)
    hit = _REASON.search(text, evidence.start, end)
    if hit is None:
        return None
    stop = re.search(r"[.!?…](?:\s|$)", text[hit.start() : end])
    last = hit.start() + stop.start() + 1 if stop else end
    return Evidence(evidence.conversation, evidence.turn, hit.start(), last) if last - hit.start() > 8 else None


def _answer(asked: _Asked, wish: Finding, conversation: Conversation) -> Evidence | None:
    """The customer's turn after an adviser's question what this thing is for.

    The question names the thing, or asks with a pronoun right after the customer named it.
    """
    turns, said = conversation.turns, wish.evidence
    for place, turn in enumerate(turns):
        if turn.role is not Role.ADVISER or not _after(turns, said.turn, place):
            continue
        for sentence in re.findall(r"[^.!?…]+\?", turn.text):
            if not _REASON_QUESTION.search(sentence):
                continue
            before = _previous(turns, place)
            names_it = bool(shared(asked.topics, topics(sentence)))
            points_at_it = (before is not None and asked.alone_in(wish) and before.id == said.turn.id) or (
                before is not None and before.id != said.turn.id and bool(shared(asked.topics, topics(before.text)))
            )
            if names_it or points_at_it:
                reply = next((t for t in turns[place + 1 : place + 3] if t.role is Role.CUSTOMER), None)
                if reply is not None and len(reply.text.split()) > 2:
                    return Evidence(conversation.id, reply, 0, len(reply.text))
    return None


def _after(turns: Sequence[Turn], turn: Turn, place: int) -> bool:
    return next(at for at, other in enumerate(turns) if other.id == turn.id) < place


def _previous(turns: Sequence[Turn], place: int) -> Turn | None:
    return next((turn for turn in reversed(turns[:place]) if turn.role is Role.CUSTOMER), None)


def _beside(asked: _Asked, wish: Finding, conversation: Conversation, findings: Sequence[Finding]) -> Evidence | None:
    """A goal or problem in the same turn, one that names the thing, or one told a breath before or after."""
    place = {turn.id: at for at, turn in enumerate(conversation.turns)}
    told = [
        (abs(place[finding.evidence.turn.id] - place[wish.evidence.turn.id]), finding.evidence)
        for finding in findings
        if finding.kind in (Kind.GOAL, Kind.PROBLEM) and finding.evidence.conversation == conversation.id
    ]
    for distance, evidence in told:
        if (distance == 0 and asked.alone_in(wish)) or shared(asked.topics, topics(evidence.quote)):
            return evidence
    near = [(distance, evidence) for distance, evidence in told if distance <= A_BREATH and asked.alone_in(wish)]
    return min(near, key=lambda one: one[0])[1] if near else None


def _mirror(asked: _Asked, by_id: dict[str, Conversation], findings: Sequence[Finding]) -> Evidence | None:
    for wish in asked.findings:
        conversation = by_id[wish.evidence.conversation]
        place = {turn.id: at for at, turn in enumerate(conversation.turns)}
        for finding in findings:
            if finding.kind is not Kind.MIRROR or finding.evidence.conversation != conversation.id:
                continue
            distance = place[finding.evidence.turn.id] - place[wish.evidence.turn.id]
            if distance == 1 and asked.alone_in(wish):
                return finding.evidence
            if 0 < distance <= REACH_OF_MIRROR and shared(asked.topics, topics(finding.evidence.quote)):
                return finding.evidence
    return None
