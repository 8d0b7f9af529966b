"""The first stations: why it began, who talked, what is wished, needed, fixed and decisive, and what was not asked."""

from __future__ import annotations

from augenhoehe.needs.board import Gap, GapKind, Limit, Need, Wish
from augenhoehe.report.pen import Pen
from augenhoehe.report.tree import Block, Entry, Listing, Paragraph, Quote, Section, Table, entry
from augenhoehe.speech.evidence import Evidence


def occasion(pen: Pen) -> Section:
    """Why the case began."""
    said = pen.record.occasion.strip()
    block: Block = Paragraph(said) if said else pen.unknown("occasion.none")
    return Section("occasion", pen.text("occasion.heading"), (block,))


def conversations(pen: Pen) -> Section:
    """Which conversations the record rests on, and where their text comes from."""
    heard = pen.record.conversations
    if not heard:
        return Section("conversations", pen.text("conversations.heading"), (pen.unknown("conversations.none"),))
    table = Table(
        caption=pen.text("conversations.caption"),
        head=tuple(pen.text(f"label.{name}") for name in ("conversation", "day", "channel", "people", "origin")),
        rows=tuple(
            (
                pen.conversation(one),
                pen.day(one.held_on),
                pen.text(f"channel.{one.channel.value}"),
                ", ".join(one.people) or pen.text("unknown.people"),
                pen.text(f"origin.{one.origin.value}"),
            )
            for one in heard
        ),
    )
    return Section("conversations", pen.text("conversations.heading"), (table,))


def _said(pen: Pen, heading: str, evidence: tuple[Evidence, ...]) -> tuple[str, tuple[Block, ...], bool]:
    """Heading, evidence, and whether the heading is spoken: then it is set as a quote and only its source follows."""
    quotes = pen.quotes(evidence)
    if quotes and _plain(quotes[0].words) == _plain(heading):
        source = pen.facts(("said_by", quotes[0].source))
        return pen.voice.quoted(quotes[0].words), (*source, *quotes[1:]), True
    return heading, quotes, False


def _plain(words: str) -> str:
    return words.casefold().strip(" .!?…,;:")


def wishes(pen: Pen) -> Section:
    """What the customer asked for, with the reason where it is known."""
    confirmed = bool(pen.record.confirmed_by)
    blocks: tuple[Block, ...] = tuple(_wish(pen, wish, confirmed) for wish in pen.record.board.wishes)
    return Section("wishes", pen.text("wishes.heading"), blocks or (pen.unknown("wishes.none"),))


def _wish(pen: Pen, wish: Wish, confirmed: bool) -> Entry:
    heading, blocks, spoken = _said(pen, wish.what, wish.evidence)
    if wish.reason is None:
        blocks += (pen.unknown("wish.reason.unknown"),)
    elif not any(_within(wish.reason, one) for one in wish.evidence):
        blocks += (pen.quote(wish.reason, pen.text("wish.reason.lead")),)
    if pen.internal:
        if wish.mirrored_by is None:
            blocks += (Paragraph(pen.text("wish.not_mirrored")),)
        else:
            blocks += (pen.quote(wish.mirrored_by, pen.text("wish.mirrored")),)
        blocks += _certainty(pen, wish.certainty, confirmed)
    mark, word = pen.mark(confirmed)
    return entry(heading, blocks, (mark, word), (("id", wish.id), ("confirmed", confirmed)), spoken=spoken)


def _within(inner: Evidence, outer: Evidence) -> bool:
    """Whether words stand within others that are shown already, but for a full stop at the end."""
    same = (inner.conversation, inner.turn.id) == (outer.conversation, outer.turn.id)
    end = inner.start + len(inner.quote.rstrip(" .!?"))
    return same and outer.start <= inner.start and end <= outer.end


def _certainty(pen: Pen, certainty: float, confirmed: bool) -> tuple[Block, ...]:
    """How sure the program is, for the own side only, and only until a person has decided."""
    return pen.facts(("certainty", pen.share(certainty))) if pen.internal and not confirmed else ()


def needs(pen: Pen) -> Section:
    """What the customer needs, with its name in the catalogue where it has one."""
    blocks: tuple[Block, ...] = tuple(_need(pen, need) for need in pen.record.board.needs)
    lead: tuple[Block, ...] = (Paragraph(pen.text("needs.lead")),) if blocks else (pen.unknown("needs.none"),)
    return Section("needs", pen.text("needs.heading"), (*lead, *blocks))


