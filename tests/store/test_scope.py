"""Tests about every table: it says whose it is and what becomes of it, and nobody else sees it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from augenhoehe.store import models
from augenhoehe.store.models.ground import AppendOnly, Kept, Privacy, Scope, Seen
from augenhoehe.store.scope import visible

TABLES = sorted(apps.get_app_config("store").get_models(), key=lambda model: model.__name__)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_table_says_whose_it_is_and_what_becomes_of_it(model):
    assert isinstance(model.__dict__.get("SCOPE"), Scope)
    privacy = model.__dict__.get("PRIVACY")
    assert isinstance(privacy, Privacy)
    assert privacy.holds


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_scope_leads_to_a_team_or_an_owner(model, cast):
    scope = model.SCOPE
    if scope.seen is Seen.NOBODY:
        assert not visible(cast.alice, model).exists()
        return
    end: type[Model] = model
    for step in scope.path.split("__"):
        field = end._meta.get_field(step)
        end = field.related_model if field.is_relation else end
    assert end is (models.Team if scope.seen is Seen.TEAM else models.User)


def test_a_table_without_a_scope_shows_nothing(cast):
    class Careless(Kept):
        class Meta:
            app_label = "store"
            managed = False

    try:
        assert visible(cast.alice, Careless).query.is_empty()
    finally:
        del apps.all_models["store"]["careless"]
        apps.clear_cache()


def test_append_only_tables_are_those_with_triggers():
    from augenhoehe.store.growing import TABLES as WITH_TRIGGERS

    assert {model._meta.db_table for model in TABLES if issubclass(model, AppendOnly)} == set(WITH_TRIGGERS)


def test_a_scope_needs_its_path_and_nobody_needs_none():
    with pytest.raises(ValueError, match="a scope needs"):
        Scope(Seen.TEAM)
    with pytest.raises(ValueError, match="a scope needs"):
        Scope(Seen.NOBODY, "team")
