"""Addresses of the cases."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.cases import views

app_name = "cases"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<str:case>/", views.case, name="case"),
    path("<str:case>/edit/", views.edit, name="edit"),
    path("<str:case>/close/", views.close, name="close"),
]
