"""The pages, one folder a room (`views`, `forms`, `urls`, `templates/<room>/…`), and their register.

A new page is one folder and one line in `PAGES`; nothing is discovered. Its templates are found under
`web/pages/<room>/templates`, its addresses under the prefix of its line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """One room's pages: the folder below `web/pages` and the prefix of its addresses ("" or "cases/")."""

    room: str
    prefix: str


PAGES: tuple[Page, ...] = (
    Page("start", ""),
    Page("today", "today/"),
    Page("cases", "cases/"),
    Page("listen", "listen/"),
    Page("conversations", "conversations/"),
    Page("needs", "needs/"),
    Page("advice", "advice/"),
    Page("record", "record/"),
    Page("promises", "promises/"),
    Page("checks", "checks/"),
    Page("partner", "partner/"),
    Page("learn", "learn/"),
    Page("catalogue", "catalogue/"),
    Page("settings", "settings/"),
)
"""The register, in the order of the adviser's path. Add one line for a new room."""


def template_folders(pages: tuple[Page, ...]) -> list[Path]:
    """Where the templates of the registered pages lie."""
    return [Path(__file__).parent / page.room / "templates" for page in pages]
