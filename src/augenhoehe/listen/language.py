"""Which language is spoken: German, English or both, told by little words.

Small words make up half of what is said in either language, with or without punctuation, in dialect and in raw speech
recognition alike. Words both languages share (in, so, am, was, die, war, also) are left out. Weak on a single turn of
two or three words, which is then unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from augenhoehe.speech.conversation import Language

_GERMAN = frozenset(
    """der das den dem des ein eine einen einem einer eines und oder aber ich du er wir ihr sie mich mir dich dir uns
    euch ihn ihm ihnen mein meine unser unsere ihre ihrem ihren nicht kein keine auch noch schon nur mal ja nein doch
    ist sind bin bist sein habe haben hab hast habt hatte wird werden würde würden wäre kann können könnte muss müssen
    soll sollte möchte wollen machen macht gemacht geht gehen kommt mit von für auf aus bei nach vor über unter zum zur
    zu im wenn dass weil wie wo wer wann warum welche dann denn da hier jetzt heute morgen gestern mehr sehr ganz immer
    gar alles etwas nichts viel gut danke bitte ähm äh genau eigentlich vielleicht bisschen guten hallo tag grüß herr
    frau halt eh gell nix ned net isch des ned i hob ham is a mer moin ne nee wat dat ick""".split()
) - frozenset("i a is des".split())

_ENGLISH = frozenset(
    """the a of to and or but i you he she it we they me us them my your his our their this that these those is are were
    be been being have has had do does did doing don't didn't doesn't isn't aren't can't won't it's that's i'm i'd i'll
    i've you're you'd we're we'd we've they're there's what's let's would could should will can cannot may might must
    not no yes yeah with from for on at by about into over after before if because than then there here when where who
    what why how which very just only really now today tomorrow yesterday more much many some any every all thanks thank
    please okay well know think get got going go make made want need right sure""".split()
) - frozenset("okay a will well now must get".split())

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

MIXED = 0.2
"""From this share of all told words on, the rarer language makes a conversation mixed."""


@dataclass(frozen=True, slots=True)
class Count:
    """Little words of each language in a text."""

    german: int
    english: int

    @property
    def language(self) -> Language:
        """The language these counts speak for."""
        whole = self.german + self.english
        if whole == 0:
            return Language.UNKNOWN
        if min(self.german, self.english) >= MIXED * whole and whole >= 10:
            return Language.MIXED
        if self.german == self.english:
            return Language.UNKNOWN
        return Language.GERMAN if self.german > self.english else Language.ENGLISH


def count(text: str) -> Count:
    """How many little words of each language stand in the text."""
    words = _WORDS.findall(text.lower().replace("’", "'"))
    german = sum(1 for word in words if word in _GERMAN or not word.isascii())
    return Count(german, sum(1 for word in words if word in _ENGLISH))


def of_turn(text: str) -> Language:
    """The language of one turn; unknown where it is too short to tell."""
    return count(text).language


def of_conversation(texts: Iterable[str]) -> Language:
    """The language of a conversation; mixed where turns of both languages carry a good part of its words.

    A turn speaks for its own language as a whole, so that English product names in German talk do not make it mixed.
    """
    words = {Language.GERMAN: 0, Language.ENGLISH: 0}
    for text in texts:
        found = count(text)
        whole = found.german + found.english
        if found.language is Language.MIXED:
            words[Language.GERMAN] += found.german
            words[Language.ENGLISH] += found.english
        elif found.language in words:
            words[found.language] += whole
    total = sum(words.values())
    if total == 0:
        return Language.UNKNOWN
    if min(words.values()) >= MIXED * total:
        return Language.MIXED
    return max(words, key=lambda language: words[language])
