"""All addresses: the door, then every registered page under its prefix."""

from __future__ import annotations

from django.urls import include, path

from augenhoehe.web.pages import PAGES

urlpatterns = [
    path("", include("augenhoehe.web.access.urls")),
    path("", include("augenhoehe.web.service.urls")),
    *(path(page.prefix, include(f"augenhoehe.web.pages.{page.room}.urls")) for page in PAGES),
]

handler400 = "augenhoehe.web.access.refusals.bad_request"
handler403 = "augenhoehe.web.access.refusals.forbidden"
handler404 = "augenhoehe.web.access.refusals.not_found"
handler500 = "augenhoehe.web.access.refusals.server_error"
