"""The words that date a promise: cut from what was promised, exactly as they were said.

The words are those that `dates` reads, with the time of day that follows ("morgen früh", "sunday at two"); dates that
name no day of their own ("bis dahin", "the same day") are kept as words. Of several dates in one promise one that
"bis" or "by" ends counts before the others, then the first. "Gleich" and "now" alone are no date. Weak where the date
of something else stands in the promise ("in the session on Monday, I'll tell him"): it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.dates.reading import read_dates

SOME_DAY = date(2026, 1, 7)
"""Words are read the same on any day; where nobody knows when they were said, this one serves."""
_HOUR = (
    r"(?:halb\s+|viertel\s+\w+\s+|half\s+(?:past\s+)?|(?:a\s+)?quarter\s+(?:past|to)\s+)?(?:\d{1,2}(?:[:.]\d\d)?|"
    r"ein(?:s|se)?|zw(?:ei|o)e?|dreie?|viere?|fünfe?|sechse?|siebene?|achte?|neune?|zehne?|elfe?|zwölfe?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?:\s*(?:uhr|am|pm|o['’]clock)\b)?"
)
_FURTHER = re.compile(
    r"(?:\s+(?:in\s+der\s+früh|früh|vormittag|mittag|nachmittag|abend|nacht|morgen|evening|night|morning|afternoon|"
    r"arvo|lunchtime|noon)\b)?(?:(?<=\bheut)\s+no(?:ch)?\b|(?<=\bheute)\s+no(?:ch)?\b)?"
    rf"(?:\s+(?:(?:um|gegen|bis|ab|at|by|before|around)\s+{_HOUR}|halb\s+\w+))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:jede[nrs]?|every|(?:by|before|at)\s+(?:noon|midday|lunch(?:time)?|close)(?:\s+of\s+\w+)?)\s+)$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?:(?:das|des|dat|es|dem\s+das|ihm\s+das|of)\s+|noch\s+(?=diese)|den\s+(?=bis|am|ab|vor|im|in|um|heut|morgen))+",
    re.IGNORECASE,
)
_TWO_CLAUSES = re.compile(r"\b(?:ich|i|sie|ihnen|wir|uns|du|dir|ihr|euch|er|you|we|he|she|they)\b", re.IGNORECASE)
_NO_DATE = re.compile(r"(?:(?:das|des|es)\s+)?(?:gleich|glei|jetzt|now)$", re.IGNORECASE)
_ORDINAL_OF = re.compile(
    r"(?:vor|nach|ab)\s+(?:dem|der)\s+erste[nr]?\s+(?!erste|januar|quartal|mai|juli|\w*(?:tag|woche))[^\W\d]",
    re.IGNORECASE,
)
_VERBATIM = re.compile(
    r"\bbis\s+(?:dahin|dann)\b|\bbis\s+(?:zum\s+)?ende\s+(?:der\s+)?woche\b|\binnert\s+\w+\s+\w+|\bnachher\b|"
    r"\bbeim\s+nächsten\s+mal\b|\bam\s+(?:selben|gleichen)\s+tag\b|\b\w+\s+tage?\s+drauf\b|"
    r"\bby\s+then\b|\buntil\s+then\b|\b(?:the\s+)?same\s+day\b|\bthis\s+arvo\b|\bnext\s+time\b|"
    r"\b(?:by|before|on)\s+the\s+(?:twenty[- ]|thirty[- ])?\w+(?:st|nd|rd|th)\b|"
    r"\bbefore\s+(?:the\s+)?close\s+of\s+work\b",
    re.IGNORECASE,
)


def due_words(evidence: Evidence, conversation: Conversation) -> str | None:
    """The words of a promise's date as they stand in its quote, None where none is said."""
    return due_in(evidence.quote, conversation.day_of(evidence.turn), conversation.language.value)


def due_in(quote: str, said_on: date | None, language: str) -> str | None:
    """The words of the date in what somebody promised, None where there is none. `language` as in `dates.read_date`."""
    found = list(_dates(quote, said_on or SOME_DAY, language))
    if not found:
        vague = _VERBATIM.search(quote)
        return vague.group() if vague else None
    start, end, _ = min(found, key=lambda each: (not each[2], each[0], -each[1]))
    return quote[start:end]


def _dates(quote: str, said_on: date, language: str) -> Iterator[tuple[int, int, bool]]:
    """Each date of a quote as (start, end, whether something ends it)."""
    for offset, part in _pieces(quote, said_on, language):
        for reading in read_dates(part, said_on, language):
            if _NO_DATE.match(part[reading.start : reading.end].strip()) or _ORDINAL_OF.match(part, reading.start):
                continue
            yield (*_whole(quote, offset + reading.start, offset + reading.end), reading.bounded)


def _pieces(quote: str, said_on: date, language: str) -> list[tuple[int, str]]:
    """The quote itself, or its clauses where it is too long or dates of two clauses would be read as one."""
    readings = read_dates(quote, said_on, language)
    if readings and not any(_TWO_CLAUSES.search(quote, reading.start, reading.end) for reading in readings):
        return [(0, quote)]
    cuts = [
        0,
        *(hit.start() for hit in re.finditer(rf"[,;:!?–\n]|(?<!\d)\.|{_TWO_CLAUSES.pattern}", quote, re.IGNORECASE)),
    ]
    return [(start, quote[start:end]) for start, end in pairwise([*cuts, len(quote)])]


def _whole(quote: str, start: int, end: int) -> tuple[int, int]:
    """The stretch grown to whole words and to the time of day, without what only stands before a date."""
    while end < len(quote) and quote[end - 1].isalnum() and quote[end].isalnum():
        end += 1
    further = _FURTHER.match(quote, end)
    end = further.end() if further else end
    before = _BEFORE.search(quote[:start])
    start = before.start() if before else start
    skipped = _OBJECT.match(quote, start, end)
    start = skipped.end() if skipped else start
    while end > start + 1 and not quote[end - 1].isalnum() and not re.search(r"\b\d{1,2}\.$", quote[start:end]):
        end -= 1
    return start, end
