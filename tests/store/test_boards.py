"""Tests of the board of a stored case and what a person changes on it."""

from __future__ import annotations

import pytest

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import boards, findings
from augenhoehe.store.boards import Change, ChangeKind
from augenhoehe.store.errors import NotFoundError
from store.making import add, advised_case


@pytest.fixture
def case_id(cast):
    return advised_case(cast.alice).case_id


def test_only_what_was_confirmed_stands_on_the_board(cast):
    added = add(cast.alice)
    assert boards.board_of(cast.alice, added.case_id).wishes == ()
    preview = boards.board_of(cast.alice, added.case_id, with_proposals=True)
    assert [wish.evidence[0].quote for wish in preview.wishes] == ["Ich hätte gern das Reporting-Modul."]
    findings.confirm(cast.alice, added.conversation_id, ["f3"])
    assert boards.board_of(cast.alice, added.case_id).wishes != ()


def test_a_need_is_matched_to_the_catalogues_name(cast, case_id):
    (need,) = boards.board_of(cast.alice, case_id).needs
    assert (need.named, boards.reference(need)) == ("time", "named:time")
    assert [item.id for item in boards.named_needs(cast.alice, case_id)] == ["time"]


def test_changes_are_applied_in_their_order_and_undone_one_by_one(cast, case_id):
    (need,) = boards.board_of(cast.alice, case_id).needs
    target = boards.reference(need)
    boards.record(cast.alice, case_id, Change(ChangeKind.WEIGH, target, 0.25))
    boards.record(cast.bob, case_id, Change(ChangeKind.STATE, target, "Weniger Zeit für Berichte"))
    boards.record(cast.alice, case_id, Change(ChangeKind.CONFIRM, target))
    (changed,) = boards.board_of(cast.alice, case_id).needs
    assert (changed.weight, changed.statement, changed.certainty, changed.confirmed) == (
        0.25,
        "Weniger Zeit für Berichte",
        1.0,
        True,
    )
    assert [made.by for made in boards.changes(cast.alice, case_id)] == ["Alice Adler", "Bob Busch", "Alice Adler"]
    assert boards.undo(cast.alice, case_id)
    assert boards.undo(cast.alice, case_id)
    assert not boards.undo(cast.alice, case_id)
    (again,) = boards.board_of(cast.alice, case_id).needs
    assert (again.weight, again.statement) == (need.weight, "Weniger Zeit für Berichte")


def test_a_rejected_part_is_gone_whatever_it_is(cast, case_id):
    board = boards.board_of(cast.alice, case_id)
    for part in (*board.wishes, *board.needs):
        boards.record(cast.alice, case_id, Change(ChangeKind.REJECT, boards.reference(part)))
    after = boards.board_of(cast.alice, case_id)
    assert (after.wishes, after.needs) == ((), ())


def test_an_added_need_can_be_named_and_weighed(cast, case_id):
    boards.record(cast.alice, case_id, Change(ChangeKind.ADD, "", "Ruhe am Monatsende"))
    own = boards.board_of(cast.alice, case_id).needs[-1]
    assert (own.statement, own.evidence, own.confirmed) == ("Ruhe am Monatsende", (), True)
    boards.record(cast.alice, case_id, Change(ChangeKind.WEIGH, boards.reference(own), 1))
    boards.record(cast.alice, case_id, Change(ChangeKind.NAME, boards.reference(own), "calm"))
    own = boards.board_of(cast.alice, case_id).needs[-1]
    assert (own.named, own.weight) == ("calm", 1.0)
    boards.record(cast.alice, case_id, Change(ChangeKind.REJECT, own.id))
    assert len(boards.board_of(cast.alice, case_id).needs) == 1


def test_a_change_follows_its_part_when_numbers_move(cast, case_id):
    board = boards.board_of(cast.alice, case_id)
    boards.record(cast.alice, case_id, Change(ChangeKind.CONFIRM, boards.reference(board.wishes[0])))
    conversation = board.wishes[0].evidence[0].conversation
    from augenhoehe.understand.findings import Kind

    findings.add_own(cast.alice, conversation, 2, Kind.WISH, 0, 14)
    wishes = {wish.evidence[0].quote: wish.certainty for wish in boards.board_of(cast.alice, case_id).wishes}
    assert wishes["Ich hätte gern das Reporting-Modul."] == 1.0


@pytest.mark.parametrize(
    "change",
    [
        Change(ChangeKind.WEIGH, "named:time", 1.01),
        Change(ChangeKind.WEIGH, "named:time", "viel"),
        Change(ChangeKind.STATE, "named:time", " "),
        Change(ChangeKind.ADD, ""),
    ],
)
def test_values_that_cannot_be_are_refused(cast, case_id, change):
    with pytest.raises(InputRefusedError):
        boards.record(cast.alice, case_id, change)
    assert boards.changes(cast.alice, case_id) == ()


def test_charlie_sees_and_changes_nothing(cast, case_id):
    boards.record(cast.alice, case_id, Change(ChangeKind.ADD, "", "x"))
    assert boards.changes(cast.charlie, case_id) == ()
    assert not boards.undo(cast.charlie, case_id)
    for forbidden in (
        lambda: boards.board_of(cast.charlie, case_id),
        lambda: boards.record(cast.charlie, case_id, Change(ChangeKind.ADD, "", "x")),
    ):
        with pytest.raises(NotFoundError):
            forbidden()
