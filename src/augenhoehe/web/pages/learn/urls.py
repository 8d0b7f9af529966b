"""Addresses of learning."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.learn import views

app_name = "learn"
urlpatterns = [
    path("", views.index, name="index"),
    path("talks/<str:conversation>/", views.practice, name="practice"),
    path("notes/<str:note>/remove/", views.remove_note, name="remove_note"),
    path("intentions/", views.intend, name="intend"),
    path("intentions/<str:intention>/", views.look_at, name="look_at"),
]
