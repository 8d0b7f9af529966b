"""Cut a turn into passages: the sentence or clause that an attentive reader would underline.

Written text is cut at its sentence ends; long sentences at commas, dashes and colons. Raw speech recognition has no
punctuation: there a passage begins at words that usually open a clause ("und", "aber", "weil", "because", "so") or a
question ("was kostet", "can you"), once the passage before is long enough to stand alone.

Weak where speakers restart in mid-sentence, and where a raw transcript strings two statements together without any
joining word: the passage is then too long, never misplaced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.understand.words import Vocabulary, Words

LONG = 26
"""Words from which a written sentence is cut into several passages."""
SHORTEST = 7
"""Words a passage needs before the next clause starts a new one."""

_END = re.compile(r"(?:[.!?…]+|(?<=\S)\n)[\"»“”«')\]]*(?=\s|$)|\n+")
_ABBREVIATIONS = frozenset(
    "dr prof hr fr str nr ca bzw z.b d.h u.a usw etc evtl ggf inkl zzgl mr mrs ms e.g i.e vs no st inc approx sr jr "
    "tel abs art mio mrd tsd max min std z b d h u a s o vgl bspw sog lt ggü gem".split()
)
_MONTH = re.compile(r"[SOND]\w+ber|J[aäu][nl]|Jun|Feb|März|April|Mai|Aug")
_CLAUSE = re.compile(r"[,;:]+(?=\s)|\s[–—-]+(?=\s)|[–—]")

_OPENERS = {
    "de": frozenset(
        "und aber weil sonst wenn also bloß sondern obwohl trotzdem deshalb außerdem denn ob damit".split()
    ),
    "en": frozenset("and but because so if when then which although though otherwise unless while since".split()),
}
_WEAK_OPENERS = {
    "de": frozenset("da dann dass das ich wir die der nur oder jetzt sie es man".split()),
    "en": frozenset("i we you they it that he she there or not what".split()),
}
_INVERTED = {
    "de": frozenset(
        "haben habt hast können könnt kannst könnten könnte möchten wollen wollt willst sind seid bist wissen würden "
        "müssen darf dürfen kennen nutzen machen hätten gibt geht kommt".split()
    ),
    "en": frozenset("do does did are is have has can could would will should was were".split()),
}
_SUBJECTS = {
    "de": frozenset("sie ihr du ich wir es das man da der die denn".split()),
    "en": frozenset("you we i they it that this there he she the your".split()),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `first` to `last` (excluded) of a turn; `sentence` says which sentence, `ending` how that ends.

    `closes` is true for the last passage of its sentence: only there the sentence's question mark counts.
    """

    first: int
    last: int
    sentence: int
    ending: str
    closes: bool
    raw: bool

    def __len__(self) -> int:
        return self.last - self.first


def passages(text: str, words: Words, known: Vocabulary) -> tuple[Passage, ...]:
    """The passages of a turn, in order, without gaps between words. Text without words has none."""
    if not words.texts:
        return ()
    if _is_raw(text, len(words)):
        return _of_raw(words, known)
    found: list[Passage] = []
    first = 0
    for number, (stop, ending) in enumerate(_sentence_ends(text)):
        last = first
        while last < len(words) and words.starts[last] < stop:
            last += 1
        if last > first:
            parts = _of_sentence(text, words, first, last)
            for place, (begin, end) in enumerate(parts):
                found.append(Passage(begin, end, number, ending, place == len(parts) - 1, False))
            first = last
    return tuple(found)


def _is_raw(text: str, count: int) -> bool:
    """Whether this is a long run of words without sentence ends or commas, as speech recognition gives it."""
    marks = sum(text.count(mark) for mark in ".,!?;:\n–")
    return count >= 8 and marks * 30 < count


