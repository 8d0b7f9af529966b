"""When something is due: find the words of a date and make days of them, German and English.

`date_rules` holds how dates are said, `date_reading` what they mean, `spans` the calendar. A date that cannot be
resolved stays as it was said: nothing is invented. Times of day are heard but a due is a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from augenhoehe.keep import date_rules
from augenhoehe.keep.date_reading import EXACT, PARTS, READERS
from augenhoehe.keep.date_said import NotADateError, Said
from augenhoehe.keep.date_words import ENGLISH, GERMAN, Bound, Words
from augenhoehe.keep.promises import Due
from augenhoehe.keep.spans import Part, Span, Unit, coming_weekday, day_of_part, either, part_of

LONGEST = 300
TIMES = ("now", "clock")
"""A time of day bounds nothing: "vor zwölf" is still today."""
WHOLE = ("days_of_month", "weekday_or_weekday", "calendar_weeks", "within_range", "after_range")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything one language says dates with, compiled."""

    words: Words
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    tail: re.Pattern[str]
    bounds: tuple[tuple[Bound, re.Pattern[str]], ...]
    parts: tuple[tuple[Part, re.Pattern[str]], ...]
    latest: re.Pattern[str]
    vague: re.Pattern[str]
    join: re.Pattern[str]
    either: re.Pattern[str]
    weekday: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of words means: `first` or `last` is None where it is open ("nach dem ersten Juli").

    `start` and `end` say where in the text the words of the date stand; `rule` names how it was said.
    """

    first: date | None
    last: date | None
    ambiguous: bool
    start: int
    end: int
    rule: str


def resolve(words: str, said_on: date | None, language: str) -> Due:
    """The days that `words` mean when said on a day; only the words where they cannot be resolved.

    `language` is "de" or "en"; anything else ("mixed", "unknown") tries both. With `said_on` None only dates with their
    year can be resolved. Half-open dates have one side: "vor dem 15." no `first`, "nach dem ersten Juli" no `last`.
    """
    reading = read_date(words, said_on, language)
    if reading is None:
        return Due(words)
    return Due(words, reading.first, reading.last, reading.ambiguous)


def read_date(text: str, said_on: date | None, language: str) -> Reading | None:
    """The first date that is said in a text, with its place; None where there is none."""
    if len(text) > LONGEST:
        return None
    for name in (language,) if language in ("de", "en") else ("de", "en"):
        grammar = _grammar(name)
        single = _single(text, said_on, grammar)
        joined = None if single is None or single.rule in WHOLE else _joined(text, said_on, grammar)
        reading = joined or single
        if reading is not None:
            return reading
    return None


@lru_cache(maxsize=2)
def _grammar(language: str) -> Grammar:
    words, rules = (GERMAN, date_rules.GERMAN) if language == "de" else (ENGLISH, date_rules.ENGLISH)
    tail = "|".join([pattern for _, pattern in (*rules.bounds, *rules.parts)] + [rules.fillers])
    return Grammar(
        words=words,
        rules=tuple((name, _compiled(pattern, words)) for name, pattern in rules.rules),
        tail=re.compile(rf"(?:^|(?<=\W))(?:{tail})[\W_]*$", re.IGNORECASE),
        bounds=tuple((bound, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for bound, pattern in rules.bounds),
        parts=tuple((part, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for part, pattern in rules.parts),
        latest=re.compile(rules.latest, re.IGNORECASE),
        vague=re.compile(rules.vague, re.IGNORECASE),
        join=re.compile(rules.join, re.IGNORECASE | re.DOTALL),
        either=re.compile(rules.either, re.IGNORECASE),
        weekday=_compiled(r"\b<weekday>\b", words),
    )


def _compiled(pattern: str, words: Words) -> re.Pattern[str]:
    """A rule's pattern with `<weekday>` and the like filled in from the words of the language."""

    def literal(keys: Sequence[str]) -> str:
        return "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in sorted(keys, key=len, reverse=True))

    choices = {
        "weekday": literal(list(words.weekdays)),
        "month": literal(list(words.months)),
        "number": r"\d{1,3}|" + literal(list(words.numbers)),
        "ordinal": literal(list(words.ordinals)),
        "step": "|".join(words.steps),
        "which": "|".join(words.which),
        "feast": "|".join(words.feasts),
    }

    def filled(hit: re.Match[str]) -> str:
        kind, _, name = hit.group(1).partition(":")
        return f"(?P<{name or kind}>{choices[kind]})"

    return re.compile(re.sub(rf"(?<!\?P)<((?:{'|'.join(choices)})(?::\w+)?)>", filled, pattern), re.IGNORECASE)


