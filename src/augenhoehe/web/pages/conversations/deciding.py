"""What a person decides about findings and people: confirm, correct, reject, add, undo, who is who."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.store import cases, conversations, corrections, findings, scripts, second
from augenhoehe.store.findings import StoredFinding
from augenhoehe.understand.findings import FAMILY
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.conversations.forms import Chosen, FindingForm, ask, read
from augenhoehe.web.pages.conversations.margin import passage
from augenhoehe.web.pages.conversations.views import SURE, Place, addresses, counts

DECISIONS = {"confirm": findings.confirm, "reject": findings.reject}


@require_POST
def decide(request: SignedInRequest, conversation: str, finding: str) -> HttpResponse:
    """Confirm or reject one finding."""
    act = DECISIONS.get(request.POST.get("act", ""))
    if act is None:
        return HttpResponseRedirect(_address(conversation, Place.of(request.POST)))
    (decided,) = act(request.account, conversation, [finding])
    return _changed(request, conversation, decided.finding.evidence.turn.id, f"#note-{finding}", str(decided.state))


@require_POST
def decide_all(request: SignedInRequest, conversation: str) -> HttpResponse:
    """Confirm every proposal that is sure enough."""
    done = findings.confirm_all_above(request.account, conversation, SURE)
    messages.success(request, request.voice.text("web.conversations.confirmed_all", number=len(done)))
    return HttpResponseRedirect(_address(conversation, Place.of(request.POST)))


@require_http_methods(["GET", "POST"])
def correct(request: SignedInRequest, conversation: str, finding: str) -> HttpResponse:
    """Correct kind, words or attributes of one finding."""
    stored = findings.finding(request.account, conversation, finding)
    turn = stored.finding.evidence.turn
    place = Place.of(request.POST or request.GET)
    if request.method == "POST":
        chosen = read(turn, request.POST)
        if isinstance(chosen, Chosen):
            changed = findings.correct(
                request.account,
                conversation,
                finding,
                kind=chosen.kind,
                start=chosen.start,
                end=chosen.end,
                attrs=chosen.attrs,
            )
            return _changed(request, conversation, turn.id, f"#note-{finding}", str(changed.state))
        return _form(request, conversation, _refused(request, turn, stored, chosen), place, stored)
    form = ask(
        turn,
        request.voice,
        words=stored.finding.evidence.quote,
        kind=stored.finding.kind,
        attrs=dict(stored.finding.attrs),
        start=stored.finding.evidence.start,
    )
    return _form(request, conversation, form, place, stored)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, conversation: str) -> HttpResponse:
    """Add a finding of one's own over words of one turn."""
    data = request.POST or request.GET
    number = data.get("turn", "")
    turn, _ = scripts.turn(
        request.account, conversation, int(number) if number.isdecimal() and len(number) < 12 else -1
    )
    place = Place.of(data)
    if request.method == "POST":
        chosen = read(turn, request.POST)
        if isinstance(chosen, Chosen):
            own = findings.add_own(
                request.account, conversation, turn.id, chosen.kind, chosen.start, chosen.end, chosen.attrs
            )
            return _changed(request, conversation, turn.id, f"#note-{own.id}", "own")
        return _form(request, conversation, _refused(request, turn, None, chosen), place, None)
    start, end = data.get("start", ""), data.get("end", "")
    if start.isdecimal() and end.isdecimal() and len(start) < 9 and len(end) < 9 and int(start) < int(end):
        words, at = turn.text[int(start) : int(end)].strip(), int(start)
    else:
        words, at = turn.text, 0
    return _form(request, conversation, ask(turn, request.voice, words=words, start=at), place, None)


@require_POST
def undo(request: SignedInRequest, conversation: str) -> HttpResponse:
    """Take back one's own last step here."""
    done = findings.undo(request.account, conversation)
    key = "web.conversations.undone" if done else "web.conversations.nothing_to_undo"
    messages.info(request, request.voice.text(key))
    address = _address(conversation, Place.of(request.POST)) + (f"#note-{done[0]}" if len(done) == 1 else "")
    return HttpResponseRedirect(address)


@require_POST
def people(request: SignedInRequest, conversation: str) -> HttpResponse:
    """Say on which side somebody is, and read the conversation anew with that."""
    name, role = request.POST.get("name", ""), request.POST.get("role", "")
    if role in tuple(Role):
        changed = conversations.set_roles(request.account, conversation, {name: Role(role)})
        second.drop(request.account, conversation)
        examined = corrections.reader(request.account)(changed)
        findings.replace(request.account, conversation, examined.findings)
        corrections.keep(request.account, conversation, examined)
        messages.success(request, request.voice.text("web.conversations.read_anew"))
    return HttpResponseRedirect(_address(conversation, Place.of(request.POST)))


def _refused(request: SignedInRequest, turn: Turn, stored: StoredFinding | None, fault: str) -> FindingForm:
    return ask(
        turn,
        request.voice,
        words=request.POST.get("words", ""),
        kind=stored.finding.kind if stored else None,
        fault=fault,
    )


def _form(
    request: SignedInRequest, conversation: str, form: FindingForm, place: Place, stored: StoredFinding | None
) -> HttpResponse:
    about = scripts.head(request.account, conversation)
    context = {
        "about": about,
        "station": cases.station(request.account, about.case_id),
        "form": form,
        "place": place,
        "finding": stored.id if stored else "",
        "turn": form.turn,
    }
    # htmx puts only answers of 200 into the page; the fault stands in the form itself.
    if request.htmx:
        answer = render(request, "conversations/_form.html", context)
        if form.fault:
            answer["HX-Retarget"] = f"#note-{stored.id}" if stored else ".note.own"
            answer["HX-Reswap"] = "innerHTML"
        return answer
    return render(request, "conversations/form.html", context, status=422 if form.fault else 200)


def _changed(request: SignedInRequest, conversation: str, turn: int, fragment: str, said: str) -> HttpResponse:
    """The turn as it now is with the figures above the script, or the way back to the page."""
    place = Place.of(request.POST)
    if not request.htmx:
        return HttpResponseRedirect(_address(conversation, place) + fragment)
    value, held = scripts.turn(request.account, conversation, turn)
    if place.family:
        held = tuple(item for item in held if FAMILY[item.finding.kind] == place.family)
    about = scripts.head(request.account, conversation)
    context: dict[str, Any] = {
        "about": about,
        **addresses(about, place),
        "focus": fragment.removeprefix("#note-"),
        "passage": passage(value, held, request.voice),
        "place": place,
        "said": said,
        "can_undo": True,
        **counts(scripts.tally(request.account, conversation, SURE), place, request.voice),
    }
    return render(request, "conversations/_changed.html", context)


def _address(conversation: str, place: Place) -> str:
    return reverse("conversations:show", args=[conversation]) + place.query().removesuffix("?")
