"""Addresses of the first run."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.start import views

app_name = "start"
urlpatterns = [
    path("", views.home, name="home"),
    path("start/", views.index, name="index"),
    path("start/sample/", views.sample, name="sample"),
]
