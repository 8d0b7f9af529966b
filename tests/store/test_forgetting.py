"""Tests of forgetting: a planted name is gone from every table, and from the bytes of the files."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from augenhoehe.journey.record import Check, Decision, DecisionKind, Origin, SignOfSuccess
from augenhoehe.keep.ledger import Entry, EntryKind
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.partner.facts import Fact, FactKind
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import Money
from augenhoehe.store import (
    advices,
    advising,
    boards,
    cases,
    catalogues,
    conversations,
    customers,
    findings,
    forgetting,
    ledger,
    models,
    partners,
    practice,
    promises,
)
from augenhoehe.store.boards import Change, ChangeKind
from augenhoehe.store.errors import NotFoundError
from augenhoehe.store.finding_people import Sort, Subject, named, one_named
from augenhoehe.understand.findings import Kind
from store.making import CATALOGUE, TODAY, add, finding, transcript

NAME, FIRM = "Zerlinde Quöxmann", "Quöxwerke AG"
SAID = "Unsere Auswertung dauert zwei Tage, das hat mir der Vryxle gesagt."
SCRIPT = f"""
    Alice Adler: Guten Tag, Frau Quöxmann.
    {NAME}: {SAID}
    Karl Meier: Die Quöxmann hat recht, ich hätte gern das Reporting-Modul.
    Alice Adler: Ich schicke es Zerlinde Quöxmann bis Freitag.
"""


def everything() -> str:
    """The content of every table, as the database gives it, with escaped letters read."""
    content = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            content += [" ".join(str(value) for value in row) for row in cursor.fetchall()]
    text = "\n".join(content)
    return text + text.encode("ascii", "backslashreplace").decode("unicode_escape", "ignore")


def plant(actor):
    """A case in which the name stands wherever a name can stand. Returns its id and the person's."""
    read = transcript(SCRIPT, title=f"Gespräch mit {NAME}")
    problem = finding(read, "f1", Kind.PROBLEM, "Unsere Auswertung dauert zwei Tage")
    wish = finding(read, "f2", Kind.WISH, "ich hätte gern das Reporting-Modul")
    promise = finding(read, "f3", Kind.PROMISE, f"Ich schicke es {NAME} bis Freitag.", due="bis Freitag")
    customer = customers.add_customer(actor, FIRM, note=f"Ansprechpartnerin {NAME}")
    person = customers.save_person(actor, customer, NAME, email="z.quoex@example.org", phone="+49 170 99887766")
    catalogue = catalogues.add_catalogue(actor, CATALOGUE, "small.toml")
    added = conversations.add(
        actor,
        read,
        (problem, wish, promise),
        origin=Origin.NOTES,
        today=TODAY,
        case_title=f"Fall {NAME}",
        customer=FIRM,
        file_name=f"{NAME}.txt",
    )
    case_id, talk = added.case_id, added.conversation_id
    cases.save_case(actor, case_id, catalogue_id=catalogue, occasion=f"{NAME} rief an", learned="Quöxmann früh fragen")
    findings.confirm(actor, talk, ["f1", "f2", "f3"])
    findings.correct(actor, talk, "f3", attrs={"due": "bis Freitag, Quöxmann"})
    boards.record(actor, case_id, Change(ChangeKind.ADD, "", f"Ruhe für {NAME}"))
    advising.advise(actor, case_id)
    advices.decide(actor, case_id, Decision(DecisionKind.INSISTED, TODAY, f"{NAME} besteht", (), (f"{NAME} trägt es",)))
    advices.save_signs(actor, case_id, [SignOfSuccess(f"{NAME} ist froh", "Quöxmann klagt")])
    advices.plan_checks(actor, case_id, [Check(TODAY, "reporting")])
    turns = conversations.conversation(actor, talk).conversation
    hers = Evidence(talk, turns.turn(2), 0, 34)
    made = Promise("", Side.THEIRS, NAME, f"{NAME} meldet sich", None, True, TODAY)
    promises.add_promises(
        actor, case_id, [replace(made, condition=f"wenn {NAME} es will"), replace(made, evidence=hers)]
    )
    ledger.append(
        actor,
        case_id,
        Entry("e1", EntryKind.PUT_OFF, TODAY, Side.THEIRS, words=f"{NAME} vertröstet", owner=NAME, evidence=hers),
        Entry("e2", EntryKind.CONCESSION, TODAY, Side.OURS, worth=Money(Decimal(5))),
    )
    kind = next(iter(FactKind))
    partners.add_fact(actor, customer, kind, Fact(kind, TODAY, words=f"{NAME} zahlte", evidence=hers), on=TODAY)
    practice.add_note(actor, "Frau Quöxmann unterbrochen", conversation_id=talk)
    practice.add_intention(actor, f"{NAME} ausreden lassen", made_on=TODAY)
    practice.add_intention(actor, "Frau Quöxmann Zeit lassen", made_on=TODAY, customer_id=customer)
    return case_id, person


