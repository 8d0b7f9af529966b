"""Tests of deciding about findings."""

from __future__ import annotations

import pytest

from augenhoehe.listen.consent import Origin
from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Role
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import conversations, models
from augenhoehe.store import findings as store
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.findings import Original, State
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Kind
from store.making import TALK, TODAY, add, finding, findings, transcript


def states(actor, conversation_id):
    return {item.id: item.state for item in store.list_findings(actor, conversation_id)}


@pytest.fixture
def talk(cast):
    return add(cast.alice).conversation_id


def test_findings_come_back_as_they_were_found(cast, talk):
    stored = store.list_findings(cast.alice, talk)
    assert [item.finding.id for item in stored] == ["f1", "f2", "f3", "f4"]
    for item, found in zip(stored, findings(transcript()), strict=True):
        value = item.finding
        assert (value.kind, value.evidence.quote, value.certainty) == (
            found.kind,
            found.evidence.quote,
            found.certainty,
        )
        assert (value.attrs, value.because, value.source) == (found.attrs, found.because, found.source)
        assert (value.evidence.conversation, item.state) == (talk, State.PROPOSED)


def test_only_confirmed_and_corrected_findings_feed_the_case(cast):
    added = add(cast.alice)
    talk = added.conversation_id
    assert store.confirmed(cast.alice, added.case_id) == {talk: ()}
    store.confirm(cast.alice, talk, ["f1"])
    store.correct(cast.alice, talk, "f3", kind=Kind.GOAL, attrs={})
    store.reject(cast.alice, talk, ["f4"])
    fed = store.confirmed(cast.bob, added.case_id)
    assert [(item.id, item.kind) for item in fed[talk]] == [("f1", Kind.QUESTION), ("f3", Kind.GOAL)]
    held = store.held_true(cast.bob, added.case_id)
    assert [item.id for item in held[talk]] == ["f1", "f2", "f3"]
    assert store.confirmed_by(cast.bob, added.case_id) == "Alice Adler"


def test_who_decided_and_when_is_kept(cast, talk):
    (decided,) = store.confirm(cast.bob, talk, ["f2"])
    assert (decided.decided_by, decided.decided_at is not None) == ("Bob Busch", True)


def test_confirming_all_above_leaves_those_below_and_those_decided(cast, talk):
    store.reject(cast.alice, talk, ["f1"])
    done = store.confirm_all_above(cast.alice, talk, 0.9)
    assert [item.id for item in done] == ["f2"]
    assert states(cast.alice, talk) == {
        "f1": State.REJECTED,
        "f2": State.CONFIRMED,
        "f3": State.PROPOSED,
        "f4": State.PROPOSED,
    }


def test_a_correction_keeps_the_first_proposal(cast, talk):
    store.correct(cast.alice, talk, "f4", attrs={"due": "Freitag"})
    corrected = store.correct(cast.alice, talk, "f4", start=47)
    assert corrected.state is State.CORRECTED
    assert corrected.finding.attr("due") == "Freitag"
    first = findings(transcript())[3]
    assert corrected.original == Original(Kind.PROMISE, first.evidence.start, first.evidence.end, first.attrs)


