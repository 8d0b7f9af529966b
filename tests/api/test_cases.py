"""A case file: what it names is read, what it confirms is taken, what is wrong is refused with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.api.cases import Case, case_of, is_case, read_case
from augenhoehe.journey.record import DecisionKind, Origin
from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money

TALK = "Ines: Was stört Sie?\nPaul: Der Abschluss dauert zwei Tage. Ich hätte gern das Modul.\nPaul Zwei: Ja, ja.\n"
WISH = {"kind": "wish", "quote": "Ich hätte gern das Modul."}


def fetch(name: str) -> bytes:
    if name not in ("talk.txt", "again.txt"):
        raise InputRefusedError.of("test.no_such_file")
    return TALK.encode()


def case_with(**fields: Any) -> Case:
    given = {"schema": "augenhoehe.case/1", "conversations": [{"file": "talk.txt"}], **fields}
    return read_case(json.dumps(given).encode(), "case.json", fetch)


def refused(make: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputRefusedError) as caught:
        make()
    return caught.value.message.key, dict(caught.value.message.values)


def test_case_takes_what_a_person_confirmed_and_nothing_else() -> None:
    case = case_with(conversations=[{"file": "talk.txt", "findings": [WISH], "advisers": ["Ines"]}])
    (finding,) = case.talks[0].findings
    assert case.confirmed
    assert (finding.id, finding.kind, finding.evidence.quote, finding.evidence.turn.id, finding.source) == (
        "f1",
        "wish",
        "Ich hätte gern das Modul.",
        2,
        "person",
    )
    assert [[each.quote for each in wish.evidence] for wish in case.board().wishes] == [["Ich hätte gern das Modul."]]


def test_case_without_findings_rests_on_proposals() -> None:
    case = case_with(conversations=[{"file": "talk.txt", "advisers": ["Ines"], "customers": ["Paul"]}])
    assert not case.confirmed
    assert {finding.source for finding in case.talks[0].findings} <= {"rules", "model"}


def test_toml_and_json_are_the_same_case() -> None:
    toml = (
        'schema = "augenhoehe.case/1"\ntitle = "T"\nmade_on = 2026-03-12\nbudget = 1200.5\nseats = 2\n'
        '[[conversations]]\nfile = "talk.txt"\norigin = "memory"\nheld_on = 2026-03-11\n'
    )
    talk = {"file": "talk.txt", "origin": "memory", "held_on": "2026-03-11"}
    other = case_with(title="T", made_on="2026-03-12", budget="1200.5", seats=2, conversations=[talk])
    case = read_case(toml.encode(), "case.toml", fetch)
    assert case == other
    assert (case.made_on, case.budget, case.talks[0].origin) == (
        date(2026, 3, 12),
        Money(Decimal("1200.5"), "EUR"),
        Origin.MEMORY,
    )


def test_decision_signs_and_checks_are_kept() -> None:
    case = case_with(
        decision={"kind": "insisted", "on": "2026-03-20", "words": "trotzdem", "offers": ["a"], "risks_named": ["R"]},
        signs=[{"words": "weniger Sonntage"}],
        checks=[{"on": "2026-06-01", "offer": "a", "use": "shelf"}],
        promises=[{"quote": "bis Freitag", "state": "kept", "settled_on": "2026-03-13"}],
    )
    assert case.decision is not None
    assert (case.decision.kind, case.decision.risks_named) == (DecisionKind.INSISTED, ("R",))
    assert (case.signs[0].words, case.checks[0].use, case.promises[0].state) == ("weniger Sonntage", "shelf", "kept")


@pytest.mark.parametrize(
    ("fields", "key", "place"),
    [
        ({"schema": "augenhoehe.reading/1"}, "api.case.schema", None),
        ({"conversations": []}, "api.case.no_conversation", None),
        ({"conversations": "talk.txt"}, "api.case.field", "conversations"),
        ({"titel": "T"}, "api.case.unknown_field", "titel"),
        ({"title": 3}, "api.case.field", "title"),
        ({"made_on": "gestern"}, "api.case.field", "made_on"),
        ({"budget": -1}, "api.case.field", "budget"),
        ({"budget": True}, "api.case.field", "budget"),
        ({"budget": "NaN"}, "api.case.field", "budget"),
        ({"budget": {"amount": "1", "currency": "Euro"}}, "api.case.field", "budget"),
        ({"seats": 0}, "api.case.field", "seats"),
        ({"seats": True}, "api.case.field", "seats"),
        ({"owned": [1]}, "api.case.field", "owned"),
        ({"decision": []}, "api.case.field", "decision"),
        ({"decision": {"kind": "maybe"}}, "api.case.choice", "decision.kind"),
        ({"checks": [{"offer": "a"}]}, "api.case.field", "checks[1].on"),
        ({"conversations": [{"file": ""}]}, "api.case.field", "conversations[1].file"),
        ({"conversations": [{"file": "talk.txt", "origin": "spy"}]}, "api.case.choice", "conversations[1].origin"),
        (
            {"conversations": [{"file": "talk.txt", "findings": [{**WISH, "kind": "dream"}]}]},
            "api.case.choice",
            "conversations[1].findings[1].kind",
        ),
        (
            {"conversations": [{"file": "talk.txt", "findings": [{**WISH, "quote": "Nie gesagt."}]}]},
            "api.case.quote_missing",
            "conversations[1].findings[1].quote",
        ),
        (
            {"conversations": [{"file": "talk.txt", "findings": [{**WISH, "speaker": "Ines"}]}]},
            "api.case.quote_missing",
            "conversations[1].findings[1].quote",
        ),
        (
            {"conversations": [{"file": "talk.txt", "findings": [{**WISH, "quote": "a"}]}]},
            "api.case.quote_twice",
            "conversations[1].findings[1].quote",
        ),
        (
            {"conversations": [{"file": "talk.txt", "findings": [{**WISH, "attrs": {"type": "price"}}]}]},
            "api.case.finding",
            "conversations[1].findings[1].",
        ),
        (
            {"conversations": [{"file": "talk.txt", "id": "x"}, {"file": "again.txt", "id": "x"}]},
            "api.case.same_id",
            None,
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(fields: dict[str, Any], key: str, place: str | None) -> None:
    found, values = refused(lambda: case_with(**fields))
    assert (found, values.get("field"), values["file"]) == (key, place, "case.json")


def test_turn_makes_a_repeated_quote_clear() -> None:
    case = case_with(conversations=[{"file": "talk.txt", "findings": [{**WISH, "quote": "Ja, ja.", "turn": 3}]}])
    assert case.talks[0].findings[0].evidence.turn.id == 3


def test_same_conversation_twice_gets_two_ids() -> None:
    transcript = read_conversation(TALK.encode(), "talk.txt")
    ids = [talk.conversation.id for talk in case_of([transcript, transcript]).talks]
    assert len(set(ids)) == 2


@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_refused_or_read(data: bytes) -> None:
    for name in ("case.json", "case.toml"):
        with suppress(InputRefusedError):
            read_case(data, name, fetch)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["file", "findings", "kind", "quote", "amount", "x"]), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from(
        ["conversations", "budget", "decision", "checks", "signs", "promises", "made_on", "owned", "seats"]
    ),
)
def test_arbitrary_fields_are_refused_or_read(value: Any, field: str) -> None:
    with suppress(InputRefusedError):
        case_with(**{field: value})


@pytest.mark.parametrize(
    ("name", "data", "case"),
    [
        ("case.json", b'{"schema": "augenhoehe.case/1"}', True),
        ("fall.toml", b'schema = "augenhoehe.case/1"', True),
        ("talk.json", b'{"id": "o01"}', False),
        ("talk.txt", b"augenhoehe.case/1", False),
    ],
)
def test_case_is_known_by_ending_and_schema(name: str, data: bytes, case: bool) -> None:
    assert is_case(name, data) is case


def test_sample_case_is_fully_confirmed() -> None:
    folder = Path(__file__).resolve().parents[2] / "examples" / "pruefstand"
    case = read_case((folder / "case.json").read_bytes(), "case.json", lambda name: (folder / name).read_bytes())
    assert (case.confirmed, len(case.talks), case.customer) == (True, 2, "Kettenwerk Antriebe GmbH")


def test_board_counts_in_the_currency_of_the_catalogue() -> None:
    limit = {"kind": "constraint", "quote": "Mehr als 9000 ist nicht drin.", "attrs": {"type": "budget"}}
    given = {"schema": "augenhoehe.case/1", "conversations": [{"file": "t.txt", "findings": [limit]}]}
    case = read_case(json.dumps(given).encode(), "case.json", lambda _: b"A: Und?\nP: Mehr als 9000 ist nicht drin.\n")
    assert [case.board((), currency).limits[0].amount for currency in ("CHF", "EUR")] == [
        Money(Decimal(9000), "CHF"),
        Money(Decimal(9000), "EUR"),
    ]
