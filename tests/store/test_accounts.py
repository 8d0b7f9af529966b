"""Tests of accounts and one-time links."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.signing import Signer

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store import accounts, models
from augenhoehe.store.errors import NotFoundError
from augenhoehe.wording.saying import Address, Voice

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def test_a_first_account_has_a_team_of_its_own_and_administers_it(db):
    assert accounts.first_account() is None
    alice = accounts.add_account("alice", "Alice Adler")
    assert (alice.teams, alice.administrator, alice.voice) == ((alice.team,), True, Voice("de", Address.SIE))
    assert accounts.first_account() == alice


def test_further_accounts_of_a_team_do_not_administer_it(cast):
    assert (cast.bob.team, cast.bob.administrator) == (cast.alice.team, False)
    assert cast.charlie.team != cast.alice.team


def test_settings_that_are_not_given_stay(cast):
    changed = accounts.save_settings(cast.alice, language="en", theme="dark")
    assert (changed.name, changed.language, changed.address, changed.theme) == ("Alice Adler", "en", "sie", "dark")
    assert accounts.save_settings(changed, address=Address.DU, name=" A ").voice == Voice("en", Address.DU)


@pytest.mark.parametrize("nonsense", [{"language": "fr"}, {"theme": "pink"}, {"address": "ihr"}, {"name": "  "}])
def test_settings_that_do_not_exist_are_refused(cast, nonsense):
    with pytest.raises(InputRefusedError):
        accounts.save_settings(cast.alice, **nonsense)
    assert accounts.account(cast.alice.id) == cast.alice


def test_nobody_acts_without_an_active_account(cast):
    models.User.objects.filter(pk=cast.alice.id).update(is_active=False)
    for nobody in (cast.alice.id, "0000000000000000"):
        with pytest.raises(NotFoundError):
            accounts.account(nobody)


def test_a_link_signs_in_once(cast):
    token = accounts.make_link_token(cast.alice.id, NOW)
    assert accounts.use_link_token(token, NOW + timedelta(minutes=29)) == cast.alice.id
    assert accounts.use_link_token(token, NOW + timedelta(minutes=29)) is None


@pytest.mark.parametrize(("minutes", "lets_in"), [(30, True), (30.01, False)])
def test_a_link_lives_half_an_hour(cast, minutes, lets_in):
    token = accounts.make_link_token(cast.alice.id, NOW)
    user = accounts.use_link_token(token, NOW + timedelta(minutes=minutes))
    assert user == (cast.alice.id if lets_in else None)


def test_a_forged_link_lets_nobody_in(cast):
    token = accounts.make_link_token(cast.alice.id, NOW)
    bare = token.rpartition(":")[0]
    for forged in (bare, f"{bare}:x", Signer(salt="other").sign(bare), Signer(salt=accounts.LINK_SALT).sign("x"), ""):
        assert accounts.use_link_token(forged, NOW) is None
    assert accounts.use_link_token(token, NOW) == cast.alice.id


def test_the_token_itself_is_not_kept(cast):
    token = accounts.make_link_token(cast.alice.id, NOW)
    (link,) = models.SignInLink.objects.all()
    assert token.partition(":")[0] not in (link.digest, link.id)
