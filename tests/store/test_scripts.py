"""The script of a conversation, a page at a time."""

from __future__ import annotations

import pytest

from augenhoehe.store import findings, scripts
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.findings import State
from augenhoehe.understand.findings import Family, Kind
from conftest import Cast
from store import making


def test_head_is_hidden_from_charlie(cast: Cast) -> None:
    added = making.add(cast.alice)
    assert scripts.head(cast.bob, added.conversation_id).turns == 4
    with pytest.raises(NotFoundError):
        scripts.head(cast.charlie, added.conversation_id)


def test_page_of_nobody_is_empty_for_charlie(cast: Cast) -> None:
    """A head that Alice holds opens nothing to Charlie."""
    about = scripts.head(cast.alice, making.add(cast.alice).conversation_id)
    assert len(scripts.page(cast.alice, about).turns) == 4
    strange = scripts.page(cast.charlie, about)
    assert (strange.turns, strange.findings) == ((), ())


def test_page_chooses_findings_by_kind_and_state(cast: Cast) -> None:
    added = making.add(cast.alice)
    findings.reject(cast.alice, added.conversation_id, ["f2"])
    about = scripts.head(cast.alice, added.conversation_id)
    shown = [
        [one.id for one in scripts.page(cast.alice, about, **chosen).findings]
        for chosen in ({}, {"kinds": [Kind.WISH]}, {"states": (State.REJECTED,)}, {"kinds": []})
    ]
    assert shown == [["f1", "f3", "f4"], ["f3"], ["f2"], []]


def test_page_of_turn_counts_in_pages(cast: Cast) -> None:
    talk = "\n".join(f"Alice Adler: Satz {number}." for number in range(1, 402))
    added = making.add(cast.alice, talk)
    pages = [scripts.page_of_turn(cast.alice, added.conversation_id, number) for number in (1, 200, 201, 400, 401)]
    assert pages == [1, 1, 2, 2, 3]
    assert scripts.page(cast.alice, scripts.head(cast.alice, added.conversation_id), 0).number == 1


def test_tally_counts_by_family_and_state(cast: Cast) -> None:
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f2"])
    findings.reject(cast.alice, added.conversation_id, ["f3"])
    counted = scripts.tally(cast.alice, added.conversation_id, 0.9)
    assert {family: counted.family(family) for family in Family} == {
        Family.CUSTOMER: 1,
        Family.ASKING: 1,
        Family.SAYING: 1,
        Family.SECOND_LOOK: 0,
    }
    assert {state: counted.state(state) for state in State} == {
        State.PROPOSED: 2,
        State.CONFIRMED: 1,
        State.CORRECTED: 0,
        State.REJECTED: 1,
    }
    assert counted.sure == 1


def test_hits_need_all_words_in_one_turn(cast: Cast) -> None:
    added = making.add(cast.alice)
    found = [
        [turn.id for turn, _ in scripts.hits(cast.alice, added.conversation_id, words)]
        for words in ("zwei tage", "zwei modul", "TAGE", " ", "%")
    ]
    assert found == [[2, 4], [], [2, 4], [], []]


def test_can_undo_is_ones_own(cast: Cast) -> None:
    added = making.add(cast.alice)
    assert not scripts.can_undo(cast.alice, added.conversation_id)
    findings.confirm(cast.alice, added.conversation_id, ["f1"])
    assert scripts.can_undo(cast.alice, added.conversation_id)
    assert not scripts.can_undo(cast.bob, added.conversation_id)
