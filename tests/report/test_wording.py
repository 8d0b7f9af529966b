"""What the customer reads instead of the sentences said to the adviser."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import augenhoehe
from augenhoehe.report.pen import CUSTOMER_WORDING, FIT_FOR_BOTH

LOCALE = Path(augenhoehe.__file__).parent / "locale"

FOR_THE_ADVISER_ONLY = re.compile(
    r"advise\.(summary_|assume_|question_|catalogue_|budget_currency|without_it|settled|no_question|taking_it_costs"
    r"|right_if_price|right_if_never|right_if_lifted_and|steady|tips|tip_|then_|answered_yes|weight_of_catalogue|critique_)"
)
"""Values of the reckoning, assumptions, questions, margins, the file: looked at, and not for the customer."""


def texts(language: str, room: str) -> dict[tuple[str, str], str]:
    """Every sentence of a room by key and context."""
    with (LOCALE / language / f"{room}.po").open("rb") as file:
        return {(str(one.id), one.context or ""): str(one.string) for one in read_po(file) if one.id}


def places(text: str) -> set[str]:
    """The names of the placeholders of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_of_the_advice_was_considered_for_the_customer(language: str) -> None:
    ours, advice = texts(language, "report"), texts(language, "advise")
    open_keys = {
        key
        for key, _ in advice
        if key.startswith("advise.")
        and key not in FIT_FOR_BOTH
        and (CUSTOMER_WORDING + key, "") not in ours
        and not FOR_THE_ADVISER_ONLY.match(key)
    }
    assert open_keys == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_customer_wording_belongs_to_a_sentence_and_uses_its_values(language: str) -> None:
    ours, advice = texts(language, "report"), texts(language, "advise")
    reworded = {key: text for (key, _), text in ours.items() if key.startswith(CUSTOMER_WORDING + "advise.")}
    strangers = [
        key
        for key, text in reworded.items()
        if (key.removeprefix(CUSTOMER_WORDING), "") not in advice
        or not places(text) <= places(advice[key.removeprefix(CUSTOMER_WORDING), ""])
    ]
    assert strangers == []


def test_customer_wording_gives_no_figure_of_certainty_or_value() -> None:
    inner = {"percent", "now", "certainty", "weight", "loss", "brings", "costs", "met"}
    found = [
        key
        for language in ("de", "en")
        for (key, _), text in texts(language, "report").items()
        if key.startswith(CUSTOMER_WORDING) and places(text) & inner
    ]
    assert found == []


def test_every_text_that_says_sie_has_one_that_says_du() -> None:
    german = texts("de", "report")
    formal = re.compile(r"\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
    lacking = [key for (key, context), text in german.items() if not context and formal.search(text)]
    assert [key for key in lacking if (key, "du") not in german and key != "report.letter.greeting"] == [
        "web.record.voice.sie"
    ]


def test_du_texts_do_not_say_sie() -> None:
    german = texts("de", "report")
    assert [
        key for (key, context), text in german.items() if context == "du" and re.search(r"\b(Sie|Ihnen|Ihre?)\b", text)
    ] == []


def test_same_keys_and_values_in_both_languages() -> None:
    german = {key: places(text) for (key, context), text in texts("de", "report").items() if not context}
    english = {key: places(text) for (key, _), text in texts("en", "report").items()}
    assert german == english
