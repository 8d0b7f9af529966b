"""Addresses of the conversation page."""

from __future__ import annotations

from django.urls import path

from augenhoehe.web.pages.conversations import asking, deciding, views

app_name = "conversations"
urlpatterns = [
    path("<str:conversation>/", views.show, name="show"),
    path("<str:conversation>/figures/", views.figures, name="figures"),
    path("<str:conversation>/details/", views.details, name="details"),
    path("<str:conversation>/remove/", views.remove, name="remove"),
    path("<str:conversation>/second/", asking.ask, name="second"),
    path("<str:conversation>/people/", deciding.people, name="people"),
    path("<str:conversation>/findings/", deciding.decide_all, name="decide_all"),
    path("<str:conversation>/findings/add/", deciding.add, name="add"),
    path("<str:conversation>/findings/undo/", deciding.undo, name="undo"),
    path("<str:conversation>/findings/<str:finding>/", deciding.decide, name="decide"),
    path("<str:conversation>/findings/<str:finding>/correct/", deciding.correct, name="correct"),
]
