"""Addresses of the settings."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.settings import views

app_name = "settings"
urlpatterns = [
    path("", views.index, name="index"),
    path("language/", views.language, name="language"),
    path("theme/", views.theme, name="theme"),
]
