"""Asking the language model about a conversation: what leaves is shown first, and all or nothing is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import language_models as models
from augenhoehe.speech.conversation import Role
from augenhoehe.store import findings, second
from augenhoehe.understand.engines.reading import LANGUAGE_MODEL
from augenhoehe.web.model_keys import keep_key
from conftest import Cast
from store.making import add
from web.pages.signing_in import client

TALK = """
    Alice Adler: Was soll in einem Jahr anders sein, Frau Schulz?
    Petra Schulz: Ich hätte gern das Reporting-Modul. Rufen Sie 030 1234567 an?
    Alice Adler: Ich schicke Ihnen das bis Freitag.
"""
LONG = "\n".join(f"Petra Schulz: Ich hätte gern Nummer {n}. " + "Wort " * 60 for n in range(40))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))


def switched_on(cast: Cast, server: models.Server) -> None:
    second.save_setting(cast.alice, address=server.address, model="regel", active=True)


def of_model(cast: Cast, talk: str) -> int:
    return sum(item.finding.source == LANGUAGE_MODEL for item in findings.list_findings(cast.alice, talk))


def test_without_a_setting_nothing_is_offered_and_nothing_is_asked(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    html = client(cast.alice).get(f"/conversations/{talk}/").content.decode()
    page = client(cast.alice).post(f"/conversations/{talk}/second/").content.decode()
    assert "Sprachmodell fragen</a>" not in html
    assert "Es ist kein Sprachmodell eingerichtet." in page


def test_switched_off_it_is_not_asked(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.by_rule) as server:
        second.save_setting(cast.alice, address=server.address, model="regel", active=False)
        client(cast.alice).post(f"/conversations/{talk}/second/")
    assert (server.asked, of_model(cast, talk)) == ([], 0)


def test_page_shows_what_leaves_and_looking_asks_nobody(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.by_rule) as server:
        switched_on(cast, server)
        assert "Auch das Sprachmodell fragen" in client(cast.alice).get(f"/conversations/{talk}/").content.decode()
        html = client(cast.alice).get(f"/conversations/{talk}/second/").content.decode()
    assert "2 customer: Ich hätte gern das Reporting-Modul. Rufen Sie [phone] an?" in html
    assert "Der Text geht an regel auf diesem Rechner und verlässt ihn nicht." in html
    assert "Was soll in einem Jahr anders sein, Frau [name2]?" in html
    assert server.asked == []


def test_asked_it_stands_in_the_margin_as_the_models_and_agreement_is_shown(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.by_rule) as server:
        switched_on(cast, server)
        keep_key(cast.alice.team, "s3cret")
        alice = client(cast.alice)
        html = alice.post(f"/conversations/{talk}/second/", follow=True).content.decode()
        page = alice.get(f"/conversations/{talk}/").content.decode()
        alice.post(f"/conversations/{talk}/second/")
    assert "Das Sprachmodell hat 4 Vorschläge hinzugefügt." in html
    seen = re.search(r"Von beiden gefunden: (\d+), nur vom Programm: \d+, nur vom Sprachmodell: (\d+)\.", html)
    assert seen is not None
    assert int(seen[1]) + int(seen[2]) == 4
    assert page.count('<span class="detail sure">Sprachmodell</span>') == 4
    assert "Das schlägt das Sprachmodell regel vor." in page
    assert "Was das Sprachmodell dazu sagt" in page
    assert (len(server.asked), server.asked[0][0]["Authorization"]) == (1, "Bearer s3cret")


def test_long_talk_goes_part_by_part_and_nothing_is_kept_before_the_last(cast: Cast) -> None:
    talk = add(cast.alice, LONG).conversation_id
    kept, said = [], []
    with models.serving(models.by_rule) as server:
        switched_on(cast, server)
        while second.second(cast.alice, talk) is None:
            answer = client(cast.alice).post(f"/conversations/{talk}/second/", headers={"HX-Request": "true"})
            kept.append(of_model(cast, talk))
            said.append(answer)
    assert kept == [0] * (len(server.asked) - 1) + [40]
    assert len(server.asked) > 2
    assert f"Gelesen: Teil 1 von {len(server.asked)}." in said[0].content.decode()
    assert said[-1].headers["HX-Redirect"] == f"/conversations/{talk}/second/"


@pytest.mark.parametrize("htmx", [False, True])
def test_failure_is_said_and_nothing_is_kept(cast: Cast, htmx: bool) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.breaks_off) as server:
        switched_on(cast, server)
        headers = {"HX-Request": "true"} if htmx else {}
        answer = client(cast.alice).post(f"/conversations/{talk}/second/", headers=headers)
    assert answer.status_code == (200 if htmx else 422)
    assert "Die Antwort des Sprachmodells brach mittendrin ab." in answer.content.decode()
    assert (of_model(cast, talk), second.second(cast.alice, talk)) == (0, None)


def test_people_changing_sides_takes_the_second_reading_back(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.by_rule) as server:
        switched_on(cast, server)
        client(cast.alice).post(f"/conversations/{talk}/second/")
    assert of_model(cast, talk) == 4
    client(cast.alice).post(f"/conversations/{talk}/people/", {"name": "Petra Schulz", "role": str(Role.ADVISER)})
    assert (of_model(cast, talk), second.second(cast.alice, talk)) == (0, None)


def test_changed_model_can_be_asked_again(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.by_rule) as server:
        switched_on(cast, server)
        client(cast.alice).post(f"/conversations/{talk}/second/")
        same = client(cast.alice).get(f"/conversations/{talk}/second/").content.decode()
        second.save_setting(cast.alice, address=server.address, model="anders", active=True)
        other = client(cast.alice).get(f"/conversations/{talk}/second/").content.decode()
    assert ("Noch einmal fragen" in same, "Noch einmal fragen" in other) == (False, True)


def test_charlie_sees_nothing(cast: Cast) -> None:
    talk = add(cast.alice, TALK).conversation_id
    with models.serving(models.by_rule) as server:
        switched_on(cast, server)
        second.save_setting(cast.charlie, address=server.address, model="regel", active=True)
        answers = [
            client(cast.charlie).get(f"/conversations/{talk}/second/"),
            client(cast.charlie).post(f"/conversations/{talk}/second/"),
        ]
    assert ([answer.status_code for answer in answers], server.asked) == ([404, 404], [])
