"""The advice page of a case: ask for advice, read it with its reasons, and try what would be otherwise."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from augenhoehe.advise.advice import Advice, Compromise, Item
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.recommending import recommend
from augenhoehe.needs.board import Board, Need
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import advices, advising, cases
from augenhoehe.store.advising import Inputs, Terms
from augenhoehe.store.cases import CaseCard
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.advice.drawing import draw
from augenhoehe.web.pages.advice.forms import SETTINGS, TermsForm, setting_of, start
from augenhoehe.wording.saying import Voice

MOST_SETTINGS = 80


@dataclass(frozen=True, slots=True)
class Wanted:
    """A need in the middle column: how far the advice meets it (0 to 1)."""

    need: Need
    title: str
    covered: float


@dataclass(frozen=True, slots=True)
class Setting:
    """An offer in the form of the terms, with what is set about it."""

    offer: str
    title: str
    chosen: str


@require_GET
def case(request: SignedInRequest, case: str) -> HttpResponse:
    """The advice that counts, with whether it still rests on what stands."""
    card = cases.case(request.account, case)
    context: dict[str, object] = {"case": card, "station": cases.station(request.account, case)}
    if card.catalogue_id is None:
        return render(request, "advice/no_catalogue.html", context)
    ground = advising.inputs(request.account, case)
    kept = advices.latest(request.account, case)
    form = TermsForm(
        initial=start(ground.terms, ground.budget, request.voice), voice=request.voice, catalogue=ground.catalogue
    )
    context |= {"form": form, "settings": settings_of(ground, kept.advice if kept else None, request.voice)}
    context |= {"setting_kinds": SETTINGS, "currency": ground.catalogue.currency, "needs": len(ground.board.needs)}
    if kept is not None:
        context |= shown(kept.advice, ground, request.voice)
        context |= {"kept_at": kept.at, "kept_by": kept.by, "current": kept.digest == ground.mark}
    return render(request, "advice/case.html", context)


@require_POST
def ask(request: SignedInRequest, case: str) -> HttpResponse:
    """Keep the terms and ask for advice under them."""
    card = cases.case(request.account, case)
    ground = advising.inputs(request.account, case)
    form = TermsForm(request.POST, voice=request.voice, catalogue=ground.catalogue)
    if not form.is_valid():
        return _again(request, card, ground, form)
    cases.set_budget(request.account, case, form.money("budget"))
    terms = dataclasses.replace(form.terms(), must_needs=ground.terms.must_needs)
    advising.save_terms(request.account, case, terms)
    try:
        advising.advise(request.account, case)
    except InputRefusedError as error:
        messages.error(request, request.voice.say(error.message))
    return HttpResponseRedirect(reverse("advice:case", args=[case]))


@require_POST
def what_if(request: SignedInRequest, case: str) -> HttpResponse:
    """What the advice would be under other terms. Nothing is kept."""
    card = cases.case(request.account, case)
    ground = advising.inputs(request.account, case)
    form = TermsForm(request.POST, voice=request.voice, catalogue=ground.catalogue)
    if not form.is_valid():
        return _again(request, card, ground, form)
    terms = dataclasses.replace(form.terms(), must_needs=ground.terms.must_needs)
    other = dataclasses.replace(ground, terms=terms, budget=form.money("budget"))
    now, then = (advice_under(one, card, request.voice) for one in (ground, other))
    names = titles(ground.catalogue, request.voice)
    context = {
        "case": card,
        "station": cases.station(request.account, case),
        "form": form,
        "settings": settings_of(other, then, request.voice),
        "setting_kinds": SETTINGS,
        "currency": ground.catalogue.currency,
        "now": now,
        "then": then,
        "comes": [names[one] for one in then.chosen if one not in now.chosen],
        "goes": [names[one] for one in now.chosen if one not in then.chosen],
        "chosen": [names[one] for one in then.chosen],
    } | shown(then, other, request.voice)
    return render(request, "advice/what_if.html", context)


def _again(request: SignedInRequest, card: CaseCard, ground: Inputs, form: TermsForm) -> HttpResponse:
    """The form once more, with what is wrong about it."""
    context = {
        "case": card,
        "station": cases.station(request.account, card.id),
        "form": form,
        "settings": settings_of(ground, None, request.voice),
        "setting_kinds": SETTINGS,
        "currency": ground.catalogue.currency,
    }
    return render(request, "advice/terms.html", context, status=422)


def advice_under(ground: Inputs, card: CaseCard, voice: Voice) -> Advice:
    """The advice under these inputs, computed and not kept. Raises InputRefusedError as `recommend` does."""
    terms: Terms = ground.terms
    return recommend(
        ground.board,
        ground.catalogue,
        budget=ground.budget,
        on=card.opened_on,
        full_need=terms.full_need,
        seats=terms.seats,
        hours=terms.hours,
        must_needs=terms.must_needs,
        must_take=terms.must_take,
        must_leave=terms.must_leave,
        owned=terms.owned,
        language=voice.language,
    )


def titles(catalogue: Catalogue, voice: Voice) -> dict[str, str]:
    """The titles of all offers in the reader's language."""
    return {offer.id: offer.name(voice.language) for offer in catalogue.offers}


