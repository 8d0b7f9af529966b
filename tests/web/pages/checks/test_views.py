"""Later looks: what is due, the answer in the customer's words, and closed to those it does not concern."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from augenhoehe.learn.checks import Check, SignOfSuccess, Use
from augenhoehe.store import advices
from conftest import Cast
from store import making
from web.pages.signing_in import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> str:
    return str(making.add(cast.alice).case_id)


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days)


def test_only_the_latest_missed_look_is_asked(cast: Cast, case: str) -> None:
    planned = [Check(day(-60), "messkette"), Check(day(-1), "messkette"), Check(day(90), "messkette")]
    first, second, third = advices.plan_checks(cast.alice, case, planned)

    page = client(cast.alice).get(f"/checks/case/{case}/").content.decode()

    assert [f"/checks/{look}/" in page for look in (first, second, third)] == [False, True, True]
    assert page.index("Jetzt nachfragen") < page.index(f"/checks/{second}/") < page.index("Später nachfragen")
    assert "Unbekannt: Es hat noch niemand nachgefragt." in page


def test_an_answer_is_kept_in_their_words(cast: Cast, case: str) -> None:
    (look,) = advices.plan_checks(cast.alice, case, [Check(day(-1), "messkette")])

    answer = client(cast.bob).post(
        f"/checks/{look}/", {"use": "shelf", "words": " Liegt im Schrank. ", "asked_on": day(0).isoformat()}
    )

    assert answer["Location"] == f"/checks/case/{case}/"
    assert advices.check(cast.alice, look).check == Check(day(-1), "messkette", Use.SHELF, "Liegt im Schrank.", day(0))
    page = client(cast.alice).get(f"/checks/case/{case}/").content.decode()
    assert "Liegt in der Schublade." in page
    assert "Jetzt nachfragen" not in page


def test_an_answer_needs_a_choice_and_loses_nothing_typed(cast: Cast, case: str) -> None:
    (look,) = advices.plan_checks(cast.alice, case, [Check(day(-1), "messkette")])

    answer = client(cast.alice).post(f"/checks/{look}/", {"words": "Liegt im Schrank.", "asked_on": "gestern"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Wählen Sie aus, wie es damit steht." in page
    assert "Das ist kein Tag." in page
    assert "Liegt im Schrank." in page
    assert advices.check(cast.alice, look).check.asked_on is None


def test_the_sign_of_success_stands_beside_the_question(cast: Cast, case: str) -> None:
    (look,) = advices.plan_checks(cast.alice, case, [Check(day(-1))])
    advices.save_signs(cast.alice, case, [SignOfSuccess("Auswertung an einem Tag", "zwei Tage")])

    page = client(cast.alice).get(f"/checks/{look}/").content.decode()

    assert "War der Rat richtig?" in page
    assert "Auswertung an einem Tag" in page


def test_an_empty_page_says_what_to_do(cast: Cast, case: str) -> None:
    assert "Es ist noch keine Nachfrage geplant." in client(cast.alice).get(f"/checks/case/{case}/").content.decode()


def test_nobody_else_sees_or_answers(cast: Cast, case: str) -> None:
    (look,) = advices.plan_checks(cast.alice, case, [Check(day(-1), "messkette")])
    stranger = client(cast.charlie)

    asked = {"use": "in_use", "words": "", "asked_on": day(0).isoformat()}
    assert [
        stranger.get(f"/checks/case/{case}/").status_code,
        stranger.get(f"/checks/{look}/").status_code,
        stranger.post(f"/checks/{look}/", asked).status_code,
    ] == [404, 404, 404]
    assert advices.check(cast.alice, look).check.asked_on is None
