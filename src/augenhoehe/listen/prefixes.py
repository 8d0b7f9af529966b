"""Tell a speaker's name before a colon ("Anna Berg: Guten Tag") from a word before a colon ("Achtung: …").

A name before a colon is written again and again, or it stands in a text in which nearly every line has one. What stands
there once, in a text with lines that have none, is a name only where it looks like one from every side. Weak where a
third person speaks once and is called by a single unusual word, and where a text has a heading word before each line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

LONGEST_NAME = 60

LABELS = frozenset(
    """achtung wichtig hinweis notiz notizen anmerkung bemerkung frage fragen antwort antworten ort datum zeit uhrzeit
    dauer thema themen betreff titel inhalt ziel ziele problem wunsch wünsche bedarf budget preis preise kosten summe
    termin termine frist fazit ergebnis ergebnisse beschluss beschlüsse aufgabe aufgaben todo to-do beispiel vorteil
    vorteile nachteil nachteile punkt stand status plan lieferung lieferzeit menge adresse anschrift telefon tel mobil
    fax mail e-mail email web internet link ps p.s. nb übrigens kurz kurzum also merke stichwort zusammenfassung
    tagesordnung agenda teilnehmer teilnehmende anwesend abwesend entschuldigt protokoll anlage anlagen anhang version
    variante option schritt nächster nächste risiko voraussetzung bedingung garantie rabatt angebot rechnung kunde-nr
    kundennummer nummer firma anlass kanal sprache vorname nachname
    attention important note notes question answer place location date time duration topic subject title goal price cost
    costs total deadline result outcome decision task tasks action actions example pro con pros cons status delivery
    address phone mobile website link summary agenda attendees participants present absent apologies minutes attachment
    version option step next risk condition quote invoice reminder warning caution update fyi tldr re fwd aw wg sent
    from to cc bcc von an gesendet kopie""".split()
)
"""Words that stand before a colon without being anybody's name."""

_LABEL_ENDINGS = (
    "ung ungen heit keit schaft tion tionen satz punkt punkte termin plan preis preise kosten liste frage fragen zeit "
    "ziel datum nummer grund idee vorschlag stand thema regel ness ment"
).split()

_COMMON = frozenset(
    """ich er sie es wir ihr man und oder aber also dann denn wenn weil dass das die der den dem ein eine einen kein
    keine mein meine unser unsere ihre sein ist war sind hat haben wird werden kann nicht nur noch schon mal so
    wie was wer wo wann warum welche etwas nichts alles jede jeder dieser diese letzte letzter erste zweite
    erstens zweitens drittens außerdem trotzdem deshalb daher und für mit von zu zum zur bei im in am auf aus
    nach vor über unter i you he she it we they and or but so then if because that this these those the a an my
    our your their is are was were has have will can not only just also what who where when why which first
    second third for with of to at on""".split()
)

_PARTICLES = frozenset("von van der den de da di du la le zu zur zum vom al el bin y und and & del dos".split())

_ROLE_NAME = re.compile(
    r"(?:sprecher(?:in)?|speaker|person|teilnehmer(?:in)?|participant|gast|guest|unknown speaker|unbekannter sprecher|"
    r"kunde|kundin|kunden|customer|client|berater(?:in)?|adviser|advisor|consultant|agent(?:in)?|verkäufer(?:in)?|"
    r"interviewer(?:in)?|moderator(?:in)?|support|caller|anrufer(?:in)?|ich|me|wir|s|spk)[ _-]?(?:\d{1,3}|[A-Z])?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:Herr|Frau|Hr|Fr|Dr|Prof|Mr|Mrs|Ms|Dipl|Ing)\b\.?")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d{1,3}|[&|/]", re.UNICODE)
_BRACKETED = re.compile(r"^([^()\[\]]{1,60}?)\s*[(\[][^()\[\]]{0,40}[)\]]$")


@dataclass(frozen=True, slots=True)
class Prefixed:
    """A line as it may begin with a name: the words before the first colon and what follows."""

    name: str
    text: str


def split(line: str) -> Prefixed | None:
    """Words before the first colon that could be a name, and the rest; None where nothing of the sort stands there."""
    place = line.find(":", 0, LONGEST_NAME + 30)
    if place < 1:
        return None
    rest = line[place + 1 :]
    if rest and not rest[0].isspace():
        return None
    name = line[:place].strip().lstrip("-–•* \t").strip()
    if len(name) > 2 and name[0] in "[(<" and name[-1] in "])>":
        name = name[1:-1].strip()
    if not name or len(name) > LONGEST_NAME or not any(character.isalpha() for character in name):
        return None
    return Prefixed(name, rest.strip())


