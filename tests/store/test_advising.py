"""Tests of catalogues, advice, decisions, signs and checks of stored cases."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from augenhoehe.advise.wants import Wants
from augenhoehe.journey.record import Check, Decision, DecisionKind, SignOfSuccess, Use
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, advising, boards, cases, catalogues, findings, models
from augenhoehe.store.boards import Change, ChangeKind
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.terms import save_terms, terms
from store.making import CATALOGUE, TODAY, add, advised_case

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def case_id(cast):
    return advised_case(cast.alice).case_id


def test_an_advice_comes_back_as_it_was_given(cast, case_id):
    kept = advising.advise(cast.alice, case_id)
    assert kept.advice.chosen == ("automation",)
    assert [item.offer for item in kept.advice.left_out] == ["reporting"]
    assert kept.advice.left_out[0].wished_by[0].quote == "Ich hätte gern das Reporting-Modul."
    assert advices.latest(cast.bob, case_id) == kept


def test_the_same_question_is_kept_once(cast, case_id):
    first = advising.advise(cast.alice, case_id)
    assert advising.advise(cast.bob, case_id) == first
    assert models.Advice.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda actor, case_id: boards.record(actor, case_id, Change(ChangeKind.WEIGH, "named:time", 0.1)),
        lambda actor, case_id: cases.set_budget(actor, case_id, Money(Decimal(500))),
        lambda actor, case_id: save_terms(actor, case_id, Wants(must_leave=("automation",))),
        lambda actor, case_id: findings.undo(actor, models.Conversation.objects.get().id),
    ],
)
def test_an_advice_is_no_longer_current_once_its_ground_moved(cast, case_id, change):
    kept = advising.advise(cast.alice, case_id)
    assert advising.is_current(cast.alice, case_id, kept)
    change(cast.alice, case_id)
    assert not advising.is_current(cast.alice, case_id, kept)


def test_terms_and_budget_bind_the_advice(cast, case_id):
    wants = Wants(must_leave=("automation",), hours=Decimal("2.5"), seats=2, full_need=Money(Decimal(9000)))
    save_terms(cast.alice, case_id, wants)
    assert terms(cast.alice, case_id) == wants
    save_terms(cast.alice, case_id, Wants(must_leave=("automation",)))
    assert "automation" not in advising.advise(cast.alice, case_id).advice.chosen
    cases.set_budget(cast.alice, case_id, Money(Decimal(100)))
    assert advising.advise(cast.alice, case_id).advice.chosen == ()


def test_a_case_without_a_catalogue_gets_no_advice(cast):
    with pytest.raises(InputRefusedError) as refused:
        advising.advise(cast.alice, add(cast.alice).case_id)
    assert refused.value.message.key == "store.advising.no_catalogue"


def test_a_catalogue_is_checked_before_it_is_kept(cast):
    with pytest.raises(InputRefusedError):
        catalogues.add_catalogue(cast.alice, CATALOGUE.replace(b"price = 900", b"price = -900"), "bad.toml")
    assert catalogues.list_catalogues(cast.alice) == ()


def test_the_same_catalogue_is_kept_once_and_the_newest_serves_new_cases(cast):
    first = catalogues.add_catalogue(cast.alice, CATALOGUE, "small.toml")
    second = catalogues.add_catalogue(cast.alice, CATALOGUE + b"\n# 2027\n", "small.toml", title="Neu")
    assert catalogues.add_catalogue(cast.bob, CATALOGUE, "other.toml") == first
    assert [(line.id, line.newest) for line in catalogues.list_catalogues(cast.bob)] == [(second, True), (first, False)]
    case_id = cases.open_case(cast.bob, "Fall", opened_on=TODAY)
    assert cases.case(cast.bob, case_id).catalogue_id == second
    assert catalogues.file_of(cast.bob, first) == ("small.toml", CATALOGUE)
    assert [offer.id for offer in catalogues.catalogue(cast.bob, first).offers] == ["reporting", "automation"]


def test_the_newest_decision_counts(cast, case_id):
    assert advices.decision(cast.alice, case_id) is None
    advices.decide(cast.alice, case_id, Decision(DecisionKind.FOLLOWED, TODAY, offers=("automation",)))
    insisted = Decision(DecisionKind.INSISTED, TODAY, "Ich nehme es trotzdem", ("reporting",), ("Es bleibt liegen.",))
    advices.decide(cast.bob, case_id, insisted)
    assert advices.decision(cast.alice, case_id) == insisted


def test_insisting_needs_the_risk_that_was_named(cast, case_id):
    with pytest.raises(InputRefusedError):
        advices.decide(cast.alice, case_id, Decision(DecisionKind.INSISTED, TODAY))
    assert advices.decision(cast.alice, case_id) is None


def test_signs_replace_earlier_ones_and_blank_ones_are_left_out(cast, case_id):
    advices.save_signs(cast.alice, case_id, [SignOfSuccess("alt")])
    sign = SignOfSuccess("Der Bericht ist mittags fertig", "zwei Tage", "ein Vormittag")
    advices.save_signs(cast.alice, case_id, [sign, SignOfSuccess(" ")])
    assert advices.signs(cast.bob, case_id) == (sign,)


def test_checks_are_planned_once_asked_and_found_when_due(cast, case_id):
    soon, later = Check(date(2026, 4, 11), "automation"), Check(date(2026, 6, 10))
    (first, second) = advices.plan_checks(cast.alice, case_id, [soon, later])
    assert advices.plan_checks(cast.alice, case_id, [soon]) == (first,)
    assert [item.id for item in advices.checks(cast.bob, until=date(2026, 4, 11))] == [first]
    advices.answer_check(cast.bob, first, use=Use.PARTLY, words="nur im Vertrieb", asked_on=date(2026, 4, 12))
    assert [item.id for item in advices.checks(cast.bob)] == [second]
    asked = replace(soon, use=Use.PARTLY, words="nur im Vertrieb", asked_on=date(2026, 4, 12))
    assert [item.check for item in advices.checks(cast.alice, case_id=case_id)] == [asked, later]
    assert advices.check(cast.alice, first).case_title == "Berichte"


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_the_same_queries_however_long(cast, case_id, number, django_assert_num_queries):
    advices.plan_checks(cast.alice, case_id, [Check(date(2026, 4, day + 1)) for day in range(number)])
    with django_assert_num_queries(1):
        assert len(advices.checks(cast.alice)) == number
    with django_assert_num_queries(1):
        catalogues.list_catalogues(cast.alice)
    advising.advise(cast.alice, case_id)
    with django_assert_num_queries(2):
        advices.latest(cast.alice, case_id)


def test_charlie_sees_and_changes_nothing(cast, case_id):
    kept = advising.advise(cast.alice, case_id)
    (check,) = advices.plan_checks(cast.alice, case_id, [Check(TODAY)])
    advices.save_signs(cast.alice, case_id, [SignOfSuccess("x")])
    advices.decide(cast.alice, case_id, Decision(DecisionKind.FOLLOWED, TODAY))
    charlie = cast.charlie
    seen = (
        advices.latest(charlie, case_id),
        advices.decision(charlie, case_id),
        advices.signs(charlie, case_id),
        advices.checks(charlie),
        advices.checks(charlie, case_id=case_id),
        catalogues.list_catalogues(charlie),
    )
    assert seen == (None, None, (), (), (), ())
    for forbidden in (
        lambda: advising.advise(charlie, case_id),
        lambda: advising.inputs(charlie, case_id),
        lambda: save_terms(charlie, case_id, Wants()),
        lambda: advices.add(charlie, case_id, kept.advice, inputs="x"),
        lambda: advices.decide(charlie, case_id, Decision(DecisionKind.NONE, None)),
        lambda: advices.save_signs(charlie, case_id, ()),
        lambda: advices.plan_checks(charlie, case_id, ()),
        lambda: advices.answer_check(charlie, check, use=Use.SHELF, words="", asked_on=TODAY),
        lambda: advices.check(charlie, check),
        lambda: catalogues.catalogue(charlie, kept.catalogue_id),
        lambda: catalogues.file_of(charlie, kept.catalogue_id),
        lambda: cases.open_case(charlie, "x", opened_on=TODAY, catalogue_id=kept.catalogue_id),
    ):
        with pytest.raises(NotFoundError):
            forbidden()


def test_the_mark_of_a_catalogue_does_not_hang_on_the_process():
    """Sets of words have another order in each process; an advice must not look outdated after a restart."""
    program = (
        "import pathlib;"
        "from augenhoehe.advise.catalogue.reading import read_catalogue;"
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'augenhoehe.web.settings_test';"
        "import django; django.setup();"
        "from augenhoehe.store.advices import digest;"
        f"data = pathlib.Path({str(EXAMPLES / 'catalogues' / 'pruefstand.toml')!r}).read_bytes();"
        "print(digest((read_catalogue(data, 'c.toml'),)))"
    )
    marks = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(marks) == 1
