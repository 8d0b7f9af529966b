"""Render the advice record in one of its forms, for one of its audiences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from augenhoehe.journey.record import AdviceRecord
from augenhoehe.report.html import as_page
from augenhoehe.report.layout import lay_out
from augenhoehe.report.markdown import as_markdown
from augenhoehe.report.pdf import as_pdf
from augenhoehe.report.plain import as_json
from augenhoehe.report.tree import Audience, Document
from augenhoehe.wording.saying import Voice

FORMS: Mapping[str, tuple[Callable[[Document], bytes], str]] = {
    "html": (as_page, "text/html; charset=utf-8"),
    "pdf": (as_pdf, "application/pdf"),
    "md": (as_markdown, "text/markdown; charset=utf-8"),
    "json": (as_json, "application/json"),
}
"""Each form with what sets it and its media type; the name is the ending of the file."""

AUDIENCES = tuple(audience.value for audience in Audience)


def render(record: AdviceRecord, voice: Voice, *, form: str, audience: str) -> bytes:
    """The record as `html`, `pdf`, `md` or `json` for the `customer` or `internal`; the same record, the same bytes.

    `voice` addresses whoever reads it. Raises ValueError for a form or an audience that does not exist.
    """
    if form not in FORMS:
        raise ValueError(f"no such form: {form!r} (there are {', '.join(FORMS)})")
    setter, _ = FORMS[form]
    return setter(lay_out(record, voice, Audience(audience)))
