"""Letters as drafts: what was understood and what was promised, for the customer to correct. Nothing is ever sent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from augenhoehe.advise.advice import Advice, Status
from augenhoehe.journey.record import AdviceRecord
from augenhoehe.keep.promises import Promise, PromiseState, Side
from augenhoehe.report.agreed import due
from augenhoehe.report.pen import Pen
from augenhoehe.report.tree import Audience
from augenhoehe.speech.conversation import Role
from augenhoehe.wording.saying import Address, Voice


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft as plain text; the adviser reads it, changes it and sends it or not."""

    subject: str
    text: str


def summary(record: AdviceRecord, voice: Voice) -> Letter:
    """The letter after the talk: this is how I understood you, this is what I promised.

    What a person has not confirmed is left out: in a letter a proposal would read as a claim. Open promises stand with
    the words that gave their date.
    """
    pen = Pen(record, voice, Audience.CUSTOMER)
    parts = [_greeting(pen), _thanks(pen)]
    parts += _listed(pen, "letter.needs", _needs(pen))
    parts += _listed(pen, "letter.limits", _limits(pen))
    if record.advice is not None and record.advice.status is not Status.UNDECIDED:
        parts += _advice(pen, record.advice)
    parts += _listed(pen, "letter.ours", _promises(pen, Side.OURS))
    parts += _listed(pen, "letter.theirs", _promises(pen, Side.THEIRS))
    parts.append(pen.text("letter.correct"))
    parts.append(pen.text("letter.goodbye") + (f"\n{record.adviser}" if record.adviser else ""))
    subject = pen.text("letter.subject", title=record.title) if record.title else pen.text("letter.subject.untitled")
    return Letter(subject, "\n\n".join(parts) + "\n")


def _greeting(pen: Pen) -> str:
    """By name where exactly one person of the customer's side spoke; otherwise without a name."""
    board = pen.record.board
    said = [evidence for wish in board.wishes for evidence in wish.evidence]
    said += [evidence for need in board.needs for evidence in need.evidence]
    said += [evidence for limit in board.limits for evidence in limit.evidence]
    customers = (one.speaker for one in said if one.role is Role.CUSTOMER)
    names = list(dict.fromkeys(customers))
    if len(names) != 1 or not names[0].strip():
        return pen.text("letter.greeting")
    name = names[0].strip()
    if pen.voice.address is Address.DU or pen.voice.language == "en":
        name = name.split()[0]
    return pen.text("letter.greeting.name", name=name)


def _thanks(pen: Pen) -> str:
    days = [heard.held_on for heard in pen.record.conversations if heard.held_on is not None]
    return pen.text("letter.thanks", day=pen.voice.date(max(days))) if days else pen.text("letter.thanks.undated")


def _listed(pen: Pen, key: str, items: list[str]) -> list[str]:
    return [pen.text(key) + "\n" + "\n".join(f"- {item}" for item in items)] if items else []


def _needs(pen: Pen) -> list[str]:
    """The needs that are confirmed and have a name; a problem without one would stand there as a riddle."""
    items: list[str] = []
    for need in pen.record.board.needs:
        if need.confirmed and need.named:
            words = pen.voice.quoted(pen.quote(need.evidence[0]).words)
            items.append(pen.text("letter.need", need=pen.need(need.named), quote=words))
    return items


def _limits(pen: Pen) -> list[str]:
    confirmed = pen.record.board.limits if pen.record.confirmed_by else ()
    return [pen.voice.quoted(pen.quote(limit.evidence[0]).words) for limit in confirmed]


def _advice(pen: Pen, given: Advice) -> list[str]:
    parts = [pen.say(given.summary) or pen.text(f"verdict.{given.verdict.value}")]
    if given.chosen:
        parts[0] += "\n" + "\n".join(f"- {pen.offer(offer)}" for offer in given.chosen)
        parts.append(pen.text("letter.price", price=given.price))
    if given.left_out:
        left = pen.voice.listing(pen.offer(item.offer, item.title) for item in given.left_out)
        parts.append(pen.text("letter.left_out", offers=left))
    return parts + _listed(pen, "letter.open", [pen.need(one.need, one.title) for one in given.compromises])


def _promises(pen: Pen, side: Side) -> list[str]:
    open_states = (PromiseState.OPEN, PromiseState.RENEGOTIATED, PromiseState.LATE)
    return [_promise(pen, one) for one in pen.record.promises if one.side is side and one.state in open_states]


def _promise(pen: Pen, one: Promise) -> str:
    words = one.evidence.quote if one.evidence is not None else ""
    literal = bool(words) and words.casefold().strip(" .!") == one.what.casefold().strip(" .!")
    said = " ".join(one.what.split()).rstrip(".")
    when = one.due
    if when is not None and when.first is not None and when.words in one.what:
        when = replace(when, words="")
    return pen.text("letter.promise", what=pen.voice.quoted(said) if literal else said, due=due(pen, when))
