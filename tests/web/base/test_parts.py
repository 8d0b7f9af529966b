"""Template tags of the parts."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.web.base.templatetags.parts import clock
from augenhoehe.wording.saying import Voice


def rendered(source: str, **values: object) -> str:
    return Template("{% load parts wording %}" + source).render(Context({"voice": Voice("de"), **values}))


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(None, ""), (0.0, "0:00"), (7.9, "0:07"), (65, "1:05"), (3599, "59:59"), (3600, "1:00:00"), (3723.4, "1:02:03")],
)
def test_clock_writes_seconds_as_people_do(seconds: float | None, written: str) -> None:
    assert clock(seconds) == written


@pytest.mark.parametrize(
    ("name", "word", "drawn"),
    [
        ("proposed", "vorgeschlagen", ["circle"]),
        ("confirmed", "bestätigt", ["circle", "path"]),
        ("estimated", "geschätzt", ["circle"]),
        ("unknown", "unbekannt", ["path", "rect"]),
    ],
)
def test_state_word_draws_and_says(name: str, word: str, drawn: list[str]) -> None:
    html = rendered("{% state_word name %}", name=name)
    assert re.findall(r"<(circle|path|rect)", html) == drawn
    assert word in html


def test_quote_escapes_words_and_names_the_speaker() -> None:
    turn = Turn(3, "Frau <Ott>", Role.CUSTOMER, "Das <b>dauert</b> zwei Tage.", 65.0, 70.0)
    html = rendered('{% quote evidence url="/x/" %}', evidence=Evidence("c", turn, 0, 17))
    assert "<q>Das &lt;b&gt;dauert&lt;/b&gt;</q>" in html
    assert '<a href="/x/">Frau &lt;Ott&gt;, <time>1:05</time></a>' in html


def test_spine_marks_where_one_is_and_how_far_the_case_has_come() -> None:
    html = rendered('{% spine "c1" "needs" station="confirmed" title="Fall" %}')
    assert re.findall(r'<li class="(\w+)">', html) == ["done", "begun", "open", "open", "open", "open"]
    assert html.count('aria-current="step"') == 1
