"""Ask the language model about a conversation too: first what leaves, then part by part, then how far both agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from augenhoehe.outside.language_model import ChatModel, Endpoint, endpoint
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.messages import Message
from augenhoehe.store import cases, conversations, scripts, second
from augenhoehe.understand.engines.model import NoAnswerError
from augenhoehe.understand.engines.prompting import Part, digest, parts
from augenhoehe.understand.engines.reading import read_part, together
from augenhoehe.understand.examining import examine
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.model_keys import key_of


@dataclass(frozen=True, slots=True)
class Asking:
    """All that a question about a conversation needs."""

    conversation: Conversation
    at: Endpoint
    parts: tuple[Part, ...]
    answers: second.Answers

    @property
    def open(self) -> Sequence[Part]:
        """The parts that nobody has asked about yet."""
        model = ChatModel(self.at)
        return [part for part in self.parts if self.answers.get(digest(part, model)) is None]


@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, conversation: str) -> HttpResponse:
    """The page of the second reader. A POST asks about one part; after the last one all proposals are kept at once."""
    standing = second.setting(request.account)
    if standing is None or not standing.active:
        return _page(request, conversation, None)
    talk = conversations.conversation(request.account, conversation).conversation
    asking = Asking(
        talk,
        endpoint(standing.address, standing.model, key_of(request.account.team)),
        parts(talk, second.names_to_hide(request.account, conversation)),
        second.Answers(request.account, conversation),
    )
    if request.method != "POST" or not asking.parts:
        return _page(request, conversation, asking)
    try:
        return _step(request, conversation, asking)
    except NoAnswerError as refusal:
        return _page(request, conversation, asking, refusal.message)


def _step(request: SignedInRequest, conversation: str, asking: Asking) -> HttpResponse:
    model = ChatModel(asking.at)
    missing = asking.open
    if missing:
        read_part(missing[0], model, asking.answers)
    if len(missing) > 1:
        return _page(request, conversation, asking, running=True)
    read = together(asking.conversation, model.name, [read_part(part, model, asking.answers) for part in asking.parts])
    kept = second.keep(request.account, conversation, read, examine(asking.conversation))
    said = Message.of("web.second.done", number=kept.added) if kept.added else Message.of("web.second.done.none")
    messages.success(request, request.voice.say(said))
    home = reverse("conversations:second", args=[conversation])
    return HttpResponseClientRedirect(home) if request.htmx else HttpResponseRedirect(home)


def _page(
    request: SignedInRequest,
    conversation: str,
    asking: Asking | None,
    fault: Message | None = None,
    running: bool = False,
) -> HttpResponse:
    about = scripts.head(request.account, conversation)
    was = second.second(request.account, conversation)
    context = {
        "about": about,
        "station": cases.station(request.account, about.case_id),
        "at": asking.at if asking else None,
        "parts": asking.parts if asking else (),
        "open": len(asking.open) if asking else 0,
        "done": len(asking.parts) - len(asking.open) if asking else 0,
        "second": was,
        "changed": bool(asking and was and (asking.open or was.model != asking.at.model)),
        "fault": fault,
        "running": running,
    }
    # htmx puts only answers of 200 into the page.
    if request.htmx:
        return render(request, "conversations/_asking.html", context)
    return render(request, "conversations/second.html", context, status=422 if fault else 200)