def _need(pen: Pen, need: Need) -> Entry:
    name = pen.need(need.named) if need.named else ""
    heading, blocks, spoken = _said(pen, name or need.statement, need.evidence)
    if name and need.statement and _plain(need.statement) not in {_plain(name), *map(_plain, _words(blocks))}:
        blocks = (Paragraph(need.statement), *blocks)
    if not need.named:
        blocks += (pen.unknown("need.unnamed"),)
    if pen.internal:
        blocks += pen.facts(
            ("weight", _figure(pen, need.weight, pen.say(need.weight_because))),
            ("certainty", _figure(pen, need.certainty, pen.say(need.certainty_because))),
            ("matched", ", ".join(map(pen.voice.quoted, need.matched_words))),
        )
    data = (("id", need.id), ("named", need.named), ("confirmed", need.confirmed))
    return entry(heading, blocks, pen.mark(need.confirmed), data, spoken=spoken)


def _words(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    return tuple(block.words for block in blocks if isinstance(block, Quote))


def _figure(pen: Pen, value: float, because: str | None) -> str:
    return pen.text("figure", share=pen.share(value), because=because) if because else pen.share(value)


def limits(pen: Pen) -> Section:
    """What any solution must respect."""
    confirmed = bool(pen.record.confirmed_by)
    blocks: tuple[Block, ...] = tuple(_limit(pen, limit, confirmed) for limit in pen.record.board.limits)
    return Section("limits", pen.text("limits.heading"), blocks or (pen.unknown("limits.none"),))


def _limit(pen: Pen, limit: Limit, confirmed: bool) -> Entry:
    exact = [pen.voice.money(limit.amount)] if limit.amount is not None else []
    if limit.day is not None:
        exact.append(pen.voice.date(limit.day))
    name = pen.text(f"limit.{limit.kind.value}")
    key = "limit.threshold" if limit.threshold else "limit.exact"
    heading = pen.text(key, name=name, value=", ".join(exact)) if exact else name
    blocks: tuple[Block, ...] = pen.quotes(limit.evidence)
    blocks += _certainty(pen, limit.certainty, confirmed)
    data = (
        ("id", limit.id),
        ("type", limit.kind.value),
        ("amount", None if limit.amount is None else str(limit.amount.amount)),
        ("currency", None if limit.amount is None else limit.amount.currency),
        ("day", None if limit.day is None else limit.day.isoformat()),
        ("confirmed", confirmed),
    )
    return entry(heading, blocks, pen.mark(confirmed), data)


def criteria(pen: Pen) -> Section:
    """What the decision depends on, and who decides."""
    confirmed = bool(pen.record.confirmed_by)
    blocks: list[Block] = []
    for one in pen.record.board.criteria:
        quotes = pen.quotes(one.evidence)
        inner: tuple[Block, ...] = (*pen.facts(("said_by", quotes[0].source)), *quotes[1:])
        inner += _certainty(pen, one.certainty, confirmed)
        data = (("id", one.id), ("confirmed", confirmed))
        blocks.append(entry(pen.voice.quoted(quotes[0].words), inner, pen.mark(confirmed), data, spoken=True))
    return Section("criteria", pen.text("criteria.heading"), tuple(blocks) or (pen.unknown("criteria.none"),))


def gaps(pen: Pen) -> Section:
    """What was not asked, mirrored or answered: for the adviser's own side only."""
    together: dict[tuple[GapKind, Evidence], list[Gap]] = {}
    for gap in pen.record.board.gaps:
        together.setdefault((gap.kind, gap.evidence), []).append(gap)
    blocks: tuple[Block, ...] = tuple(_gap(pen, same) for same in together.values())
    return Section("gaps", pen.text("gaps.heading"), blocks or (Paragraph(pen.text("gaps.none")),))


def _gap(pen: Pen, same: list[Gap]) -> Entry:
    """Gaps of one kind at one place: four wishes in one sentence are one entry."""
    said = tuple(sentence for sentence in (pen.say(gap.because) for gap in same) if sentence)
    lead: tuple[Block, ...] = (Listing(said),) if len(said) > 1 else tuple(Paragraph(sentence) for sentence in said)
    kind = same[0].kind.value
    wishes_ = " ".join(gap.wish for gap in same if gap.wish)
    data = (("kind", kind), ("wishes", wishes_ or None))
    return entry(pen.text(f"gap.{kind}"), (*lead, *pen.quotes((same[0].evidence,))), None, data)
