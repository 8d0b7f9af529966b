"""Settings: name, language, Sie or du, light or dark."""

from __future__ import annotations

import pytest

from augenhoehe.store import accounts
from augenhoehe.wording.saying import Address
from conftest import Cast
from web.pages.signing_in import client

ALL = {"name": "Alice Ammer", "language": "de", "address": "du", "theme": "dark"}


def test_index_keeps_what_was_chosen(cast: Cast) -> None:
    alice = client(cast.alice)
    html = alice.post("/settings/", ALL, follow=True).content.decode()
    kept = accounts.account(cast.alice.id)
    assert (kept.name, kept.address, kept.theme) == ("Alice Ammer", Address.DU, "dark")
    assert 'data-theme="dark"' in html
    assert "Wie möchtest du arbeiten?" in html


def test_index_asks_again_for_a_name(cast: Cast) -> None:
    answer = client(cast.alice).post("/settings/", ALL | {"name": " "})
    assert answer.status_code == 422
    assert "Hier fehlt der Name." in answer.content.decode()
    assert accounts.account(cast.alice.id).name == "Alice Adler"


@pytest.mark.parametrize(
    ("where", "back"),
    [
        ("/cases/?closed=1", "/cases/?closed=1"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("/\\example.org", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_language_goes_back_to_the_page_and_nowhere_else(cast: Cast, where: str, back: str) -> None:
    answer = client(cast.alice).post("/settings/language/", {"language": "en", "next": where})
    assert answer.headers["Location"] == back
    assert accounts.account(cast.alice.id).language == "en"


def test_language_that_does_not_exist_is_refused(cast: Cast) -> None:
    assert client(cast.alice).post("/settings/language/", {"language": "tlh"}).status_code == 422
    assert accounts.account(cast.alice.id).language == "de"


def test_theme_pressed_twice_is_again_that_of_the_device(cast: Cast) -> None:
    alice = client(cast.alice)
    seen = []
    for _ in range(2):
        alice.post("/settings/theme/", {"theme": "dark", "next": "/settings/"})
        seen.append(accounts.account(cast.alice.id).theme)
    assert seen == ["dark", "auto"]
