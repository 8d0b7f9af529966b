"""What stands beside the script."""

from __future__ import annotations

import pytest

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.store.findings import PERSON, Original, State, StoredFinding
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.web.pages.conversations.margin import kinds_for, note, passages
from augenhoehe.wording.saying import Voice

VOICE = Voice("de")
TURN = Turn(2, "Petra Schulz", Role.CUSTOMER, "Bis Freitag, das verspreche ich.")
WHY = Message.of("store.findings.by_person", name="Alice")


def stored(
    kind: Kind = Kind.PROMISE,
    attrs: tuple[tuple[str, str | bool | None], ...] = (("due", "bis Freitag"),),
    *,
    state: State = State.PROPOSED,
    source: str = "rules",
    because: Message = WHY,
    original: Original | None = None,
) -> StoredFinding:
    finding = Finding("f1", kind, Evidence("c", TURN, 0, 11), 0.8, because, source, attrs)
    return StoredFinding(finding, "c", state, original=original)


@pytest.mark.parametrize(
    ("kind", "attrs", "said"),
    [
        (Kind.PROMISE, (("due", "bis Freitag"),), ("„bis Freitag“",)),
        (Kind.PROMISE, (("due", None),), ()),
        (Kind.QUESTION, (("form", "leading"),), ("lenkend",)),
        (Kind.CONCESSION, (("conditional", True), ("type", "price")), ("gegen Gegenleistung", "Preis")),
        (Kind.CONCESSION, (("conditional", False), ("type", "time")), ("Zeit",)),
        (Kind.WISH, (), ()),
    ],
)
def test_note_says_attributes_and_leaves_out_what_was_not_said(
    kind: Kind, attrs: tuple[tuple[str, str | bool | None], ...], said: tuple[str, ...]
) -> None:
    assert note(stored(kind, attrs), VOICE).details == said


@pytest.mark.parametrize(
    ("state", "source", "shown"),
    [
        (State.PROPOSED, "rules", "proposed"),
        (State.CONFIRMED, "rules", "confirmed"),
        (State.CONFIRMED, PERSON, "own"),
        (State.REJECTED, PERSON, "rejected"),
    ],
)
def test_note_tells_own_findings_from_confirmed_ones(state: State, source: str, shown: str) -> None:
    assert note(stored(state=state, source=source), VOICE).state == shown


def test_note_names_the_kind_that_was_proposed_where_it_changed() -> None:
    same = Original(Kind.PROMISE, 0, 5, (("due", None),))
    assert note(stored(original=same, state=State.CORRECTED), VOICE).was == ""
    other = Original(Kind.WISH, 0, 11, ())
    assert note(stored(original=other, state=State.CORRECTED), VOICE).was == "Wunsch"


def test_note_with_a_reason_nobody_can_say_any_more_says_so() -> None:
    assert note(stored(because=Message.of("gone.with.the.wind")), VOICE).because == (
        "Der Grund stammt aus einer älteren Fassung des Programms und lässt sich nicht mehr sagen."
    )


def test_passages_keep_the_note_of_a_rejected_finding_and_drop_its_mark() -> None:
    (passage,) = passages([TURN], [stored(state=State.REJECTED)], VOICE)
    assert [one.rejected for one in passage.notes] == [True]
    assert passage.words == TURN.text


def test_kinds_for_a_side_are_those_it_can_say() -> None:
    customer, adviser, unknown = (kinds_for(role) for role in (Role.CUSTOMER, Role.ADVISER, Role.UNKNOWN))
    assert set(customer) & set(adviser) == {Kind.PROMISE, Kind.QUESTION}
    assert set(unknown) == set(Kind)
