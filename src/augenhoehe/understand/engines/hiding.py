"""What never leaves: names, mail addresses, telephone and account numbers, hidden behind masks with a way back.

Known names are those of the people in the conversation and what the caller adds (the customer's, say). Names that a
talk itself gives away are learned from titles ("Frau Kowalczyk") and introductions ("mein Name ist …"). Weak: a name
that nobody introduces ("der Kemal aus dem Lager") stays as it stands; where raw speech recognition writes everything
small, a learned name is hidden behind its title only; a name that is a word too ("Klein") hides that word as well.
Firms that are only mentioned, places, amounts and what people do are not names and go along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from augenhoehe.listen.masking import View, mask
from augenhoehe.speech.conversation import Conversation
from augenhoehe.understand.stopwords import STOPWORDS

_LETTERS = r"[^\W\d_]"
_NAME = rf"{_LETTERS}+(?:[-’']{_LETTERS}+)*"
_TITLE = re.compile(
    rf"(?<!\w)(?:Herrn?|Frau|Fräulein|Mrs?|Ms|Miss|Mister|Mx|Dr|Prof(?:essor)?)\.? +(?:(?:Dr|Prof)\.? +)?({_NAME})",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"(?<!\w)(?i:mein Name ist|ich heiße|ich heisse|ich bin (?:der|die)|my name is|my name’s|my name's)"
    rf" +([A-ZÄÖÜ]{_NAME}(?: +[A-ZÄÖÜ]{_NAME})?)"
)
_PART = re.compile(_NAME)
_NO_NAMES = frozenset(
    """
    kunde kundin kunden berater beraterin beratung sprecher sprecherin person teilnehmer teilnehmerin gast anrufer
    anruferin moderator moderatorin interviewer interviewerin ich wir sie er customer client adviser advisor consultant
    speaker participant guest caller agent host user me you unknown unbekannt gmbh mbh ag kg ohg ug gbr se ev eg co
    inc ltd llc plc corp company firma und and von vom van der den de la du di zu zur dr prof herr herrn frau
    """.split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """Words to hide, each with the number of the person or firm it belongs to."""

    words: tuple[tuple[str, int], ...] = field(default=())


def names_in(conversation: Conversation, also: Iterable[str] = ()) -> Names:
    """The names of a conversation: of its people, of `also`, and those that the talk gives away."""
    texts = [turn.text for turn in conversation.turns]
    cased = any(letter.isupper() for text in texts for letter in text)
    whole = [party.name for party in conversation.people]
    whole += [turn.speaker for turn in conversation.turns]
    whole += [name for name in also if name.strip()]
    if cased:
        whole += [name for text in texts for name in _given_away(text)]
    numbered: dict[str, int] = {}
    number = 0
    for name in dict.fromkeys(" ".join(each.split()) for each in whole):
        parts = [part for part in _PART.findall(name) if len(part) > 2 and _bare(part) not in _NO_NAMES]
        if not parts:
            continue
        known = next((numbered[part] for part in reversed(parts) if part in numbered), None)
        if known is None:
            number += 1
            known = number
        for part in parts:
            numbered.setdefault(part, known)
    longest_first = sorted(numbered.items(), key=lambda each: (-len(each[0]), each[0]))
    return Names(tuple(longest_first))


def hide(text: str, names: Names) -> View:
    """The text as it may leave: [mail], [phone], [iban], [name1], [name2] …, and [name] where nobody knows whose."""
    return mask(text, _places(text, names))


def _places(text: str, names: Names) -> list[tuple[int, int, str]]:
    numbers = {_bare(word): number for word, number in names.words}
    places = [
        (match.start(1), match.end(1), f"name{numbers.get(_bare(match[1]), '')}")
        for match in _TITLE.finditer(text)
        if _bare(match[1]) not in STOPWORDS and _bare(match[1]) not in _NO_NAMES
    ]
    if not names.words:
        return places
    whole: list[tuple[int, int, str]] = []
    for match in _pattern(names.words).finditer(text):
        start, end, sign = match.start(), match.end(), f"name{numbers.get(_bare(match[1]), '')}"
        if whole and whole[-1][2] == sign and not text[whole[-1][1] : start].strip(" -"):
            # First and last name are one mask.
            start = whole.pop()[0]
        whole.append((start, end, sign))
    return [*places, *whole]


@lru_cache(maxsize=8)
def _pattern(words: tuple[tuple[str, int], ...]) -> re.Pattern[str]:
    """Any of the words in any spelling, with its genitive; longest first, so that a double name goes whole."""
    names = [
        # "Will" is a name where it is written with a capital, and a word of its own otherwise.
        re.escape(name) if _bare(name) in STOPWORDS else f"(?i:{re.escape(name)})"
        for name, _ in words
    ]
    return re.compile(rf"(?<!\w)({'|'.join(names)})(?i:s|es|’s|'s|’|')?(?!\w)")


def _given_away(text: str) -> list[str]:
    titled = [match[1] for match in _TITLE.finditer(text) if match[1][0].isupper()]
    introduced = [match[1] for match in _INTRODUCED.finditer(text)]
    return [name for name in (*titled, *introduced) if _bare(name) not in STOPWORDS]


def _bare(word: str) -> str:
    return word.casefold()
