"""The station of advice: kept, left out, added, with reasons; compromises with their risk; what was set aside."""

from __future__ import annotations

from collections.abc import Iterator

from augenhoehe.advise.advice import Advice, Compromise, Item, Reason, Status
from augenhoehe.report.drawing import as_svg, draw
from augenhoehe.report.pen import Pen
from augenhoehe.report.tree import Block, Datum, Listing, Paragraph, Picture, Section, Table, entry
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money


def advice(pen: Pen) -> Section:
    """What is recommended and why. An undecided advice is none."""
    given = pen.record.advice
    heading = pen.text("advice.heading")
    if given is None or given.status is Status.UNDECIDED:
        key = "advice.none" if given is None else "advice.undecided"
        return Section("advice", heading, (pen.unknown(key),))
    parts = [
        _items(pen, "kept", given.kept),
        _items(pen, "left_out", given.left_out),
        _items(pen, "added", given.added),
        _compromises(pen, given.compromises),
        _items(pen, "rejected", given.rejected),
        _ways_out(pen, given),
    ]
    if pen.internal:
        parts += [_front(pen, given), _asking(pen, given), _steadiness(pen, given), _reckoning(pen, given)]
    return Section("advice", heading, _summary(pen, given), tuple(part for part in parts if part is not None))


def _summary(pen: Pen, given: Advice) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(pen.say(given.summary) or pen.text(f"verdict.{given.verdict.value}"))]
    if given.chosen:
        blocks.append(Listing(tuple(pen.offer(offer) for offer in given.chosen)))
        blocks += pen.facts(("together", pen.voice.money(given.price)))
    return tuple(blocks)


def _items(pen: Pen, name: str, items: tuple[Item, ...]) -> Section | None:
    if not items:
        return None
    lead = Paragraph(pen.text(f"{name}.lead"))
    return Section(f"advice-{name}", pen.text(f"{name}.heading"), (lead, *(_item(pen, item) for item in items)))


def _item(pen: Pen, item: Item) -> Block:
    blocks: list[Block] = []
    shown: set[Evidence] = set()
    told = {amount for reason in item.reasons for amount in _amounts(reason.message)}
    for reason in item.reasons:
        blocks += _reason(pen, reason, shown)
        if pen.internal and reason.worth is not None and reason.worth not in told:
            told.add(reason.worth)
            blocks += pen.facts(("worth", pen.voice.about(reason.worth)))
    if not blocks:
        blocks.append(pen.unknown("item.no_reason"))
    # The words of a wish stand at the wish already; said again at every offer they would bury the reasons.
    known = {evidence for wish in pen.record.board.wishes for evidence in wish.evidence} | shown
    blocks += pen.quotes((one for one in item.wished_by if one not in known), pen.text("item.wished"))
    right_if = pen.say(item.right_if) if item.right_if is not None else None
    if right_if:
        blocks.append(Paragraph(right_if))
    if item.price is not None:
        blocks += pen.facts(("price", pen.voice.money(item.price)))
    data: tuple[tuple[str, Datum], ...] = (
        ("offer", item.offer),
        ("price", None if item.price is None else str(item.price.amount)),
        ("currency", None if item.price is None else item.price.currency),
    )
    if pen.internal:
        worth = max((reason.worth.amount for reason in item.reasons if reason.worth is not None), default=None)
        data += (("worth", None if worth is None else str(worth)),)
    return entry(pen.offer(item.offer, item.title), tuple(blocks), data=data)


def _reason(pen: Pen, reason: Reason, shown: set[Evidence]) -> list[Block]:
    """The reason, the needs it is about, and the words behind it, each of which stands once."""
    blocks: list[Block] = []
    named = pen.voice.listing(pen.voice.quoted(pen.need(need)) for need in reason.needs)
    said = pen.say(_with_needs(reason.message, named))
    if said:
        blocks.append(Paragraph(said))
    elif named:
        blocks.append(Paragraph(pen.text("reason.needs", needs=named)))
    fresh = [evidence for evidence in reason.evidence if evidence not in shown]
    shown.update(fresh)
    blocks += pen.quotes(fresh)
    return blocks


def _amounts(message: Message) -> Iterator[Money]:
    """Every amount a message says, at any depth."""
    for _, value in message.values:
        if isinstance(value, Money):
            yield value
        elif isinstance(value, Message):
            yield from _amounts(value)


