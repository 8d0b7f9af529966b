"""Addresses of the door itself."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.access import views

app_name = "access"
urlpatterns = [
    path("enter/<str:token>/", views.enter, name="enter"),
    path("leave/", views.leave, name="leave"),
    path("closed/", views.closed_door, name="closed"),
    path("health/", views.health, name="health"),
]
