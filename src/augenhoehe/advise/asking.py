"""The next question: whose answer could change the advice most, in money. Never leading, and none where nothing would
change.

Value of asking after need i = p · V(i is real) + (1 - p) · V(i is not) - V(as believed now). Answers are noisy: a yes
raises the belief to 0.95, a no lowers it to 0.03. Needs enter only the objective, so two solves settle a question; a
free bound drops most before. For a need nobody spoke of, "believed now" counts it as absent, because advice rests on
what was said.
"""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.advise.advice import Question
from augenhoehe.advise.answering import NO, YES
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.engine import Outcome, Session
from augenhoehe.advise.naming import all_of, cents, need_name
from augenhoehe.advise.posing import Posed, worth
from augenhoehe.advise.problem import Change
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import Address, Voice

MOST_QUESTIONS = 5
MINUTES = 5
LEAST_CENTS = 100
VOICES = (("sie", Voice("de", Address.SIE)), ("du", Voice("de", Address.DU)), ("en", Voice("en")))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the advice would be after an answer."""

    value: int
    chosen: tuple[int, ...]


def questions(session: Session, posed: Posed, catalogue: Catalogue, best: Outcome) -> tuple[Question, ...]:
    """The questions worth asking, most valuable first, five at most; empty where no answer would change the advice.

    A question must be worth more than the five minutes of the customer's time that it takes.
    """
    costs = max(int(catalogue.hour_costs * 100) * MINUTES // 60, LEAST_CENTS)
    found: list[tuple[int, int, Question]] = []
    by_hope = sorted(range(len(posed.case.demands)), key=lambda at: -_hope(session, posed, best, at))
    for at in by_hope:
        least = sorted((value for value, _, _ in found), reverse=True)[MOST_QUESTIONS - 1 :]
        if _hope(session, posed, best, at) <= max([costs, *least[:1]]):
            break
        need = catalogue.needs_by_id[posed.case.demands[at].need]
        value, yes, no = _worth_of_asking(session, posed, best, at)
        if value > costs and yes.chosen != no.chosen:
            why = _why(posed, catalogue, best, yes, no, need)
            question = Question(need.id, wording(need), cents(value, catalogue.currency), why)
            found.append((value, at, question))
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple(question for _, _, question in found[:MOST_QUESTIONS])


def _worths(posed: Posed, at: int, probability: float) -> tuple[int, ...]:
    changed = [demand.worth for demand in posed.case.demands]
    changed[at] = worth(posed.full_need, posed.weight[at], probability)
    return tuple(changed)


def _is_shown(posed: Posed, at: int) -> bool:
    return at < len(posed.shown)


def _hope(session: Session, posed: Posed, best: Outcome, at: int) -> int:
    """At most this much can asking bring: the chance of a yes times the bound after it, and of a no, where nothing
    gets better.
    """
    p = posed.probability[at]
    if (
        p >= YES
        or posed.case.demands[at].need in posed.answered
        or (_is_shown(posed, at) and posed.shown[at].confirmed)
    ):
        return 0
    bound = session.bound(Change(worth=_worths(posed, at, YES)))
    now = session.bound(Change(worth=_worths(posed, at, NO)))
    if bound is None or now is None:
        return posed.full_need
    if not _is_shown(posed, at):
        return round(p * max(bound - best.value, 0))
    return round(p * bound + (1 - p) * now) - best.value


def _worth_of_asking(session: Session, posed: Posed, best: Outcome, at: int) -> tuple[int, _Answer, _Answer]:
    yes, no = _answer(session, posed, at, YES), _answer(session, posed, at, NO)
    p = posed.probability[at]
    share = min(max((p - NO) / (YES - NO), 0.0), 1.0)
    if not _is_shown(posed, at):
        return round(share * (yes.value - best.value)) if share else 0, yes, _Answer(best.value, best.chosen)
    return round(share * yes.value + (1 - share) * no.value) - best.value, yes, no


def _answer(session: Session, posed: Posed, at: int, probability: float) -> _Answer:
    """The best selection after an answer; the one of the advice where it is as good."""
    outcome = session.solve(Change(worth=_worths(posed, at, probability)))
    return _Answer(outcome.value, outcome.chosen)


def _why(posed: Posed, catalogue: Catalogue, best: Outcome, yes: _Answer, no: _Answer, need: NamedNeed) -> Message:
    """What would change: what comes in after a yes, and what drops out after a no."""

    def names(chosen: tuple[int, ...], without: tuple[int, ...]) -> list[str]:
        return [posed.case.candidates[place].offer for place in chosen if place not in without]

    comes, goes = names(yes.chosen, best.chosen), names(best.chosen, no.chosen)
    instead = names(best.chosen, yes.chosen)
    name = need_name(catalogue, need.id)
    if comes and instead:
        return Message.of(
            "advise.question_swaps", need=name, comes=all_of(catalogue, comes), goes=all_of(catalogue, instead)
        )
    if comes:
        return Message.of("advise.question_brings", need=name, comes=all_of(catalogue, comes))
    if goes:
        return Message.of("advise.question_drops", need=name, goes=all_of(catalogue, goes))
    return Message.of("advise.question_changes", need=name)


def wording(need: NamedNeed) -> tuple[tuple[str, str], ...]:
    """The catalogue's own question in each voice, or an open one about the need where it has none."""
    own = dict(need.questions)
    return tuple(
        (name, own.get(name) or voice.text("advise.question_open", need=need.name(voice.language)))
        for name, voice in VOICES
    )
