"""Tests of warming up."""

from __future__ import annotations

from augenhoehe.web.warming import start_warming, warm


def test_warming_walks_through_the_rooms_without_a_database():
    # No database mark: a query would fail this test.
    warm()


def test_warming_goes_on_beside_the_first_requests():
    thread = start_warming()
    assert thread.daemon
    thread.join(timeout=30)
    assert not thread.is_alive()
