"""Lay the record out: the stations of the spine in their order, once, for whichever form sets it."""

from __future__ import annotations

from augenhoehe.journey.record import AdviceRecord
from augenhoehe.report import advised, agreed, talked
from augenhoehe.report.pen import Pen
from augenhoehe.report.tree import Audience, Document, Facts
from augenhoehe.wording.saying import Voice


def lay_out(record: AdviceRecord, voice: Voice, audience: Audience) -> Document:
    """The whole document.

    The customer's version leaves out the gaps of the adviser's talk, all figures of certainty and weight, the proof and
    its money, notes on promises and what was learned.
    """
    pen = Pen(record, voice, audience)
    sections = [
        talked.occasion(pen),
        talked.conversations(pen),
        talked.wishes(pen),
        talked.needs(pen),
        talked.limits(pen),
        talked.criteria(pen),
    ]
    if pen.internal:
        sections.append(talked.gaps(pen))
    sections += [advised.advice(pen), agreed.decision(pen), agreed.promises(pen), agreed.signs(pen), agreed.checks(pen)]
    if pen.internal:
        sections.append(agreed.learned(pen))
    confirmed = record.confirmed_by.strip()
    opening, closing = voice.quoted("\n").split("\n")
    return Document(
        language=voice.language,
        audience=audience,
        title=pen.text("title"),
        subtitle=record.title,
        facts=Facts(
            (
                (pen.text("label.customer"), record.customer or pen.text("unknown.people")),
                (pen.text("label.adviser"), record.adviser or pen.text("unknown.people")),
                (pen.text("label.made_on"), pen.day(record.made_on)),
                (
                    pen.text("label.state"),
                    pen.text("state.confirmed", name=confirmed) if confirmed else pen.text("state.draft"),
                ),
            )
        ),
        sections=tuple(sections),
        closing=(pen.text("closing"), pen.text("closing.marks")),
        made_on=record.made_on,
        author=record.adviser,
        quote_marks=(opening, closing),
        page_of=pen.text("page_of"),
    )
