"""The JSON shapes agree with their schemas, with the values they are made from, and byte for byte with themselves."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from augenhoehe.advise.advice import Status, Verdict
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.api import Reading, advise, dump, read, to_json
from augenhoehe.api.cases import read_case
from augenhoehe.api.checking import check, check_shape
from augenhoehe.api.promising import promises, promises_shape
from augenhoehe.api.shapes import money_shape, number, schema
from augenhoehe.needs.board import GapKind, LimitKind, Per
from augenhoehe.speech.conversation import Channel, Language, Role
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money
from augenhoehe.understand.findings import Family, Kind
from augenhoehe.understand.measures import Basis
from augenhoehe.wording.saying import Address, Voice

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
VOICES = (Voice("de"), Voice("de", Address.DU), Voice("en"))
TALKS = {
    "pruefstand/erstgespraech.vtt": ["Lena Brandhorst"],
    "pruefstand/nachfassen.eml": ["Lena Brandhorst"],
    "office-move/call.txt": ["Priya Raman"],
    "office-move/notes.md": [],
    "kurz/whatsapp-hofladen.txt": [],
    "kurz/drei-zeilen.txt": [],
}


def reading(name: str) -> Reading:
    path = EXAMPLES / name
    return read(path.read_bytes(), path.name, advisers=TALKS[name])


def complaints(shape: dict[str, object], name: str) -> list[str]:
    validator = Draft202012Validator(json.loads(schema(name)), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(shape)]


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", TALKS)
def test_readings_keep_their_schema(name: str, voice: Voice) -> None:
    assert complaints(to_json(reading(name), voice), "reading") == []


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("case", ["pruefstand", "office-move"])
def test_advice_keeps_its_schema(case: str, voice: Voice) -> None:
    folder = EXAMPLES / case
    read_in = read_case((folder / "case.json").read_bytes(), "case.json", lambda name: (folder / name).read_bytes())
    catalogue = read_catalogue((EXAMPLES / "catalogues" / f"{case}.toml").read_bytes(), f"{case}.toml")
    assert complaints(to_json(advise(read_in, catalogue, language=voice.language), voice), "advice") == []


@pytest.mark.parametrize("case", ["pruefstand", "office-move"])
def test_sample_cases_keep_the_schema_of_a_case(case: str) -> None:
    assert complaints(json.loads((EXAMPLES / case / "case.json").read_bytes()), "case") == []


@pytest.mark.parametrize("name", TALKS)
def test_promises_and_checks_keep_their_schemas(name: str) -> None:
    path = EXAMPLES / name
    promised = promises(path.read_bytes(), path.name, advisers=TALKS[name])
    checked = check(path.read_bytes(), path.name, lambda other: b"")
    assert complaints(promises_shape(promised), "promises") == []
    assert complaints(check_shape(checked), "check") == []


@pytest.mark.parametrize("name", TALKS)
def test_equal_input_gives_equal_bytes(name: str) -> None:
    assert dump(to_json(reading(name))) == dump(to_json(reading(name)))


def test_places_give_back_their_quotes() -> None:
    shape = to_json(reading("pruefstand/erstgespraech.vtt"))
    texts = {turn["id"]: turn["text"] for turn in shape["conversation"]["turns"]}
    quoted = [*shape["findings"], *shape["gaps"]]
    for part in (shape["wishes"], shape["needs"], shape["limits"], shape["criteria"], shape["measures"]):
        quoted += [evidence for each in part for evidence in each["evidence"]]
    assert len(quoted) > 50
    assert [each for each in quoted if texts[each["turn"]][each["start"] : each["end"]] != each["quote"]] == []


def test_turns_of_a_json_conversation_stay_as_they_are() -> None:
    turns = [
        {"id": 3, "speaker": "Ines", "role": "adviser", "start": 0.5, "end": 4.25, "text": "Wie läuft es heute?"},
        {"id": 7, "speaker": "Paul", "role": "customer", "start": 4.7, "end": 8, "text": "Zäh. Wir wollen das ändern."},
        {"id": 8, "speaker": "Paul", "role": "customer", "start": 8, "end": 9, "text": "Bald."},
    ]
    people = [{"name": "Ines", "role": "adviser"}, {"name": "Paul", "role": "customer"}]
    given = {"id": "x1", "lang": "de", "title": "T", "channel": "phone", "date": "2026-03-12", "people": people}
    shape = to_json(read(json.dumps({**given, "turns": turns}).encode(), "x1.json"))
    assert shape["conversation"] == {**given, "turns": turns}


@pytest.mark.parametrize(
    ("shape", "path", "values"),
    [
        ("reading", ("findings", "kind"), Kind),
        ("reading", ("findings", "family"), Family),
        ("reading", ("measures", "basis"), Basis),
        ("reading", ("limits", "type"), LimitKind),
        ("reading", ("limits", "per"), Per),
        ("reading", ("gaps", "kind"), GapKind),
        ("reading", ("roles", "role"), Role),
        ("reading", ("conversation", "channel"), Channel),
        ("reading", ("conversation", "lang"), Language),
        ("advice", ("status",), Status),
        ("advice", ("verdict",), Verdict),
    ],
)
def test_closed_lists_of_the_schemas_are_those_of_the_code(
    shape: str, path: tuple[str, ...], values: type[Kind]
) -> None:
    node = json.loads(schema(shape))
    for name in path:
        node = node.get("items", node)["properties"][name]
    assert node["enum"] == [str(value) for value in values]


@pytest.mark.parametrize(
    ("value", "shown"), [(None, None), (0.0, 0), (1 / 3, 0.3333), (2.0, 2), (0.00001, 0), (12.34567, 12.3457)]
)
def test_numbers_are_rounded_the_same_way_everywhere(value: float | None, shown: float | None) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(
    ("amount", "shown"), [("12000", 12000), ("0.005", 0.01), ("19.99", 19.99), ("-3.5", -3.5), ("1E+3", 1000)]
)
def test_amounts_are_rounded_to_cents(amount: str, shown: float) -> None:
    assert money_shape(Money(Decimal(amount), "CHF")) == {"amount": shown, "currency": "CHF"}


def test_only_values_with_a_shape_have_one() -> None:
    with pytest.raises(TypeError):
        to_json("Gespräch")


def test_unknown_schema_is_refused() -> None:
    with pytest.raises(InputRefusedError):
        schema("../reading")
