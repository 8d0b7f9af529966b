"""A small record in which every station holds something, and in which everything internal carries a marker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from augenhoehe.advise.advice import (
    Advice,
    Compromise,
    FrontPoint,
    Item,
    Proof,
    Question,
    Reason,
    Status,
    Verdict,
)
from augenhoehe.journey.record import (
    AdviceRecord,
    Check,
    Decision,
    DecisionKind,
    Heard,
    Origin,
    SignOfSuccess,
    Use,
)
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.needs.board import Board, Criterion, Gap, GapKind, Limit, LimitKind, Need, Wish
from augenhoehe.speech.conversation import Channel, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

WISHED = Turn(1, "Arne", Role.CUSTOMER, "Ich hätte gern die Simulation.", 61.0, 64.0)
ASKED = Turn(2, "Lena", Role.ADVISER, "Wofür brauchen Sie die?", 65.0, 67.0)
TOLD = Turn(3, "Arne", Role.CUSTOMER, "Nachts bleibt der Lauf stehen. Mehr als 12.000 sind nicht drin.", 68.0, 75.0)
DECIDED = Turn(4, "Arne", Role.CUSTOMER, "Am Ende zählt, dass mein Kollege es bedienen kann.")
LOST = Turn(5, "Lena", Role.ADVISER, "Das Angebot schicke ich Ihnen bis Freitag.")

MARKER = "NURINTERN"
"""Stands in every text that the customer must never see."""


def quote(turn: Turn, words: str) -> Evidence:
    """Evidence in the only conversation of the record."""
    return Evidence.locate("talk", turn, words)


def euros(amount: str) -> Money:
    """An amount in euros."""
    return Money(Decimal(amount))


def inner(text: str = "") -> Message:
    """A sentence of another room that says its marker, without a wording for the customer."""
    return Message.of("report.limit.exact", name=MARKER, value=text or MARKER)


def board() -> Board:
    """One of each, the need confirmed, with figures nobody would show a customer."""
    return Board(
        wishes=(Wish("w1", "Simulation", (quote(WISHED, "Ich hätte gern die Simulation."),), 0.8137),),
        needs=(
            Need(
                "n1",
                "Nachts bleibt der Lauf stehen.",
                (quote(TOLD, "Nachts bleibt der Lauf stehen."),),
                0.7231,
                inner(),
                0.9119,
                inner(),
                named="night",
                matched_words=(MARKER,),
                confirmed=True,
            ),
        ),
        limits=(
            Limit("l1", LimitKind.BUDGET, (quote(TOLD, "Mehr als 12.000 sind nicht drin."),), 0.6113, euros("12000")),
        ),
        criteria=(Criterion("k1", (quote(DECIDED, "Am Ende zählt, dass mein Kollege es bedienen kann."),), 0.5717),),
        gaps=(Gap(GapKind.REASON_UNKNOWN, quote(ASKED, "Wofür brauchen Sie die?"), inner(), "w1"),),
    )


def advice() -> Advice:
    """The watch is added, the simulation left out, the archive set aside, one need stays open."""
    told = quote(TOLD, "Nachts bleibt der Lauf stehen.")
    return Advice(
        status=Status.BEST,
        verdict=Verdict.OFFERS,
        summary=inner(),
        proof=Proof(euros("4711"), euros("4711"), 0.0, MARKER, inner()),
        price=euros("3200"),
        coverage=0.8319,
        chosen=("watch",),
        left_out=(
            Item(
                "simulation",
                "Simulationstoolbox",
                (quote(WISHED, "Ich hätte gern die Simulation."),),
                (Reason(inner(), needs=("night",), worth=euros("815")),),
                euros("2900"),
                inner(),
            ),
        ),
        added=(Item("watch", "Nachtwächter", (), (Reason(inner(), (told,), worth=euros("816")),), euros("3200")),),
        rejected=(Item("archive", "Ablage", (), (Reason(inner()),), euros("4400")),),
        compromises=(Compromise("find", "", 0.4273, inner(), inner(), inner()),),
        front=(FrontPoint(euros("1234"), 0.3717, (), wished=True), FrontPoint(euros("3200"), 0.8319, ("watch",), True)),
        conflict=(inner(),),
        relaxations=(inner(),),
        next_questions=(Question("night", (("sie", MARKER), ("du", MARKER), ("en", MARKER)), euros("817"), inner()),),
        assumptions=(inner(),),
    )


def record() -> AdviceRecord:
    """The whole record: confirmed by Lena, insisted upon, one promise of each side."""
    return AdviceRecord(
        case="c1",
        title="Prüfstand",
        customer="Kettenwerk",
        adviser="Lena",
        occasion="Arne möchte vier Toolboxen bestellen.",
        made_on=date(2026, 10, 16),
        conversations=(
            Heard("talk", "Erstgespräch", date(2026, 10, 6), Channel.VIDEO, Origin.LIVE_TRANSCRIPT, ("Arne", "Lena")),
        ),
        board=board(),
        offers=(("simulation", "Simulationstoolbox"), ("watch", "Nachtwächter"), ("archive", "Ablage")),
        needs=(
            ("night", "Merken, wenn ein Lauf abbricht", "Notice when a run stops"),
            ("find", "Alte Messungen wiederfinden", "Find old measurements again"),
        ),
        advice=advice(),
        decision=Decision(
            DecisionKind.INSISTED,
            date(2026, 10, 15),
            "die nehme ich trotzdem",
            ("watch", "simulation"),
            ("Ohne Modell bleibt sie ein leeres Fenster.",),
        ),
        promises=(
            Promise(
                "p1",
                Side.OURS,
                "Lena",
                "Angebot schicken",
                Due("bis Freitag", date(2026, 10, 9), date(2026, 10, 9)),
                True,
                date(2026, 10, 6),
                evidence=quote(LOST, "Das Angebot schicke ich Ihnen bis Freitag."),
                note=MARKER,
                condition="wenn die Messwerte da sind",
            ),
            Promise("p2", Side.THEIRS, "", "Messungen heraussuchen", None, False, None, PromiseState.KEPT, note=MARKER),
        ),
        signs=(SignOfSuccess("mein Telefon klingelt", "nach drei Tagen", ""),),
        checks=(
            Check(date(2026, 11, 16), "watch"),
            Check(date(2027, 1, 15), "simulation", Use.SHELF, "die liegt noch", date(2027, 1, 15)),
        ),
        learned=MARKER,
        confirmed_by="Lena",
    )


def empty() -> AdviceRecord:
    """A record of which nothing is known yet."""
    return replace(
        record(),
        occasion="",
        made_on=None,
        conversations=(),
        board=Board(),
        advice=None,
        decision=None,
        promises=(),
        signs=(),
        checks=(),
        learned="",
        confirmed_by="",
    )
