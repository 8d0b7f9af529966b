"""Addresses of the catalogues."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.catalogue import changing, views

app_name = "catalogue"
urlpatterns = [
    path("", views.index, name="index"),
    path("template.csv", views.template, name="template"),
    path("<str:catalogue>/", views.show, name="show"),
    path("<str:catalogue>/offer/", changing.offer, name="offer"),
    path("<str:catalogue>/file/", views.file, name="file"),
    path("<str:catalogue>/take/", views.take, name="take"),
]