def traces():
    return [
        word for word in ("quöx", "zerlinde", "vryxle", "z.quoex", "99887766", "quoex") if word in everything().lower()
    ]


def test_a_person_is_forgotten_everywhere_and_the_case_remains(cast):
    case_id, person = plant(cast.alice)
    customer = str(cases.case(cast.alice, case_id).customer_id)
    customers.save_customer(cast.alice, customer, name="Werke AG", note="")
    subject = one_named(cast.alice, NAME.upper())
    assert subject == Subject(Sort.PERSON, person, NAME)
    assert traces() == ["quöx", "zerlinde", "vryxle", "z.quoex", "99887766", "quoex"]
    forgotten = forgetting.forget(cast.alice, subject, today=TODAY)
    assert traces() == []
    assert dict(forgotten.counts)["turn"] >= 1
    (talk,) = conversations.of_case(cast.bob, case_id)
    assert [turn.speaker for turn in talk.turns] == ["Alice Adler", "Vergessene Person 2", "Karl Meier", "Alice Adler"]
    assert [turn.text for turn in talk.turns] == [
        "Guten Tag, Frau ••••••••.",
        "[auf Wunsch gelöscht]",
        "Die •••••••• hat recht, ich hätte gern das Reporting-Modul.",
        "Ich schicke es ••••••••••••••••• bis Freitag.",
    ]
    kept = findings.confirmed(cast.bob, case_id)[talk.id]
    assert [(item.kind, item.evidence.quote) for item in kept] == [
        (Kind.WISH, "ich hätte gern das Reporting-Modul"),
        (Kind.PROMISE, "Ich schicke es ••••••••••••••••• bis Freitag."),
    ]
    assert [entry.evidence for entry in ledger.of_case(cast.bob, case_id).entries] == [None] * 4
    assert advices.latest(cast.bob, case_id) is None
    assert forgetting.tombstones(cast.bob) == (("person", TODAY, sum(number for _, number in forgotten.counts)),)


def test_a_customer_is_forgotten_with_everything(cast):
    plant(cast.alice)
    other = add(cast.alice, f"Petra Schulz: {NAME} von den Quöxwerken empfahl Sie.", customer="Anders KG")
    subject = one_named(cast.bob, FIRM)
    forgetting.forget(cast.bob, subject, today=TODAY)
    assert [line.id for line in cases.list_cases(cast.alice)] == [other.case_id]
    (talk,) = conversations.of_case(cast.alice, other.case_id)
    assert talk.turns[0].text == "••••••••••••••••• von den Quöxwerken empfahl Sie."
    assert [model.objects.count() for model in (models.LedgerEntry, models.Advice, models.Person)] == [0, 0, 0]
    assert "vryxle" not in everything().lower()


def test_somebody_who_only_took_part_is_forgotten(cast):
    case_id, _ = plant(cast.alice)
    subject = one_named(cast.alice, "Karl Meier")
    assert subject.sort is Sort.PARTICIPANT
    forgetting.forget(cast.alice, subject, today=TODAY)
    (talk,) = conversations.of_case(cast.alice, case_id)
    assert talk.turns[2].text == "[auf Wunsch gelöscht]"
    assert talk.turns[1].text == SAID
    assert "meier" not in everything().lower()


