"""Tests of handing out everything about somebody."""

from __future__ import annotations

import json

import pytest

from augenhoehe.store import audit, customers, exporting
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.finding_people import Sort, Subject, one_named
from store.test_forgetting import FIRM, NAME, SAID, plant


def test_a_person_gets_words_quotes_judgements_and_mentions(cast):
    _, person = plant(cast.alice)
    data = json.loads(json.dumps(exporting.export(cast.alice, one_named(cast.alice, NAME))))
    assert (data["schema"], data["sort"], data["name"], data["customer"]) == (
        "augenhoehe.person/1",
        "person",
        NAME,
        FIRM,
    )
    assert data["person"]["email"] == "z.quoex@example.org"
    assert [turn["text"] for turn in data["turns"]] == [SAID]
    assert [(item["kind"], item["quote"]) for item in data["findings"]] == [
        ("problem", "Unsere Auswertung dauert zwei Tage")
    ]
    assert [mention["turn"] for mention in data["mentions"]] == [1, 3, 4]
    assert {hit["table"] for hit in data["mentioned_in"]} == {
        "advice",
        "boardchange",
        "decision",
        "ledgerentry",
        "sign",
    }
    assert [event.verb for event in audit.events(cast.alice, subject=person)] == ["exported", "saved"]


def test_somebody_who_only_took_part_gets_the_same(cast):
    plant(cast.alice)
    data = exporting.export(cast.alice, one_named(cast.alice, "Karl Meier"))
    assert [turn["number"] for turn in data["turns"]] == [3]
    assert [item["kind"] for item in data["findings"]] == ["wish"]


def test_a_customer_gets_every_table(cast):
    plant(cast.alice)
    data = json.loads(json.dumps(exporting.export(cast.alice, one_named(cast.alice, FIRM))))
    parts = {name: len(value) for name, value in data.items() if isinstance(value, list)}
    assert parts == {
        "people": 1,
        "cases": 1,
        "conversations": 1,
        "board_changes": 1,
        "advices": 1,
        "decisions": 1,
        "signs": 1,
        "checks": 1,
        "promises": 2,
        "ledger": 4,
        "facts": 1,
    }
    (talk,) = data["conversations"]
    assert (len(talk["turns"]), len(talk["findings"]), len(talk["participants"])) == (4, 3, 3)


def test_charlie_gets_nothing(cast):
    _, person = plant(cast.alice)
    customer = customers.list_customers(cast.alice)[0].id
    for subject in (Subject(Sort.PERSON, person, NAME), Subject(Sort.CUSTOMER, customer, FIRM)):
        with pytest.raises(NotFoundError):
            exporting.export(cast.charlie, subject)
