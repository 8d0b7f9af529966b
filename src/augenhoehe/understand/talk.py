"""A conversation prepared for the detectors: words, passages, cues and the view from each passage to its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from augenhoehe.speech.conversation import Conversation, Language, Role, Turn
from augenhoehe.understand.findings import ACCUSING, Kind
from augenhoehe.understand.lexicons import Cue, Lexicon, lexicon
from augenhoehe.understand.passages import Passage, passages
from augenhoehe.understand.words import Vocabulary, Words, speller

SPECIFIC_BASE, SPECIFIC_STEP = 0.4, 0.2
"""A pattern of one telling word counts 0.7 of its cue's weight, of two and a half words in full."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: words `first` to `last` (included) of the turn."""

    cue: Cue
    first: int
    last: int
    specificity: float

    @property
    def weight(self) -> float:
        """Log-odds this hit adds: the cue's weight, less where the pattern asks for little."""
        if self.cue.weight < 0 or self.cue.kind in ACCUSING:
            return self.cue.weight
        return self.cue.weight * min(1.0, SPECIFIC_BASE + SPECIFIC_STEP * self.specificity)


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A passage in its place: what it holds, who says it, what came before.

    `marks` gives for each mark the longest stretch that bears it: first and last word (included) of the turn.
    """

    talk: Talk
    said: Said
    place: int
    passage: Passage
    hits: Mapping[Kind, tuple[Hit, ...]]
    marks: Mapping[str, tuple[int, int]]

    @property
    def texts(self) -> Sequence[str]:
        """The written-out words of the passage."""
        return self.said.words.texts[self.passage.first : self.passage.last]

    @property
    def role(self) -> Role:
        return self.said.turn.role

    @property
    def asks(self) -> bool:
        """Whether the passage ends in a question mark."""
        return self.passage.ending == "?" and self.passage.closes

    @property
    def is_first(self) -> bool:
        """Whether the turn begins here."""
        return self.place == 0

    @property
    def neighbours(self) -> tuple[Spot, ...]:
        """The other passages of the same sentence or right beside it."""
        spots = self.said.spots
        return tuple(spots[i] for i in (self.place - 1, self.place + 1) if 0 <= i < len(spots))

    @property
    def before(self) -> Said | None:
        """The last turn of another speaker's side before this one, if it is one of the three turns before."""
        index = self.said.index
        for said in reversed(self.talk.said[max(0, index - 4) : index]):
            if said.turn.role is not self.role:
                return said
        return None

    def marked(self, *names: str) -> bool:
        """Whether the passage bears one of these marks."""
        return any(name in self.marks for name in names)

    def has(self, kind: Kind, weight: float = 0.1) -> bool:
        """Whether a cue of a kind with at least this weight stands here."""
        return any(hit.cue.weight >= weight for hit in self.hits.get(kind, ()))

    def has_word(self, *words: str) -> bool:
        """Whether one of these words, or of these <classes>, stands here."""
        classes = self.said.vocabulary.classes
        return any(
            not classes[word[1:-1]].isdisjoint(self.texts) if word[0] == "<" else word in self.texts for word in words
        )

    def begins_with(self, *words: str) -> bool:
        """Whether one of these words, or of these <classes>, opens the passage (fillers may go before)."""
        known = self.said.vocabulary
        for text in self.texts[:4]:
            if any(text in known.classes[word[1:-1]] if word[0] == "<" else text == word for word in words):
                return True
            if text not in known.fillers and text not in known.classes["lead"]:
                return False
        return False

    @property
    def has_number(self) -> bool:
        """Whether a number stands here, beyond "ein" and "one"."""
        known = self.said.vocabulary
        return any(known.is_number(text) and text not in known.classes["a"] for text in self.texts)

    def follows(self, *marks: str) -> bool:
        """Whether the turn of the other side before bears one of these marks, and the passage is near its answer."""
        before = self.before
        return before is not None and self.place < 4 and not before.marks.isdisjoint(marks)

    @property
    def is_late(self) -> bool:
        """Whether the last third of the conversation has begun."""
        return self.said.index * 3 >= len(self.talk.conversation.turns) * 2

    @property
    def is_early(self) -> bool:
        """Whether the first half of the conversation is not over."""
        return self.said.index * 2 <= len(self.talk.conversation.turns)


@dataclass(slots=True)
class Said:
    """One turn with its words and passages."""

    turn: Turn
    index: int
    language: str
    words: Words
    spots: tuple[Spot, ...] = ()
    marks: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the turn's language."""
        return lexicon(self.language).matcher.known

    def has(self, kind: Kind, weight: float = 0.1) -> bool:
        """Whether a cue of a kind with at least this weight stands in the turn."""
        return any(spot.has(kind, weight) for spot in self.spots)

    @property
    def asks(self) -> bool:
        """Whether the turn ends in a question."""
        return bool(self.spots) and (self.spots[-1].asks or self.spots[-1].marked("asks"))


