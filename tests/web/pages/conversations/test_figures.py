"""Figures of a conversation: words, drawing, norm."""

from __future__ import annotations

from augenhoehe.understand.measures import Basis, Measure
from augenhoehe.web.pages.conversations.figures import LETTER, WIDTH, Part, figures, parts
from augenhoehe.wording.saying import Voice

VOICE = Voice("de")


def measure(name: str, value: float | None, unit: str = "count") -> Measure:
    return Measure(name, value, unit, Basis.NOT_MEASURABLE if value is None else Basis.ESTIMATED)


def test_figures_draw_questions_by_their_form_and_leave_out_forms_nobody_used() -> None:
    asked = [measure("questions", 4), measure("questions_open", 3), measure("questions_closed", 1)]
    (figure,) = figures([*asked, measure("questions_choice", 0), measure("questions_leading", 0)], VOICE)
    assert [(part.label, part.left, part.width) for part in figure.parts] == [
        ("offen", 0.0, 240.0),
        ("geschlossen", 240.0, 80.0),
    ]
    assert figure.rows == (("offen", "3"), ("geschlossen", "1"))


def test_figures_without_a_value_are_not_drawn_and_stand_last() -> None:
    drawn = figures([measure("talk_share", None, "percent"), measure("unanswered", 2)], VOICE)
    assert [(one.name, one.basis, one.parts) for one in drawn] == [
        ("unanswered", "estimated", ()),
        ("talk_share", "not_measurable", ()),
    ]


def test_figures_carry_the_norm_with_its_source() -> None:
    (figure,) = figures([measure("talk_share", 43.0, "percent")], VOICE)
    assert [(norm.source, norm.year) for norm in figure.norms] == [("Gong Labs", 2016)]
    assert figure.rows == (("Beratung", "43\u00a0%"), ("Kunde", "57\u00a0%"))


def test_figures_draw_no_part_of_nothing() -> None:
    (figure,) = figures([measure("follow_up_rate", 0.0, "percent")], VOICE)
    assert [part.label for part in figure.parts] == ["neues Thema"]
    assert [written for _, written in figure.rows] == ["0\u00a0%", "100\u00a0%"]


def test_parts_put_a_label_that_would_touch_on_the_second_line() -> None:
    drawn = parts([("geschlossen", "green", 1), ("offen", "green", 9)])
    assert drawn == (
        Part("geschlossen", "green", 0.9, 0.0, 32.0, 0.0, 0),
        Part("offen", "green", 0.55, 32.0, 288.0, 32.0, 1),
    )
    assert LETTER * len("geschlossen") > WIDTH / 10


def test_parts_of_nothing_are_none() -> None:
    assert parts([]) == ()


def test_parts_keep_the_last_label_inside_the_drawing() -> None:
    (_, last) = parts([("offen", "green", 99), ("Auswahl", "green", 1)])
    assert last.label_at + LETTER * len("Auswahl") <= WIDTH
