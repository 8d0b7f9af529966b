"""The advice page of a case: ask for advice, read it with its reasons, and try what would be otherwise."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from augenhoehe.advise.advice import Advice, Compromise, Item, Status
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.comparing import Comparison, compare
from augenhoehe.advise.critiquing import changed
from augenhoehe.advise.recommending import recommend_under
from augenhoehe.needs.board import Board, Need
from augenhoehe.report.drawing import draw
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import advices, advising, answering, cases
from augenhoehe.store.advising import Inputs
from augenhoehe.store.cases import CaseCard
from augenhoehe.store.terms import save_terms
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.advice.choosing import critique_of, selections, sides, slider
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
    form = TermsForm(initial=start(ground.wants, request.voice), voice=request.voice, catalogue=ground.catalogue)
    context |= {"form": form, "settings": settings_of(ground, kept.advice if kept else None, request.voice)}
    context |= {"setting_kinds": SETTINGS, "currency": ground.catalogue.currency, "needs": len(ground.board.needs)}
    if kept is not None:
        context |= shown(kept.advice, ground, request.voice)
        asked, place = request.GET.get("limit", ""), request.GET.get("point", "")
        context |= {"slider": slider(kept.advice, titles(ground.catalogue, request.voice), asked, place)}
        context |= {"catalogue_id": kept.catalogue_id}
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
    save_terms(request.account, case, form.under(ground.wants))
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
    other = dataclasses.replace(ground, wants=form.under(ground.wants))
    return _tried(request, card, ground, other)


@require_POST
def critique(request: SignedInRequest, case: str) -> HttpResponse:
    """What a critique ("without X", "half the effort") comes to. Nothing is kept."""
    card = cases.case(request.account, case)
    ground = advising.inputs(request.account, case)
    asked = request.POST.get("critique", "")
    try:
        wanted = critique_of(asked, request.POST.get(asked.partition(":")[0], ""), ground.catalogue, request.voice)
    except InputRefusedError as error:
        messages.error(request, request.voice.say(error.message))
        return HttpResponseRedirect(reverse("advice:case", args=[case]) + "#otherwise")
    other = dataclasses.replace(ground, wants=changed(ground.wants, wanted, advice_under(ground, request.voice)))
    return _tried(request, card, ground, other)


@require_GET
def compare_two(request: SignedInRequest, case: str) -> HttpResponse:
    """Two selections side by side, what differs first."""
    card = cases.case(request.account, case)
    ground = advising.inputs(request.account, case)
    kept = advices.latest(request.account, case)
    choices = selections(kept.advice, request.voice) if kept is not None else []
    if len(choices) < 2:
        return HttpResponseRedirect(reverse("advice:case", args=[case]))
    offers = {key: chosen for key, _, chosen in choices}
    labels = {key: label for key, label, _ in choices}
    keys = list(offers)
    first = request.GET.get("first", keys[0])
    second = request.GET.get("second", keys[1])
    first, second = (key if key in offers else keys[place] for place, key in enumerate((first, second)))
    try:
        compared = compare(ground.board, ground.catalogue, ground.wants, offers[first], offers[second])
    except KeyError:
        messages.error(request, request.voice.text("web.advise.compare.gone"))
        return HttpResponseRedirect(reverse("advice:case", args=[case]))
    context = {"case": card, "station": cases.station(request.account, case), "choices": choices} | {
        "first": first,
        "second": second,
        "labels": (labels[first], labels[second]),
        **_compared(compared, (labels[first], labels[second]), ground.catalogue, request.voice),
    }
    return render(request, "advice/compare.html", context)


@require_POST
def answer(request: SignedInRequest, case: str) -> HttpResponse:
    """Keep what asking brought, in the words that were said, and ask for advice anew."""
    need, words = request.POST.get("need", ""), request.POST.get("words", "")
    kept = advices.latest(request.account, case)
    spoken = request.voice.address.value if request.voice.language == "de" else "en"
    asked = (
        {question.need: dict(question.text_by_voice)[spoken] for question in kept.advice.next_questions} if kept else {}
    )
    try:
        answering.answer(
            request.account,
            case,
            need,
            question=asked.get(need, ""),
            words=words,
            real=request.POST.get("real") == "yes",
            today=timezone.localdate(),
        )
    except InputRefusedError as error:
        messages.error(request, request.voice.say(error.message))
    else:
        messages.success(request, request.voice.text("web.advise.answered"))
    return HttpResponseRedirect(reverse("advice:case", args=[case]) + "#questions")


def _tried(request: SignedInRequest, card: CaseCard, ground: Inputs, other: Inputs) -> HttpResponse:
    """The page of an advice that is only tried, against the one that stands."""
    now, then = (advice_under(one, request.voice) for one in (ground, other))
    names = titles(ground.catalogue, request.voice)
    context: dict[str, object] = {
        "case": card,
        "station": cases.station(request.account, card.id),
        "form": TermsForm(initial=start(other.wants, request.voice), voice=request.voice, catalogue=ground.catalogue),
        "settings": settings_of(other, then, request.voice),
        "setting_kinds": SETTINGS,
        "currency": ground.catalogue.currency,
        "now": now,
        "then": then,
        "chosen": [names[one] for one in then.chosen],
        "catalogue_id": card.catalogue_id,
    }
    if now.status is Status.BEST and then.status is Status.BEST:
        compared = compare(ground.board, ground.catalogue, other.wants, now.chosen, then.chosen)
        labels = (request.voice.text("web.advise.what_if.now"), request.voice.text("web.advise.what_if.then"))
        context |= _compared(compared, labels, ground.catalogue, request.voice)
    return render(request, "advice/what_if.html", context | shown(then, other, request.voice))


def _compared(compared: Comparison, labels: tuple[str, str], catalogue: Catalogue, voice: Voice) -> dict[str, object]:
    names, needs = titles(catalogue, voice), {need.id: need.name(voice.language) for need in catalogue.needs}
    return {
        "compared": compared,
        "sides": sides(compared, labels, catalogue, voice),
        "goes": [names[one] for one in compared.only_first],
        "comes": [names[one] for one in compared.only_second],
        "both": [names[one] for one in compared.both],
        "need_rows": [(needs[row.need], row) for row in compared.needs],
        "won": [voice.quoted(needs[row.need]) for row in compared.won],
        "lost": [voice.quoted(needs[row.need]) for row in compared.lost],
    }


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


def advice_under(ground: Inputs, voice: Voice) -> Advice:
    """The advice under these inputs, computed and not kept. Raises InputRefusedError as `recommend` does."""
    return recommend_under(ground.wants, ground.board, ground.catalogue, language=voice.language)


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
        "otherwise": otherwise(advice, names),
        "questions": [
            (dict(question.text_by_voice)[spoken], needs.get(question.need, question.need), question)
            for question in advice.next_questions
        ],
    }


def otherwise(advice: Advice, names: dict[str, str]) -> list[tuple[str, str, str]]:
    """Critiques to press: without what is advised, with what was wished or weighed and is not."""
    out = [item.offer for item in (*advice.kept, *advice.added)]
    rest = [item.offer for item in (*advice.left_out, *advice.rejected)]
    return [("without", one, names.get(one, one)) for one in out] + [("with", one, names.get(one, one)) for one in rest]


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
    set_already = [*ground.wants.must_take, *ground.wants.must_leave, *ground.wants.owned]
    order = dict.fromkeys(one for one in [*set_already, *parts, *names] if one in names)
    return [Setting(one, names[one], setting_of(ground.wants, one)) for one in list(order)[:MOST_SETTINGS]]
