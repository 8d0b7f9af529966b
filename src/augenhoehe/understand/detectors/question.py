"""Question: asks for information. Both sides can ask.

Weak: speech recognition gives no question marks, so verb-first statements ("kann man machen") pass for questions there;
rhetorical questions are known by a list of common ones only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from augenhoehe.understand.detector import ANYONE, Attributes, Detector
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.talk import Hit, Spot
from augenhoehe.understand.words import Vocabulary

STATIVE = frozenset(
    "haben habt hast habe können kannst könnt kann könnten könnte müssen muss darf dürfen sind ist seid bist bin "
    "wollen wollt willst möchten möchtest wissen weißt kennen kennst gibt würden würdest wird werden hat hatte geht "
    "wäre soll sollen brauchen brauchst nutzen nutzt benutzen war waren warst hatten läuft laufen kommt kostet steht "
    "stehen liegt passt reicht klappt funktioniert heißt bleibt bleiben gilt stimmt lohnt macht kriegt hält ging "
    "gehört dauert fehlt wurde wurden gingen lief kam kamen stand konnte konnten musste mussten wollte wollten sollte "
    "sollten lässt spielt".split()
)
"""Verbs that, standing first, ask; others ("nehmen Sie …") order or advise."""
AUXILIARY = frozenset("do does did are is am have has can could would will should was were had may might shall".split())
SUBJECTS = frozenset(
    "sie ihr du ich wir es das man er da der die den denn eigentlich mir ihnen dir euch "
    "you we i they it that this there he she the your anyone anybody".split()
)
JOINING = frozenset(
    "und aber oder ja also ok gut na denn eigentlich hm äh ähm sagen mal sag "
    "and but or so okay well yes um right now".split()
)
"""Words that may stand before the verb without making a statement of it ("dann ist es" and "da haben wir" are ones)."""
RELATIVE = frozenset("ich sie wir er es man du ihr i you we he she they it".split())
TAGS = ("oder", "wahr", "gell", "gelle", "stimmt", "right", "not", "you", "it")
LEADING = (
    ("doch", "sicher"), ("doch", "bestimmt"), ("doch", "auch"), ("wollen", "doch"), ("sie", "doch"), ("doch", "eh"),
    ("finden", "nicht"), ("wäre", "nicht"), ("sicher", "auch"), ("surely",), ("would", "not", "you"),
    ("do", "not", "you", "think"), ("would", "it", "not"), ("would", "not", "it"), ("bestimmt", "auch"),
    ("nicht", "auch"),
)  # fmt: skip
ENDS = {("nicht", "wahr"), ("is", "not"), ("was", "dann")}
NO_CHOICE = frozenset("nicht so was wie etwa oder not so something anything whatever what".split())


def clues(spot: Spot) -> Iterable[str]:
    """A question mark, or in unpunctuated speech a question word, a verb in front or a tag at the end."""
    if spot.asks:
        yield "question_mark"
        if is_echo(spot):
            yield "echo"
        if _is_fragment(spot):
            yield "fragment"
        if len(spot.texts) == 1 and spot.texts[0] in TAGS:
            yield "tag_only"
        elif len(spot.texts) <= 2 and not spot.has_word("<wword>") and spot.texts[0] not in ("und", "and"):
            yield "alone"
    elif spot.marked("asks") and not any(other.asks for other in spot.neighbours):
        yield "asks_in_words"
    elif spot.passage.ending != "!" and (found := _unmarked(spot)):
        yield found
        if is_echo(spot):
            yield "echo"


def _unmarked(spot: Spot) -> str:
    """How a passage without question mark asks: "word_first", "verb_first", "verb_inside", "tag_last" or ""."""
    known = spot.said.vocabulary
    words = _without(spot.texts, JOINING | known.fillers)
    asks = known.classes["wword"]
    if spot.passage.ending == ".":
        short = spot.said.language == "de" and len(words) <= 6
        return (
            "word_first" if short and len(words) >= 3 and words[0] in asks and words[1] in known.classes["fin"] else ""
        )
    relative = spot.said.language == "de" and len(words) >= 2 and words[1] in RELATIVE
    placed = spot.is_first or any(word in known.classes["fin"] for word in words[1:4])
    if len(words) >= 2 and words[0] in asks and placed and not relative:
        return "word_first"
    if len(words) >= 3 and _opens_with_verb(spot, words):
        return "verb_first"
    if len(words) >= 5 and (words[-1] == "oder" or tuple(words[-2:]) in ENDS):
        return "tag_last"
    opened = spot.is_first and 2 <= len(spot.texts) <= 5 and spot.texts[0] in ("und", "and")
    if opened and spot.texts[1] in known.classes["the"]:
        return "verb_inside" if known.classes["fin"].isdisjoint(spot.texts) else ""
    return "verb_inside" if _asks_inside(spot) else ""


def _opens_with_verb(spot: Spot, words: Sequence[str]) -> bool:
    """Whether verb and subject open the turn (in English: the passage)."""
    if spot.said.language == "en":
        return words[0] in AUXILIARY and words[1] in SUBJECTS
    if not spot.is_first or words[1] not in SUBJECTS or words[0] not in STATIVE:
        return False
    if words[1] == "ich":
        return words[0] in ("habe", "muss", "kann", "darf", "soll", "bin") and len(words) >= 4
    return True


def _without(texts: Sequence[str], lead: frozenset[str]) -> Sequence[str]:
    """The words after such lead-ins."""
    place = 0
    while place < len(texts) - 1 and texts[place] in lead:
        place += 1
    return texts[place:]


def _asks_inside(spot: Spot) -> bool:
    """Whether a question word with its verb stands in the middle of a passage of raw speech."""
    known = spot.said.vocabulary
    texts = spot.texts
    if (
        spot.said.language == "de"
        and spot.is_first
        and "denn" in texts[1:]
        and not known.classes["wword"].isdisjoint(texts[:3])
    ):
        return True
    return spot.said.language == "de" and any(
        texts[i] in known.classes["wword"] and texts[i + 1] in known.classes["fin"] and texts[i - 1] not in RELATIVE
        for i in range(1, len(texts) - 2)
    )


def _is_fragment(spot: Spot) -> bool:
    """Whether a few words without verb only continue the question before ("Mit uns?")."""
    if spot.place == 0 or len(spot.texts) > 4 or spot.has_word("<wword>"):
        return False
    return spot.said.spots[spot.place - 1].asks and not spot.has_word("<fin>")


def is_echo(spot: Spot) -> bool:
    """Whether a short question only repeats words of the turn before ("Laminiert?", "Wie, gibt es nicht?")."""
    if len(spot.texts) > 4 or spot.before is None:
        return False
    known = spot.said.vocabulary
    heard = spot.before.words.texts
    content = [text for text in spot.texts if text not in known.fillers and text not in ("wie", "was", "what", "how")]
    return bool(content) and all(text in heard for text in content)


def attributes(spot: Spot, hits: Sequence[Hit]) -> Attributes:
    """Leading beats choice beats closed; a question word makes it open."""
    texts = spot.texts
    ends = texts[-1] if texts[-1] != "?" or len(texts) < 2 else texts[-2]
    known = spot.said.vocabulary
    if _leads(texts, ends, len(texts)):
        return (("form", "leading"),)
    alternatives = [
        place
        for place, text in enumerate(texts)
        if text in ("oder", "or") and 0 < place < len(texts) - 1 and texts[place + 1] not in NO_CHOICE
    ]
    if alternatives:
        return (("form", "choice"),)
    words = _without(texts, JOINING)
    asks_word = spot.has_word("<wword>") if spot.said.language == "de" else _english_open(words, known)
    if asks_word or spot.marked("asks"):
        return (("form", "open"),)
    elliptical = texts[0] in ("und", "and") and known.classes["fin"].isdisjoint(texts)
    return (("form", "open" if elliptical else "closed"),)


def _leads(texts: Sequence[str], ends: str, count: int) -> bool:
    """Whether a statement with a tag, or a suggestive turn of phrase, puts the answer into the mouth."""
    if count >= 5 and ends in ("oder", "wahr", "gell", "gelle"):
        return True
    if count >= 5 and tuple(texts[-2:]) in {
        ("is", "it"),
        ("not", "it"),
        ("not", "you"),
        ("not", "we"),
        ("not", "they"),
    }:
        return "not" in texts[-3:]
    if count >= 5 and ends == "right":
        return True
    return any(all(word in texts for word in row) for row in LEADING)


def _english_open(words: Sequence[str], known: Vocabulary) -> bool:
    """English question words are also relative ones: only in front or before auxiliary and subject do they ask."""
    asks, auxiliary = known.classes["wword"], known.classes["aux"]
    if any(word in asks for word in words[:2]):
        return True
    return any(
        words[i] in ("what", "how", "why", "where")
        or (words[i] in asks and words[i + 1] in auxiliary and words[i + 2 : i + 3] and words[i + 2] in SUBJECTS)
        for i in range(len(words) - 1)
    )


DETECTOR = Detector(Kind.QUESTION, ANYONE, clues=clues, attributes=attributes, alone=True)
