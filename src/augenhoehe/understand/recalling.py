"""Read notes: what somebody wrote down after a talk, in the third person, in telegram style or as key words.

A note has no speakers. Its author reports what the other side said and what they said themselves, so a finding says
`by` whose statement is reported: "wollte die große Anlage" is the customer's wish, "zwei Mikrofone empfohlen" is one's
own advice. Each clause gives at most one finding; a clause that leans on the one before ("dass …", "um …") belongs to
it. A heading ("Ziel:", "To do:") says the kind of what follows it, and alone on its line of the lines below.

Weak spots: a bare participle is taken for the author's own deed ("zugesagt" without a subject), so a customer's
promise noted that way changes sides; names are no help, since a note does not say who belongs to which side; words
somebody quotes in their own first person ("wir brauchen …") stay unread; irony and hearsay are taken at their word;
what a heading covers ends only at the next heading. Nothing is surer than `note_cues.MOST`: it is one's memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from augenhoehe.speech.conversation import Channel, Conversation, Role, Turn
from augenhoehe.speech.messages import Message
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.note_cues import NoteCue, NoteLexicon, note_lexicon
from augenhoehe.understand.note_parts import Hit, Part, Recalled, finding
from augenhoehe.understand.settling import ONE_THOUGHT
from augenhoehe.understand.talk import Said, Talk

ALONE = 0.6
"""Certainty of a question mark alone: an open question, whoever asked it."""
BELOW = 0.05
"""How much less sure a line below a heading is than one beside it."""
SPLITS = 0.7
"""Certainty from which a second cue in a clause of raw speech begins a finding of its own."""

_STRONG = re.compile(r"[;•→]|=>|->|\s/\s")
_CUT = re.compile(r"[,:;]|[–—]|\s-\s")
_JOINED = ONE_THOUGHT - {Kind.WISH, Kind.ADVICE}


def is_note(conversation: Conversation, turn: Turn) -> bool:
    """Whether a turn is its author's note: no side of a conversation said it."""
    return conversation.channel is Channel.NOTES and turn.role is Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or a piece of one between strong marks: words `first` to `last` (excluded)."""

    first: int
    last: int
    asks: bool
    raw: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with its words; the first word after it stands at `after`."""

    cue: NoteCue
    words: str
    after: int


def recall(talk: Talk) -> dict[int, list[Recalled]]:
    """What the notes of a conversation report, by the index of the turn. Turns of speakers are left out."""
    found: dict[int, list[Recalled]] = {}
    above: _Heading | None = None
    for said in talk.said:
        if is_note(talk.conversation, said.turn):
            found[said.index], above = _of_turn(said, note_lexicon(said.language), above)
    return found


def _of_turn(said: Said, known: NoteLexicon, above: _Heading | None) -> tuple[list[Recalled], _Heading | None]:
    """The findings of one turn, and the heading that stands over the next."""
    found: list[Recalled] = []
    for unit in _units(said):
        heading, first = _heading(said, unit, known)
        if heading is not None and first >= unit.last:
            above = heading
            continue
        if heading is None and above is not None and _ends_list(said, unit):
            above = None
            continue
        inner = _Unit(first, unit.last, unit.asks, unit.raw)
        found += [finding(said, part, known) for part in _Reader(said, inner, known, heading, above).parts()]
    return found, above


def _units(said: Said) -> Iterator[_Unit]:
    """Sentences, cut again at semicolons, arrows and slashes; raw speech is one unit."""
    if not said.spots:
        return
    text, words = said.turn.text, said.words
    if said.spots[0].passage.raw:
        yield _Unit(0, len(words), text.rstrip().endswith("?"), True)
        return
    ends: dict[int, tuple[int, bool]] = {}
    for spot in said.spots:
        ends[spot.passage.sentence] = (spot.passage.last, spot.passage.ending == "?")
    first = 0
    for last, asks in ends.values():
        for place in range(first + 1, last):
            if _STRONG.search(text, words.ends[place - 1], words.starts[place]):
                yield _Unit(first, place, False, False)
                first = place
        yield _Unit(first, last, asks, False)
        first = last


