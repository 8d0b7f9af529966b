"""The adviser's path: header and spine."""

from __future__ import annotations

import pytest
from django.urls import reverse

from augenhoehe.store.cases import Station
from augenhoehe.web.base.path import REACHED, STATION_NAMES, address, next_station, rooms, states_at, stations


def test_every_station_of_the_store_has_its_place_on_the_spine() -> None:
    assert set(REACHED) == {str(station) for station in Station}
    for reached in REACHED:
        assert set(states_at(reached)) <= set(STATION_NAMES)
        assert next_station(reached) in {"", *STATION_NAMES}


def test_rooms_mark_the_one_that_is_shown_and_leave_out_what_is_missing() -> None:
    shown = rooms("cases")
    for current, marked in (("cases", ["cases"]), ("needs", ["cases"]), ("today", ["today"]), ("settings", [])):
        assert [step.name for step in rooms(current) if step.current] == marked
    assert all(step.url for step in shown)


def test_stations_stand_without_a_link_where_a_room_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("augenhoehe.web.base.path.STATIONS", (("conversations", "cases"), ("needs", "nowhere")))
    steps = stations("c1", "needs", {"conversations": "done"})
    assert [(step.name, step.url, step.current, step.state) for step in steps] == [
        ("conversations", reverse("cases:case", args=["c1"]), False, "done"),
        ("needs", "", True, "open"),
    ]


def test_address_is_blank_for_a_page_nobody_registered() -> None:
    assert (address("nowhere:index"), address("cases:index")) == ("", "/cases/")
