"""The language model in the store: its setting, its answers, its proposals beside the built-in ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import audit, conversations, findings, second
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.finding_people import one_named
from augenhoehe.store.findings import State
from augenhoehe.store.forgetting import forget
from augenhoehe.understand.engines.agreeing import Agreement
from augenhoehe.understand.engines.answers import Checked, Fault, Proposal, written
from augenhoehe.understand.engines.reading import LANGUAGE_MODEL, SecondReading, together
from augenhoehe.understand.findings import Attribute, Kind
from store.making import TODAY, add, transcript
from store.making import findings as built_in

Said = tuple[Kind, str, dict[str, Attribute]]
WISH: Said = (Kind.WISH, "Reporting-Modul", {})
GOAL: Said = (Kind.GOAL, "Ich hätte gern das Reporting-Modul.", {})
MIRROR: Said = (Kind.MIRROR, "Also Frau Schulz, Ihnen geht es um die zwei Tage.", {})


def seen(actor: Account, conversation: str, *said: Said) -> SecondReading:
    """A second reading of a stored conversation that marks these words."""
    talk = conversations.conversation(actor, conversation).conversation
    proposals = []
    for kind, quote, attrs in said:
        turn = next(turn for turn in talk.turns if quote in turn.text)
        start = turn.text.index(quote)
        proposals.append(Proposal(turn.id, start, start + len(quote), kind, tuple(attrs.items())))
    return together(talk, "klein", [Checked(tuple(proposals), ((Fault.QUOTE, 2),))])


def kept_beside(actor: Account, conversation: str, *said: Said) -> second.Second:
    """Keep a second reading beside the four findings that the built-in reader made."""
    talk = conversations.conversation(actor, conversation).conversation
    first = [replace(each, evidence=replace(each.evidence, conversation=talk.id)) for each in built_in(transcript())]
    return second.keep(actor, conversation, seen(actor, conversation, *said), first)


def of_model(actor: Account, conversation: str) -> list[tuple[Kind, State]]:
    stored = findings.list_findings(actor, conversation)
    return [(item.finding.kind, item.state) for item in stored if item.finding.source == LANGUAGE_MODEL]


def test_nothing_is_set_and_nothing_is_on_at_first(cast):
    assert second.setting(cast.alice) is None


def test_setting_is_the_teams_and_only_its_administrator_changes_it(cast):
    second.save_setting(cast.alice, address="http://localhost/v1", model="klein", active=True)
    for account, expected in ((cast.bob, ("klein", True)), (cast.charlie, None)):
        found = second.setting(account)
        assert ((found.model, found.active) if found else None) == expected
    with pytest.raises(InputRefusedError) as refused:
        second.save_setting(cast.bob, address="http://example.org/v1", model="groß", active=True)
    assert refused.value.message.key == "store.second.only_administrator"
    assert second.setting(cast.alice).address == "http://localhost/v1"
    assert [event.verb for event in audit.events(cast.alice)] == ["language_model"]


def test_proposals_stand_beside_the_built_in_ones_which_stay(cast):
    talk = add(cast.alice).conversation_id
    before = findings.list_findings(cast.alice, talk)
    kept = kept_beside(cast.alice, talk, WISH, GOAL, MIRROR)
    after = findings.list_findings(cast.alice, talk)
    assert [item for item in after if item.finding.source != LANGUAGE_MODEL] == list(before)
    assert of_model(cast.alice, talk) == [(Kind.GOAL, State.PROPOSED), (Kind.MIRROR, State.PROPOSED)]
    assert kept.kinds == (
        Agreement(Kind.WISH, 1, 0, 0),
        Agreement(Kind.GOAL, 0, 0, 1),
        Agreement(Kind.PROBLEM, 0, 1, 0),
        Agreement(Kind.PROMISE, 0, 1, 0),
        Agreement(Kind.QUESTION, 0, 1, 0),
        Agreement(Kind.MIRROR, 0, 0, 1),
    )
    assert (kept.whole, kept.added) == (Agreement(None, 1, 3, 2), 2)
    assert (kept.dropped, kept.asked_by, kept.model) == (((Fault.QUOTE, 2),), "Alice Adler", "klein")
    assert second.second(cast.bob, talk) == kept


def test_asked_again_makes_room_but_what_a_person_decided_stays_and_is_not_proposed_again(cast):
    talk = add(cast.alice).conversation_id
    kept_beside(cast.alice, talk, GOAL, MIRROR)
    rejected = next(i.id for i in findings.list_findings(cast.alice, talk) if i.finding.kind is Kind.GOAL)
    findings.reject(cast.alice, talk, [rejected])
    kept = kept_beside(cast.alice, talk, GOAL)
    assert of_model(cast.alice, talk) == [(Kind.GOAL, State.REJECTED)]
    assert kept.added == 0


def test_confirm_all_never_takes_what_nobody_measured(cast):
    talk = add(cast.alice).conversation_id
    kept_beside(cast.alice, talk, GOAL)
    findings.confirm_all_above(cast.alice, talk, 0.9)
    assert of_model(cast.alice, talk) == [(Kind.GOAL, State.PROPOSED)]


def test_reading_anew_keeps_the_models_proposals_but_for_those_it_now_finds_itself(cast):
    talk = add(cast.alice).conversation_id
    kept_beside(cast.alice, talk, GOAL, MIRROR)
    stored = conversations.conversation(cast.alice, talk).conversation
    again = [i.finding for i in findings.list_findings(cast.alice, talk) if i.finding.source != LANGUAGE_MODEL]
    found_now = seen(cast.alice, talk, MIRROR).findings
    findings.replace(cast.alice, stored.id, [*again, *(_as_rules(item) for item in found_now)])
    assert of_model(cast.alice, talk) == [(Kind.GOAL, State.PROPOSED)]


def _as_rules(item):
    return replace(item, source="rules", id="f9")


def test_drop_takes_back_undecided_proposals_and_the_figures(cast):
    talk = add(cast.alice).conversation_id
    kept_beside(cast.alice, talk, GOAL)
    second.drop(cast.alice, talk)
    assert (of_model(cast.alice, talk), second.second(cast.alice, talk)) == ([], None)


def test_answers_are_remembered_for_one_conversation(cast):
    one, other = add(cast.alice).conversation_id, add(cast.alice, "Petra Schulz: Anders.").conversation_id
    second.Answers(cast.alice, one).keep("d" * 64, "{}")
    second.Answers(cast.alice, one).keep("d" * 64, written(Checked(())))
    assert second.Answers(cast.bob, one).get("d" * 64) == written(Checked(()))
    assert second.Answers(cast.alice, other).get("d" * 64) is None


def test_charlie_neither_sees_nor_changes_anything(cast):
    talk = add(cast.alice).conversation_id
    kept_beside(cast.alice, talk, GOAL)
    assert second.second(cast.charlie, talk) is None
    for act in (
        lambda: second.Answers(cast.charlie, talk),
        lambda: second.keep(cast.charlie, talk, seen(cast.alice, talk, GOAL), ()),
        lambda: second.drop(cast.charlie, talk),
        lambda: second.names_to_hide(cast.charlie, talk),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert of_model(cast.alice, talk) == [(Kind.GOAL, State.PROPOSED)]


def test_names_to_hide_are_the_customers_and_the_teams(cast):
    talk = add(cast.alice).conversation_id
    assert set(second.names_to_hide(cast.alice, talk)) >= {"Muster GmbH", "Alice Adler", "Bob Busch"}
    assert "Charlie Clasen" not in second.names_to_hide(cast.alice, talk)


def test_forgetting_somebody_takes_what_was_remembered_of_their_words(cast):
    talk = add(cast.alice).conversation_id
    second.Answers(cast.alice, talk).keep("d" * 64, "{}")
    forget(cast.alice, one_named(cast.alice, "Petra Schulz"), today=TODAY)
    assert not tables.ModelAnswer.objects.exists()


def test_built_in_findings_of_the_sample_are_what_this_test_believes() -> None:
    assert [item.kind for item in built_in(transcript())] == [Kind.QUESTION, Kind.PROBLEM, Kind.WISH, Kind.PROMISE]
