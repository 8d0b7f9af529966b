"""Marks in the script."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.web.pages.conversations.marking import Span, lanes, marked, pieces


def span(name: str, start: int, end: int, family: str = "saying") -> Span:
    return Span(name, family, "proposed", start, end)


def shape(text: str, spans: list[Span]) -> list[tuple[str, list[tuple[str, int, bool]]]]:
    return [
        (piece.text, [(mark.span.id, mark.lane, mark.first) for mark in piece.marks]) for piece in pieces(text, spans)
    ]


def test_pieces_without_findings_are_the_text() -> None:
    assert shape("Guten Tag.", []) == [("Guten Tag.", [])]


def test_pieces_of_an_empty_turn_are_none() -> None:
    assert shape("", []) == []


def test_pieces_of_a_promise_inside_a_concession_keep_their_lanes() -> None:
    """Gut, fünf Prozent, und ich schicke es bis Freitag."""
    text = "Gut, fünf Prozent, und ich schicke es bis Freitag."
    outer, inner = span("f1", 0, len(text)), span("f2", 23, 49)
    assert shape(text, [inner, outer]) == [
        ("Gut, fünf Prozent, und ", [("f1", 0, True)]),
        ("ich schicke es bis Freitag", [("f1", 0, False), ("f2", 1, True)]),
        (".", [("f1", 0, False)]),
    ]


def test_pieces_of_crossing_findings_share_the_middle() -> None:
    assert shape("abcdef", [span("a", 0, 4), span("b", 2, 6)]) == [
        ("ab", [("a", 0, True)]),
        ("cd", [("a", 0, False), ("b", 1, True)]),
        ("ef", [("b", 1, False)]),
    ]


def test_lanes_are_free_again_behind_a_finding() -> None:
    assert lanes([span("a", 0, 4), span("b", 2, 6), span("c", 4, 8), span("d", 8, 9)]) == {
        "a": 0,
        "b": 1,
        "c": 0,
        "d": 0,
    }


def test_lanes_of_two_findings_over_the_same_words_differ() -> None:
    assert lanes([span("b", 0, 4), span("a", 0, 4)]) == {"a": 0, "b": 1}


def test_pieces_clip_a_finding_that_reaches_past_the_turn() -> None:
    assert shape("ab", [span("a", 1, 9), span("b", 5, 6)]) == [("a", []), ("b", [("a", 0, True)])]


def test_marked_escapes_what_was_said() -> None:
    mark = '<mark data-for="f1" data-family="saying" data-state="proposed" data-lane="0" data-first>'
    assert marked("a <b> & c", [span("f1", 2, 5)]) == f"a {mark}&lt;b&gt;</mark> &amp; c"


def test_marked_nests_the_inner_finding() -> None:
    html = marked("abc", [span("f1", 0, 3), span("f2", 1, 2, "asking")])
    assert re.sub(r'<mark data-for="(\w+)"[^>]*>', r"<\1>", html) == "<f1>a</mark><f1><f2>b</mark></mark><f1>c</mark>"


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)).map(sorted), max_size=8),
)
def test_marked_gives_back_every_word_and_covers_every_finding(text: str, places: list[list[int]]) -> None:
    spans = [span(f"f{number}", start, end) for number, (start, end) in enumerate(places)]
    cut = pieces(text, spans)
    assert "".join(piece.text for piece in cut) == text
    for one in spans:
        covered = "".join(piece.text for piece in cut if any(mark.span is one for mark in piece.marks))
        assert covered == text[one.start : one.end]
        heights = {mark.lane for piece in cut for mark in piece.marks if mark.span is one}
        assert len(heights) <= 1
    assert unescape(re.sub(r"</?mark[^>]*>", "", marked(text, spans))) == text
