"""The calls of the service; each answers with the bytes that the command line prints for the same input."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, cast

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import SessionAuth

from augenhoehe import __version__
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.api import dump, read, to_json
from augenhoehe.api.advising import advise
from augenhoehe.api.cases import Case, case_of, read_case
from augenhoehe.api.shapes import SCHEMAS, Json, schema
from augenhoehe.listen.reading import read_conversation
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.store import accounts
from augenhoehe.store.errors import NotFoundError
from augenhoehe.web.access.requests import outsider_voice
from augenhoehe.web.service.bodies import AdviseBody, ReadBody
from augenhoehe.wording.saying import Voice

NOT_USABLE, NO_SUCH, TOO_LARGE, CLOSED = 422, 404, 413, 401


class SignedIn(SessionAuth):
    """A signed-in account; writing calls carry the session's CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Voice | None:
        """The account's voice, None for nobody."""
        if not request.user.is_authenticated:
            return None
        try:
            return accounts.account(request.user.pk).voice
        except NotFoundError:
            return None


service = NinjaAPI(
    title="Augenhöhe",
    version="1",
    description=f"Augenhöhe {__version__}",
    auth=SignedIn(),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="service",
)


def answer(shape: Json, status: int = 200) -> HttpResponse:
    """A JSON shape as the command line prints it."""
    return HttpResponse(dump(shape), content_type="application/json", status=status)


def answers(name: str) -> dict[str, Any]:
    """What the OpenAPI document says about an answer: its JSON Schema."""
    content = {"application/json": {"schema": json.loads(schema(name))}}
    return {"responses": {200: {"description": f"augenhoehe.{name}/1", "content": content}}}


@service.post("/read", operation_id="read", openapi_extra=answers("reading"))
def call_read(request: HttpRequest, body: ReadBody) -> HttpResponse:
    """Read one conversation: findings, measures, wishes, needs, gaps."""
    catalogue = read_catalogue(body.catalogue.content(), body.catalogue.name) if body.catalogue else None
    reading = read(
        body.file.content(),
        body.file.name,
        advisers=body.advisers,
        customers=body.customers,
        format=body.format,
        named=catalogue.needs if catalogue else (),
        house_currency=catalogue.currency if catalogue else CURRENCY_OF_THE_HOUSE,
    )
    return answer(to_json(reading, body.voice(voice_of(request))))


@service.post("/advise", operation_id="advise", openapi_extra=answers("advice"))
def call_advise(request: HttpRequest, body: AdviseBody) -> HttpResponse:
    """Advise on a case from a catalogue."""
    catalogue = read_catalogue(body.catalogue.content(), body.catalogue.name)
    budget = None if body.budget is None else Money(Decimal(str(body.budget)), catalogue.currency)
    voice = body.voice(voice_of(request))
    return answer(to_json(advise(case_in(body), catalogue, budget=budget, language=voice.language), voice))


@service.get("/schema", operation_id="schemas")
def call_schemas(request: HttpRequest) -> list[str]:
    """The names of all JSON shapes."""
    return list(SCHEMAS)


@service.get("/schema/{name}", operation_id="schema")
def call_schema(request: HttpRequest, name: str) -> HttpResponse:
    """The JSON Schema of a shape."""
    if name not in SCHEMAS:
        return refusal(
            Message.of("api.schema.unknown", name=name, names=", ".join(SCHEMAS)), voice_of(request), NO_SUCH
        )
    return HttpResponse(schema(name), content_type="application/schema+json")


def case_in(body: AdviseBody) -> Case:
    """The case that a body holds. Raises InputRefusedError for a file it names but does not bring."""
    contents = {file.name: file.content() for file in body.files}

    def fetch(name: str) -> bytes:
        if name not in contents:
            raise InputRefusedError.of("api.service.file_missing", name=name)
        return contents[name]

    if body.case is not None:
        return read_case(fetch(body.case), body.case, fetch)
    return case_of(
        [
            read_conversation(content, name, advisers=body.advisers, customers=body.customers)
            for name, content in contents.items()
        ]
    )


def voice_of(request: HttpRequest) -> Voice:
    """The account's own voice."""
    return cast(Voice, request.auth)  # type: ignore[attr-defined]


def refusal(message: Message, voice: Voice, status: int) -> HttpResponse:
    """One sentence as JSON."""
    return answer({"schema": "augenhoehe.refusal/1", "status": status, "message": voice.say(message)}, status)


@service.exception_handler(InputRefusedError)
def refused(request: HttpRequest, error: InputRefusedError) -> HttpResponse:
    """What cannot be used: the same sentence as on the command line."""
    return refusal(error.message, _any_voice(request), NOT_USABLE)


@service.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A body of another shape: the first field that is wrong."""
    place = ".".join(str(part) for part in error.errors[0]["loc"][2:]) or "–"
    return refusal(Message.of("api.service.invalid", field=place), _any_voice(request), NOT_USABLE)


@service.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that is no JSON: all that the framework itself complains about."""
    return refusal(Message.of("api.service.no_json"), _any_voice(request), error.status_code)


@service.exception_handler(RequestDataTooBig)
def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """A body larger than any upload may be."""
    return refusal(Message.of("api.service.too_large"), _any_voice(request), TOO_LARGE)


@service.exception_handler(AuthenticationError)
def closed(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Nobody is signed in."""
    return refusal(Message.of("api.service.closed"), _any_voice(request), CLOSED)


def _any_voice(request: HttpRequest) -> Voice:
    own = getattr(request, "auth", None)
    return own if isinstance(own, Voice) else outsider_voice(request)
