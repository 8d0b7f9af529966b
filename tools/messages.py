"""Compile the wording: `locale/<language>/<room>.po` files into one `augenhoehe.mo` a language.

python tools/messages.py            write the compiled catalogues
python tools/messages.py --check    exit 1 where they are not current
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""A compiled catalogue names a day; it is always the same, so that the same sentences give the same bytes."""
LOCALE = Path(__file__).resolve().parent.parent / "src" / "augenhoehe" / "locale"


def compiled(language: str) -> bytes:
    """The compiled catalogue of a language. Raises ValueError for a sentence written twice."""
    whole = Catalog(locale=language, creation_date=WRITTEN)
    for path in sorted((LOCALE / language).glob("*.po")):
        with path.open("rb") as file:
            room = read_po(file, locale=language, abort_invalid=True)
        for message in room:
            if not message.id:
                continue
            if whole.get(message.id, context=message.context) is not None:
                raise ValueError(f"{path}: {message.id} ({message.context or 'no context'}) is written twice")
            if not all((message.string,) if isinstance(message.string, str) else message.string or ("",)):
                raise ValueError(f"{path}: {message.id} has no text")
            whole.add(message.id, message.string, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, whole)
    return buffer.getvalue()


def main() -> int:
    stale = []
    for language in ("de", "en"):
        target = LOCALE / language / "LC_MESSAGES" / "augenhoehe.mo"
        content = compiled(language)
        if target.exists() and target.read_bytes() == content:
            continue
        if "--check" in sys.argv:
            stale.append(target.relative_to(LOCALE.parent.parent.parent))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for path in stale:
        print(f"{path} is not current: run python tools/messages.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
