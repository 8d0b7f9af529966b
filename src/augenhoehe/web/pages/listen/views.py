"""Bring in conversations: read them, look at how they were read, answer what is asked, keep them."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from augenhoehe.listen import consent
from augenhoehe.listen.reading import FORMATS
from augenhoehe.speech.conversation import Channel, Language
from augenhoehe.speech.messages import Message
from augenhoehe.store import cases, conversations, corrections
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.listen.drafts import MOST, Draft, draft, unpacked
from augenhoehe.web.pages.listen.forms import ORIGINS, ROLES, STATES, WAYS, Talk, answered, first_look
from augenhoehe.wording.saying import Address, Voice

WAYS_IN = ("memory", "file", "paste")


@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """Ask for files, a pasted text or lines of memory; what can be read leads to the questions about it."""
    asked = request.POST if request.method == "POST" else request.GET
    way = asked.get("way", "")
    way = way if way in WAYS_IN else "file"
    if request.method != "POST":
        return _bring(request, way, asked)
    drafts = _brought(request, way)
    if not drafts:
        return _bring(request, way, asked, [Message.of(f"web.listen.fault.{way}")])
    if len(drafts) > MOST:
        return _bring(request, way, asked, [Message.of("web.listen.fault.many", limit=MOST)])
    refused = [item.refusal for item in drafts if item.refusal is not None]
    readable = [item for item in drafts if item.transcript is not None]
    if not readable:
        return _bring(request, way, asked, refused)
    talks = [
        first_look(number, item, item.transcript, way)
        for number, item in enumerate(readable)
        if item.transcript is not None
    ]
    return _look(request, talks, asked, refused=refused)


@require_http_methods(["GET", "POST"])
def look(request: SignedInRequest) -> HttpResponse:
    """Keep what was brought, all of it or nothing; or read it again, or ask again where an answer is wrong."""
    if request.method == "GET":
        return HttpResponseRedirect(reverse("listen:new"))
    data = request.POST
    talks, refused, changed = _again(data)
    if not talks:
        return _bring(request, "file", data, refused or [Message.of("web.listen.fault.file")])
    case = _case(request, data)
    if refused or changed or "again" in data or not all(talk.is_right for talk in talks):
        fault = "again" not in data and not changed
        return _look(request, talks, data, refused=refused, status=422 if fault else 200)
    added = _keep(request, talks, case, data)
    if len(added) == 1:
        return HttpResponseRedirect(reverse("conversations:show", args=[added[0].conversation_id]))
    return HttpResponseRedirect(reverse("cases:case", args=[added[0].case_id]))


def _again(data: QueryDict) -> tuple[list[Talk], list[Message], bool]:
    """The conversations of the form, refusals, and whether one reads differently than it was shown."""
    talks: list[Talk] = []
    refused: list[Message] = []
    changed = False
    for number in range(_count(data)):
        content = unpacked(data.get(f"{number}-data", ""))
        if content is None:
            continue
        item = draft(content, data.get(f"{number}-name", "")[:255] or "text", data.get(f"{number}-format", ""))
        if item.transcript is None:
            refused += [item.refusal] if item.refusal else []
            item = draft(content, item.name)
        if item.transcript is None:
            continue
        if item.transcript.format == data.get(f"{number}-shown", ""):
            talk = answered(number, item, item.transcript, data)
        else:  # other people may stand in it: nothing answered about them holds
            talk = first_look(number, item, item.transcript, "")
            changed = True
        talks.append(replace(talk, number=len(talks)))
    return talks, refused, changed


@require_GET
def words(request: SignedInRequest) -> HttpResponse:
    """Ready texts with which to ask for consent, in German (Sie and du) and English."""
    return render(request, "listen/words.html", {"version": consent.WORDING, "texts": _ready_texts()})


def _keep(request: SignedInRequest, talks: list[Talk], case: str, data: QueryDict) -> list[conversations.Added]:
    """Store all conversations with what is found in them, in one transaction."""
    added: list[conversations.Added] = []
    with transaction.atomic():
        read = corrections.reader(request.account)
        for talk in talks:
            examined = read(talk.transcript.conversation)
            added.append(
                conversations.add(
                    request.account,
                    talk.transcript,
                    examined.findings,
                    origin=talk.origin,
                    today=timezone.localdate(),
                    case_id=(added[0].case_id if added else case) or None,
                    case_title=data.get("case_title", "").strip(),
                    customer=data.get("customer", "").strip(),
                    consents=talk.consents,
                    file_name=talk.draft.name,
                )
            )
            if not added[-1].duplicate:
                corrections.keep(request.account, added[-1].conversation_id, examined)
    return added


def _brought(request: SignedInRequest, way: str) -> list[Draft]:
    """What the form brought: files, or one text under a name."""
    if way == "file":
        return [draft(file.read(), file.name or "file") for file in request.FILES.getlist("files")[: MOST + 1]]
    text = request.POST.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        return []
    name = request.voice.text(f"web.listen.name.{way}")
    return [draft(text.encode("utf-8", "replace"), name, "memory" if way == "memory" else "")]


def _bring(request: SignedInRequest, way: str, asked: QueryDict, faults: list[Message] | None = None) -> HttpResponse:
    context = {
        "way": way,
        "ways": WAYS_IN,
        "text": asked.get("text", ""),
        "case": asked.get("case", ""),
        "faults": faults or [],
    }
    return render(request, "listen/new.html", context, status=422 if faults else 200)


def _look(
    request: SignedInRequest, talks: list[Talk], asked: QueryDict, *, refused: list[Message], status: int = 200
) -> HttpResponse:
    context = {
        "talks": talks,
        "count": len(talks),
        "refused": refused,
        "wrong": status != 200,
        "cases": cases.list_cases(request.account),
        "case": asked.get("case", ""),
        "case_title": asked.get("case_title", ""),
        "customer": asked.get("customer", ""),
        "origins": ORIGINS,
        "roles": ROLES,
        "states": STATES,
        "consent_ways": WAYS,
        "channels": tuple(Channel),
        "languages": tuple(Language),
        "formats": [reader.name for reader in FORMATS],
    }
    return render(request, "listen/look.html", context, status=status)


def _count(data: QueryDict) -> int:
    said = data.get("count", "")
    return min(int(said), MOST) if said.isdecimal() and len(said) < 4 else 0


def _case(request: SignedInRequest, data: QueryDict) -> str:
    """The case the form names, if this account may see it; blank for a new one. Raises NotFoundError."""
    named = data.get("case", "")
    return cases.case(request.account, named).id if named else ""


def _ready_texts() -> list[tuple[str, str, str]]:
    """(voice, invitation, opening) for each voice in which the program speaks."""
    voices = {"sie": Voice("de"), "du": Voice("de", Address.DU), "en": Voice("en")}
    return [(name, voice.say(consent.INVITATION), voice.say(consent.OPENING)) for name, voice in voices.items()]
