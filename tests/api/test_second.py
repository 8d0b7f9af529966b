"""A second reading through the library's door: beside the first, never in its place."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import language_models as models
from augenhoehe.api import Reading, dump, read, to_json
from augenhoehe.api.second import read_again, what_leaves
from augenhoehe.api.shapes import schema
from augenhoehe.outside.language_model import ChatModel, endpoint
from augenhoehe.understand.engines.model import NoAnswerError

TALK = """Ines Sander: Wie läuft der Abschluss heute, Herr Reuter?
Paul Reuter: Ich hätte gern das Reporting-Modul. Wer hat das entschieden? Meine Nummer ist 030 1234567.
Ines Sander: Hat Frau Kowalczyk das so gesagt?
Ines Sander: Ich schicke Ihnen bis Freitag einen Vorschlag.
"""


def reading() -> Reading:
    return read(TALK.encode(), "talk.txt", advisers=["Ines Sander"])


def test_second_reading_stands_beside_the_first_which_stays_as_it_was() -> None:
    with models.serving(models.by_rule) as server:
        both = read_again(reading(), ChatModel(endpoint(server.address, "regel")))
    first, shape = reading(), to_json(both)
    assert both.second is not None
    assert (both.findings, both.board, both.measures) == (first.findings, first.board, first.measures)
    assert {name: value for name, value in shape.items() if name != "second_reading"} == to_json(first)
    second = shape["second_reading"]
    whole = second["agreement"][-1]
    assert (second["model"], whole["kind"], second["dropped"]) == ("regel", None, {})
    assert whole["both"] + whole["language_model_only"] == len(both.second.reading.findings)
    assert len(second["findings"]) == whole["language_model_only"]
    assert {finding["source"] for finding in second["findings"]} <= {"language_model"}


def test_shape_with_a_second_reading_keeps_its_schema() -> None:
    said = [
        {"turn": 1, "quote": "nie gesagt", "kind": "question", "detail": "open"},
        {"turn": 2, "quote": "Ich hätte gern das Reporting-Modul", "kind": "goal", "detail": ""},
    ]
    bad = json.dumps({"findings": said})
    with models.serving(models.says(bad)) as server:
        both = read_again(reading(), ChatModel(endpoint(server.address, "regel")))
    shape = to_json(both)
    assert [error.message for error in Draft202012Validator(json.loads(schema("reading"))).iter_errors(shape)] == []
    assert [finding["kind"] for finding in shape["second_reading"]["findings"]] == ["goal"]
    assert shape["second_reading"]["dropped"] == {"quote": 1}
    assert dump(shape) == dump(to_json(both))


def test_what_leaves_is_what_is_sent() -> None:
    shown = what_leaves(reading(), ["Reporting"])
    with models.serving(models.by_rule) as server:
        read_again(reading(), ChatModel(endpoint(server.address, "regel")), also_hide=["Reporting"])
    assert tuple(server.questions) == shown
    sent = json.dumps([body for _, body in server.asked], ensure_ascii=False)
    hidden = ("Ines", "Sander", "Paul", "Reuter", "Kowalczyk", "1234567", "Reporting")
    assert [word for word in hidden if word in sent] == []
    assert "Vorschlag" in sent


def test_without_an_answer_there_is_no_second_reading() -> None:
    with models.serving(models.says("Gern!")) as server, pytest.raises(NoAnswerError):
        read_again(reading(), ChatModel(endpoint(server.address, "regel")))
