"""Tests of getting in: one-time links, and nothing without an account."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, clear_url_caches, get_resolver, path, reverse
from django.utils import timezone

from augenhoehe.store import accounts, audit, models
from augenhoehe.web import urls
from augenhoehe.web.access.signed_in import open_to_all

OPEN = {"access:enter", "access:closed", "access:health", "service:openapi-json", "service:api-root"}
"""The last two describe the service and hold no data."""


@pytest.fixture
def door():
    """Addresses for trying the door: a page that greets, and one that anybody may see."""

    def greet(request):
        return HttpResponse(f"{request.account.name} {request.voice.language} {request.voice.address}")

    added = [path("try/greet/", greet), path("try/open/", open_to_all(lambda request: HttpResponse("open")))]
    urls.urlpatterns[:0] = added
    clear_url_caches()
    yield
    del urls.urlpatterns[: len(added)]
    clear_url_caches()


def signed_in(account) -> Client:
    client = Client()
    token = accounts.make_link_token(account.id, timezone.now())
    assert client.post(reverse("access:enter", args=[token])).status_code == 302
    return client


def every_address(resolver, names=(), prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from every_address(entry, (*names, *filter(None, [entry.namespace])), prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield ":".join([*names, entry.name or ""]), prefix + str(entry.pattern)


def test_every_address_but_the_door_asks_for_an_account(db):
    client, tried = Client(), 0
    for name, route in every_address(get_resolver()):
        if name in OPEN:
            continue
        address = "/" + re.sub(r"<(\w+):\w+>", lambda hit: "1" if hit[1] == "int" else "x", route)
        answers = {method(address).status_code for method in (client.get, client.post)}
        # A call of the service that takes only one method says so to everybody.
        assert answers in ({401}, {401, 405}), (name, address)
        tried += 1
    assert tried > 1


def test_the_account_acts_and_its_voice_speaks(cast, door):
    accounts.save_settings(cast.alice, language="en", address="du")
    assert signed_in(cast.alice).get("/try/greet/").content == b"Alice Adler en du"
    assert Client().get("/try/greet/").status_code == 401
    assert Client().get("/try/open/").content == b"open"


def test_looking_at_a_link_does_not_use_it_up(cast, door):
    address = reverse("access:enter", args=[accounts.make_link_token(cast.alice.id, timezone.now())])
    client = Client()
    assert (client.get(address).status_code, client.get("/try/greet/").status_code) == (200, 401)
    assert client.post(address).headers["Location"] == "/"
    assert [event.verb for event in audit.events(cast.bob)] == ["signed_in"]
    assert client.get("/try/greet/").status_code == 200


def test_a_link_opens_once(cast, door):
    address = reverse("access:enter", args=[accounts.make_link_token(cast.alice.id, timezone.now())])
    assert Client().post(address).status_code == 302
    again = Client()
    answer = again.post(address)
    assert (answer.status_code, "gilt nicht mehr" in answer.content.decode()) == (403, True)
    assert again.get("/try/greet/").status_code == 401


def test_an_old_link_opens_nothing(cast):
    token = accounts.make_link_token(cast.alice.id, timezone.now() - timedelta(minutes=31))
    assert Client().post(reverse("access:enter", args=[token])).status_code == 403


def test_the_form_of_the_link_needs_its_own_page(cast):
    token = accounts.make_link_token(cast.alice.id, timezone.now())
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("access:enter", args=[token]))
    assert (answer.status_code, "nicht übernommen" in answer.content.decode()) == (403, True)


def test_signing_out(cast, door):
    client = signed_in(cast.alice)
    assert client.post(reverse("access:leave")).status_code == 302
    assert client.get("/try/greet/").status_code == 401


def test_an_account_that_is_closed_is_out_at_once(cast, door):
    client = signed_in(cast.bob)
    models.User.objects.filter(pk=cast.bob.id).update(is_active=False)
    assert client.get("/try/greet/").status_code == 401


def test_a_request_takes_the_same_few_queries(cast, door, django_assert_num_queries):
    client = signed_in(cast.alice)
    with django_assert_num_queries(3):
        client.get("/try/greet/")


def test_health_tells_version_and_database(db, monkeypatch):
    answer = Client().get("/health/")
    assert (answer.status_code, answer.json()["database"], answer.json()["schema"]) == (
        200,
        True,
        "augenhoehe.health/1",
    )
    from augenhoehe.web.access import views

    def fail() -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(views.connection, "cursor", fail)
        assert Client().get("/health/").status_code == 503
