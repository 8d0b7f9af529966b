"""The first run."""

from __future__ import annotations

import pytest

from augenhoehe.store import accounts, cases
from conftest import Cast
from store import making
from web.pages.signing_in import client


def test_home_is_the_first_run_until_there_is_a_case(cast: Cast) -> None:
    alice = client(cast.alice)
    assert alice.get("/").headers["Location"] == "/start/"
    making.add(cast.alice)
    assert alice.get("/").headers["Location"] == "/today/"
    assert client(cast.charlie).get("/").headers["Location"] == "/start/"


def test_index_offers_the_ways_to_begin(cast: Cast) -> None:
    html = client(cast.alice).get("/start/").content.decode()
    assert "Was hat Ihr Kunde gesagt?" in html
    assert 'action="/start/sample/"' in html


@pytest.mark.parametrize(("language", "title"), [("de", "Prüfstand für Radnabenmotoren"), ("en", "")])
def test_sample_is_laid_out_once(cast: Cast, language: str, title: str) -> None:
    accounts.save_settings(cast.alice, language=language)
    alice = client(cast.alice)
    first, second = (alice.post("/start/sample/").headers["Location"] for _ in range(2))
    (line,) = cases.list_cases(cast.alice)
    assert first == second == f"/cases/{line.id}/"
    assert line.is_sample
    assert line.open_findings > 0
    assert title in line.title
    assert alice.get(first).status_code == 200
