"""Addresses of the partner room."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.partner import views

app_name = "partner"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:customer>/", views.customer, name="customer"),
    path("<str:customer>/facts/<str:fact>/remove/", views.remove_fact, name="remove_fact"),
    path("<str:customer>/entries/<str:entry>/take-back/", views.take_back, name="take_back"),
]
