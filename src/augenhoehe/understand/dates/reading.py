"""Find the words of a date and make days of them, German and English.

`rules` holds how dates are said, `making` what they mean, `spans` the calendar. Words that name no day give none:
nothing is invented. Times of day are heard but bound nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from augenhoehe.understand.dates import rules as said_rules
from augenhoehe.understand.dates.making import EXACT, PARTS, READERS
from augenhoehe.understand.dates.said import NotADateError, Said
from augenhoehe.understand.dates.spans import Part, Span, Unit, coming_weekday, day_of_part, either, part_of
from augenhoehe.understand.dates.words import ENGLISH, GERMAN, Bound, Words

LONGEST = 300
MOST = 4
TAKEN = "x"
"""Stands for each letter of words that are read already: no date, and no word that may stand before one."""
TIMES = ("now", "clock")
"""A time of day bounds nothing: "vor zwölf" is still today."""
LIMITING = ("within", "within_range")
"""Ways of saying a date that end it by themselves: "innerhalb von drei Tagen"."""
WHOLE = ("days_of_month", "weekday_or_weekday", "calendar_weeks", "within_range", "after_range")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a date, by its reader's name. `needs` are kinds of words it cannot do without."""

    name: str
    pattern: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything one language says dates with. `kinds` say what words of a kind look like: "month", "number"."""

    language: str
    words: Words
    kinds: Mapping[str, str]
    rules: tuple[Rule, ...]
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

    `latest` is the last day under the most generous reading: "bis Anfang Mai" names 1 May, and allows until the 10th.
    `bounded` says that a word like "bis", "vor" or "spätestens" ends it. `start` and `end` say where in the text the
    words of the date stand; `rule` names how it was said.
    """

    first: date | None
    last: date | None
    ambiguous: bool
    start: int
    end: int
    rule: str
    latest: date | None = None
    bounded: bool = False


def read_date(text: str, said_on: date | None, language: str) -> Reading | None:
    """The first date that is said in a text, with its place; None where there is none.

    `language` is "de" or "en"; anything else ("mixed", "unknown") tries both, and the longer words hold: "the
    twenty-eighth of November" is a day in English and only its month in German.
    """
    if len(text) > LONGEST:
        return None
    names = (language,) if language in ("de", "en") else ("de", "en")
    found = [reading for name in names if (reading := _read(text, said_on, _grammar(name))) is not None]
    return max(found, key=lambda reading: reading.end - reading.start, default=None)


def read_dates(text: str, said_on: date | None, language: str) -> tuple[Reading, ...]:
    """Up to `MOST` dates that are said in a text, in the order of their places."""
    found: list[Reading] = []
    rest = text
    while len(found) < MOST and (reading := read_date(rest, said_on, language)) is not None:
        found.append(reading)
        rest = rest[: reading.start] + TAKEN * (reading.end - reading.start) + rest[reading.end :]
    return tuple(sorted(found, key=lambda reading: reading.start))


def _read(text: str, said_on: date | None, grammar: Grammar) -> Reading | None:
    single = _single(text, said_on, grammar)
    joined = None if single is None or single.rule in WHOLE else _joined(text, said_on, grammar)
    return joined or single


