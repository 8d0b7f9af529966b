"""Tests of the pages that say no, and of the headers every answer carries."""

from __future__ import annotations

import json
import re

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import clear_url_caches, path

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store.errors import NotFoundError
from augenhoehe.web import urls
from augenhoehe.web.access.signed_in import open_to_all

FAULTS = {
    "bad": BadRequest(),
    "forbidden": PermissionDenied(),
    "unseen": NotFoundError(),
    "refused": InputRefusedError.of("web.backup.missing", name="a & <b>.txt"),
    "defect": RuntimeError("Geheimnis"),
}


@pytest.fixture
def faulty():
    """Addresses that fail in every way, and one that takes a file."""

    def fail(request, fault):
        raise FAULTS[fault]

    def take(request):
        return HttpResponse(str(request.FILES["file"].size))

    added = [path("try/fail/<str:fault>/", open_to_all(fail)), path("try/take/", open_to_all(take))]
    urls.urlpatterns[:0] = added
    clear_url_caches()
    yield Client(raise_request_exception=False)
    del urls.urlpatterns[: len(added)]
    clear_url_caches()


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(
    ("address", "status", "german", "english"),
    [
        ("/try/fail/bad/", 400, "nicht zu verstehen", "could not be understood"),
        ("/closed/", 401, "Bitte anmelden", "Please sign in"),
        ("/try/fail/forbidden/", 403, "Das geht so nicht", "This is not allowed"),
        ("/nowhere/", 404, "Hier ist nichts", "There is nothing here"),
        ("/try/fail/unseen/", 404, "Hier ist nichts", "There is nothing here"),
        ("/try/fail/refused/", 422, "Die Datei a &amp; &lt;b&gt;.txt gibt es nicht.", "There is no file a &amp;"),
        ("/try/fail/defect/", 500, "uns ein Fehler passiert", "We made a mistake"),
    ],
)
def test_a_refusal_speaks_both_languages_without_a_query(faulty, address, status, german, english):
    # No database mark: a query would fail this test.
    for language, words in (("de-DE,de;q=0.9,en;q=0.8", german), ("en-GB", english), ("fr", german)):
        answer = faulty.get(address, headers={"accept-language": language})
        assert (answer.status_code, words in answer.content.decode()) == (status, True)
        assert "Geheimnis" not in answer.content.decode()


def test_htmx_gets_a_part_and_programs_get_json(faulty):
    part = faulty.get("/try/fail/refused/", headers={"hx-request": "true"}).content.decode()
    assert ("<html" in part, "gibt es nicht" in part) == (False, True)
    data = faulty.get("/try/fail/refused/", headers={"accept": "application/json"}).json()
    assert data == {
        "schema": "augenhoehe.refusal/1",
        "status": 422,
        "message": "Die Datei a & <b>.txt gibt es nicht.",
    }


@pytest.mark.parametrize(("size", "status"), [(999, 200), (2000, 413)])
def test_uploads_stop_at_the_limit(faulty, settings, size, status):
    settings.UPLOAD_LIMIT = 1300
    answer = faulty.post("/try/take/", {"file": SimpleUploadedFile("talk.txt", b"x" * size)})
    assert answer.status_code == status
    assert ("Eine Datei darf höchstens" in answer.content.decode()) == (status == 413)


def test_a_large_form_stops_at_the_limit_too(faulty, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = faulty.post("/try/take/", json.dumps({"x": "y" * 200}), content_type="application/json")
    assert answer.status_code in (413, 500)


def test_every_answer_is_strict(faulty):
    headers = faulty.get("/nowhere/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    for loose in ("unsafe-inline", "unsafe-eval", "*", "http:", "https:"):
        assert loose not in policy
    assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == (
        "DENY",
        "nosniff",
        "same-origin",
    )


def test_scripts_of_a_page_carry_the_nonce_of_its_answer(faulty):
    answer = faulty.get("/closed/")
    used = set(re.findall(r'nonce="([^"]+)"', answer.content.decode()))
    assert len(used) == 1
    assert f"'nonce-{used.pop()}'" in answer.headers["Content-Security-Policy"]
