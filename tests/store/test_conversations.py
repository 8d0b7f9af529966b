"""Tests of storing conversations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from augenhoehe.listen.consent import Consent, ConsentState, ConsentWay, Origin, Scope
from augenhoehe.speech.conversation import Channel, Role
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import cases, conversations, customers, models
from augenhoehe.store.errors import NotFoundError
from store.making import TALK, TODAY, add, findings, transcript


def test_a_conversation_comes_back_as_it_was_read(cast):
    read = transcript()
    added = conversations.add(cast.alice, read, origin=Origin.NOTES, today=TODAY, file_name="talk.txt")
    stored = conversations.conversation(cast.alice, added.conversation_id)
    assert stored.conversation == replace(read.conversation, id=added.conversation_id)
    assert (stored.origin, stored.format, stored.file_name) == (Origin.NOTES, "text", "talk.txt")


def test_a_conversation_without_a_case_opens_one_for_its_customer(cast):
    added = add(cast.alice)
    card = cases.case(cast.alice, added.case_id)
    assert (card.title, card.customer, card.opened_on) == ("Berichte", "Muster GmbH", TODAY)


def test_the_same_words_in_the_same_case_are_stored_once(cast):
    first = add(cast.alice)
    again = add(cast.bob, case_id=first.case_id)
    assert again == replace(first, duplicate=True)
    assert models.Conversation.objects.count() == 1


def test_the_same_words_in_another_case_are_another_conversation(cast):
    first = add(cast.alice)
    assert add(cast.alice).conversation_id != first.conversation_id


def test_what_fails_half_way_leaves_nothing_behind(cast, monkeypatch):
    def fail(*_: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(conversations, "add_proposals", fail)
    with pytest.raises(IntegrityError):
        add(cast.alice)
    assert [model.objects.count() for model in (models.Case, models.Customer, models.Turn)] == [0, 0, 0]


def test_a_recording_without_consent_is_refused_and_nothing_is_stored(cast):
    given = Consent("Alice Adler", ConsentState.GIVEN)
    with pytest.raises(InputRefusedError) as refused:
        conversations.add(cast.alice, transcript(), origin=Origin.RECORDING, today=TODAY, consents=[given])
    assert refused.value.message.by_name == {"person": "Petra Schulz"}
    assert models.Case.objects.count() == 0


def test_consent_is_kept_person_by_person(cast):
    consents = [
        Consent("Alice Adler", ConsentState.GIVEN),
        Consent(
            "Petra Schulz",
            ConsentState.GIVEN,
            ConsentWay.SPOKEN,
            TODAY,
            "2026-1",
            (Scope.TRANSCRIBE, Scope.ANALYSE),
        ),
    ]
    added = conversations.add(cast.alice, transcript(), origin=Origin.RECORDING, today=TODAY, consents=consents)
    assert conversations.conversation(cast.alice, added.conversation_id).consents == tuple(consents)
    withdrawn = Consent("Petra Schulz", ConsentState.WITHDRAWN, withdrawn_on=TODAY)
    conversations.save_consent(cast.alice, added.conversation_id, withdrawn)
    assert conversations.conversation(cast.alice, added.conversation_id).consents[1] == withdrawn


def test_a_nul_character_becomes_a_sign_of_the_same_length(cast):
    added = add(cast.alice, "Petra Schulz: Zwei\x00 Tage.")
    (turn,) = conversations.conversation(cast.alice, added.conversation_id).conversation.turns
    assert turn.text == "Zwei\ufffd Tage."


def test_roles_are_set_in_people_and_turns(cast):
    added = add(cast.alice)
    changed = conversations.set_roles(cast.alice, added.conversation_id, {"Petra Schulz": Role.OTHER})
    assert [party.role for party in changed.people] == [Role.ADVISER, Role.OTHER]
    assert [turn.role for turn in changed.turns] == [Role.ADVISER, Role.OTHER, Role.OTHER, Role.ADVISER]


def test_details_that_are_not_given_stay(cast):
    added = add(cast.alice)
    conversations.save_details(cast.alice, added.conversation_id, channel=Channel.VIDEO)
    kept = conversations.conversation(cast.alice, added.conversation_id).conversation
    assert (kept.title, kept.held_on, kept.channel) == ("Erstgespräch", TODAY, Channel.VIDEO)


def test_a_known_person_of_the_customer_is_recognised(cast):
    customer = customers.add_customer(cast.alice, "Muster GmbH")
    petra = customers.save_person(cast.alice, customer, "Petra Schulz")
    added = add(cast.alice)
    assert conversations.conversation(cast.alice, added.conversation_id).people == (("Petra Schulz", petra),)


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_the_same_queries_however_long(cast, number, django_assert_num_queries):
    first = add(cast.alice)
    for place in range(number - 1):
        add(cast.alice, f"{TALK.strip()}\nPetra Schulz: Und {place}.", case_id=first.case_id)
    with django_assert_num_queries(2):
        lines = conversations.list_conversations(cast.alice, first.case_id)
    assert len(lines) == number
    with django_assert_num_queries(3):
        assert len(conversations.of_case(cast.alice, first.case_id)) == number
    with django_assert_num_queries(3):
        conversations.conversation(cast.alice, first.conversation_id)


def test_a_line_counts_turns_and_findings(cast):
    added = add(cast.alice)
    (line,) = conversations.list_conversations(cast.alice, added.case_id)
    assert (line.turns, line.proposed, line.confirmed) == (4, len(findings(transcript())), 0)


def test_removing_takes_everything_found_along(cast):
    added = add(cast.alice)
    assert conversations.remove(cast.alice, added.conversation_id) == added.case_id
    assert (models.Turn.objects.count(), models.Finding.objects.count()) == (0, 0)


def test_charlie_sees_and_changes_nothing(cast):
    added = add(cast.alice)
    assert conversations.list_conversations(cast.charlie, added.case_id) == ()
    assert conversations.of_case(cast.charlie, added.case_id) == ()
    for forbidden in (
        lambda: conversations.conversation(cast.charlie, added.conversation_id),
        lambda: conversations.remove(cast.charlie, added.conversation_id),
        lambda: conversations.set_roles(cast.charlie, added.conversation_id, {}),
        lambda: conversations.save_details(cast.charlie, added.conversation_id, title="x"),
        lambda: add(cast.charlie, case_id=added.case_id),
    ):
        with pytest.raises(NotFoundError):
            forbidden()
    assert conversations.conversation(cast.bob, added.conversation_id).case_id == added.case_id


def test_a_turn_keeps_its_own_day(cast):
    read = transcript()
    turns = tuple(replace(turn, said_on=date(2026, 3, turn.id)) for turn in read.conversation.turns)
    dated = replace(read, conversation=replace(read.conversation, turns=turns))
    added = conversations.add(cast.alice, dated, (), origin=Origin.NOTES, today=TODAY, customer="Muster GmbH")
    kept = conversations.conversation(cast.alice, added.conversation_id).conversation
    assert [turn.said_on for turn in kept.turns] == [date(2026, 3, day) for day in (1, 2, 3, 4)]
