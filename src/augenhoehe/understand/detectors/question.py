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

INVERTED = frozenset(
    "haben habt hast können kannst könnt kann könnten könnte müssen muss darf dürfen sind ist seid bist wollen wollt "
    "willst möchten wissen kennen gibt würden wird hat geht wäre soll sollen brauchen nutzen war waren hatten "
    "do does did are is have has can could would will should was were".split()
)
SUBJECTS = frozenset("sie ihr du ich wir es das man da der die den denn eigentlich you we i they it that this there he she the your".split())
TAGS = ("oder", "wahr", "gell", "gelle", "stimmt", "right", "not", "you", "it")
LEADING = (
    ("doch", "sicher"), ("doch", "bestimmt"), ("doch", "auch"), ("wollen", "doch"), ("sie", "doch"), ("doch", "eh"),
    ("finden", "nicht"), ("wäre", "nicht"), ("sicher", "auch"), ("surely",), ("would", "not", "you"), ("do", "not", "you", "think"),
    ("would", "it", "not"), ("would", "not", "it"), ("bestimmt", "auch"), ("nicht", "auch"),
)
NO_CHOICE = frozenset("nicht so was wie etwa oder not so something anything whatever what".split())


def clues(spot: Spot) -> Iterable[str]:
    """A question mark, or in unpunctuated speech a question word or verb in front."""
    if spot.asks:
        yield "question_mark"
        if _is_echo(spot):
            yield "echo"
        if len(spot.texts) == 1 and spot.texts[0] in TAGS:
            yield "tag_only"
        elif len(spot.texts) <= 2 and not spot.has_word("<wword>"):
            yield "alone"
    elif spot.marked("asks"):
        yield "asks_in_words"
    elif spot.passage.ending != "!":
        bare = spot.passage.ending == ""
        words = _without_lead(spot)
        if len(words) >= 2 and words[0] in spot.said.vocabulary.classes["wword"] and (
            words[1] in spot.said.vocabulary.classes["fin"] or (len(words) >= 3 and words[2] in spot.said.vocabulary.classes["fin"])
        ):
            yield "word_first"
        elif bare and len(words) >= 3 and words[0] in INVERTED and words[1] in SUBJECTS:
            yield "verb_first"
        elif bare and _asks_inside(spot):
            yield "verb_inside"


def _without_lead(spot: Spot) -> Sequence[str]:
    """The words after fillers and lead-ins."""
    known = spot.said.vocabulary
    texts = spot.texts
    place = 0
    while place < len(texts) - 1 and (texts[place] in known.fillers or texts[place] in known.classes["lead"]) and texts[place] not in INVERTED:
        place += 1
    return texts[place:]


def _asks_inside(spot: Spot) -> bool:
    """Whether a question word with its verb stands in the middle of a passage of raw speech."""
    known = spot.said.vocabulary
    texts = spot.texts
    return spot.said.language == "de" and any(
        texts[i] in known.classes["wword"] and texts[i + 1] in known.classes["fin"] for i in range(1, len(texts) - 2)
    )


def _is_echo(spot: Spot) -> bool:
    """Whether a short question only repeats words of the turn before ("Laminiert?")."""
    if len(spot.texts) > 4 or spot.before is None:
        return False
    known = spot.said.vocabulary
    content = [text for text in spot.texts if text not in known.common and text not in known.fillers]
    return bool(content) and all(text in spot.before.words.texts for text in content)


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
    words = _without_lead(spot)
    asks_word = spot.has_word("<wword>") if spot.said.language == "de" else _english_open(words, known)
    if asks_word or spot.marked("asks"):
        return (("form", "open"),)
    elliptical = texts[0] in ("und", "and") and known.classes["fin"].isdisjoint(texts)
    return (("form", "open" if elliptical else "closed"),)


def _leads(texts: Sequence[str], ends: str, count: int) -> bool:
    """Whether a statement with a tag, or a suggestive turn of phrase, puts the answer into the mouth."""
    if count >= 5 and ends in ("oder", "wahr", "gell", "gelle"):
        return True
    if count >= 5 and tuple(texts[-2:]) in {("is", "it"), ("not", "it"), ("not", "you"), ("not", "we"), ("not", "they")}:
        return "not" in texts[-3:]
    if count >= 5 and ends == "right":
        return True
    return any(all(word in texts for word in row) for row in LEADING)


def _english_open(words: Sequence[str], known: Vocabulary) -> bool:
    """English question words are also relative ones: only in front, or before an auxiliary, do they ask."""
    asks, auxiliary = known.classes["wword"], known.classes["aux"]
    if any(word in asks for word in words[:2]):
        return True
    return any(
        words[i] in ("what", "how", "why", "where") or (words[i] in asks and words[i + 1] in auxiliary)
        for i in range(len(words) - 1)
    )


DETECTOR = Detector(Kind.QUESTION, ANYONE, clues=clues, attributes=attributes)
