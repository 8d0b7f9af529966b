"""Take the pictures of the README and the docs: drive Chromium through the demo and write docs/pictures/*.png.

python tools/screenshots.py                    all pictures
python tools/screenshots.py record needs       those whose name begins so

Needs Chromium (or AUGENHOEHE_CHROMIUM) and the development dependencies. The demo's data are gone afterwards.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DESKTOP, PHONE = {"width": 1200, "height": 820}, {"width": 390, "height": 780}
MOST_BYTES = 300_000
PATIENCE = 60


@dataclass(frozen=True)
class Picture:
    """A picture: its file name, the path of the page ({case} and {talk} are filled in), size, scheme and language."""

    name: str
    path: str
    size: dict[str, int]
    scheme: str = "light"
    language: str = "de"
    scroll_to: str = ""


PAGES = (
    ("conversation", "/conversations/{talk}/", ""),
    ("needs", "/needs/{case}/", ""),
    ("advice", "/advice/{case}/", ""),
    ("record", "/record/{case}/", "#record-advice"),
)
LIST = (
    *(Picture(f"{name}-light", path, DESKTOP, scroll_to=place) for name, path, place in PAGES),
    *(Picture(f"{name}-dark", path, DESKTOP, "dark", scroll_to=place) for name, path, place in PAGES),
    *(Picture(f"{name}-phone", path, PHONE, scroll_to=place) for name, path, place in PAGES),
    Picture("conversation-english", "/conversations/{talk}/", DESKTOP, language="en"),
    Picture("record-english", "/record/{case}/", DESKTOP, language="en", scroll_to="#record-advice"),
    Picture("start-light", "/start/", DESKTOP),
)


def answering(port: int) -> None:
    """Wait until the demo takes connections: the link is printed a moment before."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.3)
        else:
            time.sleep(1)
            return
    raise SystemExit(f"nothing answers on port {port}")


@contextmanager
def demo(language: str, port: int) -> Iterator[str]:
    """A running demo in a language; gives its sign-in link."""
    locale, adviser = ("de_DE.UTF-8", "Lena Brandhorst") if language == "de" else ("en_GB.UTF-8", "Priya Raman")
    environment = {**os.environ, "LANG": locale, "LC_ALL": "", "LOGNAME": adviser}
    command = [sys.executable, "-m", "augenhoehe.cli", "demo", "--port", str(port)]
    running = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert running.stdout is not None
        for line in running.stdout:
            found = re.search(r"http://\S+", line)
            if found:
                answering(port)
                yield found[0].rstrip(".")
                break
        else:
            raise SystemExit("the demo did not start")
    finally:
        os.killpg(running.pid, signal.SIGINT)
        running.wait(PATIENCE)


def signed_in(browser: Browser, link: str, language: str) -> Page:
    """A page in which the demo's account is signed in."""
    page = browser.new_context(locale=language, reduced_motion="reduce").new_page()
    page.goto(link)
    page.locator("main form button, main button").first.click()
    page.wait_for_load_state("networkidle")
    return page


def addresses(page: Page, base: str) -> dict[str, str]:
    """The ids of the sample case and of its first conversation."""
    page.goto(f"{base}/cases/")
    case = re.search(r"/cases/([^/]+)/", page.locator("ul.entries a.title").first.get_attribute("href") or "")
    assert case is not None
    page.goto(f"{base}/cases/{case[1]}/")
    talk = re.search(
        r"/conversations/([^/]+)/", page.locator("a[href^='/conversations/']").first.get_attribute("href") or ""
    )
    assert talk is not None
    return {"case": case[1], "talk": talk[1]}


def take(page: Page, base: str, picture: Picture, known: dict[str, str]) -> int:
    """Take one picture. Returns its size in bytes."""
    page.set_viewport_size(picture.size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=picture.scheme)  # type: ignore[arg-type]
    answer = page.goto(base + picture.path.format(**known))
    if answer is None or not answer.ok:
        raise SystemExit(f"{picture.name}: {picture.path} answers {answer.status if answer else 'nothing'}")
    page.wait_for_load_state("networkidle")
    if picture.scroll_to:
        page.locator(picture.scroll_to).first.scroll_into_view_if_needed()
        page.evaluate("place => document.querySelector(place).scrollIntoView()", picture.scroll_to)
    target = PICTURES / f"{picture.name}.png"
    page.screenshot(path=target)
    return target.stat().st_size


def main() -> int:
    chromium = os.environ.get("AUGENHOEHE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    wanted = [one for one in LIST if not sys.argv[1:] or one.name.startswith(tuple(sys.argv[1:]))]
    PICTURES.mkdir(parents=True, exist_ok=True)
    too_large = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        for port, language in ((8585, "de"), (8586, "en")):
            pictures = [one for one in wanted if one.language == language]
            if not pictures:
                continue
            with demo(language, port) as link:
                base = f"http://127.0.0.1:{port}"
                page = signed_in(browser, link, language)
                known = addresses(page, base)
                for picture in pictures:
                    size = take(page, base, picture, known)
                    print(f"{picture.name}: {size // 1000} kB")
                    if size > MOST_BYTES:
                        too_large.append(picture.name)
        browser.close()
    if too_large:
        print(f"larger than {MOST_BYTES // 1000} kB: {', '.join(too_large)}")
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main())
