"""Catalogues: see them, bring one in, take one for a case."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenhoehe.advise.catalogue.complaints import CatalogueRefusedError
from augenhoehe.advise.catalogue.examples import TEMPLATE_NAMES, TEMPLATES
from augenhoehe.advise.catalogue.offers import Catalogue, Offer
from augenhoehe.advise.catalogue.reading import ENDINGS, LARGEST_FILE
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.store import cases, catalogues
from augenhoehe.web.access.requests import SignedInRequest

MOST_COMPLAINTS = 20
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One offer as the page lists it: names in the reader's language, the price over the horizon."""

    offer: Offer
    title: str
    price: Money
    serves: tuple[tuple[str, int], ...]
    requires: tuple[str, ...]


@require_http_methods(["GET", "POST"])
def index(request: SignedInRequest) -> HttpResponse:
    """The catalogues; a file sent here is checked and kept. `?case=` remembers for which case one is looked for."""
    case = request.POST.get("case", "") or request.GET.get("case", "")
    card = cases.case(request.account, case) if case else None
    complaints: list[Message] = []
    if request.method == "POST":
        try:
            added = _bring_in(request)
        except CatalogueRefusedError as error:
            complaints = [complaint.message for complaint in error.complaints[:MOST_COMPLAINTS]]
        except InputRefusedError as error:
            complaints = [error.message]
        else:
            if card is not None:
                cases.save_case(request.account, card.id, catalogue_id=added)
                return HttpResponseRedirect(reverse("advice:case", args=[card.id]))
            return HttpResponseRedirect(reverse("catalogue:show", args=[added]))
    context = {
        "catalogues": catalogues.list_catalogues(request.account),
        "complaints": complaints,
        "case": card,
        "endings": ",".join(ENDINGS),
    }
    return render(request, "catalogue/index.html", context, status=422 if complaints else 200)


def _bring_in(request: SignedInRequest) -> str:
    sent = request.FILES.get("file")
    if sent is None or isinstance(sent, list):
        raise InputRefusedError.of("web.advise.catalogue.no_file")
    if sent.size is not None and sent.size > LARGEST_FILE:
        raise InputRefusedError.of("advise.catalogue_large", file=sent.name or "", megabytes=LARGEST_FILE // 1_000_000)
    return catalogues.add_catalogue(request.account, sent.read(), sent.name or "", title=request.POST.get("title", ""))


@require_GET
def show(request: SignedInRequest, catalogue: str) -> HttpResponse:
    """One catalogue: needs, offers with prices and what they serve, and what is odd about it."""
    read = catalogues.catalogue(request.account, catalogue)
    everything = catalogues.list_catalogues(request.account)
    line = next(one for one in everything if one.id == catalogue)
    context = {
        "catalogue": read,
        "line": line,
        "late": catalogues.late(request.account, catalogue, timezone.localdate()),
        "versions": [one for one in everything if one.title == line.title and one.id != line.id],
        "offers": [row(read, offer, request.voice.language) for offer in read.offers[:MOST_SHOWN]],
        "more": max(0, len(read.offers) - MOST_SHOWN),
        "needs": [(need.name(request.voice.language), need) for need in read.needs],
        "insights": [(insight.says(request.voice.language), insight) for insight in read.insights],
        "full_need": read.money(read.full_need),
    }
    return render(request, "catalogue/show.html", context)


def row(catalogue: Catalogue, offer: Offer, language: str) -> Row:
    """An offer as the page lists it."""
    names = {need.id: need.name(language) for need in catalogue.needs}
    by_id = catalogue.by_id
    return Row(
        offer,
        offer.name(language),
        catalogue.money(catalogue.price(offer)),
        tuple((names[serving.need], serving.quality) for serving in offer.serves if serving.quality),
        tuple(" / ".join(by_id[one].name(language) for one in group) for group in offer.requires),
    )


@require_GET
def file(request: SignedInRequest, catalogue: str) -> HttpResponse:
    """The file as it came."""
    name, data = catalogues.file_of(request.account, catalogue)
    response = HttpResponse(data, content_type="application/octet-stream")
    safe = "".join(char if char.isalnum() or char in ".-_" else "-" for char in name) or "catalogue"
    response["Content-Disposition"] = f'attachment; filename="{safe}"'
    return response


@require_GET
def template(request: SignedInRequest) -> HttpResponse:
    """A table to fill in, with two offers as an example; spreadsheets open it with its umlauts."""
    response = HttpResponse("\ufeff" + TEMPLATES[request.voice.language], content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{TEMPLATE_NAMES[request.voice.language]}"'
    return response


@require_POST
def take(request: SignedInRequest, catalogue: str) -> HttpResponse:
    """Take a catalogue for a case, and go on to its advice."""
    case = request.POST.get("case", "")
    cases.save_case(request.account, case, catalogue_id=catalogue)
    return HttpResponseRedirect(reverse("advice:case", args=[case]))
