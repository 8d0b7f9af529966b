"""Which pieces of the encoder's vocabulary German and English need.

A piece is kept when cutting the words of simplemma's German and English dictionaries or of the corpus uses it, and all
pieces of one character of Latin script, digits and punctuation.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

from augenhoehe.understand.marking.pieces import SPACE, Cutter
from training.weights import Encoder

LEAST_USES = 3


def dictionary_words() -> list[str]:
    """The word forms of simplemma's dictionaries for German and English, in their order."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory  # noqa: PLC0415

    factory = DefaultDictionaryFactory()
    words: list[str] = []
    for language in ("de", "en"):
        for form in factory.get_dictionary(language):
            words.append(form.decode("utf-8") if isinstance(form, bytes) else form)
    return words


def kept_rows(encoder: Encoder, corpus: Sequence[dict[str, Any]]) -> list[int]:
    """Rows of the vocabulary to keep, in order; special pieces included."""
    cutter = Cutter.of(encoder.pieces, encoder.scores.tolist(), encoder.normal, encoder.unknown)
    uses: Counter[int] = Counter()
    for word in dictionary_words():
        uses.update(piece.id for piece in cutter.cut(word))
        uses.update(piece.id for piece in cutter.cut(word.lower()))
    said = {piece.id for talk in corpus for turn in talk["turns"] for piece in cutter.cut(turn["text"])}
    kept = {row for row, count in uses.items() if count >= LEAST_USES} | said
    kept |= {encoder.begin, encoder.end, encoder.pad, encoder.unknown}
    kept |= {row for row, piece in enumerate(encoder.pieces) if len(piece) <= 2 and _basic(piece.replace(SPACE, ""))}
    return sorted(kept)


def _basic(piece: str) -> bool:
    return all(ord(letter) < 0x250 or unicodedata.category(letter)[0] in "PS" for letter in piece)