def _with_needs(message: Message, named: str) -> Message:
    """The message with its needs between quotation marks: their names are no part of the sentence's grammar."""
    if not named or "needs" not in message.by_name:
        return message
    return Message.of(message.key, **{**message.by_name, "needs": named})


def _compromises(pen: Pen, compromises: tuple[Compromise, ...]) -> Section | None:
    if not compromises:
        return None
    blocks: list[Block] = [Paragraph(pen.text("compromises.lead"))]
    for one in compromises:
        open_key = "compromise.open" if one.covered == 0 else "compromise.partly"
        inner: list[Block] = [Paragraph(pen.text(open_key))]
        sentences = (("risk", one.risk), ("forced_by", one.forced_by), ("lifting", one.lifting))
        inner += pen.facts(*((label, None if said is None else pen.say(said)) for label, said in sentences))
        inner += pen.quotes(one.evidence)
        if pen.internal:
            inner += pen.facts(("covered", pen.share(one.covered)))
        blocks.append(entry(pen.need(one.need, one.title), tuple(inner), data=(("need", one.need),)))
    return Section("advice-compromises", pen.text("compromises.heading"), tuple(blocks))


def _listed(pen: Pen, name: str, messages: tuple[Message, ...]) -> tuple[Block, ...]:
    said = tuple(sentence for sentence in map(pen.say, messages) if sentence)
    return (Paragraph(pen.text(f"{name}.lead")), Listing(said)) if said else ()


def _ways_out(pen: Pen, given: Advice) -> Section | None:
    blocks = (*_listed(pen, "conflict", given.conflict), *_listed(pen, "relaxations", given.relaxations))
    return Section("advice-ways-out", pen.text("ways_out.heading"), blocks) if blocks else None


def _front(pen: Pen, given: Advice) -> Section | None:
    if not given.front:
        return None
    table = Table(
        caption=pen.text("front.caption"),
        head=tuple(pen.text(f"label.{name}") for name in ("price", "coverage", "selection", "note")),
        rows=tuple(
            (
                pen.voice.money(point.price),
                pen.share(point.coverage),
                ", ".join(map(pen.offer, point.chosen)) or pen.text("front.nothing"),
                pen.text("front.advised") if point.advised else pen.text("front.wished") if point.wished else "–",
            )
            for point in given.front
        ),
        figures=(0, 1),
    )
    drawing = draw(given.front)
    picture = () if drawing is None else (Picture(pen.text("front.alt"), as_svg(drawing, pen.voice)),)
    return Section("advice-front", pen.text("front.heading"), (*picture, table))


def _asking(pen: Pen, given: Advice) -> Section | None:
    if not given.next_questions:
        if given.status is not Status.BEST:
            return None
        none = Paragraph(pen.say(Message.of("advise.no_question")) or "")
        return Section("advice-questions", pen.text("questions.heading"), (none,))
    voice = "en" if pen.voice.language == "en" else pen.voice.address.value
    blocks = tuple(
        entry(
            dict(question.text_by_voice).get(voice) or pen.need(question.need),
            (Paragraph(pen.say(question.why) or ""), *pen.facts(("question_value", pen.voice.about(question.value)))),
            data=(("need", question.need), ("value", str(question.value.amount))),
        )
        for question in given.next_questions
    )
    return Section("advice-questions", pen.text("questions.heading"), blocks)


def _steadiness(pen: Pen, given: Advice) -> Section | None:
    """Whether the advice stands if needs turn out otherwise, and where it tips."""
    if given.steady is None:
        return None
    tips = tuple(pen.say(tip.message) or "" for tip in given.tips)
    blocks = (Paragraph(pen.say(given.steady) or ""), *((Listing(tips),) if tips else ()))
    return Section("advice-steadiness", pen.text("steadiness.heading"), blocks)


def _reckoning(pen: Pen, given: Advice) -> Section:
    """The proof and what it rests on."""
    proof = given.proof
    settled = None if proof.settled_by is None else pen.say(proof.settled_by)
    blocks: tuple[Block, ...] = (
        Paragraph(pen.text("proof.lead" if proof.gap <= 1e-6 else "proof.open")),
        *pen.facts(
            ("value", pen.voice.about(proof.value)),
            ("bound", pen.voice.about(proof.bound)),
            ("gap", pen.voice.number(round(proof.gap, 6))),
            ("coverage", pen.share(given.coverage)),
            ("engine", proof.engine),
            ("settled_by", settled),
        ),
        *_listed(pen, "assumptions", given.assumptions),
    )
    return Section("advice-proof", pen.text("proof.heading"), blocks)
