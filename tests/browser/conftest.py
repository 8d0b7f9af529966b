"""What browser tests share: `live`, a running application with Alice signed in in a real Chromium.

    def test_needs_board(live: Live) -> None:
        added = making.add(live.alice)                 # store what the page should show (tests/store/making.py)
        page = live.open(f"/needs/{added.case_id}/")   # fails on a script error or a refused style
        assert page.get_by_role("heading", level=1).inner_text() == "…"
        live.accessible()                              # axe finds nothing, light and dark, wide and narrow
        live.fits_a_phone()                            # nothing to scroll sideways at 360 px

A further account: `live.sign_in(account)`. Language: `live.speak("en")`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from augenhoehe.store.account import Account

# The driver runs a loop of its own in this thread; the database is used in it all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]


@dataclass
class Live:
    """The running application, a page in it, and the account that is signed in."""

    url: str
    alice: Account
    context: BrowserContext
    page: Page
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to an address of the application and wait until it is quiet. Fails where the browser complains."""
        self.page.goto(self.url + path)
        self.page.wait_for_load_state("networkidle")
        self.quiet()
        return self.page

    def quiet(self) -> None:
        """Fail where a script broke or the content security policy refused something."""
        assert self.errors == []

    def sign_in(self, account: Account) -> None:
        """Act as this account from now on."""
        self.context.clear_cookies()
        self.context.add_cookies([{"name": "augenhoehe_session", "value": session_of(account), "url": self.url}])

    def speak(self, language: str, address: str = "sie") -> None:
        """Alice's language from now on."""
        from augenhoehe.store import accounts

        accounts.save_settings(self.alice, language=language, address=address)

    def accessible(self) -> None:
        """Axe finds no violation: light and dark, wide and narrow."""
        for scheme in ("light", "dark"):
            for size in (WIDE, NARROW):
                self.page.set_viewport_size(size)
                self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                found = Axe().run(self.page).response["violations"]
                told = [f"{one['id']}: {node['html']} ({scheme})" for one in found for node in one["nodes"]]
                assert told == []
        self.page.set_viewport_size(WIDE)
        self.page.emulate_media(color_scheme="light")

    def fits_a_phone(self) -> None:
        """At 360 px nothing scrolls sideways."""
        self.page.set_viewport_size(NARROW)
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.page.set_viewport_size(WIDE)
        assert wide == 0


def session_of(account: Account) -> str:
    """The session cookie of an account that signed in."""
    from django.test import Client

    from augenhoehe.store.models import User

    client = Client()
    client.force_login(User.objects.get(pk=account.id), backend="augenhoehe.web.access.links.LinkBackend")
    return client.cookies["augenhoehe_session"].value


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium (or the one named in AUGENHOEHE_CHROMIUM), started once."""
    path = os.environ.get("AUGENHOEHE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing = "browser tests need Chromium: apt-get install chromium, or name one in AUGENHOEHE_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def live(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Live]:
    """A running application with Alice signed in."""
    from augenhoehe.store import accounts

    alice = accounts.add_account("alice", "Alice Adler")
    context = browser.new_context(viewport=WIDE, locale="de-DE", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    running = Live(live_server.url, alice, context, page)
    page.on("pageerror", lambda error: running.errors.append(str(error)))
    page.on("console", lambda said: running.errors.append(said.text) if said.type == "error" else None)
    running.sign_in(alice)
    yield running
    context.close()
