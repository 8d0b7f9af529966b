"""Make what tests store: transcripts from a script, findings from quotes, a small catalogue."""

from __future__ import annotations

from datetime import date

from augenhoehe.listen.consent import Origin
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.store import conversations
from augenhoehe.store.account import Account
from augenhoehe.store.conversations import Added
from augenhoehe.understand.findings import Finding, Kind

TODAY = date(2026, 3, 12)

TALK = """
    Alice Adler: Was soll in einem Jahr anders sein?
    Petra Schulz: Die Auswertung dauert jedes Mal zwei Tage.
    Petra Schulz: Ich hätte gern das Reporting-Modul.
    Alice Adler: Also Frau Schulz, Ihnen geht es um die zwei Tage. Ich schicke Ihnen das bis Freitag.
"""


def transcript(script: str = TALK, *, title: str = "Erstgespräch", held_on: date | None = TODAY) -> Transcript:
    """A transcript of "Name: words" lines; Alice and Bob advise, everybody else is a customer."""
    lines = [line.strip().partition(": ") for line in script.strip().splitlines()]
    turns = tuple(Turn(place, name, _role(name), words) for place, (name, _, words) in enumerate(lines, start=1))
    people = tuple(Party(name, _role(name)) for name in dict.fromkeys(turn.speaker for turn in turns))
    talk = Conversation("talk", Language.GERMAN, Channel.MEETING, people, turns, title, held_on)
    return Transcript(talk, "text", "utf-8", ())


def finding(read: Transcript, key: str, kind: Kind, quote: str, certainty: float = 0.8, **attrs: object) -> Finding:
    """A finding at the only place of a quote."""
    turn = next(turn for turn in read.conversation.turns if quote in turn.text)
    evidence = Evidence.locate(read.conversation.id, turn, quote)
    return Finding(
        key,
        kind,
        evidence,
        certainty,
        Message.of("store.findings.by_person", name="Alice Adler"),
        attrs=tuple(attrs.items()),
    )


def findings(read: Transcript) -> tuple[Finding, ...]:
    """Four findings of TALK."""
    return (
        finding(read, "f1", Kind.QUESTION, "Was soll in einem Jahr anders sein?", 0.95, form="open"),
        finding(read, "f2", Kind.PROBLEM, "Die Auswertung dauert jedes Mal zwei Tage.", 0.9),
        finding(read, "f3", Kind.WISH, "Ich hätte gern das Reporting-Modul.", 0.7),
        finding(read, "f4", Kind.PROMISE, "Ich schicke Ihnen das bis Freitag.", 0.6, due="bis Freitag"),
    )


def add(actor: Account, script: str = TALK, *, customer: str = "Muster GmbH", case_id: str | None = None) -> Added:
    """Store a script with its four findings where it is TALK."""
    read = transcript(script)
    found = findings(read) if script is TALK else ()
    return conversations.add(
        actor, read, found, origin=Origin.NOTES, today=TODAY, case_id=case_id, case_title="Berichte", customer=customer
    )


def _role(name: str) -> Role:
    return Role.ADVISER if name.split()[0] in {"Alice", "Bob"} else Role.CUSTOMER


CATALOGUE = b"""
name = "Kleiner Katalog"

[[need]]
id = "time"
name = { de = "Zeit bei der Auswertung", en = "Time for evaluation" }
signs = ["Auswertung", "zwei Tage"]
weight = 0.8

[[offer]]
id = "reporting"
title = { de = "Reporting-Modul", en = "Reporting module" }
aliases = ["Reporting-Modul"]
price = 900
serves = [{ need = "time", quality = 25 }]

[[offer]]
id = "automation"
title = { de = "Auswertung auf Knopfdruck", en = "Evaluation at a click" }
price = 1200
serves = [{ need = "time", quality = 100 }]
"""


def advised_case(actor: Account) -> Added:
    """A case with a catalogue, TALK, and the problem, the wish and the promise confirmed."""
    from augenhoehe.store import cases, catalogues
    from augenhoehe.store import findings as decide

    catalogue = catalogues.add_catalogue(actor, CATALOGUE, "small.toml")
    added = add(actor)
    cases.save_case(actor, added.case_id, catalogue_id=catalogue)
    decide.confirm(actor, added.conversation_id, ["f2", "f3", "f4"])
    return added
