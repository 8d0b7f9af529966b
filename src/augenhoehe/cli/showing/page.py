"""A reading as one HTML page that needs nothing besides itself: no script, no font to fetch, no picture."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import pairwise

from augenhoehe.api import Reading
from augenhoehe.cli.showing.summary import (
    Entry,
    Part,
    certainty_of,
    clock,
    facts_of,
    findings_of,
    label_of,
    parts_of,
    people_of,
    title_of,
)
from augenhoehe.speech.conversation import Turn
from augenhoehe.understand.findings import Family, Finding
from augenhoehe.wording.saying import Voice


def page(reading: Reading, voice: Voice) -> str:
    """The whole page."""
    by_turn: dict[int, list[Finding]] = {}
    for finding in findings_of(reading):
        by_turn.setdefault(finding.evidence.turn.id, []).append(finding)
    title = escape(title_of(reading, voice))
    script = "\n".join(turn_html(turn, by_turn.get(turn.id, []), voice) for turn in reading.conversation.turns)
    legend = "".join(
        f'<li><mark data-family="{family}">{escape(voice.text(f"api.family.{family}"))}</mark></li>'
        for family in Family
    )
    facts = escape(" · ".join(facts_of(reading.conversation, voice)))
    people = "".join(f"<li>{escape(line)}</li>" for line in people_of(reading, voice))
    notes = "".join(f"<p>{escape(voice.say(note))}</p>" for note in reading.transcript.notes)
    return f"""<!doctype html>
<html lang="{voice.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style()}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="facts">{facts}</p>
<ul class="people">{people}</ul>
{notes}
</header>
<main>
<div class="parts">
{"".join(part_html(part, voice) for part in parts_of(reading, voice))}
</div>
<section aria-labelledby="script">
<h2 id="script">{escape(voice.text("cli.read.script"))}</h2>
<ul class="legend">{legend}</ul>
<div class="script" lang="{language_of(reading, voice)}">
{script}
</div>
</section>
</main>
</body>
</html>
"""


@cache
def style() -> str:
    """The page's style sheet."""
    return (files("augenhoehe.cli.showing") / "page.css").read_text(encoding="utf-8")


def language_of(reading: Reading, voice: Voice) -> str:
    """The language of the script for those who listen to it."""
    spoken = str(reading.conversation.language)
    return spoken if spoken in ("de", "en") else voice.language


def turn_html(turn: Turn, findings: Sequence[Finding], voice: Voice) -> str:
    """One turn: gutter, words with their marks, notes at their height."""
    notes = "".join(
        f'<li id="{escape(each.id)}" data-family="{each.family}"><a href="#{escape(each.id)}-words">'
        f"{escape(label_of(each, voice))}</a> <span>{escape(certainty_of(each, voice))}</span>"
        f"<p>{escape(voice.say(each.because))}</p></li>"
        for each in findings
    )
    margin = f'<ol class="notes" lang="{voice.language}">{notes}</ol>' if notes else ""
    return (
        f'<article id="t{turn.id}" data-role="{turn.role}"><p class="gutter"><b>{escape(turn.speaker)}</b> '
        f"<span>{clock(turn.start)}</span></p>"
        f'<div class="words">{words_html(turn.text, findings)}</div>{margin}</article>'
    )


def words_html(text: str, findings: Sequence[Finding]) -> str:
    """The words, cut wherever a mark begins or ends; overlapping marks lie inside each other."""
    places = {point for each in findings for point in (each.evidence.start, each.evidence.end)}
    cuts = sorted(places | {0, len(text)})
    pieces = []
    for start, end in pairwise(cuts):
        over = [each for each in findings if each.evidence.start <= start and end <= each.evidence.end]
        opening = "".join(
            f'<mark data-family="{each.family}"'
            + (f' id="{escape(each.id)}-words"' if each.evidence.start == start else "")
            + ">"
            for each in over
        )
        pieces.append(opening + escape(text[start:end]) + "</mark>" * len(over))
    return "".join(pieces)


def part_html(part: Part, voice: Voice) -> str:
    """A part with its entries, or the sentence that there are none."""
    inner = "".join(entry_html(each, voice) for each in part.entries)
    body = f"<ul>{inner}</ul>" if inner else f'<p class="empty">{escape(part.empty)}</p>'
    title = f'<h2 id="p-{part.name}">{escape(part.title)}</h2>'
    return f'<section class="{part.name}" aria-labelledby="p-{part.name}">{title}{body}</section>'


def entry_html(entry: Entry, voice: Voice) -> str:
    """One entry with its quotes and details."""
    text = f"<p><strong>{escape(entry.text)}</strong></p>" if entry.text else ""
    quotes = "".join(
        "<blockquote>"
        + ("" if entry.repeats(each) else f"<p>{escape(voice.quoted(each.words))}</p>")
        + f"<footer>{escape(each.place)}</footer></blockquote>"
        for each in entry.quotes
    )
    details = "".join(f'<p class="detail">{escape(each)}</p>' for each in entry.details)
    return f"<li>{text}{quotes}{details}</li>"