def _sentence_ends(text: str) -> list[tuple[int, str]]:
    """Where sentences end (character offsets) and with which mark ("?", "!", "." or "")."""
    ends: list[tuple[int, str]] = []
    for found in _END.finditer(text):
        mark = found.group().strip()
        if mark.startswith(".") and not mark.startswith("..") and _is_abbreviation(text, found.start(), found.end()):
            continue
        if mark and mark[0] == "…" and text[found.end() : found.end() + 2].strip()[:1].islower():
            continue
        ending = "?" if "?" in mark else "!" if "!" in mark else "." if mark else ""
        ends.append((found.end(), ending))
    ends += _before_questions(text, ends)
    ends.sort()
    if not ends or ends[-1][0] < len(text):
        ends.append((len(text) + 1, ""))
    return ends


_COLON = re.compile(r":\s+(?=[A-ZÄÖÜ\d„“\"»])")


def _before_questions(text: str, ends: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Colons that announce a question or a new sentence ("Eins noch: Was kostet das?")."""
    found = []
    start = 0
    for end, ending in ends:
        if ending == "?":
            found += [(colon.end(), ".") for colon in _COLON.finditer(text, start, end)][-1:]
        start = end
    return found


def _is_abbreviation(text: str, dot: int, end: int) -> bool:
    before = re.search(r"(\S+)$", text[max(0, dot - 12) : dot])
    if before is None:
        return False
    word = before.group(1).lower().strip("(„\"'")
    if word in _ABBREVIATIONS:
        return True
    follows = text[end:].lstrip()[:12]
    if word.isdigit() and len(word) <= 2 and follows:
        return (
            follows[0].islower()
            or follows[0].isdigit()
            or bool(re.match(r"[A-ZÄÖÜ]\w+ber|J[aäu]|März|A[pu]|Mai", follows))
        )
    return False


def _of_sentence(text: str, words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Word ranges of a sentence: whole where it is short, else cut at clause marks."""
    if last - first <= LONG:
        return [(first, last)]
    cuts = [found.start() for found in _CLAUSE.finditer(text, words.starts[first], words.ends[last - 1])]
    parts: list[tuple[int, int]] = []
    begin, place = first, first
    for cut in cuts:
        while place < last and words.starts[place] < cut:
            place += 1
        if place - begin >= SHORTEST and last - place >= 4:
            parts.append((begin, place))
            begin = place
    parts.append((begin, last))
    return parts


def _of_raw(words: Words, known: Vocabulary) -> tuple[Passage, ...]:
    """Passages of a run of words without punctuation."""
    opens, weak = _OPENERS[known.language], _WEAK_OPENERS[known.language]
    texts = words.texts
    starts = [0]
    for place in range(3, len(texts) - 2):
        if words.starts[place] == words.starts[place - 1]:
            continue
        length = place - starts[-1]
        word, before = texts[place], texts[place - 1]
        question = length >= 3 and _asks_at(texts, place, known) and before not in opens and before not in weak
        joined = length >= 4 and word in opens and place < len(texts) - 4 and _asks_at(texts, place + 1, known)
        opening = (length >= SHORTEST or joined) and word in opens and before not in opens
        pause = length >= 12 and word in weak and before not in weak and before not in opens
        if question or opening or pause:
            starts.append(place)
    ends = [*starts[1:], len(texts)]
    return tuple(
        Passage(begin, end, number, "", True, True)
        for number, (begin, end) in enumerate(zip(starts, ends, strict=True))
    )


def _asks_at(texts: Sequence[str], place: int, known: Vocabulary) -> bool:
    """Whether a question seems to start at a word: question word and verb, or verb and subject."""
    word, following = texts[place], texts[place + 1]
    if word in known.classes["wword"]:
        return following in known.classes["fin"] and (known.language == "de" or texts[place + 2] in _SUBJECTS["en"])
    inverted = word in _INVERTED[known.language] and following in _SUBJECTS[known.language]
    return (
        inverted
        and texts[place - 1] not in _SUBJECTS[known.language]
        and texts[place - 1] not in known.classes["wword"]
    )
