"""What speech recognition without punctuation would have written: the same words, bare.

Stripping the same conversations shows what the loss of commas and capitals costs. It does not imitate misheard words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from augenhoehe.understand.annotated import Annotated
from augenhoehe.understand.scoring import Marked

EMPTY = "äh"
"""What is left of a turn that held no word."""
_MARK = re.compile(r"(?<!\d)[.,]|[.,](?!\d)|[;:!?…„“”\"»«()\[\]*_–—]|(?<!\w)-|-(?!\w)|[\U0001F000-\U0001FAFF]")


def bare(text: str) -> tuple[str, list[int]]:
    """The bare text, and for each of its characters the place of that character in the original."""
    kept: list[str] = []
    places: list[int] = []
    gone = {place for match in _MARK.finditer(text) for place in range(*match.span())}
    for place, letter in enumerate(text):
        if place in gone or (letter.isspace() and (not kept or kept[-1] == " ")):
            continue
        kept.append(" " if letter.isspace() else letter.lower()[0])
        places.append(place)
    while kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    return "".join(kept), places


def bare_quote(text: str, quote: str) -> str:
    """What is left of a quote in the bare text; blank where nothing is, or where the quote does not stand there."""
    start = text.find(quote)
    if start < 0:
        return ""
    stripped, places = bare(text)
    inside = [number for number, place in enumerate(places) if start <= place < start + len(quote)]
    return stripped[inside[0] : inside[-1] + 1].strip() if inside else ""


def stripped(annotated: Annotated) -> Annotated:
    """An annotated conversation as raw speech recognition would give it; marks keep their words."""
    texts = {turn.id: turn.text for turn in annotated.conversation.turns}
    marked = []
    for mark in annotated.marked:
        quote = bare_quote(texts[mark.turn], mark.quote)
        attrs = tuple(
            (name, bare(value)[0] if name == "due" and isinstance(value, str) else value) for name, value in mark.attrs
        )
        if quote:
            marked.append(Marked(mark.turn, mark.kind, quote, attrs))
    turns = tuple(replace(turn, text=bare(turn.text)[0] or EMPTY) for turn in annotated.conversation.turns)
    return replace(annotated, conversation=replace(annotated.conversation, turns=turns), marked=tuple(marked), raw=True)
