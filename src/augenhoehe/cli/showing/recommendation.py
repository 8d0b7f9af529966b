"""An advice in a terminal: the sentence it comes down to, then what stays, goes and comes, each with its reasons."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from augenhoehe.advise.advice import Compromise, FrontPoint, Item, Question, Reason, Status
from augenhoehe.api.advising import Advised
from augenhoehe.cli.showing.script import BOLD, Pencil, clean, part_lines
from augenhoehe.cli.showing.summary import Entry, Part, Quote, quotes_of
from augenhoehe.wording.saying import Address, Voice

MOST_QUESTIONS = 5
Titles = Mapping[str, str]


def recommended(advised: Advised, voice: Voice, *, width: int = 88, colour: bool = False) -> str:
    """The whole advice."""
    pencil = Pencil(colour)
    advice = advised.advice
    lines = [pencil.paint(clean(each), BOLD) for each in (advised.case.title, advised.case.customer) if each]
    lines += [*_folded(voice.say(advice.summary), width), ""]
    lines += [_price(advised, voice), *_proof(advised, voice), ""]
    for part in advice_parts(advised, voice):
        if part.entries:
            lines += part_lines(part, voice, width, pencil)
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def advice_parts(advised: Advised, voice: Voice) -> tuple[Part, ...]:
    """Kept, left out, added, compromises, what was weighed and lost, other prices, questions, assumptions."""
    advice = advised.advice
    names = {offer.id: offer.name(voice.language) for offer in advised.catalogue.offers}
    talks = [talk.conversation for talk in advised.case.talks]
    titles = {each.id: each.title or each.id for each in talks} if len(talks) > 1 else {}
    sentences = {"conflict": advice.conflict, "relaxations": advice.relaxations, "assumptions": advice.assumptions}
    parts = {
        "effect": _effect(advised, voice),
        "kept": [_item(each, voice, titles) for each in advice.kept],
        "left_out": [_item(each, voice, titles) for each in advice.left_out],
        "added": [_item(each, voice, titles) for each in advice.added],
        "compromises": [_compromise(each, voice, titles) for each in advice.compromises],
        "rejected": [_item(each, voice, titles) for each in advice.rejected],
        "conflict": [],
        "relaxations": [],
        "front": [_point(each, names, voice) for each in advice.front],
        "questions": [_question(each, voice) for each in advice.next_questions[:MOST_QUESTIONS]],
        "robustness": _robustness(advised, voice),
        "assumptions": [],
    }
    if advice.status is Status.BEST and not parts["questions"]:
        parts["questions"] = [Entry(voice.text("advise.no_question"))]
    for name, messages in sentences.items():
        parts[name] = [Entry(voice.say(each)) for each in messages]
    return tuple(Part(name, voice.text(f"cli.advise.part.{name}"), tuple(entries)) for name, entries in parts.items())


def _robustness(advised: Advised, voice: Voice) -> list[Entry]:
    """Whether the advice stands if needs turn out otherwise, and where it tips."""
    advice = advised.advice
    if advice.steady is None:
        return []
    return [Entry(voice.say(advice.steady), tuple(voice.say(tip.message) for tip in advice.tips))]


def _effect(advised: Advised, voice: Voice) -> list[Entry]:
    """What the critiques cost and bring: price, cover, own hours, offers and needs won and lost."""
    shown = advised.effect
    if shown is None:
        return []
    names = {offer.id: offer.name(voice.language) for offer in advised.catalogue.offers}
    needs = {need.id: need.name(voice.language) for need in advised.catalogue.needs}
    before, after = shown.first, shown.second
    rows = [
        voice.text("cli.advise.effect.price", before=before.price, after=after.price),
        voice.text(
            "cli.advise.effect.cover", before=voice.percent(before.coverage), after=voice.percent(after.coverage)
        ),
        voice.text(
            "cli.advise.effect.hours", before=voice.number(before.effort_hours), after=voice.number(after.effort_hours)
        ),
    ]
    changes = {
        "comes": [names[one] for one in shown.only_second],
        "goes": [names[one] for one in shown.only_first],
        "won": [needs[row.need] for row in shown.won],
        "lost": [needs[row.need] for row in shown.lost],
    }
    rows += [
        voice.text(f"cli.advise.effect.{name}", what=voice.listing(what)) for name, what in changes.items() if what
    ]
    return [Entry(row) for row in rows]


def _folded(text: str, width: int) -> list[str]:
    return textwrap.wrap(clean(text), width, break_on_hyphens=False)


def _price(advised: Advised, voice: Voice) -> str:
    advice = advised.advice
    return voice.text("cli.advise.price", price=advice.price, coverage=voice.percent(advice.coverage))


def _proof(advised: Advised, voice: Voice) -> Sequence[str]:
    advice = advised.advice
    if advice.status is Status.BEST:
        return [voice.text("cli.advise.proof", value=advice.proof.value)]
    return [voice.text(f"cli.advise.status.{advice.status}")]


def _item(item: Item, voice: Voice, titles: Titles) -> Entry:
    title = item.title if item.price is None else f"{item.title} ({voice.money(item.price)})"
    details = [voice.say(each.message) for each in item.reasons]
    if item.right_if:
        details.append(voice.say(item.right_if))
    quotes = list(quotes_of(item.wished_by, voice, titles))
    quotes += [each for each in _evidence(item.reasons, voice, titles) if each not in quotes]
    return Entry(title, tuple(details), tuple(quotes))


def _evidence(reasons: Sequence[Reason], voice: Voice, titles: Titles) -> list[Quote]:
    return [quote for reason in reasons for quote in quotes_of(reason.evidence, voice, titles)]


def _compromise(compromise: Compromise, voice: Voice, titles: Titles) -> Entry:
    details = [voice.say(compromise.risk), voice.say(compromise.forced_by)]
    if compromise.lifting:
        details.append(voice.say(compromise.lifting))
    covered = voice.text("cli.advise.covered", need=compromise.title, percent=voice.percent(compromise.covered))
    return Entry(covered, tuple(details), quotes_of(compromise.evidence, voice, titles))


def _point(point: FrontPoint, names: dict[str, str], voice: Voice) -> Entry:
    chosen = voice.listing(names.get(each, each) for each in point.chosen) if point.chosen else ""
    text = voice.text(
        "cli.advise.point",
        price=point.price,
        coverage=voice.percent(point.coverage),
        chosen=chosen or voice.text("cli.advise.point_nothing"),
    )
    marks = [name for name, on in (("advised", point.advised), ("wished", point.wished)) if on]
    return Entry(text, tuple(voice.text(f"cli.advise.point_{each}") for each in marks))


def _question(question: Question, voice: Voice) -> Entry:
    texts = dict(question.text_by_voice)
    spoken = "en" if voice.language == "en" else ("du" if voice.address is Address.DU else "sie")
    return Entry(texts.get(spoken) or next(iter(texts.values())), (voice.say(question.why),))
