"""Library, command line and service speak one language: equal input, equal bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from augenhoehe.api import advise, dump, read, to_json
from augenhoehe.cli.main import main
from augenhoehe.store import models
from augenhoehe.wording.saying import Address, Voice
from walks.sample import CASES, EXAMPLES, case_of, catalogue_file, catalogue_of

VOICES = (Voice("de"), Voice("de", Address.DU), Voice("en"))
TALKS = {
    "pruefstand/erstgespraech.vtt": ["Lena Brandhorst"],
    "pruefstand/nachfassen.eml": ["Lena Brandhorst"],
    "office-move/call.txt": ["Priya Raman"],
    "kurz/whatsapp-hofladen.txt": [],
    "kurz/drei-zeilen.txt": [],
}


@pytest.fixture
def client(cast: Any) -> Client:
    client = Client()
    client.force_login(models.User.objects.get(pk=cast.alice.id), backend="augenhoehe.web.access.links.LinkBackend")
    return client


def by_command(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsysbinary.readouterr().out.decode()


def by_service(client: Client, call: str, body: dict[str, Any]) -> str:
    response = client.post(f"/api/1/{call}", json.dumps(body), content_type="application/json")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", TALKS)
def test_reading_is_the_same_through_every_door(
    client: Client, capsysbinary: pytest.CaptureFixture[bytes], name: str, voice: Voice
) -> None:
    path, advisers = EXAMPLES / name, TALKS[name]
    library = dump(to_json(read(path.read_bytes(), path.name, advisers=advisers), voice))
    spoken = {"lang": voice.language, "address": str(voice.address)}
    options = [part for adviser in advisers for part in ("--adviser", adviser)]
    command = by_command(
        capsysbinary,
        "read",
        str(path),
        "--format",
        "json",
        *options,
        "--lang",
        voice.language,
        "--address",
        voice.address,
    )
    file = {"name": path.name, "text": path.read_bytes().decode()}
    service = by_service(client, "read", {"file": file, "advisers": advisers, **spoken})
    assert command == library
    assert service == library


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", CASES)
def test_advice_is_the_same_through_every_door(
    client: Client, capsysbinary: pytest.CaptureFixture[bytes], name: str, voice: Voice
) -> None:
    library = dump(to_json(advise(case_of(name), catalogue_of(name), language=voice.language), voice))
    spoken = {"lang": voice.language, "address": str(voice.address)}
    command = by_command(
        capsysbinary,
        *("advise", str(EXAMPLES / name), "--catalogue", str(catalogue_file(name)), "--format", "json"),
        *("--lang", voice.language, "--address", voice.address),
    )
    files = [
        {"name": path.name, "text": path.read_bytes().decode()}
        for path in sorted((EXAMPLES / name).iterdir())
        if path.suffix in {".json", ".vtt", ".eml", ".txt", ".md"}
    ]
    catalogue = {"name": f"{name}.toml", "text": catalogue_file(name).read_text(encoding="utf-8")}
    service = by_service(client, "advise", {"files": files, "case": "case.json", "catalogue": catalogue, **spoken})
    assert command == library
    assert service == library