def test_confirming_a_correction_keeps_it_a_correction(cast, talk):
    store.correct(cast.alice, talk, "f4", attrs={"due": "Freitag"})
    store.reject(cast.alice, talk, ["f4"])
    (again,) = store.confirm(cast.alice, talk, ["f4"])
    assert again.state is State.CORRECTED


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"start": 500, "end": 501}, "store.findings.no_such_place"),
        ({"start": 5, "end": 5}, "store.findings.no_such_place"),
        ({"kind": Kind.QUESTION}, "store.findings.attributes_missing"),
        ({"kind": Kind.QUESTION, "attrs": {"form": "rude"}}, "store.findings.no_such_place"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_changes_nothing(cast, talk, change, key):
    before = store.finding(cast.alice, talk, "f2")
    with pytest.raises(InputRefusedError) as refused:
        store.correct(cast.alice, talk, "f2", **change)
    assert refused.value.message.key == key
    assert store.finding(cast.alice, talk, "f2") == before


def test_a_finding_of_ones_own_is_confirmed_and_numbered_apart(cast, talk):
    own = store.add_own(cast.alice, talk, 2, Kind.PROBLEM, 0, 14)
    assert (own.id, own.state, own.finding.source, own.finding.evidence.quote) == (
        "p1",
        State.CONFIRMED,
        "person",
        "Die Auswertung",
    )
    assert store.add_own(cast.alice, talk, 2, Kind.PROBLEM, 0, 3).id == "p2"


def test_undo_takes_back_ones_own_last_step_whole(cast, talk):
    before = store.list_findings(cast.alice, talk)
    store.confirm(cast.bob, talk, ["f3"])
    store.confirm_all_above(cast.alice, talk, 0.9)
    assert store.undo(cast.alice, talk) == ("f1", "f2")
    assert states(cast.alice, talk)["f1"] is State.PROPOSED
    assert store.undo(cast.alice, talk) == ()
    assert states(cast.alice, talk)["f3"] is State.CONFIRMED
    store.undo(cast.bob, talk)
    assert store.list_findings(cast.alice, talk) == before


def test_undo_of_a_correction_and_of_an_own_finding(cast, talk):
    before = store.list_findings(cast.alice, talk)
    store.correct(cast.alice, talk, "f2", end=14)
    store.add_own(cast.alice, talk, 2, Kind.GOAL, 0, 3)
    store.undo(cast.alice, talk)
    store.undo(cast.alice, talk)
    assert store.list_findings(cast.alice, talk) == before


def test_examining_anew_keeps_decisions_and_does_not_ask_twice(cast, talk):
    store.confirm(cast.alice, talk, ["f1"])
    store.correct(cast.alice, talk, "f2", end=14)
    store.reject(cast.alice, talk, ["f3"])
    read = transcript()
    fresh = (*findings(read), finding(read, "f5", Kind.MIRROR, "Also Frau Schulz, Ihnen geht es um die zwei Tage."))
    store.replace(cast.alice, talk, fresh)
    assert sorted((item.finding.kind.value, item.state.value) for item in store.list_findings(cast.alice, talk)) == [
        ("mirror", "proposed"),
        ("problem", "corrected"),
        ("promise", "proposed"),
        ("question", "confirmed"),
        ("wish", "rejected"),
    ]


def test_an_unknown_finding_is_not_found_and_nothing_is_decided(cast, talk):
    with pytest.raises(NotFoundError):
        store.confirm(cast.alice, talk, ["f1", "f99"])
    assert set(states(cast.alice, talk).values()) == {State.PROPOSED}


def test_charlie_decides_nothing(cast, talk):
    case_id = models.Case.objects.get().id
    for forbidden in (
        lambda: store.list_findings(cast.charlie, talk),
        lambda: store.finding(cast.charlie, talk, "f1"),
        lambda: store.confirm(cast.charlie, talk, ["f1"]),
        lambda: store.reject(cast.charlie, talk, ["f1"]),
        lambda: store.confirm_all_above(cast.charlie, talk, 0.1),
        lambda: store.correct(cast.charlie, talk, "f1", end=3),
        lambda: store.add_own(cast.charlie, talk, 1, Kind.GOAL, 0, 3),
        lambda: store.undo(cast.charlie, talk),
        lambda: store.replace(cast.charlie, talk, ()),
        lambda: store.confirmed(cast.charlie, case_id),
    ):
        with pytest.raises(NotFoundError):
            forbidden()
    assert set(states(cast.alice, talk).values()) == {State.PROPOSED}


@pytest.mark.parametrize("number", [1, 3])
def test_lists_and_bulk_decisions_take_the_same_queries_however_many(cast, number, django_assert_num_queries):
    read = transcript()
    added = add(cast.alice, TALK + " ")
    store.replace(cast.alice, added.conversation_id, findings(read)[:number])
    with django_assert_num_queries(2):
        assert len(store.list_findings(cast.alice, added.conversation_id)) == number
    with django_assert_num_queries(3):
        store.confirmed(cast.alice, added.case_id)
    with django_assert_num_queries(11):
        store.confirm_all_above(cast.alice, added.conversation_id, 0.1)


def test_whose_statement_a_note_reports_is_kept_and_follows_its_kind(cast):
    read = read_conversation("Will die große Anlage. Zugesagt, bis Montag anzurufen.".encode(), "n.txt")
    talk = conversations.add(cast.alice, read, origin=Origin.MEMORY, today=TODAY, case_title="Chor").conversation_id
    kept = conversations.conversation(cast.alice, talk).conversation
    store.replace(cast.alice, talk, examine(kept))
    assert [(one.finding.kind, one.finding.by) for one in store.list_findings(cast.alice, talk)] == [
        (Kind.WISH, Role.CUSTOMER),
        (Kind.PROMISE, Role.ADVISER),
    ]
    corrected = store.correct(cast.alice, talk, "f1", kind=Kind.ADVICE, attrs={"direction": "for"})
    assert corrected.finding.by is Role.ADVISER
    store.undo(cast.alice, talk)
    assert store.finding(cast.alice, talk, "f1").finding.by is Role.CUSTOMER
    own = store.add_own(cast.alice, talk, 1, Kind.GOAL, 0, 4)
    assert own.finding.by is Role.CUSTOMER
