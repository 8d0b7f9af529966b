"""The record pages: read, downloaded, decided, and closed to those it does not concern."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.test import Client

from augenhoehe.journey.record import Check, Decision, DecisionKind, SignOfSuccess
from augenhoehe.store import accounts, advices, findings
from conftest import Cast
from store import making

pytestmark = pytest.mark.django_db


def client_of(account: object) -> Client:
    """A browser in which this account is signed in."""
    from django.contrib.auth import get_user_model

    client = Client()
    client.force_login(get_user_model().objects.get(pk=account.id))  # type: ignore[attr-defined]
    return client


@pytest.fixture
def case(cast: Cast) -> str:
    """A case of Alice's team with four findings, the first two confirmed by her."""
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f1", "f2"])
    return str(added.case_id)


def test_record_shows_what_is_confirmed_only(cast: Cast, case: str) -> None:
    """Petra's problem is confirmed, her wish is not."""
    page = client_of(cast.alice).get(f"/record/{case}/").content.decode()
    assert ("Die Auswertung dauert jedes Mal zwei Tage." in page, "Reporting-Modul" in page) == (True, False)


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "Was Sie brauchen"),
        ("?voice=du", "Was du brauchst"),
        ("?voice=en", "What you need"),
        ("?for=internal", "Was wird gebraucht?"),
        ("?for=nobody&voice=fr", "Was Sie brauchen"),
    ],
)
def test_record_is_for_whom_one_asks(cast: Cast, case: str, query: str, heading: str) -> None:
    assert f">{heading}</h3>" in client_of(cast.alice).get(f"/record/{case}/{query}").content.decode()


@pytest.mark.parametrize(
    ("form", "kind", "start"),
    [
        ("html", "text/html; charset=utf-8", b"<!doctype html>"),
        ("pdf", "application/pdf", b"%PDF-"),
        ("md", "text/markdown; charset=utf-8", b"# Beratungsprotokoll"),
        ("json", "application/json", b"{"),
    ],
)
def test_download(cast: Cast, case: str, form: str, kind: str, start: bytes) -> None:
    answer = client_of(cast.alice).get(f"/record/{case}/customer.{form}")
    name = f'attachment; filename="beratungsprotokoll-berichte-customer.{form}"'
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (kind, name)
    assert answer.content.startswith(start)


@pytest.mark.parametrize("address", ["customer.docx", "everybody.pdf"])
def test_unknown_form_or_audience_is_not_found(cast: Cast, case: str, address: str) -> None:
    assert client_of(cast.alice).get(f"/record/{case}/{address}").status_code == 404


@pytest.mark.parametrize("page", ["", "decision/", "success/", "letter/", "customer.json"])
def test_strangers_find_nothing_where_colleagues_read(cast: Cast, case: str, page: str) -> None:
    answers = [client_of(who).get(f"/record/{case}/{page}").status_code for who in (cast.bob, cast.charlie)]
    assert answers == [200, 404]


@pytest.mark.parametrize("page", ["decision/", "success/", "learned/"])
def test_strangers_change_nothing(cast: Cast, case: str, page: str) -> None:
    said = {"kind": "followed", "part": "checks", "since": "2026-03-12", "after": "30", "learned": "x"}
    answer = client_of(cast.charlie).post(f"/record/{case}/{page}", said)
    after = (advices.decision(cast.alice, case), advices.checks(cast.alice, case_id=case))
    assert (answer.status_code, after) == (404, (None, ()))


def test_decision_is_written_down(cast: Cast, case: str) -> None:
    said = {"kind": "chose_otherwise", "words": " Wir warten. ", "on": "2026-03-20", "risks": ""}
    answer = client_of(cast.alice).post(f"/record/{case}/decision/", said)
    assert answer.headers["Location"] == f"/record/{case}/#record-decision"
    assert advices.decision(cast.alice, case) == Decision(
        DecisionKind.CHOSE_OTHERWISE, date(2026, 3, 20), "Wir warten."
    )


