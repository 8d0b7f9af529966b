"""The page about learning from corrections: off, on, what it rests on, what it changed, forgotten."""

from __future__ import annotations

from augenhoehe.store import accounts, corrections
from conftest import Cast
from store.test_corrections import read, reviewed
from web.pages.signing_in import client

PAGE = "/settings/corrections/"


def acted(cast: Cast, act: str) -> str:
    return client(cast.alice).post(PAGE, {"act": act}, follow=True).content.decode()


def test_it_is_off_and_says_what_it_would_do(cast: Cast) -> None:
    html = client(cast.alice).get(PAGE).content.decode()
    assert "Aus: Das Programm schlägt vor, was es allen vorschlägt." in html
    assert "Noch aus nichts: In keinem Gespräch haben Sie schon jeden Vorschlag entschieden." in html
    assert "Gelerntes vergessen" not in html
    assert PAGE in client(cast.alice).get("/settings/").content.decode()


def test_it_is_switched_on_and_shows_what_it_changed(cast: Cast) -> None:
    reviewed(cast.alice)
    assert "Eingeschaltet. Es gilt ab dem nächsten Gespräch." in acted(cast, "on")
    read(cast.alice, 99)
    html = client(cast.alice).get(PAGE).content.decode()
    learning = corrections.learning(cast.alice)
    assert f"Vorschläge in den letzten Gesprächen (1): {learning.fewer} weniger, {learning.more} mehr." in html
    assert "Lager 99" in html
    assert "Lager 99" not in client(cast.bob).get(PAGE).content.decode()


def test_it_is_forgotten_and_switched_off(cast: Cast) -> None:
    reviewed(cast.alice, 2)
    acted(cast, "on")
    assert "Vergessen. Das Lernen beginnt von vorn." in acted(cast, "forget")
    assert "Ausgeschaltet." in acted(cast, "off")
    assert not corrections.is_on(cast.alice)


def test_nonsense_changes_nothing(cast: Cast) -> None:
    acted(cast, "everything")
    assert not corrections.is_on(cast.alice)


def test_it_speaks_du_and_english(cast: Cast) -> None:
    accounts.save_settings(cast.alice, address="du")
    assert "nur aus Gesprächen, in denen du selbst" in client(cast.alice).get(PAGE).content.decode()
    accounts.save_settings(cast.alice, language="en")
    assert "Should the program learn from my corrections?" in client(cast.alice).get(PAGE).content.decode()