def test_what_a_page_was_about_to_say_is_forgotten_too(cast):
    plant(cast.alice)
    session = SessionStore()
    session["said"] = [f"{NAME} gespeichert."]
    session.save()
    forgetting.forget(cast.alice, one_named(cast.alice, NAME), today=TODAY)
    assert SessionStore(session.session_key)["said"] == ["••••••••••••••••• gespeichert."]


def test_a_preview_tells_the_same_and_changes_nothing(cast):
    plant(cast.alice)
    before = everything()
    subject = one_named(cast.alice, NAME)
    preview = forgetting.preview(cast.alice, subject, today=TODAY)
    assert everything() == before
    assert forgetting.forget(cast.alice, subject, today=TODAY) == preview


def test_a_reason_to_keep_beats_forgetting_until_its_day(cast):
    case_id, person = plant(cast.alice)
    customer = str(cases.case(cast.alice, case_id).customer_id)
    customers.hold(cast.alice, customer, until=TODAY, reason="Handelsbrief, sechs Jahre")
    for subject in (Subject(Sort.CUSTOMER, customer, FIRM), Subject(Sort.PERSON, person, NAME)):
        with pytest.raises(InputRefusedError) as refused:
            forgetting.forget(cast.alice, subject, today=TODAY)
        assert refused.value.message.by_name["reason"] == "Handelsbrief, sechs Jahre"
    assert traces()
    forgetting.forget(cast.alice, Subject(Sort.CUSTOMER, customer, FIRM), today=date(2026, 3, 13))
    assert models.Customer.objects.count() == 0


def test_somebody_of_the_same_name_elsewhere_is_left_alone_and_named(cast):
    _, person = plant(cast.alice)
    other = customers.add_customer(cast.alice, "Anders KG")
    customers.save_person(cast.alice, other, NAME)
    assert len(named(cast.alice, NAME)) == 2
    with pytest.raises(InputRefusedError):
        one_named(cast.alice, NAME)
    forgotten = forgetting.forget(cast.alice, Subject(Sort.PERSON, person, NAME), today=TODAY)
    assert forgotten.remains[-1].by_name == {"names": NAME}
    assert customers.customer(cast.alice, other).people[0].name == NAME


def test_other_teams_are_not_touched_and_charlie_forgets_nobody(cast):
    _, person = plant(cast.alice)
    plant(cast.charlie)
    with pytest.raises(NotFoundError):
        forgetting.forget(cast.charlie, Subject(Sort.PERSON, person, NAME), today=TODAY)
    forgetting.forget(cast.alice, one_named(cast.alice, NAME), today=TODAY)
    (line,) = cases.list_cases(cast.charlie)
    assert line.title == f"Fall {NAME}"


@pytest.mark.django_db
def test_nobody_is_called_that(cast):
    with pytest.raises(InputRefusedError) as refused:
        one_named(cast.alice, "Niemand")
    assert refused.value.message.key == "store.people.nobody"


LIFE = """
from datetime import date
from augenhoehe.web import start
start.ready()
from store.test_forgetting import plant, NAME, FIRM
from augenhoehe.store import accounts, forgetting
from augenhoehe.store.finding_people import one_named
actor = accounts.first_account()
plant(actor)
if {forget}:
    forgetting.forget(actor, one_named(actor, FIRM), today=date(2026, 3, 12))
"""


@pytest.mark.parametrize("forget", [False, True])
def test_the_bytes_of_the_files_hold_nothing_of_the_forgotten(tmp_path, forget):
    environment = {**os.environ, "AUGENHOEHE_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("AUGENHOEHE_TEST_DATABASE", None)
    environment["DJANGO_SETTINGS_MODULE"] = "augenhoehe.web.settings"
    subprocess.run([sys.executable, "-c", LIFE.format(forget=forget)], env=environment, check=True)
    content = b"".join(path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file())
    found = {
        word
        for word in ("Quöxmann", "Zerlinde", "Vryxle", "quoex", "99887766", "Quöxwerke")
        for form in (word.encode(), word.encode("ascii", "backslashreplace").replace(b"\\xf6", b"\\u00f6"))
        if form in content
    }
    assert found == (set() if forget else {"Quöxmann", "Zerlinde", "Vryxle", "quoex", "99887766", "Quöxwerke"})