@lru_cache(maxsize=2)
def _grammar(language: str) -> Grammar:
    words, rules = (GERMAN, said_rules.GERMAN) if language == "de" else (ENGLISH, said_rules.ENGLISH)
    tail = "|".join([pattern for _, pattern in (*rules.bounds, *rules.parts)] + [rules.fillers])
    kinds = {
        "weekday": one_of(words.weekdays),
        "month": one_of(words.months),
        "number": r"\d{1,3}|" + one_of(words.numbers),
        "ordinal": one_of(words.ordinals) + words.ordinal_ending,
        "step": "|".join(words.steps),
        "which": "|".join(words.which),
        "feast": "|".join(words.feasts),
    }
    return Grammar(
        language=language,
        words=words,
        kinds=kinds,
        rules=tuple(Rule(name, pattern, _needs(pattern, kinds)) for name, pattern in rules.rules),
        tail=re.compile(rf"(?:^|(?<=\W))(?:{tail})[\W_]*$", re.IGNORECASE),
        bounds=tuple((bound, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for bound, pattern in rules.bounds),
        parts=tuple((part, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for part, pattern in rules.parts),
        latest=re.compile(rules.latest, re.IGNORECASE),
        vague=re.compile(rules.vague, re.IGNORECASE),
        join=re.compile(rules.join, re.IGNORECASE | re.DOTALL),
        either=re.compile(rules.either, re.IGNORECASE),
        weekday=re.compile(rf"\b(?P<weekday>{kinds['weekday']})\b", re.IGNORECASE),
    )


def _needs(pattern: str, kinds: Iterable[str]) -> tuple[str, ...]:
    """The kinds of words a pattern names outside all brackets, where nothing is optional."""
    bare, depth = [], 0
    for letter in re.sub(r"\\.|\[[^\]]*\]", "", pattern):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0:
            bare.append(letter)
    text = "".join(bare)
    return () if "|" in text else tuple(kind for kind in kinds if re.search(rf"<{kind}(?::\w+)?>(?![?*])", text))


@lru_cache(maxsize=512)
def _compiled(language: str, pattern: str) -> re.Pattern[str]:
    """A rule's pattern with `<weekday>` and the like filled in from the words of the language.

    A rule is compiled when the first text comes that has the words it needs: all rules at once take 0.2 s a language.
    """
    kinds = _grammar(language).kinds

    def filled(hit: re.Match[str]) -> str:
        kind, _, name = hit.group(1).partition(":")
        return f"(?P<{name or kind}>{kinds[kind]})"

    return re.compile(re.sub(rf"(?<!\?P)<((?:{'|'.join(kinds)})(?::\w+)?)>", filled, pattern), re.IGNORECASE)


@lru_cache(maxsize=32)
def _kind(language: str, kind: str) -> re.Pattern[str]:
    return re.compile(_grammar(language).kinds[kind], re.IGNORECASE)


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches one of these words, the longest first; a blank stands for any white space.

    Common beginnings are written once: so it compiles and matches several times as quickly.
    """
    tree: dict[str, Any] = {}
    for word in words:
        place = tree
        for letter in word:
            place = place.setdefault(letter, {})
        place[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    found = [
        (r"\s+" if letter == " " else re.escape(letter)) + _branches(further)
        for letter, further in sorted(tree.items())
        if letter
    ]
    if not found:
        return ""
    whole = found[0] if len(found) == 1 and "" not in tree else f"(?:{'|'.join(found)})"
    return f"{whole}?" if "" in tree else whole


def _single(text: str, said_on: date | None, grammar: Grammar) -> Reading | None:
    there = {kind for kind in grammar.kinds if _kind(grammar.language, kind).search(text)}
    for said in grammar.rules:
        rule = said.name
        hit = _compiled(grammar.language, said.pattern).search(text) if there.issuperset(said.needs) else None
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
            bound = Bound.UNTIL if latest and bound is None else bound
            first, last, ambiguous = _bounded(span, bound, part, said_on)
        except NotADateError:
            continue
        except (ValueError, OverflowError):
            return None  # a 31 June, a week 53 of a year without one: a date, but none there is
        vague = grammar.vague.match(text, hit.end())
        end = max(hit.end(), *(extra.end() for extra in (latest, vague) if extra), hit.end())
        ambiguous = ambiguous or vague is not None
        bounded = bound in (Bound.UNTIL, Bound.BEFORE) or rule in LIMITING
        return Reading(first, last, ambiguous, start, end, rule, _latest(span, bound, part, last), bounded)
    return None


def _latest(span: Span, bound: Bound | None, part: Part | None, last: date | None) -> date | None:
    """The last day of the most generous reading: of a part that "bis" leads to, its last day too."""
    if bound is Bound.UNTIL and part is not None and span.unit not in (Unit.DAY, Unit.STRETCH):
        return part_of(span, part).last
    return last


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
        start = text.find(one) + first.start
        end = max(end, first.last)
        return Reading(first.first, end, ambiguous, start, place, "joined", end, first.bounded or last.bounded)
    return None
