"""Addresses of the needs board of a case."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.needs import views

app_name = "needs"
urlpatterns = [
    path("<str:case>/", views.case, name="case"),
    path("<str:case>/change/", views.change, name="change"),
    path("<str:case>/add/", views.add, name="add"),
    path("<str:case>/undo/", views.undo, name="undo"),
]
