"""Addresses of the promises."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.promises import views

app_name = "promises"
urlpatterns = [
    path("", views.index, name="index"),
    path("promises.ics", views.calendar_file, name="calendar"),
    path("case/<str:case>/", views.case, name="case"),
    path("case/<str:case>/take/", views.take, name="take"),
    path("<str:promise>/settle/", views.settle, name="settle"),
    path("<str:promise>/told/", views.told, name="told"),
]
