"""The service answers signed-in people with the bytes of the command line, and everybody else with a sentence."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from augenhoehe.api.shapes import SCHEMAS, schema
from augenhoehe.store import accounts, models

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
TALK = "Ines: Was stört Sie?\nPaul: Der Abschluss dauert zwei Tage. Ich hätte gern das Reporting-Modul.\n"


@pytest.fixture
def client(cast: Any) -> Client:
    """Alice's browser."""
    return signed_in(cast.alice)


def signed_in(account: Any, **options: Any) -> Client:
    client = Client(**options)
    client.force_login(models.User.objects.get(pk=account.id), backend="augenhoehe.web.access.links.LinkBackend")
    return client


def post(client: Client, call: str, **body: Any) -> HttpResponse:
    return client.post(f"/api/1/{call}", json.dumps(body), content_type="application/json")


def message(response: HttpResponse) -> str:
    shape = json.loads(response.content)
    assert (shape["schema"], shape["status"]) == ("augenhoehe.refusal/1", response.status_code)
    return shape["message"]


def file(path: Path, *, encoded: bool = False) -> dict[str, str]:
    if encoded:
        return {"name": path.name, "data": base64.b64encode(path.read_bytes()).decode()}
    return {"name": path.name, "text": path.read_text(encoding="utf-8")}


def test_read_gives_the_findings_of_a_talk(client: Client) -> None:
    response = post(client, "read", file={"name": "talk.txt", "text": TALK}, advisers=["Ines"])
    shape = json.loads(response.content)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    assert (shape["schema"], len(shape["conversation"]["turns"])) == ("augenhoehe.reading/1", 2)
    assert "wish" in {finding["kind"] for finding in shape["findings"]}


def test_bytes_and_text_are_read_alike(client: Client) -> None:
    path = EXAMPLES / "pruefstand" / "erstgespraech.vtt"
    assert post(client, "read", file=file(path)).content == post(client, "read", file=file(path, encoded=True)).content


def test_sentences_are_in_the_voice_of_the_account_or_the_call(cast: Any) -> None:
    accounts.save_settings(cast.bob, language="en")
    client = signed_in(cast.bob)
    talk = {"name": "talk.txt", "text": TALK}
    voices = [json.loads(post(client, "read", file=talk, **each).content)["voice"] for each in ({}, {"lang": "de"})]
    assert [voice["language"] for voice in voices] == ["en", "de"]


def test_advise_on_the_sample_case(client: Client) -> None:
    folder = EXAMPLES / "pruefstand"
    response = post(
        client,
        "advise",
        files=[file(folder / name) for name in ("case.json", "erstgespraech.vtt", "nachfassen.eml")],
        case="case.json",
        catalogue=file(EXAMPLES / "catalogues" / "pruefstand.toml"),
    )
    advice = json.loads(response.content)
    assert (response.status_code, advice["schema"], advice["status"]) == (200, "augenhoehe.advice/1", "best")
    assert [item["offer"] for item in advice["added"]] == ["ordnung", "nachtwaechter"]


@pytest.mark.parametrize("call", ["read", "advise", "schema", "schema/reading"])
def test_nobody_is_let_in_without_an_account(db: None, call: str) -> None:
    response = Client().get(f"/api/1/{call}") if call.startswith("schema") else post(Client(), call)
    assert (response.status_code, message(response)) == (401, "Hier ist niemand angemeldet.")


def test_calls_from_other_sites_are_refused(cast: Any) -> None:
    """A form on another site can send the cookie along, but not the token."""
    client = signed_in(cast.alice, enforce_csrf_checks=True)
    assert post(client, "read", file={"name": "talk.txt", "text": TALK}).status_code == 403


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "Diese Anfrage hat nicht die erwartete Form, zuerst bei: file."),
        ({"file": {"text": "x"}}, "Diese Anfrage hat nicht die erwartete Form, zuerst bei: file.name."),
        (
            {"file": {"name": "a.txt"}},
            "a.txt: Eine Datei kommt entweder als „text“ oder als „data“ (base64), nicht beides und nicht nichts.",
        ),
        ({"file": {"name": "a.txt", "data": "%%%"}}, "a.txt: „data“ ist kein Base64."),
    ],
)
def test_a_wrong_body_is_one_sentence(client: Client, body: dict[str, Any], sentence: str) -> None:
    response = post(client, "read", **body)
    assert (response.status_code, message(response)) == (422, sentence)


def test_a_body_that_is_no_json_is_refused(client: Client) -> None:
    response = client.post("/api/1/read", b"{", content_type="application/json")
    assert (response.status_code, message(response)) == (400, "Diese Anfrage ist kein JSON.")


def test_a_file_that_is_named_but_missing_is_one_sentence(client: Client) -> None:
    response = post(
        client,
        "advise",
        files=[file(EXAMPLES / "pruefstand" / "case.json")],
        case="case.json",
        catalogue=file(EXAMPLES / "catalogues" / "pruefstand.toml"),
    )
    assert (response.status_code, message(response)) == (
        422,
        "Die Datei erstgespraech.vtt wird genannt, liegt aber nicht bei.",
    )


def test_nothing_is_stored(client: Client) -> None:
    post(client, "read", file={"name": "talk.txt", "text": TALK})
    assert models.Conversation.objects.count() == 0


def test_schemas_are_those_of_the_command_line(client: Client) -> None:
    assert json.loads(client.get("/api/1/schema").content) == list(SCHEMAS)
    assert [client.get(f"/api/1/schema/{name}").content.decode() == schema(name) for name in SCHEMAS] == [True] * len(
        SCHEMAS
    )
    assert client.get("/api/1/schema/gedicht").status_code == 404


def test_service_describes_itself(client: Client) -> None:
    described = json.loads(client.get("/api/1/openapi.json").content)
    answer = described["paths"]["/api/1/read"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {"/api/1/read", "/api/1/advise", "/api/1/schema", "/api/1/schema/{name}"}
    assert answer["$id"] == "augenhoehe.reading/1"
    assert client.get("/api/1/docs").status_code == 404
