"""What belongs together in one or several conversations: a wish and its reasons, a mirror and what it gives back, a
promise and what it was asked for, and what was said more than once.

Everything is found by words that two places share and by how near they stand, so it is an estimate. Weak where people
say the same thing in other words, and where two matters are told within a few turns: nearness then takes the wrong one.
Questions and their answers are linked in `answering`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from augenhoehe.speech.conversation import Conversation, Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.findings import CUSTOMER_KINDS, Finding, Kind
from augenhoehe.understand.reasoning import reason_clause, reason_question, telling_beside
from augenhoehe.understand.topics import COMPOUND_PART, SHORT, Word, shared, topics, traces

NEAR_REASON = 4
"""Turns around a wish in which a goal, a problem or a bad experience is its reason without sharing a word."""
NEAR_MIRROR = 8
"""Turns after a wish in which a mirror that shares a word gives it back."""
LONG_TURN = 80
"""Words from which a turn, mostly a mail, holds several matters: then nearness alone says nothing."""
REQUEST_REACH = 6
"""Turns before a promise in which a request is taken up without sharing a word."""
TOLD = (Kind.GOAL, Kind.PROBLEM, Kind.EXPERIENCE)
"""Kinds that can be the reason of a wish."""
ASKED = (Kind.WISH, Kind.ASK_CONCESSION, Kind.QUESTION, Kind.OBJECTION)
"""What a promise of the adviser's side can take up."""


class Relation(StrEnum):
    """How the source of a link stands to its target."""

    REASON = "reason"
    MIRROR = "mirror"
    PROMISE = "promise"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Link:
    """`source` is a reason of, mirrors, takes up or repeats `target`."""

    relation: Relation
    source: Evidence
    target: Finding


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing some findings speak of: its topical words and the findings, first said first.

    `listed` holds those findings that name several things: what stands beside them may be about another one.
    """

    topics: tuple[Word, ...]
    findings: tuple[Finding, ...]
    listed: frozenset[tuple[str, str]] = field(default=frozenset())
    traces: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "traces", traces(self.topics))

    def alone_in(self, finding: Finding) -> bool:
        """Whether a finding speaks of this thing alone."""
        return key(finding) not in self.listed


def key(finding: Finding) -> tuple[str, str]:
    """What tells a finding from those of every other conversation."""
    return finding.evidence.conversation, finding.id


@dataclass(slots=True)
class Heard:
    """Conversations with their findings, ready to be looked up: the place of each turn, the topics of each finding."""

    conversations: Sequence[Conversation]
    findings: Sequence[Finding]
    by_id: dict[str, Conversation] = field(init=False)
    _places: dict[tuple[str, int], int] = field(init=False)
    _topics: dict[tuple[str, str], tuple[Word, ...]] = field(init=False, default_factory=dict)
    _traces: dict[tuple[str, str], frozenset[str]] = field(init=False, default_factory=dict)
    _of: dict[str, list[Finding]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {conversation.id: conversation for conversation in self.conversations}
        self._places = {
            (conversation.id, turn.id): place
            for conversation in self.conversations
            for place, turn in enumerate(conversation.turns)
        }
        for finding in self.findings:
            if finding.evidence.conversation in self.by_id:
                self._of.setdefault(finding.evidence.conversation, []).append(finding)

    def place(self, evidence: Evidence) -> int:
        """The place of its turn in its conversation."""
        return self._places[evidence.conversation, evidence.turn.id]

    def topics(self, finding: Finding) -> tuple[Word, ...]:
        """The topical words of its quote."""
        name = key(finding)
        if name not in self._topics:
            self._topics[name] = topics(finding.evidence.quote)
        return self._topics[name]

    def shares(self, matter: Matter, finding: Finding) -> bool:
        """Whether a finding's quote has one of a matter's topical words."""
        name = key(finding)
        if name not in self._traces:
            self._traces[name] = traces(self.topics(finding))
        return not matter.traces.isdisjoint(self._traces[name]) and bool(shared(matter.topics, self.topics(finding)))

    def of(self, conversation: str, *kinds: Kind) -> Iterator[Finding]:
        """The findings of one conversation of some kinds."""
        return (finding for finding in self._of.get(conversation, ()) if finding.kind in kinds)


def links(conversations: Sequence[Conversation], findings: Sequence[Finding]) -> tuple[Link, ...]:
    """All links: of each wish its reasons, of each mirror what it gives back, of each promise what it takes up, and of
    what was said again where it was said first. In the order of the findings.
    """
    heard = Heard(conversations, findings)
    found: list[Link] = []
    for group in groups(findings):
        found += [Link(Relation.AGAIN, later.evidence, group[0]) for later in group[1:]]
        if group[0].kind is Kind.WISH:
            matter = Matter(heard.topics(group[0]), group)
            found += [Link(Relation.REASON, reason, group[0]) for reason in reasons(matter, heard)]
    for finding in findings:
        if finding.evidence.conversation not in heard.by_id:
            continue
        if finding.kind is Kind.MIRROR:
            found += [Link(Relation.MIRROR, finding.evidence, one) for one in mirrored(finding, heard)]
        elif finding.kind is Kind.PROMISE and (request := requested(finding, heard)) is not None:
            found.append(Link(Relation.PROMISE, finding.evidence, request))
    return tuple(found)


def groups(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Findings of the same kind and side that speak of the same thing, together; in the order first said.

    Questions and mirrors are never repeated: each asks or gives back something at its own time.
    """
    found: list[tuple[list[Finding], tuple[Word, ...]]] = []
    by_trace: dict[tuple[Kind, Role, str], list[int]] = {}
    for finding in findings:
        words = topics(finding.evidence.quote)
        marks = [(finding.kind, finding.role, trace) for trace in sorted(traces(words))]
        near = sorted({place for mark in marks for place in by_trace.get(mark, ())})
        same = next((found[place][0] for place in near if alike(found[place][1], words)), None)
        if same is not None and finding.kind not in (Kind.QUESTION, Kind.MIRROR):
            same.append(finding)
            continue
        for mark in marks:
            by_trace.setdefault(mark, []).append(len(found))
        found.append(([finding], words))
    return tuple(tuple(group) for group, _ in found)


