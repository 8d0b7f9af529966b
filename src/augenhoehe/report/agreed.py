"""The last stations: the customer's decision, promises of both sides, signs of success, checks, what was learned."""

from __future__ import annotations

from augenhoehe.journey.record import Check, Decision, DecisionKind, SignOfSuccess, Use
from augenhoehe.keep.promises import Due, Promise, PromiseState, Side
from augenhoehe.report.pen import Pen
from augenhoehe.report.tree import Block, Datum, Entry, Listing, Mark, Paragraph, Section, Table, entry


def decision(pen: Pen) -> Section:
    """What the customer decided, in their words where there are some."""
    made = pen.record.decision
    heading = pen.text("decision.heading")
    if made is None:
        return Section("decision", heading, (pen.unknown("decision.unknown"),))
    data: tuple[tuple[str, Datum], ...] = (
        ("kind", made.kind.value),
        ("on", None if made.on is None else made.on.isoformat()),
        ("offers", " ".join(made.offers)),
    )
    mark = (Mark.CONFIRMED, pen.text("mark.recorded"))
    decided = entry(pen.text(f"decision.{made.kind.value}"), _decided(pen, made), mark, data)
    return Section("decision", heading, (decided,))


def _decided(pen: Pen, made: Decision) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if made.words.strip():
        blocks.append(Paragraph(pen.text("decision.words", words=pen.voice.quoted(made.words.strip()))))
    blocks += pen.facts(("day", pen.day(made.on)))
    if made.offers:
        blocks.append(Paragraph(pen.text("decision.taken", offers=pen.voice.listing(map(pen.offer, made.offers)))))
    advised = pen.record.advice.chosen if pen.record.advice is not None else ()
    if made.kind is not DecisionKind.FOLLOWED and made.kind is not DecisionKind.NONE and advised:
        beyond = [pen.offer(offer) for offer in made.offers if offer not in advised]
        without = [pen.offer(offer) for offer in advised if offer not in made.offers]
        if beyond:
            blocks.append(Paragraph(pen.text("decision.beyond", offers=pen.voice.listing(beyond))))
        if without:
            blocks.append(Paragraph(pen.text("decision.without", offers=pen.voice.listing(without))))
    if made.risks_named:
        blocks += [Paragraph(pen.text("decision.risks")), Listing(made.risks_named)]
    elif made.kind is DecisionKind.INSISTED:
        blocks.append(pen.unknown("decision.no_risk"))
    return tuple(blocks)


def promises(pen: Pen) -> Section:
    """What both sides promised, each with the words and the day."""
    heading = pen.text("promises.heading")
    if not pen.record.promises:
        return Section("promises", heading, (pen.unknown("promises.none"),))
    sides: list[Section] = []
    for side in (Side.OURS, Side.THEIRS):
        ours = tuple(_promise(pen, one) for one in pen.record.promises if one.side is side)
        blocks: tuple[Block, ...] = ours or (Paragraph(pen.text(f"promises.{side.value}.none")),)
        sides.append(Section(f"promises-{side.value}", pen.text(f"promises.{side.value}"), blocks))
    return Section("promises", heading, (), tuple(sides))


def _promise(pen: Pen, one: Promise) -> Entry:
    settled = None
    if one.state is not PromiseState.OPEN and one.settled_on is not None:
        settled = pen.voice.date(one.settled_on)
    quote = None if one.evidence is None else pen.quote(one.evidence)
    literal = quote is not None and quote.words.casefold().strip(" .!") == one.what.casefold().strip(" .!")
    heading = pen.voice.quoted(quote.words) if quote is not None and literal else one.what
    blocks: list[Block] = [
        *pen.facts(
            ("owner", one.owner or pen.text("unknown.owner")),
            ("due", due(pen, one.due)),
            ("condition", pen.voice.quoted(one.condition) if one.condition else None),
            ("settled", settled),
            ("note", one.note if pen.internal else None),
            ("said_by", quote.source if quote is not None and literal else None),
        )
    ]
    if quote is not None and not literal:
        blocks.append(quote)
    if not one.firm:
        blocks.append(Paragraph(pen.text("promise.not_firm")))
    mark = Mark.PLANNED if one.state in (PromiseState.OPEN, PromiseState.RENEGOTIATED) else Mark.CONFIRMED
    data: tuple[tuple[str, Datum], ...] = (
        ("id", one.id),
        ("side", one.side.value),
        ("state", one.state.value),
        ("due_first", None if one.due is None or one.due.first is None else one.due.first.isoformat()),
        ("due_last", None if one.due is None or one.due.last is None else one.due.last.isoformat()),
        ("condition", one.condition or None),
    )
    return entry(heading, tuple(blocks), (mark, pen.text(f"promise.{one.state.value}")), data, spoken=literal)


def due(pen: Pen, value: Due | None) -> str:
    """When something is due: the words as said and the days they mean. Not said means that it says so."""
    if value is None:
        return pen.text("due.none")
    words = pen.voice.quoted(value.words) if value.words else ""
    if value.first is None and value.last is None:
        return pen.text("due.words", words=words) if words else pen.text("due.none")
    first, last = value.first or value.last, value.last or value.first
    days = (
        pen.voice.date(first)  # type: ignore[arg-type]
        if first == last
        else pen.text("due.range", first=pen.day(first), last=pen.day(last))
    )
    if not words:
        return days
    return pen.text("due.ambiguous" if value.ambiguous else "due.resolved", words=words, days=days)


def signs(pen: Pen) -> Section:
    """By what the customer will see that it helped."""
    blocks: tuple[Block, ...] = tuple(_sign(pen, sign) for sign in pen.record.signs)
    lead: tuple[Block, ...] = (Paragraph(pen.text("signs.lead")),) if blocks else (pen.unknown("signs.none"),)
    return Section("signs", pen.text("signs.heading"), (*lead, *blocks))


def _sign(pen: Pen, sign: SignOfSuccess) -> Entry:
    today, hoped = sign.today or pen.text("unknown.today"), sign.hoped or pen.text("unknown.hoped")
    facts = pen.facts(("today", today), ("hoped", hoped))
    return entry(pen.voice.quoted(sign.words), facts, data=(("today", sign.today), ("hoped", sign.hoped)), spoken=True)


def checks(pen: Pen) -> Section:
    """The later looks: planned, or asked with what came of it."""
    planned = pen.record.checks
    heading = pen.text("checks.heading")
    if not planned:
        return Section("checks", heading, (pen.unknown("checks.none"),))
    table = Table(
        caption=pen.text("checks.caption"),
        head=tuple(pen.text(f"label.{name}") for name in ("day", "offer", "outcome", "words")),
        rows=tuple(
            (
                pen.voice.date(check.on),
                pen.offer(check.offer) if check.offer else pen.text("check.whole"),
                _outcome(pen, check),
                pen.voice.quoted(check.words) if check.words else "–",
            )
            for check in planned
        ),
    )
    return Section("checks", heading, (table,))


def _outcome(pen: Pen, check: Check) -> str:
    if check.asked_on is None and check.use is Use.UNKNOWN:
        return pen.text("check.planned")
    return pen.text(f"use.{check.use.value}")


def learned(pen: Pen) -> Section:
    """What the adviser learned from it: for their own side only."""
    said = pen.record.learned.strip()
    block: Block = Paragraph(said) if said else pen.unknown("learned.none")
    return Section("learned", pen.text("learned.heading"), (block,))