def _heading(said: Said, unit: _Unit, known: NoteLexicon) -> tuple[_Heading | None, int]:
    """The heading a unit begins with, and the first word after it (of the whole where it belongs to the quote)."""
    words, text = said.words, said.turn.text
    hit = known.heading.match(text, words.starts[unit.first])
    if hit is None:
        return None, unit.first
    if hit["mark"] is None and hit.end() < words.ends[unit.last - 1]:
        return None, unit.first
    cue = known.headings[" ".join(re.sub(r"[\s-]+", " ", hit["words"]).lower().split())]
    after = unit.first
    while after < unit.last and words.starts[after] < hit.end("words"):
        after += 1
    heading = _Heading(cue, hit["words"], after)
    return heading, unit.first if cue.quoted and after < unit.last else after


def _ends_list(said: Said, unit: _Unit) -> bool:
    """Whether a unit is a heading that says no kind ("Gespräch:"): what was above it does not reach below."""
    return unit.last - unit.first <= 3 and said.turn.text.rstrip().endswith(":")


class _Reader:
    """Reads one unit into parts."""

    __slots__ = ("above", "dues", "heading", "hits", "known", "said", "unit")

    def __init__(
        self, said: Said, unit: _Unit, known: NoteLexicon, heading: _Heading | None, above: _Heading | None
    ) -> None:
        self.said, self.unit, self.known, self.heading = said, unit, known, heading
        self.above = above if heading is None else None
        self.hits = self._find()

    def _cut(self, place: int) -> str:
        """How a clause begins at a word: "mark", "join" or not at all."""
        words = self.said.words
        if words.starts[place] < words.ends[place - 1] or (self.heading is not None and place == self.heading.after):
            return ""
        if _CUT.search(self.said.turn.text, words.ends[place - 1], words.starts[place]):
            return "mark"
        return "join" if words.texts[place] in self.known.joins else ""

    def _clauses(self) -> list[tuple[int, int, str]]:
        """Clauses with how each begins. A join counts only where both sides report something."""
        unit = self.unit
        clauses = [(unit.first, unit.last, "mark")]
        for place in range(unit.first + 1, unit.last):
            how = self._cut(place)
            if how and (how == "mark" or self._reports_apart(clauses[-1][0], place)):
                first, _, before = clauses[-1]
                clauses[-1:] = [(first, place, before), (place, unit.last, how)]
        return [piece for clause in clauses for piece in self._split(*clause)] if unit.raw else clauses

    def _reports_apart(self, first: int, place: int) -> bool:
        here = [hit for hit in self.hits if hit.first >= first]
        following = next((at for at in range(place + 1, self.unit.last) if self._cut(at)), self.unit.last)
        later = any(place <= hit.first and hit.last < following for hit in here)
        return later and (any(hit.last < place for hit in here) or self.heading is not None)

    def _split(self, first: int, last: int, how: str) -> Iterator[tuple[int, int, str]]:
        """A clause of raw speech, cut before each further thing it reports."""
        texts, known = self.said.words.texts, self.known
        strong = sorted((hit for hit in self.hits if first <= hit.first and hit.last < last), key=_order)
        edge, end, kind = first, -1, None
        for hit in strong:
            if hit.certainty < SPLITS or hit.first <= end:
                continue
            if kind is not None and kind != (hit.cue.kind, hit.cue.by, hit.cue.attrs):
                place = hit.first
                while place - 1 > end and texts[place - 1] in known.subjects:
                    place -= 1
                yield edge, place, how
                edge, how = place, "mark"
            end, kind = hit.last, (hit.cue.kind, hit.cue.by, hit.cue.attrs)
        yield edge, last, how

    def _find(self) -> list[Hit]:
        """The cues of the unit that no guard in their clause and no mark in their middle takes away."""
        texts, unit, matcher = self.said.words.texts, self.unit, self.known.matcher
        begins = {unit.first} | {at for at in range(unit.first + 1, unit.last) if self._cut(at)}
        lead = matcher.known.classes["lead"] | matcher.known.fillers
        for place in sorted(begins):
            while place < unit.last and texts[place] in lead:
                place += 1
                begins.add(place)

        def edge(position: int, which: str) -> bool:
            return position in begins if which == "^" else position == unit.last or bool(self._cut(position))

        marks = [at for at in range(unit.first + 1, unit.last) if self._cut(at) == "mark"]
        walls = [at for at in marks if texts[at] not in self.known.leans_on]
        cues: list[tuple[NoteCue, int, int]] = []
        guards: list[tuple[NoteCue, int, int]] = []
        self.dues: list[tuple[int, int]] = []
        for number, begin, end in matcher.find(texts, unit.first, unit.last, edge):
            what, cue = self.known.owners[number]
            if cue is None:
                self.dues.append((begin, end))
            elif not any(begin < wall <= end for wall in walls):
                (cues if what == "cue" else guards).append((cue, begin, end))
        return [
            Hit(cue, begin, end, cue.certainty, _because(self.said, cue, begin, end))
            for cue, begin, end in cues
            if not (cue.others and self._is_own(begin, marks))
            and not any(
                guard.number == cue.number and self._near(begin, end, first, last, marks)
                for guard, first, last in guards
            )
        ]

    def _is_own(self, begin: int, marks: Sequence[int]) -> bool:
        """Whether the note taker is the one a clause is about: "ich will ihr …", "will ich ihr …"."""
        texts, first_person = self.said.words.texts, self.known.matcher.known.classes["i_we"]
        low = max((at for at in marks if at <= begin), default=self.unit.first)
        if self.unit.raw:
            before = texts[max(low, begin - 2) : begin]
        else:
            while low < begin and texts[low] in self.known.trim | self.known.matcher.known.fillers:
                low += 1
            before = texts[low:begin][:1]
        return not first_person.isdisjoint((*before, *texts[begin + 1 : begin + 2]))

    def _near(self, begin: int, end: int, first: int, last: int, marks: Sequence[int]) -> bool:
        """Whether a guard stands in the clause of a cue; in raw speech within a few words of it."""
        if self.unit.raw:
            return first <= end + 2 and last >= begin - 2
        joins = [at for at in range(self.unit.first + 1, self.unit.last) if self._cut(at) == "join"]
        low = max((at for at in (*marks, *joins) if at <= begin), default=self.unit.first)
        high = min((at for at in (*marks, *joins) if at > end), default=self.unit.last)
        return first < high and last >= low

    def parts(self) -> list[Part]:
        """The findings of the unit as stretches of words with what speaks for them."""
        if self.unit.asks and not self._is_told_question():
            return self._question()
        found: list[Part] = []
        waiting: int | None = None
        covered = self.heading
        for place, (first, last, how) in enumerate(self._clauses()):
            hit = self._best(first, last, place)
            current = found[-1] if found and found[-1].last == first else None
            leans = self.said.words.texts[first] in self.known.leans_on or how == "join"
            if hit is None and current is not None and (leans or not self._is_clause(first, last)):
                if not self._starts_item(current.hit, first, last, leans):
                    current.last = last
                    continue
                hit = current.hit
            if hit is None:
                waiting = first if self.said.words.texts[first] in self.known.conditions else None
                if covered is not None and covered.cue.items and self._is_long(first, last):
                    hit = _of_heading(covered, 0.0)
                else:
                    continue
            if current is not None and self._is_same(current.hit, hit):
                current.last = last
                continue
            begin = waiting if waiting is not None and hit.cue.kind in (Kind.PROMISE, Kind.CONCESSION) else first
            found.append(Part(begin, last, hit))
            waiting = None
        return [self._sided(part) for part in found]

    def _best(self, first: int, last: int, place: int) -> Hit | None:
        """What speaks most for a clause: its surest cue, of equals the one with most words, or the heading over it."""
        inside = [hit for hit in self.hits if first <= hit.first < last and (hit.last < last or self._leans_over(last))]
        best = max(inside, key=lambda hit: (hit.certainty, hit.last - hit.first, -hit.first), default=None)
        over = self.heading if place == 0 else None
        below = self.above if place == 0 and self._is_long(first, last) else None
        for heading, less in ((over, 0.0), (below, BELOW)):
            if heading is not None and heading.cue.kind is not None:
                own = _of_heading(heading, less)
                if best is None or own.certainty >= best.certainty or heading is over:
                    best = own
        return best

    def _leans_over(self, last: int) -> bool:
        """Whether the clause that begins here leans on the one before, so that a cue reaches into it: "fragt, ob"."""
        return (
            last < self.unit.last and self._cut(last) == "mark" and self.said.words.texts[last] in self.known.leans_on
        )

    def _is_clause(self, first: int, last: int) -> bool:
        """Whether words say something of their own: a verb stands among them."""
        texts, known = self.said.words.texts, self.known.matcher.known
        return any(text in known.classes["fin"] for text in texts[first:last])

    def _is_long(self, first: int, last: int) -> bool:
        """Whether words are more than a scrap: two of them, one written with a capital, or a date."""
        word = self.said.turn.text[self.said.words.starts[first] :]
        return last - first > 1 or word[:1].isupper() or any(b >= first and e < last for b, e in self.dues)

    def _starts_item(self, hit: Hit, first: int, last: int, leans: bool) -> bool:
        """Whether a clause without cue is the next item of a list below or beside a heading."""
        return hit.cue.items and not leans and self._is_long(first, last) and hit.first < 0

    @staticmethod
    def _is_same(one: Hit, other: Hit) -> bool:
        same = (one.cue.kind, one.cue.by, one.cue.attrs) == (other.cue.kind, other.cue.by, other.cue.attrs)
        return same and one.cue.kind in _JOINED

    def _is_told_question(self) -> bool:
        return any(hit.cue.kind is Kind.QUESTION for hit in self.hits) or (
            self.heading is not None and self.heading.cue.kind is Kind.QUESTION
        )

    def _question(self) -> list[Part]:
        """A sentence with a question mark is an open question; nobody is said to have asked it."""
        heading = self.above if self.above and self.above.cue.kind is Kind.QUESTION else None
        if heading is not None:
            return [Part(self.unit.first, self.unit.last, _of_heading(heading, BELOW))]
        cue = NoteCue(-1, Kind.QUESTION, None, ALONE)
        hit = Hit(cue, -1, -1, ALONE, Message.of("understand.because.note.mark"))
        return [Part(self.unit.first, self.unit.last, hit)]

    def _sided(self, part: Part) -> Part:
        """Promises and questions below "Kunde:" or "Ich:" are theirs or ours."""
        over = self.heading or self.above
        cue = part.hit.cue
        if over is None or over.cue.kind is not None or cue.kind not in (Kind.PROMISE, Kind.QUESTION):
            return part
        own = NoteCue(cue.number, cue.kind, over.cue.by, cue.certainty, cue.attrs, cue.items)
        part.hit = Hit(own, part.hit.first, part.hit.last, part.hit.certainty, part.hit.because)
        return part


def _order(hit: Hit) -> tuple[int, float]:
    return hit.first, -hit.certainty


def _because(said: Said, cue: NoteCue, first: int, last: int) -> Message:
    """The reason with the cue's own words as they stand in the note."""
    text = " ".join(said.turn.text[said.words.starts[first] : said.words.ends[last]].split())
    return Message.of(f"understand.because.note.{cue.kind}", words=text)


def _of_heading(heading: _Heading, less: float) -> Hit:
    because = Message.of("understand.because.note.under", words=heading.words)
    return Hit(heading.cue, -1, -1, heading.cue.certainty - less, because)
