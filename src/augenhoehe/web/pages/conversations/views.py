"""The conversation page: who said what, what it may mean, and what is still to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from augenhoehe.speech.conversation import Channel, Role
from augenhoehe.speech.messages import Message
from augenhoehe.store import cases, conversations, findings, scripts, second
from augenhoehe.store.findings import State
from augenhoehe.understand.findings import FAMILY, Family
from augenhoehe.understand.measures import measure, why_none
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.base.path import address
from augenhoehe.web.pages.conversations.figures import Figure
from augenhoehe.web.pages.conversations.figures import figures as drawn_figures
from augenhoehe.web.pages.conversations.forms import DetailsForm
from augenhoehe.web.pages.conversations.margin import passages
from augenhoehe.wording.saying import Voice

SURE = 0.9
"""From this certainty on, "confirm all" confirms."""

SHOWN = {"": scripts.HELD, "open": (State.PROPOSED,), "rejected": (State.REJECTED,)}
"""The states a reader can ask for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter above the script."""

    name: str
    count: int
    query: str
    current: bool


@dataclass(frozen=True, slots=True)
class Place:
    """What a reader looks at: page, family and state. Written into addresses so that a way back exists."""

    page: int = 1
    family: str = ""
    show: str = ""

    @classmethod
    def of(cls, data: object) -> Place:
        """The place that a query or a form names; nonsense is the beginning."""
        get = data.get  # type: ignore[attr-defined]
        page, family, show = get("page", ""), get("family", ""), get("show", "")
        return cls(
            int(page) if page.isdecimal() and len(page) < 7 else 1,
            family if family in tuple(Family) else "",
            show if show in SHOWN else "",
        )

    def query(self, **changes: str | int) -> str:
        """The place as a query with some parts changed; what is at its default is left out."""
        parts = {"page": self.page, "family": self.family, "show": self.show} | changes
        written = {name: value for name, value in parts.items() if value not in ("", 1)}
        return "?" + urlencode(written)


@require_GET
def show(request: SignedInRequest, conversation: str) -> HttpResponse:
    """The script with its margin; `?finding=`, `?turn=` and `?q=` lead to the page where that stands."""
    account = request.account
    about = scripts.head(account, conversation)
    place = Place.of(request.GET)
    if aim := _aim(request, conversation):
        return HttpResponseRedirect(reverse("conversations:show", args=[conversation]) + aim)
    kinds = [kind for kind, family in FAMILY.items() if family == place.family] if place.family else None
    page = scripts.page(account, about, place.page, kinds=kinds, states=SHOWN[place.show])
    hits = scripts.hits(account, conversation, request.GET.get("q", ""))
    tally = scripts.tally(account, conversation, SURE)
    context = {
        "about": about,
        **addresses(about, place),
        "station": cases.station(account, about.case_id),
        # Practice is one's own: nobody else is shown the way, and the page itself refuses them.
        "to_practice": address("learn:practice", conversation=about.id) if about.adviser_id == account.id else "",
        "page": page,
        "place": place,
        "passages": passages(page.turns, page.findings, request.voice, frozenset(turn.id for turn, _ in hits)),
        "roles": (Role.ADVISER, Role.CUSTOMER, Role.OTHER),
        "unknown_people": [party for party in about.people if party.role is Role.UNKNOWN],
        "words": request.GET.get("q", ""),
        "hits": [(turn, place.query(page=number)) for turn, number in hits],
        "can_undo": scripts.can_undo(account, conversation),
        "second": second.second(account, conversation),
        "model": second.setting(account),
        "previous": place.query(page=page.number - 1) if page.number > 1 else "",
        "next": place.query(page=page.number + 1) if page.number < page.pages else "",
        **counts(tally, place, request.voice),
    }
    return render(request, "conversations/show.html", context)


def counts(tally: scripts.Tally, place: Place, voice: Voice) -> dict[str, object]:
    """The figures above the script: families, states, and how many proposals are sure."""
    families = [
        Choice(family, tally.family(family), place.query(family=family, page=1), place.family == family)
        for family in Family
    ]
    return {
        "everything": place.query(family="", show="", page=1),
        "families": families,
        "shows": [
            Choice("open", tally.state(State.PROPOSED), place.query(show="open", page=1), place.show == "open"),
            Choice(
                "rejected", tally.state(State.REJECTED), place.query(show="rejected", page=1), place.show == "rejected"
            ),
        ],
        "open_count": tally.state(State.PROPOSED),
        "settled_count": tally.state(State.CONFIRMED) + tally.state(State.CORRECTED),
        "total": sum(choice.count for choice in families),
        "sure": tally.sure,
        "sure_percent": voice.percent(SURE),
    }


def addresses(about: scripts.ScriptHead, place: Place) -> dict[str, str]:
    """Where a note's forms lead, worked out once for all of them."""
    return {"home": reverse("conversations:show", args=[about.id]), "here": place.query()}


def _aim(request: SignedInRequest, conversation: str) -> str:
    """The query and fragment for a finding or turn that the address names; blank where it names none."""
    wanted, turn = request.GET.get("finding", ""), request.GET.get("turn", "")
    if wanted:
        number = scripts.turn_of_finding(request.account, conversation, wanted)
        return Place(scripts.page_of_turn(request.account, conversation, number)).query() + f"#note-{wanted}"
    if turn.isdecimal() and len(turn) < 12:
        return Place(scripts.page_of_turn(request.account, conversation, int(turn))).query() + f"#t{turn}"
    return ""


@require_GET
def figures(request: SignedInRequest, conversation: str) -> HttpResponse:
    """How the talk went, in words with figures: for the adviser of the case alone."""
    about = scripts.head(request.account, conversation)
    own = about.adviser_id == request.account.id
    drawn: tuple[Figure, ...] = ()
    nothing: Message | None = None
    if own:
        kept = conversations.conversation(request.account, conversation).conversation
        held = findings.list_findings(request.account, conversation, with_rejected=False)
        measures = measure(kept, [item.finding for item in held])
        nothing = why_none(measures)
        drawn = () if nothing else drawn_figures(measures, request.voice)
    template = "conversations/_figures.html" if request.htmx else "conversations/figures.html"
    context = {"about": about, "station": cases.station(request.account, about.case_id), "figures": drawn, "own": own}
    context["nothing"] = nothing
    return render(request, template, context)


@require_http_methods(["GET", "POST"])
def details(request: SignedInRequest, conversation: str) -> HttpResponse:
    """Title, day and channel."""
    about = scripts.head(request.account, conversation)
    start = {"title": about.title, "held_on": about.held_on, "channel": str(about.channel)}
    form = DetailsForm(request.POST or None, initial=start, voice=request.voice)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        conversations.save_details(
            request.account,
            conversation,
            title=said["title"],
            held_on=said["held_on"],
            channel=Channel(said["channel"]),
        )
        return HttpResponseRedirect(reverse("conversations:show", args=[conversation]))
    return render(
        request, "conversations/details.html", {"about": about, "form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, conversation: str) -> HttpResponse:
    """Take a conversation out of its case with all that was found in it, after a page that says so."""
    about = scripts.head(request.account, conversation)
    if request.method == "POST":
        case = conversations.remove(request.account, conversation)
        return HttpResponseRedirect(reverse("cases:case", args=[case]))
    context = {"about": about, "station": cases.station(request.account, about.case_id)}
    return render(request, "conversations/remove.html", context)
