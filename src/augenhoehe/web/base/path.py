"""The adviser's path: the rooms in the header and the stations along the spine of a case.

Every room names its first page `<room>:index` and its page for one case `<room>:case` (argument `case`). An entry whose
room is not registered is left out of the header, and stands without a link on the spine.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

ROOMS = ("today", "cases", "promises", "partner", "learn", "catalogue")
"""The header, in the order of the path."""

STATIONS = (
    ("conversations", "cases"),
    ("needs", "needs"),
    ("advice", "advice"),
    ("record", "record"),
    ("promises", "promises"),
    ("checks", "checks"),
)
"""The spine: the name of a station and the room whose page for one case it opens."""

ALONG_A_CASE = ("conversations", "needs", "advice", "record", "checks", "listen")
"""Rooms whose pages speak of one case: in the header they belong to the cases."""

STATION_NAMES = tuple(name for name, _ in STATIONS)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the header or of the spine. `state` is "open", "begun" or "done"; `url` is blank without a page."""

    name: str
    url: str
    current: bool = False
    state: str = "open"


def address(name: str, **arguments: object) -> str:
    """The address of a named page, blank where its room is not there."""
    try:
        return reverse(name, kwargs=arguments or None)
    except NoReverseMatch:
        return ""


def rooms(current: str) -> tuple[Step, ...]:
    """The rooms of the header; `current` is the namespace of the page that is shown."""
    shown = "cases" if current in ALONG_A_CASE else current
    steps = (Step(room, address(f"{room}:index"), current=room == shown) for room in ROOMS)
    return tuple(step for step in steps if step.url)


def stations(case: object, current: str, states: dict[str, str] | None = None) -> tuple[Step, ...]:
    """The spine of one case with the station that is shown and the state of each."""
    known = states or {}
    return tuple(
        Step(name, address(f"{room}:case", case=case), current=name == current, state=known.get(name, "open"))
        for name, room in STATIONS
    )


REACHED = {
    "empty": ({}, "conversations"),
    "heard": ({"conversations": "begun"}, "conversations"),
    "confirmed": ({"conversations": "done", "needs": "begun"}, "needs"),
    "advised": ({"conversations": "done", "needs": "done", "advice": "done", "record": "begun"}, "record"),
    "decided": (
        {"conversations": "done", "needs": "done", "advice": "done", "record": "done", "promises": "begun"},
        "promises",
    ),
    "closed": (dict.fromkeys(STATION_NAMES, "done"), ""),
}
"""How far a case has come (store.cases.Station): the states of its stations, and the one that comes next."""


def states_at(reached: str) -> dict[str, str]:
    """The states of the stations of a case that has come this far."""
    return dict(REACHED.get(reached, ({}, ""))[0])


def next_station(reached: str) -> str:
    """The station a case that has come this far should visit next; blank for a closed one."""
    return REACHED.get(reached, ({}, ""))[1]
