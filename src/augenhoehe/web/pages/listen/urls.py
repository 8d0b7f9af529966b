"""Addresses of bringing in a conversation."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.listen import views

app_name = "listen"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("look/", views.look, name="look"),
    path("words/", views.words, name="words"),
]
