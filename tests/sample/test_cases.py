"""The two sample cases hold together: every quote stands where it should, and the advice is the one the talk tells."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.api import advise
from augenhoehe.api.advising import Advised
from augenhoehe.api.cases import Case, read_case
from augenhoehe.api.recording import record_of
from augenhoehe.keep.promises import PromiseState, Side
from augenhoehe.listen.reading import read_conversation
from augenhoehe.report.record import AUDIENCES, FORMS, render
from augenhoehe.speech.conversation import Role
from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Kind
from augenhoehe.wording.saying import Voice

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "examples"
SAMPLES = {"pruefstand": "de", "office_move": "en"}


def content(sample: str, name: str) -> bytes:
    """A file of a sample case as the package carries it."""
    return (files("augenhoehe.sample") / sample / name).read_bytes()


@cache
def case(sample: str) -> Case:
    """The case with its conversations read."""
    return read_case(content(sample, "case.json"), "case.json", lambda name: content(sample, name))


@cache
def catalogue(sample: str) -> Catalogue:
    """Its catalogue."""
    return read_catalogue(content(sample, "catalogue.toml"), "catalogue.toml")


@cache
def advised(sample: str) -> Advised:
    """The advice on it."""
    return advise(case(sample), catalogue(sample), language=SAMPLES[sample])


def test_package_carries_the_examples_as_they_are() -> None:
    done = subprocess.run([sys.executable, "tools/sample.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("sample", "formats", "turns"),
    [("pruefstand", ("webvtt", "email"), (60, 3)), ("office_move", ("text", "markdown"), (37, 6))],
)
def test_conversations_are_read_whole(sample: str, formats: tuple[str, ...], turns: tuple[int, ...]) -> None:
    talks = case(sample).talks
    assert tuple(talk.transcript.format for talk in talks) == formats
    assert tuple(len(talk.conversation.turns) for talk in talks) == turns
    assert {turn.role for talk in talks for turn in talk.conversation.turns} == {Role.ADVISER, Role.CUSTOMER}


@pytest.mark.parametrize("sample", SAMPLES)
def test_confirmed_findings_are_said_by_the_side_that_can_say_them(sample: str) -> None:
    wrong = [
        (one.kind, one.evidence.quote)
        for talk in case(sample).talks
        for one in talk.findings
        if (one.kind in CUSTOMER_KINDS and one.role is not Role.CUSTOMER)
        or (one.kind in ADVISER_KINDS and one.role is not Role.ADVISER)
    ]
    assert wrong == []


def test_german_talk_has_something_of_everything_an_honest_talk_has() -> None:
    kinds = {one.kind for talk in case("pruefstand").talks for one in talk.findings}
    dishonest = {Kind.FLATTERY, Kind.BOILERPLATE, Kind.PRESSURE, Kind.SUPPLICATION, Kind.CONCEALMENT, Kind.OVERPROMISE}
    assert set(Kind) - kinds == dishonest | {Kind.PUT_OFF, Kind.EXPERIENCE}


@pytest.mark.parametrize(
    ("sample", "kept", "left_out", "added", "open_needs"),
    [
        (
            "pruefstand",
            ["statistik", "bericht"],
            ["simulation", "echtzeit"],
            ["ordnung", "nachtwaechter"],
            ["wiederfinden", "selbstbedienung"],
        ),
        ("office_move", ["weekend"], ["packing", "furniture"], ["it-move", "plan", "archive"], ["quiet-calls", "look"]),
    ],
)
def test_advice_is_the_one_the_talk_tells(
    sample: str, kept: list[str], left_out: list[str], added: list[str], open_needs: list[str]
) -> None:
    advice = advised(sample).advice
    assert [item.offer for item in advice.kept] == kept
    assert [item.offer for item in advice.left_out] == left_out
    assert [item.offer for item in advice.added] == added
    assert [one.need for one in advice.compromises] == open_needs


@pytest.mark.parametrize("sample", SAMPLES)
def test_decision_and_checks_speak_of_the_catalogue(sample: str) -> None:
    said, offers = case(sample), {offer.id for offer in catalogue(sample).offers}
    assert said.decision is not None
    assert ({*said.decision.offers} | {check.offer for check in said.checks}) - offers == set()


@pytest.mark.parametrize(("sample", "states"), [("pruefstand", (2, 1, 1, 2)), ("office_move", (2, 1, 1, 1))])
def test_promises_of_both_sides_are_known_with_what_became_of_them(sample: str, states: tuple[int, ...]) -> None:
    """Kept and open of ours, kept and open of theirs."""
    promises = record_of(advised(sample)).promises
    counted = tuple(
        len([one for one in promises if (one.side, one.state) == (side, state)])
        for side in (Side.OURS, Side.THEIRS)
        for state in (PromiseState.KEPT, PromiseState.OPEN)
    )
    assert (counted, len(promises)) == (states, sum(states))


@pytest.mark.parametrize("sample", SAMPLES)
def test_days_of_promises_are_resolved(sample: str) -> None:
    promises = record_of(advised(sample)).promises
    assert [one.what for one in promises if one.due is None or one.due.first is None or one.due.ambiguous] == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("form", list(FORMS))
def test_record_is_rendered_in_every_form(sample: str, form: str) -> None:
    record = record_of(advised(sample))
    for audience in AUDIENCES:
        for voice in (Voice("de"), Voice("en")):
            assert render(record, voice, form=form, audience=audience) != b""


@pytest.mark.parametrize(
    ("name", "format", "people"),
    [("whatsapp-hofladen.txt", "whatsapp", {"Jette Harms", "Milan Osterloh"}), ("drei-zeilen.txt", "memory", set())],
)
def test_short_examples_are_read(name: str, format: str, people: set[str]) -> None:
    transcript = read_conversation((EXAMPLES / "kurz" / name).read_bytes(), name)
    assert (transcript.format, {party.name for party in transcript.conversation.people}) == (format, people)


@pytest.mark.parametrize("sample", SAMPLES)
def test_customer_record_of_the_sample_says_every_chosen_offer_and_no_figure_of_value(sample: str) -> None:
    record = record_of(advised(sample))
    voice = Voice(SAMPLES[sample])
    text = render(record, voice, form="md", audience="customer").decode()
    assert record.advice is not None
    named = dict(record.offers)
    assert [named[offer] for offer in record.advice.chosen if named[offer] not in text] == []
    assert voice.money(record.advice.proof.value) not in text