@dataclass(slots=True)
class Talk:
    """A conversation prepared for the detectors."""

    conversation: Conversation
    said: list[Said] = field(default_factory=list)

    def recent(self, said: Said, role: Role, turns: int) -> Iterator[Said]:
        """The last turns of one side before a turn, nearest first."""
        for earlier in reversed(self.said[max(0, said.index - turns) : said.index]):
            if earlier.turn.role is role:
                yield earlier

    @property
    def spots(self) -> Iterator[Spot]:
        """All passages in order."""
        for said in self.said:
            yield from said.spots


def stems_of(texts: Sequence[str], known: Lexicon) -> frozenset[str]:
    """Content words cut to their first five letters, and numbers: enough to see that two turns share a topic."""
    vocabulary = known.matcher.known
    skip = vocabulary.common | vocabulary.fillers
    found = set()
    for text in texts:
        for part in text.split("-"):
            if part in skip or part in vocabulary.classes["fin"] or part in vocabulary.classes["wword"]:
                continue
            if len(part) >= 4 or (part and vocabulary.is_number(part)):
                found.add(part[:5])
    return frozenset(found)


_TELLING = {
    "de": frozenset(
        "ich sie und das ist nicht die der wir ein es auf mit auch wenn dann haben wie für dass aber noch ja".split()
    ),
    "en": frozenset(
        "i you and the is not we a it on with that if then have how for this but to of do yes what so".split()
    ),
}


def language_of(words: Sequence[str], otherwise: str) -> str:
    """The language of a row of words by its small words; `otherwise` where they do not tell."""
    counts = Counter({language: sum(word in small for word in words) for language, small in _TELLING.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most >= 2 and most > second else otherwise


def _language(conversation: Conversation) -> str | None:
    """The one language of a conversation, or None where each turn has to be looked at."""
    if conversation.language is Language.GERMAN:
        return "de"
    if conversation.language is Language.ENGLISH:
        return "en"
    return None


def prepare(conversation: Conversation) -> Talk:
    """Cut a conversation into passages and find the cues in them."""
    talk = Talk(conversation)
    whole = _language(conversation)
    last = whole or "de"
    for index, turn in enumerate(conversation.turns):
        language = whole or language_of(turn.text.lower().split(), last)
        last = language
        known = lexicon(language)
        words = speller(language).words(turn.text)
        said = Said(turn, index, language, words)
        _find(talk, said, known)
        said.stems = stems_of(words.texts, known)
        talk.said.append(said)
    return talk


def _find(talk: Talk, said: Said, known: Lexicon) -> None:
    """Fill the passages of a turn with their cues and marks."""
    vocabulary = known.matcher.known
    parts = passages(said.turn.text, said.words, vocabulary)
    texts = said.words.texts
    lead = vocabulary.fillers | vocabulary.classes["lead"]
    begins = set()
    for part in parts:
        place = part.first
        begins.add(place)
        while place < part.last - 1 and texts[place] in lead:
            place += 1
            begins.add(place)
    ends = {part.last for part in parts}

    def edge(position: int, which: str) -> bool:
        return position in (begins if which == "^" else ends)

    owner_of = [0] * len(texts)
    for number, part in enumerate(parts):
        owner_of[part.first : part.last] = [number] * len(part)
    hits: list[dict[Kind, list[Hit]]] = [{} for _ in parts]
    marks: list[dict[str, tuple[int, int]]] = [{} for _ in parts]
    guarded: set[tuple[int, int]] = set()
    for first, last in _sentences(parts):
        for pattern, begin, end in known.matcher.find(texts, first, last, edge):
            part_number = owner_of[end]
            what, owner = known.owners[pattern]
            if isinstance(owner, str):
                known_span = marks[part_number].get(owner)
                if known_span is None or end - begin > known_span[1] - known_span[0]:
                    marks[part_number][owner] = (begin, end)
            elif what == "guard":
                guarded.add((part_number, owner.number))
            else:
                hits[part_number].setdefault(owner.kind, []).append(
                    Hit(owner, begin, end, known.matcher.patterns[pattern].specificity)
                )
    said.spots = tuple(
        Spot(
            talk,
            said,
            number,
            part,
            {
                kind: kept
                for kind, found in hits[number].items()
                if (kept := tuple(hit for hit in found if (number, hit.cue.number) not in guarded))
            },
            marks[number],
        )
        for number, part in enumerate(parts)
    )
    said.marks = frozenset().union(*marks) if marks else frozenset()


def _sentences(parts: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Word ranges in which a pattern may match: whole sentences, and in raw speech each passage."""
    place = 0
    while place < len(parts):
        stop = place + 1
        while stop < len(parts) and parts[stop].sentence == parts[place].sentence:
            stop += 1
        yield parts[place].first, parts[stop - 1].last
        place = stop


def shared_stems(spot: Spot, turns: Sequence[Said]) -> frozenset[str]:
    """Content words of a passage that also stand in some turns."""
    known = lexicon(spot.said.language)
    own = stems_of(spot.texts, known)
    heard: set[str] = set()
    for said in turns:
        heard |= said.stems
    return frozenset(own & heard)
