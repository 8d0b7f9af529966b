"""Make turns of utterances: join what an exporter cut, and know a back-channel when it comes along."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from augenhoehe.listen.format import Utterance
from augenhoehe.speech.conversation import Turn

CLOSE = 1.5
"""Seconds between two segments of one speaker that an exporter cut out of one turn."""
PAUSE = 5.0
"""Seconds of silence inside a sentence that still leave it one turn."""
ALREADY_JOINED = 0.1
"""A file in which at most this share of neighbouring pairs could be joined has whole turns already."""
WORDS_A_SECOND = 2.5
"""Speed of speech, to estimate the end of a segment that gives only its beginning."""
NAMELESS_WORDS = 60
"""Where nobody is named, a turn grows to about this many words: its end would be a guess anyway."""

_SENTENCE_END = re.compile(r"[.!?…][\"'“”»«)\]]*$")

LISTENER_WORDS = frozenset(
    """ja jaja jap jo joa jep nein nee ne nö okay ok okey gut genau richtig stimmt klar aha ah oh ach achso so mhm mh hm
    hmm hmhm ähm äh eh verstehe verstanden alles sicher natürlich gerne super prima schön interessant echt wirklich wow
    gell ned eben tja na und doch freilich passt eieiei absolut selbstverständlich leider krass
    yes yeah yep yup no nope right sure fine good great i see really exactly true indeed got it uh huh mm mmm
    uhhuh oh wow cool absolutely of course understood nice lovely the okay""".split()
)
"""Words with which a listener says "I am listening" without taking the turn."""

_NO_LISTENER = re.compile(r"[?\d]")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def is_back_channel(text: str) -> bool:
    """Whether the words only show that somebody listens: five or fewer, all of them listener words, no question."""
    words = _WORDS.findall(text[:200].lower())
    return 0 < len(words) <= 5 and not _NO_LISTENER.search(text[:200]) and all(word in LISTENER_WORDS for word in words)


def passages(turns: Iterable[Turn]) -> tuple[tuple[Turn, ...], ...]:
    """Turns of one speaker that follow each other, taken together; others' back-channels do not interrupt.

    Back-channels are left out of the result, so that its length is the number of turns for any measure.
    """
    together: list[list[Turn]] = []
    for turn in turns:
        if together and turn.speaker and together[-1][0].speaker == turn.speaker:
            together[-1].append(turn)
        elif not is_back_channel(turn.text):
            together.append([turn])
    return tuple(tuple(passage) for passage in together)


def join(utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Utterances with neighbouring segments of one speaker joined, in the order of their beginnings.

    Nothing is joined in a file whose segments are whole turns already (see `ALREADY_JOINED`).
    """
    ordered = _in_order(utterances)
    if not _was_cut(ordered):
        return tuple(ordered)
    joined: list[Utterance] = []
    segments: list[Utterance] = []
    words = 0
    for utterance in ordered:
        if segments and not _continues(segments[-1], utterance, words):
            joined.append(_one(segments))
            segments, words = [], 0
        segments.append(utterance)
        words += utterance.text.count(" ") + 1
    if segments:
        joined.append(_one(segments))
    return tuple(joined)


def _one(segments: Sequence[Utterance]) -> Utterance:
    if len(segments) == 1:
        return segments[0]
    ends = [segment.end for segment in segments if segment.end is not None]
    end = max(ends) if ends else None
    return replace(segments[0], text=" ".join(segment.text for segment in segments), end=end)


def _in_order(utterances: Sequence[Utterance]) -> Sequence[Utterance]:
    """By beginning where all have one (tracks of several microphones are often written one after the other)."""
    starts = [utterance.start for utterance in utterances if utterance.start is not None]
    if len(starts) < len(utterances) or any(utterance.whole for utterance in utterances):
        return utterances
    return sorted(utterances, key=lambda utterance: utterance.start or 0.0)


def _was_cut(utterances: Sequence[Utterance]) -> bool:
    pairs = list(itertools.pairwise(utterances))
    close = sum(
        1
        for first, second in pairs
        if first.speaker == second.speaker and not first.whole and not second.whole and _gap(first, second) <= CLOSE
    )
    return close > ALREADY_JOINED * len(pairs)


def _gap(first: Utterance, second: Utterance) -> float:
    """Seconds of silence between two segments; infinite where times are missing."""
    if first.start is None or second.start is None:
        return float("inf")
    end = first.end
    if end is None:
        end = first.start + (first.text.count(" ") + 1) / WORDS_A_SECOND
    return second.start - end


def _continues(last: Utterance, segment: Utterance, words: int) -> bool:
    if last.speaker != segment.speaker or last.whole or segment.whole:
        return False
    gap = _gap(last, segment)
    ended = _SENTENCE_END.search(last.text[-6:]) is not None
    if last.speaker is None:
        return gap <= CLOSE and not ended and words < NAMELESS_WORDS
    return gap <= CLOSE or (gap <= PAUSE and not ended)
