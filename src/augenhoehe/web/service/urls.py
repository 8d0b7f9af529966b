"""The addresses of the service. It lets people in by itself, to answer in JSON."""

from __future__ import annotations

from django.urls import URLPattern, path

from augenhoehe.web.access.signed_in import open_to_all
from augenhoehe.web.service.calls import service

_patterns, _, _namespace = service.urls
for _pattern in _patterns:
    if isinstance(_pattern, URLPattern):
        open_to_all(_pattern.callback)

urlpatterns = [path("api/1/", (_patterns, _namespace, _namespace))]
