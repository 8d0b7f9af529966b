"""Addresses of the advice of a case."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.advice import views

app_name = "advice"
urlpatterns = [
    path("<str:case>/", views.case, name="case"),
    path("<str:case>/ask/", views.ask, name="ask"),
    path("<str:case>/what-if/", views.what_if, name="what_if"),
    path("<str:case>/critique/", views.critique, name="critique"),
    path("<str:case>/compare/", views.compare_two, name="compare"),
    path("<str:case>/answer/", views.answer, name="answer"),
]