def _single(text: str, said_on: date | None, grammar: Grammar) -> Reading | None:
    for rule, pattern in grammar.rules:
        hit = pattern.search(text)
        if hit is None:
            continue
        start, bound, part = _before(text, hit.start(), grammar)
        if rule in TIMES:
            bound = None
        if rule == "compound":
            part = PARTS.get(hit["edge"].lower(), Part.END)
        try:
            span = READERS[rule](Said(hit, said_on, grammar.words, part))
            if rule in EXACT:
                span = _agreeing(span, text, said_on, grammar)
            latest = grammar.latest.match(text, hit.end())
            first, last, ambiguous = _bounded(span, Bound.UNTIL if latest and bound is None else bound, part, said_on)
        except NotADateError:
            continue
        except (ValueError, OverflowError):
            return None  # a 31 June, a week 53 of a year without one: a date, but none there is
        vague = grammar.vague.match(text, hit.end())
        end = max(hit.end(), *(extra.end() for extra in (latest, vague) if extra), hit.end())
        return Reading(first, last, ambiguous or vague is not None, start, end, rule)
    return None


def _before(text: str, start: int, grammar: Grammar) -> tuple[int, Bound | None, Part | None]:
    """Where the words right before a date start ("bis spätestens Ende der …"), and the bound and part in them."""
    edge = start
    while (hit := grammar.tail.search(text, 0, edge)) is not None and hit.start() < edge:
        edge = hit.start()
    lead = text[edge:start]
    parts = [part for part, pattern in grammar.parts if pattern.search(lead)]
    bounds = [bound for bound, pattern in grammar.bounds if pattern.search(lead)]
    if not bounds:
        bounds = [bound for bound, pattern in grammar.bounds if pattern.match(text[start:])]
    return edge, bounds[0] if bounds else None, parts[-1] if parts else None


def _agreeing(span: Span, text: str, said_on: date | None, grammar: Grammar) -> Span:
    """A day of the calendar beside a weekday: where they disagree, both readings are kept."""
    named = grammar.weekday.search(text)
    if named is None or said_on is None:
        return span
    weekday = grammar.words.weekdays[named["weekday"].lower()]
    return span if span.first.weekday() == weekday else either(span.first, span.last, coming_weekday(said_on, weekday))


def _bounded(
    span: Span, bound: Bound | None, part: Part | None, said_on: date | None
) -> tuple[date | None, date | None, bool]:
    """First day, last day and ambiguity of a span that a word like "bis" or "nach" bounds."""
    if part is not None and span.unit in (Unit.DAY, Unit.STRETCH):
        part = None
    if bound is Bound.BEFORE and part is Part.END:
        bound = Bound.UNTIL
    if bound is Bound.UNTIL and part is not None:
        on = day_of_part(span, part)
        return on, on, span.ambiguous
    whole = part_of(span, part) if part is not None else span
    if bound is Bound.BEFORE:
        last = whole.first - timedelta(1)
        return None, last, whole.ambiguous
    if bound is Bound.AFTER:
        return whole.last + timedelta(1), None, whole.ambiguous
    if bound is Bound.FROM:
        return whole.first, None, whole.ambiguous
    if bound is Bound.UNTIL and whole.unit not in (Unit.DAY, Unit.STRETCH):
        early = timedelta(1) if whole.unit is Unit.WEEKEND else timedelta(0)
        return whole.first - early, whole.last, True
    if said_on is not None and whole.unit is not Unit.DAY and whole.first < said_on <= whole.last:
        whole = replace(whole, first=said_on)
    return whole.first, whole.last, whole.ambiguous


def _joined(text: str, said_on: date | None, grammar: Grammar) -> Reading | None:
    """Two dates in one phrase: "Montag bis Mittwoch", "zwischen dem 3. und dem 5. Mai", "heute oder morgen"."""
    pieces = [(hit["one"], hit["other"]) for hit in [grammar.join.match(text)] if hit]
    halves = grammar.either.split(text, maxsplit=1)
    if len(halves) == 2 and not grammar.vague.search(text):
        pieces.append((halves[0], halves[1]))
    for one, other in pieces:
        first, last = _single(one, said_on, grammar), _single(other, said_on, grammar)
        if first is None or last is None or {first.rule, last.rule} & {"clock", "now"}:
            continue
        if first.first is None or first.last is None or last.last is None:
            continue
        end = last.last
        if end < first.first and last.rule in ("weekday", "short_weekday"):
            end += timedelta(7)
        if end < first.first:
            continue
        ambiguous = first.ambiguous or last.ambiguous
        place = len(text) - len(other) + last.end
        return Reading(first.first, max(end, first.last), ambiguous, text.find(one) + first.start, place, "joined")
    return None
