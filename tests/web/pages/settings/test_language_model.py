"""Setting up a language model: off by default, tried out with invented lines, its key never shown again."""

from __future__ import annotations

from pathlib import Path

import pytest

import language_models as models
from augenhoehe.store import audit, second
from augenhoehe.store.models import AuditEvent, LanguageModel
from augenhoehe.web.model_keys import key_of
from conftest import Cast
from web.pages.signing_in import client

PAGE = "/settings/language-model/"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUGENHOEHE_HOME", str(tmp_path))


def saved(cast: Cast, address: str, key: str = "", **more: str) -> str:
    """The page after saving."""
    typed = {"act": "save", "address": address, "model": "klein", "key": key, **more}
    return client(cast.alice).post(PAGE, typed, follow=True).content.decode()


def test_it_is_off_and_says_what_would_leave(cast: Cast) -> None:
    html = client(cast.alice).get(PAGE).content.decode()
    assert "Aus. Das Programm liest allein und ohne Netz." in html
    assert "Was dann hinausgeht" in html
    assert "Aus. Das Programm liest allein und ohne Netz." in client(cast.alice).get("/settings/").content.decode()


def test_what_answers_is_switched_on_after_a_trial_with_invented_lines(cast: Cast) -> None:
    with models.serving(models.by_rule) as server:
        html = saved(cast, server.address, "s3cret")
        again = client(cast.alice).get(PAGE).content.decode()
    assert "Es antwortet: 3 Vorschläge zu vier erfundenen Zeilen, 0 davon nicht zu brauchen." in html
    assert "An: klein auf 127.0.0.1." in html
    assert "Diese Adresse liegt auf diesem Rechner: Der Text verlässt ihn nicht." in html
    assert "breite Maschine" in server.questions[0]
    assert (len(server.asked), server.asked[0][0]["Authorization"]) == (1, "Bearer s3cret")
    assert second.setting(cast.alice).active
    assert "Ein Schlüssel ist hinterlegt." in again
    assert "s3cret" not in html + again


def test_key_stands_in_no_row_and_in_no_trail(cast: Cast) -> None:
    with models.serving(models.by_rule) as server:
        saved(cast, server.address, "s3cret")
    rows = [str(row) for row in (*LanguageModel.objects.values_list(), *AuditEvent.objects.values_list())]
    assert [row for row in rows if "s3cret" in row] == []
    assert key_of(cast.alice.team) == "s3cret"


def test_key_stays_when_left_empty_and_goes_with_another_address_or_on_wish(cast: Cast) -> None:
    kept = []
    with models.serving(models.by_rule) as server, models.serving(models.by_rule) as other:
        for address, more in (
            (server.address, {"key": "s3cret"}),
            (server.address, {}),
            (other.address, {}),
            (other.address, {"key": "new"}),
            (other.address, {"drop_key": "on"}),
        ):
            saved(cast, address, **more)
            kept.append(key_of(cast.alice.team))
    assert kept == ["s3cret", "s3cret", "", "new", ""]
    assert "Authorization" not in other.asked[0][0]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            models.refuses(401),
            "Gespeichert, aber noch aus: Der Dienst nimmt den Schlüssel nicht an. Bitte prüfen Sie ihn.",
        ),
        (models.says("Gern!"), "Gespeichert, aber noch aus: Das Sprachmodell hat nicht in der verlangten Form"),
    ],
)
def test_what_does_not_answer_is_kept_but_stays_off(cast: Cast, answer: models.Answering, sentence: str) -> None:
    with models.serving(answer) as server:
        html = saved(cast, server.address, "s3cret")
    assert sentence in html
    assert not second.setting(cast.alice).active


def test_what_answers_without_use_says_so(cast: Cast) -> None:
    with models.serving(models.says('{"findings": []}')) as server:
        assert "kam nichts Brauchbares" in saved(cast, server.address)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"address": "ftp://localhost"}, "ist keine Adresse für ein Sprachmodell"),
        ({"model": ""}, "Hier fehlt der Name des Modells."),
        ({"key": "zwei worte"}, "So sieht kein Schlüssel aus."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_kept(
    cast: Cast, typed: dict[str, str], sentence: str
) -> None:
    whole = {"act": "save", "address": "http://localhost/v1", "model": "klein", "key": "s3cret"} | typed
    answer = client(cast.alice).post(PAGE, whole)
    html = answer.content.decode()
    assert (answer.status_code, sentence in html, "s3cret" in html) == (422, True, False)
    assert (second.setting(cast.alice), key_of(cast.alice.team)) == (None, "")


def test_off_is_one_click_and_asks_nobody(cast: Cast) -> None:
    with models.serving(models.by_rule) as server:
        saved(cast, server.address)
        html = client(cast.alice).post(PAGE, {"act": "off"}, follow=True).content.decode()
        assert not second.setting(cast.alice).active
        assert "Das Sprachmodell ist aus." in html
        assert len(server.asked) == 1
        client(cast.alice).post(PAGE, {"act": "on"})
        assert (second.setting(cast.alice).active, len(server.asked)) == (True, 2)


def test_colleague_sees_it_and_cannot_change_it(cast: Cast) -> None:
    html = client(cast.bob).get(PAGE).content.decode()
    answer = client(cast.bob).post(PAGE, {"act": "save", "address": "http://localhost/v1", "model": "x"})
    assert "Das richtet ein, wer das Team verwaltet." in html
    assert (answer.status_code, 'name="key"' in html) == (422, False)
    assert second.setting(cast.bob) is None
    assert audit.events(cast.alice) == ()


def test_another_machine_without_encryption_is_said(cast: Cast) -> None:
    second.save_setting(cast.alice, address="http://models.example/v1", model="klein", active=True)
    html = client(cast.alice).get(PAGE).content.decode()
    assert "Diese Adresse liegt nicht auf diesem Rechner: Der Text verlässt ihn." in html
    assert "Der Text wird unterwegs nicht verschlüsselt." in html
