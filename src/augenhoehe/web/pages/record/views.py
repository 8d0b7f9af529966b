"""The advice record of a case: what is written down, for whom, and what the customer decided."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenhoehe.journey.record import AdviceRecord
from augenhoehe.report.html import as_fragment
from augenhoehe.report.layout import lay_out
from augenhoehe.report.letters import summary
from augenhoehe.report.record import AUDIENCES, FORMS
from augenhoehe.report.record import render as render_record
from augenhoehe.report.tree import Audience
from augenhoehe.store import advices, cases, records
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.record.forms import CheckForm, DecisionForm, SignForms, sign_rows, signs_of
from augenhoehe.web.pages.record.voices import VOICES, chosen, name_of
from augenhoehe.wording.saying import Voice


@require_GET
def case(request: SignedInRequest, case: str) -> HttpResponse:
    """The record, as the customer or as the own side reads it (`?for=`), in the voice of `?voice=`."""
    card = cases.case(request.account, case)
    voice = chosen(request.GET.get("voice", ""), request.voice)
    audience = request.GET.get("for", "")
    reader = Audience(audience) if audience in AUDIENCES else Audience.CUSTOMER
    record = records.record(request.account, case, language=voice.language)
    context = {
        "case": card,
        "station": cases.station(request.account, case),
        "audience": reader.value,
        "audiences": AUDIENCES,
        "record_voice": name_of(voice),
        "voices": tuple(VOICES),
        "forms": tuple(FORMS),
        "decided": record.decision is not None,
        "confirmed": bool(record.confirmed_by),
        # Everything in the fragment is escaped where it is set.
        "fragment": mark_safe(as_fragment(lay_out(record, voice, reader), top=2)),  # noqa: S308
    }
    return render(request, "record/case.html", context)


@require_GET
def download(request: SignedInRequest, case: str, audience: str, form: str) -> HttpResponse:
    """The record as a file."""
    if audience not in AUDIENCES or form not in FORMS:
        raise Http404
    voice = chosen(request.GET.get("voice", ""), request.voice)
    record = records.record(request.account, case, language=voice.language)
    response = HttpResponse(render_record(record, voice, form=form, audience=audience), content_type=FORMS[form][1])
    name = slugify(f"{voice.text('report.title.customer')} {record.title} {audience}") or "record"
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _offers(record: AdviceRecord) -> tuple[tuple[str, str], ...]:
    """The offers of the catalogue, those of the advice and the decision first."""
    advised = record.advice.chosen if record.advice is not None else ()
    decided = record.decision.offers if record.decision is not None else ()
    first = {*advised, *decided}
    named = dict(record.offers)
    missing = tuple((offer, offer) for offer in dict.fromkeys((*advised, *decided)) if offer not in named)
    return (
        *(row for row in record.offers if row[0] in first),
        *missing,
        *(row for row in record.offers if row[0] not in first),
    )


@require_http_methods(["GET", "POST"])
def decision(request: SignedInRequest, case: str) -> HttpResponse:
    """Write down what the customer decided."""
    record = records.record(request.account, case, language=request.voice.language)
    advised = record.advice.chosen if record.advice is not None else ()
    form = DecisionForm(
        request.POST or None,
        voice=request.voice,
        offers=_offers(record),
        initial=DecisionForm.start(record.decision, advised, timezone.localdate()),
    )
    if request.method == "POST" and form.is_valid():
        advices.decide(request.account, case, form.decision())
        return HttpResponseRedirect(reverse("record:case", args=[case]) + "#record-decision")
    context = {
        "case": cases.case(request.account, case),
        "station": cases.station(request.account, case),
        "form": form,
        "risks": _risks(record, request.voice),
    }
    return render(request, "record/decision.html", context, status=422 if form.errors else 200)


def _risks(record: AdviceRecord, voice: Voice) -> tuple[str, ...]:
    """The risks the advice names, as something to take over, never filled in by itself."""
    if record.advice is None:
        return ()
    return tuple(dict.fromkeys(voice.say(one.risk) for one in record.advice.compromises))


@require_http_methods(["GET", "POST"])
def success(request: SignedInRequest, case: str) -> HttpResponse:
    """Agree on signs of success, and plan when to ask."""
    record = records.record(request.account, case, language=request.voice.language)
    taken = record.decision.offers if record.decision is not None else ()
    named = tuple((offer, dict(record.offers).get(offer, offer)) for offer in taken)
    since = (record.decision.on if record.decision is not None else None) or timezone.localdate()
    part = request.POST.get("part", "")
    signs = SignForms(request.POST if part == "signs" else None, initial=sign_rows(record.signs), prefix="signs")
    checks = CheckForm(
        request.POST if part == "checks" else None,
        voice=request.voice,
        offers=named,
        initial={"since": since, "after": ["30", "90"], "offers": list(taken)},
    )
    here = HttpResponseRedirect(reverse("record:success", args=[case]))
    if part == "signs" and signs.is_valid():
        advices.save_signs(request.account, case, signs_of(signs))
        return here
    if part == "checks" and checks.is_valid():
        advices.plan_checks(request.account, case, checks.checks())
        return here
    context = {
        "case": cases.case(request.account, case),
        "station": cases.station(request.account, case),
        "signs": signs,
        "checks": checks,
        "planned": tuple((check, dict(record.offers).get(check.offer, check.offer)) for check in record.checks),
    }
    return render(request, "record/success.html", context, status=422 if checks.errors or any(signs.errors) else 200)


@require_POST
def learned(request: SignedInRequest, case: str) -> HttpResponse:
    """Write down what was learned from the case."""
    cases.save_case(request.account, case, learned=request.POST.get("learned", "").strip()[:4000])
    return HttpResponseRedirect(f"{reverse('record:case', args=[case])}?for=internal#record-learned")


@require_GET
def letter(request: SignedInRequest, case: str) -> HttpResponse:
    """A draft to the customer, to be read, changed and sent by a person or not at all."""
    voice = chosen(request.GET.get("voice", ""), request.voice)
    record = records.record(request.account, case, language=voice.language)
    context = {
        "case": cases.case(request.account, case),
        "station": cases.station(request.account, case),
        "letter": summary(record, voice),
        "record_voice": name_of(voice),
        "voices": tuple(VOICES),
    }
    return render(request, "record/letter.html", context)
