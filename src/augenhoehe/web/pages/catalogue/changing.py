"""Change a catalogue: a changed offer makes a new version; cases and old advice keep the one they have."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from augenhoehe.advise.catalogue.complaints import CatalogueRefusedError
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.store import catalogues
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.catalogue.forms import OfferForm


@require_http_methods(["GET", "POST"])
def offer(request: SignedInRequest, catalogue: str) -> HttpResponse:
    """Add an offer, or change or retire the one of `?id=`."""
    read = catalogues.catalogue(request.account, catalogue)
    row_id = request.GET.get("id", "")
    known = read.by_id.get(row_id)
    if row_id and known is None:
        raise Http404
    form = OfferForm(
        request.POST or None,
        catalogue=read,
        offer=known,
        voice=request.voice,
        initial=OfferForm.start(read, known, request.voice),
    )
    complaints: list[Message] = []
    if request.method == "POST" and form.is_valid():
        try:
            fresh = catalogues.change_row(request.account, catalogue, "offer", form.row_id(), form.values())
        except CatalogueRefusedError as error:
            complaints = [complaint.message for complaint in error.complaints]
        except InputRefusedError as error:
            complaints = [error.message]
        else:
            return HttpResponseRedirect(reverse("catalogue:show", args=[fresh]))
    context = {
        "line": next(one for one in catalogues.list_catalogues(request.account) if one.id == catalogue),
        "offer": known,
        "name": known.name(request.voice.language) if known else "",
        "form": form,
        "complaints": complaints,
    }
    return render(request, "catalogue/offer.html", context, status=422 if complaints or form.errors else 200)
