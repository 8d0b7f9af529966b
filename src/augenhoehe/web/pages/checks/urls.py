"""Addresses of the later looks."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.checks import views

app_name = "checks"
urlpatterns = [
    path("case/<str:case>/", views.case, name="case"),
    path("<str:check>/", views.answer, name="answer"),
]