def is_label(name: str) -> bool:
    """Whether this is a word that is known to introduce a matter, not a person."""
    if _ROLE_NAME.fullmatch(name):
        return False
    words = name.lower().split()
    return words[0].strip(".") in LABELS or words[-1].strip(".") in LABELS


def sounds_like_label(name: str) -> bool:
    """Whether a single word ends as words for matters do (Lieferzeit, Empfehlung); surnames such as Hartung do, too."""
    word = name.lower()
    return " " not in word and any(word.endswith(ending) for ending in _LABEL_ENDINGS)


def looks_like_name(name: str) -> bool:
    """Whether this could be a person's name: few capitalised words, no sentence, no label."""
    match = _BRACKETED.match(name)
    core = match.group(1) if match else name
    if _ROLE_NAME.fullmatch(core):
        return True
    words = core.replace(",", " ").split()
    if not 1 <= len(words) <= 6 or not any(map(str.isalpha, core)) or core.count(",") > 1 or is_label(core):
        return False
    if any(not _WORD.fullmatch(word) for word in words):
        return False
    if any(word.lower() in _COMMON and word not in _PARTICLES for word in words):
        return False
    if any(word.endswith(".") and len(word) > 6 for word in words):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES or word in "|/" for word in words)


def _is_full_name(name: str) -> bool:
    if _ROLE_NAME.fullmatch(name) or _TITLE.match(name):
        return True
    return len([word for word in name.split() if word[0].isupper()]) >= 2


def speakers(
    candidates: Sequence[Prefixed | None], known: Collection[str] = (), opening: Collection[int] = ()
) -> frozenset[str]:
    """The names among the beginnings of lines. `candidates` has one entry for each line that is not blank.

    `known` are names the caller or the file's head gives. `opening` are positions of lines after a blank one.
    """
    known_folded = {name.lower() for name in known}
    counts = Counter(candidate.name for candidate in candidates if candidate is not None)
    stated = {name for name in counts if name.lower() in known_folded}
    likely = {
        name for name, count in counts.items() if looks_like_name(name) and (count > 1 or not sounds_like_label(name))
    }
    likely |= stated
    if not candidates:
        return frozenset()
    share = sum(counts[name] for name in likely) / len(candidates)
    if share >= 0.9:
        return frozenset(likely)
    informal = {name for name, count in counts.items() if count >= 3 and _is_informal(name)}
    share_informal = sum(counts[name] for name in likely | informal) / len(candidates)
    if share_informal >= 0.9:
        return frozenset(likely | informal)
    repeated = {name for name in likely if counts[name] >= 2} | stated
    if not repeated:
        return _from_the_start(candidates, likely, known_folded)
    return frozenset(repeated | _once(candidates, likely - repeated, repeated, opening))


def _is_informal(name: str) -> bool:
    """A name typed in small letters ("anna", "ich"): one word, no label."""
    return name.isalpha() and len(name) <= 20 and not is_label(name) and name.lower() not in _COMMON


def _from_the_start(candidates: Sequence[Prefixed | None], likely: set[str], known_folded: set[str]) -> frozenset[str]:
    """Nobody speaks twice: names only where the first line has one and it is a full name."""
    first = candidates[0]
    if first is None or first.name not in likely:
        return frozenset()
    full = {name for name in likely if _is_full_name(name) or name.lower() in known_folded}
    labels = sum(1 for candidate in candidates if candidate is not None and is_label(candidate.name))
    return frozenset(full) if first.name in full and labels < len(full) else frozenset()


def _once(
    candidates: Sequence[Prefixed | None], single: set[str], repeated: set[str], opening: Collection[int]
) -> set[str]:
    """Names that stand once in a text with continued lines: full names where speakers usually begin."""
    places = set(opening)
    begins = [
        number in places for number, candidate in enumerate(candidates) if candidate and candidate.name in repeated
    ]
    blocks = sum(begins) >= 0.8 * len(begins)
    found = set()
    for number, candidate in enumerate(candidates):
        if candidate is None or candidate.name not in single or not _is_full_name(candidate.name):
            continue
        if not blocks or number in places:
            found.add(candidate.name)
    return found


def named_in(words: str) -> Iterable[str]:
    """Names in a list such as "Anna Berg, Jan Kolb; Gisela (Gast)"."""
    for part in re.split(r"[,;\n•]", words[:2000]):
        name = part.strip(" -–*\t")
        match = _BRACKETED.match(name)
        core = match.group(1) if match else name
        if core and looks_like_name(core):
            yield core
