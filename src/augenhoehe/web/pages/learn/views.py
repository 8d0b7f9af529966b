"""Did it help, and what do I make of it? Practice is one's own: nobody else ever sees these pages' content."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenhoehe.learn.practice import Moment, moments
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import conversations, customers, findings, looking
from augenhoehe.store import practice as kept
from augenhoehe.understand.measures import measure
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.learn.forms import IntentionForm, NoteForm

COMING_SHOWN = 8


@require_GET
def index(request: SignedInRequest) -> HttpResponse:
    """The looks that are due in all cases, one's intentions, and the talks one can look at again."""
    listed = customers.list_customers(request.account)
    names = {line.id: line.name for line in listed}
    looks = looking.looks(request.account, timezone.localdate())
    context = {
        "due": looks.due,
        "coming": looks.coming[:COMING_SHOWN],
        "intentions": [(one, names.get(one.customer, "")) for one in kept.intentions(request.account)],
        "customers": listed,
        "talks": kept.talks(request.account),
    }
    return render(request, "learn/index.html", context)


@require_http_methods(["GET", "POST"])
def practice(request: SignedInRequest, conversation: str) -> HttpResponse:
    """The moments of one of one's own talks, with what one thinks of them."""
    talk = kept.own_talk(request.account, conversation)
    here = reverse("learn:practice", args=[conversation])
    form = NoteForm(request.POST or None)
    if request.method == "POST":
        if not form.is_valid():
            raise InputRefusedError.of("web.learn.note.empty")
        said = form.cleaned_data
        kept.add_note(request.account, said["words"], conversation_id=conversation, moment=said["moment"])
        return HttpResponseRedirect(here)
    notes = kept.notes(request.account, conversation_id=conversation)
    shown = _moments(request, conversation)
    known = {moment.id for moment in shown}
    context = {
        "talk": talk,
        "moments": [(moment, [note for note in notes if note.moment == moment.id]) for moment in shown],
        "other_notes": [note for note in notes if note.moment not in known],
        "intentions": [
            one
            for one in kept.intentions(request.account)
            if one.kept is None and one.customer in ("", talk.customer_id)
        ],
    }
    return render(request, "learn/practice.html", context)


def _moments(request: SignedInRequest, conversation: str) -> tuple[Moment, ...]:
    value = conversations.conversation(request.account, conversation).conversation
    held = findings.list_findings(request.account, conversation, with_rejected=False)
    found = [item.finding for item in held]
    return moments(value, found, measure(value, found))


@require_POST
def remove_note(request: SignedInRequest, note: str) -> HttpResponse:
    """Take a note away."""
    kept.remove_note(request.account, note)
    talk = request.POST.get("talk", "")
    back = reverse("learn:practice", args=[talk]) if talk.isalnum() else reverse("learn:index")
    return HttpResponseRedirect(back)


@require_POST
def intend(request: SignedInRequest) -> HttpResponse:
    """Write an intention down: for the customer of the talk it comes from, for one that was chosen, or for all."""
    form = IntentionForm(request.POST)
    if not form.is_valid():
        raise InputRefusedError.of("web.learn.intention.empty")
    said = form.cleaned_data
    talk = kept.own_talk(request.account, said["talk"]) if said["talk"] else None
    customer = talk.customer_id if talk else said["customer"] or None
    kept.add_intention(request.account, said["words"], made_on=timezone.localdate(), customer_id=customer)
    return HttpResponseRedirect(reverse("learn:practice", args=[talk.id]) if talk else reverse("learn:index"))


@require_POST
def look_at(request: SignedInRequest, intention: str) -> HttpResponse:
    """Say what became of an intention, or take it away."""
    outcome = request.POST.get("outcome", "")
    if outcome == "remove":
        kept.remove_intention(request.account, intention)
    else:
        kept.look_at_intention(request.account, intention, on=timezone.localdate(), outcome=outcome)
    case = request.POST.get("case", "")
    return HttpResponseRedirect(reverse("cases:case", args=[case]) if case.isalnum() else reverse("learn:index"))
