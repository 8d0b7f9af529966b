"""Addresses of the settings."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.settings import corrections, language_model, views

app_name = "settings"
urlpatterns = [
    path("", views.index, name="index"),
    path("language/", views.language, name="language"),
    path("theme/", views.theme, name="theme"),
    path("language-model/", language_model.language_model, name="language_model"),
    path("corrections/", corrections.corrections, name="corrections"),
]
