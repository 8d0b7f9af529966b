"""Addresses of today."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.today import views

app_name = "today"
urlpatterns = [path("", views.index, name="index")]
