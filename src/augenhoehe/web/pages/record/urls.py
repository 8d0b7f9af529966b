"""Addresses of the advice record of a case."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.record import views

app_name = "record"
urlpatterns = [
    path("<str:case>/", views.case, name="case"),
    path("<str:case>/decision/", views.decision, name="decision"),
    path("<str:case>/success/", views.success, name="success"),
    path("<str:case>/learned/", views.learned, name="learned"),
    path("<str:case>/letter/", views.letter, name="letter"),
    path("<str:case>/<str:audience>.<str:form>", views.download, name="download"),
]