def shown(advice: Advice, ground: Inputs, voice: Voice) -> dict[str, object]:
    """What the templates show of an advice."""
    names = titles(ground.catalogue, voice)
    needs = {need.id: need.name(voice.language) for need in ground.catalogue.needs}
    spoken = voice.address.value if voice.language == "de" else "en"
    return {
        "advice": advice,
        "names": names,
        "wished": [(names.get(one, one), one in advice.chosen) for one in advice.wished],
        "wanted": wanted(ground.board, advice, needs),
        "advised": [(item, True) for item in advice.kept] + [(item, False) for item in advice.added],
        "groups": groups(advice),
        "compromises": [
            (compromise, needs.get(compromise.need, compromise.title)) for compromise in advice.compromises
        ],
        "drawing": draw(advice.front),
        "front": [(point, [names.get(one, one) for one in point.chosen]) for point in advice.front],
        "questions": [(dict(question.text_by_voice)[spoken], question) for question in advice.next_questions],
    }


def groups(advice: Advice) -> list[tuple[str, tuple[Item, ...]]]:
    """The reasons by what became of the offers; groups without offers are left out."""
    every = [
        ("kept", advice.kept),
        ("added", advice.added),
        ("left_out", advice.left_out),
        ("rejected", advice.rejected),
    ]
    return [(name, items) for name, items in every if items]


def wanted(board: Board, advice: Advice, names: dict[str, str]) -> list[Wanted]:
    """The named needs of the board with how far they are met."""
    open_ones: dict[str, Compromise] = {compromise.need: compromise for compromise in advice.compromises}
    found: dict[str, Wanted] = {}
    for need in board.needs:
        if need.named in names and need.named not in found:
            name = str(need.named)
            covered = open_ones[name].covered if name in open_ones else 1.0
            found[name] = Wanted(need, names[name], covered)
    return list(found.values())


def settings_of(ground: Inputs, advice: Advice | None, voice: Voice) -> list[Setting]:
    """The offers of the terms: those that play a part first, all of them where the catalogue is small."""
    names = titles(ground.catalogue, voice)
    parts: list[str] = []
    if advice is not None:
        rejected = [item.offer for item in advice.rejected]
        parts = [*advice.wished, *advice.chosen, *rejected]
    set_already = [*ground.terms.must_take, *ground.terms.must_leave, *ground.terms.owned]
    order = dict.fromkeys(one for one in [*set_already, *parts, *names] if one in names)
    return [Setting(one, names[one], setting_of(ground.terms, one)) for one in list(order)[:MOST_SETTINGS]]