def test_insisting_needs_the_risk_that_was_named(cast: Cast, case: str) -> None:
    answer = client_of(cast.alice).post(f"/record/{case}/decision/", {"kind": "insisted", "words": "Trotzdem"})
    page = answer.content.decode()
    assert (answer.status_code, "auf welches Risiko Sie hingewiesen haben" in page) == (422, True)
    assert ("Trotzdem" in page, advices.decision(cast.alice, case)) == (True, None)


def test_risks_are_one_a_line(cast: Cast, case: str) -> None:
    said = {"kind": "insisted", "risks": "- bleibt leer\n\n kostet Zeit \n"}
    client_of(cast.alice).post(f"/record/{case}/decision/", said)
    assert advices.decision(cast.alice, case) == Decision(
        DecisionKind.INSISTED, None, risks_named=("bleibt leer", "kostet Zeit")
    )


def test_no_choice_is_asked_for_again(cast: Cast, case: str) -> None:
    page = client_of(cast.alice).post(f"/record/{case}/decision/", {"words": "Ja"}).content.decode()
    assert "Bitte eine der vier Möglichkeiten wählen." in page


def test_signs_of_success_are_kept_and_blank_rows_are_none(cast: Cast, case: str) -> None:
    said = {
        "part": "signs",
        "signs-TOTAL_FORMS": "2",
        "signs-INITIAL_FORMS": "2",
        "signs-0-words": "ein halber Tag statt zwei",
        "signs-0-today": "zwei Tage",
        "signs-0-hoped": "",
        "signs-1-words": " ",
    }
    client_of(cast.alice).post(f"/record/{case}/success/", said)
    assert advices.signs(cast.alice, case) == (SignOfSuccess("ein halber Tag statt zwei", "zwei Tage", ""),)


def test_checks_are_planned_from_a_day(cast: Cast, case: str) -> None:
    said = {"part": "checks", "since": "2026-03-12", "after": ["30", "365"]}
    client_of(cast.alice).post(f"/record/{case}/success/", said)
    assert [stored.check for stored in advices.checks(cast.alice, case_id=case)] == [
        Check(date(2026, 4, 11)),
        Check(date(2027, 3, 12)),
    ]


@pytest.mark.parametrize(
    ("since", "after", "sentence"),
    [("31.2.2026", "30", "Diesen Tag gibt es nicht."), ("2026-03-12", "", "Bitte mindestens einen Abstand wählen.")],
)
def test_checks_without_a_day_or_interval_are_asked_again(
    cast: Cast, case: str, since: str, after: str, sentence: str
) -> None:
    said = {"part": "checks", "since": since} | ({"after": after} if after else {})
    answer = client_of(cast.alice).post(f"/record/{case}/success/", said)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_what_was_learned_stays_inside(cast: Cast, case: str) -> None:
    alice = client_of(cast.alice)
    alice.post(f"/record/{case}/learned/", {"learned": "Früher nach dem Rahmen fragen."})
    pages = [alice.get(f"/record/{case}/{audience}.json").content.decode() for audience in ("internal", "customer")]
    assert ["Früher nach dem Rahmen" in page for page in pages] == [True, False]


def test_letter_is_a_draft_in_the_chosen_voice(cast: Cast, case: str) -> None:
    page = client_of(cast.alice).get(f"/record/{case}/letter/?voice=du").content.decode()
    assert "danke für unser Gespräch am 12. März 2026. Ich schreibe auf, wie ich dich verstanden habe" in page


def test_english_account_reads_english(cast: Cast, case: str) -> None:
    accounts.save_settings(cast.alice, language="en", address=cast.alice.address)  # type: ignore[attr-defined]
    alice = client_of(cast.alice)
    said = json.loads(alice.get(f"/record/{case}/customer.json").content)
    assert (said["language"], said["title"]) == ("en", "Advice record")
