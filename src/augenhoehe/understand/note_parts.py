"""What a note reports at one place: the words that speak for it, its stretch of the turn, and its attributes.

Weak spot: a concession counts as given in return for something where a word of condition or exchange stands beside it,
whatever that word belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.messages import Message
from augenhoehe.understand.detector import Attributes
from augenhoehe.understand.findings import Attribute, Kind
from augenhoehe.understand.note_cues import MOST, NoteCue, NoteLexicon
from augenhoehe.understand.talk import Said

DATED = 0.03
"""How much surer a promise is with a date."""
_RETURN = frozenset("gegen dafür gegenzug return exchange".split())


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a note reports at one place of a turn."""

    kind: Kind
    turn: Turn
    start: int
    end: int
    certainty: float
    because: Message
    attrs: Attributes
    by: Role | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue of words `first` to `last` (included), or a heading."""

    cue: NoteCue
    first: int
    last: int
    certainty: float
    because: Message


@dataclass(slots=True)
class Part:
    """Clauses that make one finding: words `first` to `last` (excluded)."""

    first: int
    last: int
    hit: Hit


def finding(said: Said, part: Part, known: NoteLexicon) -> Recalled:
    """The finding of a part: without the words that lead in, with the mark that closes it."""
    words, text, cue = said.words, said.turn.text, part.hit.cue
    vocabulary = known.matcher.known
    first = part.first
    while part.last - first > 2 and words.texts[first] in known.trim | vocabulary.fillers:
        first += 1
    start, end = words.starts[first], words.ends[part.last - 1]
    if start and text[start - 1] in '„“"»€$£':
        start -= 1
    while end < len(text) and text[end] in ".?!…":
        end += 1
    kind = cue.kind or Kind.QUESTION
    attrs = _attributes(said, part, known, kind)
    dated = DATED if kind is Kind.PROMISE and dict(attrs)["due"] else 0.0
    certainty = min(MOST, round(part.hit.certainty + dated, 3))
    return Recalled(kind, said.turn, start, end, certainty, part.hit.because, attrs, cue.by)


def _attributes(said: Said, part: Part, known: NoteLexicon, kind: Kind) -> Attributes:
    """The attributes of a finding: as the cue says, else from the words."""
    texts = said.words.texts[part.first : part.last]
    given: dict[str, Attribute] = dict(part.hit.cue.attrs)
    if kind is Kind.PROMISE:
        given["due"] = _due(said, part, known)
    elif kind is Kind.QUESTION:
        given["form"] = _form(texts, known)
    elif kind is Kind.CONCESSION:
        given["conditional"] = _is_conditional(said, part, known)
    return tuple(sorted(given.items()))


def _due(said: Said, part: Part, known: NoteLexicon) -> str | None:
    """The longest words of a part that give a date, as they stand there."""
    texts = said.words.texts
    spans = [
        (begin, end)
        for number, begin, end in known.matcher.find(texts, part.first, part.last, lambda _position, _which: False)
        if known.owners[number][1] is None
    ]
    if not spans:
        return None
    first, last = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    return " ".join(said.turn.text[said.words.starts[first] : said.words.ends[last]].split())


def _form(texts: Sequence[str], known: NoteLexicon) -> str:
    """Open where the words ask what, how or why; whether … and the rest is closed."""
    for text in texts:
        if text in known.whether:
            return "closed"
        if text in known.matcher.known.classes["wword"]:
            return "open"
    return "closed"


def _is_conditional(said: Said, part: Part, known: NoteLexicon) -> bool:
    """Whether something was asked in return: in the words themselves."""
    texts = said.words.texts[part.first : part.last]
    if any(text in known.conditions for text in texts):
        return True
    return any(text in _RETURN for text in texts)