def alike(one: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether two things are the same: more than half of the shorter one's topics, or half with what it begins with.

    The head of a compound alone ("Toolbox") joins nothing; its first part ("Simulation") does.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    hits = [place for place, word in enumerate(short) if any(_same_topic(word, w) for w in long)]
    if 2 * len(hits) > len(short):
        return True
    begins = bool(hits) and (hits[0] == 0 or _same_topic(short[hits[0]], long[0]))
    return begins and 2 * len(hits) == len(short)


def _same_topic(one: Word, other: Word) -> bool:
    if one.folded == other.folded:
        return True
    short, long = (one, other) if len(one.folded) <= len(other.folded) else (other, one)
    if len(short.folded) > SHORT and (one.german == other.german or one.english == other.english):
        return True
    return len(short.folded) >= COMPOUND_PART and long.folded.startswith(short.folded)


def reasons(matter: Matter, heard: Heard) -> tuple[Evidence, ...]:
    """The reasons given for a wished thing, the surest first, none twice.

    In this order: a clause in the same breath; the answer to the adviser's question what it is for; a goal, a problem
    or a bad experience in the same turn or with a word of it anywhere; one told within a few turns; what else stands
    in the same turn.
    """
    found: list[Evidence] = []
    found += [clause for one in matter.findings if matter.alone_in(one) and (clause := reason_clause(one.evidence))]
    for one in matter.findings:
        conversation = heard.by_id[one.evidence.conversation]
        answer = reason_question(conversation, one.evidence, matter.topics, alone=matter.alone_in(one))
        found += [answer] if answer else []
    told = [_told(matter, one, heard) for one in matter.findings]
    for rank in (0, 1):
        found += [evidence for one in told for at, evidence in one if at == rank]
    found += [
        rest for one in matter.findings if matter.alone_in(one) and (rest := telling_beside(one.evidence)) is not None
    ]
    return tuple(dict.fromkeys(found))


def _told(matter: Matter, wish: Finding, heard: Heard) -> list[tuple[int, Evidence]]:
    """Goals, problems and bad experiences that go with a wish: (0 sure or 1 near, the words), the nearest first."""
    place, alone = heard.place(wish.evidence), matter.alone_in(wish)
    found = []
    for finding in heard.of(wish.evidence.conversation, *TOLD):
        if finding.kind is Kind.EXPERIENCE and finding.attr("polarity") == "positive":
            continue
        distance = abs(heard.place(finding.evidence) - place)
        if (distance == 0 and alone) or heard.shares(matter, finding):
            found.append((0, distance, finding.evidence))
        elif distance <= NEAR_REASON and alone:
            found.append((1, distance, finding.evidence))
    return [(rank, evidence) for rank, _, evidence in sorted(found, key=lambda each: each[:2])]


def mirror_of(matter: Matter, heard: Heard) -> Evidence | None:
    """The first mirror that gives a wished thing back, None where none does."""
    for wish in matter.findings:
        for mirror in heard.of(wish.evidence.conversation, Kind.MIRROR):
            if _gives_back(matter, wish, mirror, heard):
                return mirror.evidence
    return None


def _gives_back(matter: Matter, wish: Finding, mirror: Finding, heard: Heard) -> bool:
    """In the next turn of the other side, or with a word of it soon after or right before."""
    place, at = heard.place(wish.evidence), heard.place(mirror.evidence)
    if not -1 <= at - place <= NEAR_MIRROR or at == place:
        return False
    if at > place and matter.alone_in(wish) and len(wish.evidence.turn.text.split()) < LONG_TURN:
        turns = heard.by_id[wish.evidence.conversation].turns
        if all(turn.role is not Role.ADVISER for turn in turns[place + 1 : at]):
            return True
    return heard.shares(matter, mirror)


def mirrored(mirror: Finding, heard: Heard) -> tuple[Finding, ...]:
    """What of the customer's a mirror gives back: what was said before it with a word of it, else what was said last.

    The nearest first; empty where the customer said nothing that was found.
    """
    place, said = heard.place(mirror.evidence), Matter(heard.topics(mirror), (mirror,))
    before = [
        (place - heard.place(finding.evidence), finding)
        for finding in heard.of(mirror.evidence.conversation, *CUSTOMER_KINDS)
        if heard.place(finding.evidence) < place
    ]
    same_words = [each for each in before if heard.shares(said, each[1])]
    nearest = min((distance for distance, _ in before), default=0)
    chosen = same_words or [each for each in before if each[0] == nearest <= NEAR_REASON]
    return tuple(finding for _, finding in sorted(chosen, key=lambda each: each[0]))


def requested(promise: Finding, heard: Heard) -> Finding | None:
    """What a promise takes up: the other side's wish, request, question or doubt that shares a word with it, the
    nearest first, else the last one within a few turns; None where nothing was asked.
    """
    place, said = heard.place(promise.evidence), Matter(heard.topics(promise), (promise,))
    before = [
        (place - heard.place(finding.evidence), finding)
        for finding in heard.of(promise.evidence.conversation, *ASKED, Kind.ADVICE)
        if heard.place(finding.evidence) < place and finding.role is not promise.role
    ]
    same_words = [each for each in before if heard.shares(said, each[1])]
    near = [each for each in before if each[0] <= REQUEST_REACH and each[1].kind is not Kind.OBJECTION]
    chosen = min(same_words or near, key=lambda each: each[0], default=None)
    return chosen[1] if chosen else None
