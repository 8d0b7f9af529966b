"""Open promises as a calendar file (RFC 5545), for one's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from augenhoehe.keep.ledger import is_open
from augenhoehe.keep.promises import Promise, Side
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import Voice


def calendar(promises: Iterable[Promise], voice: Voice, written_at: datetime) -> bytes:
    """All-day events on the last possible day of each open promise that has one; undated ones cannot stand in a
    calendar.

    An event instead of a task, since common calendars do not show tasks of a subscribed file. Events do not block
    time. `written_at` needs a time zone.
    """
    if written_at.tzinfo is None:
        raise ValueError("the time of writing needs a time zone")
    file = Calendar()
    file.add("prodid", "-//Augenhoehe//keep//DE")
    file.add("version", "2.0")
    file.add("x-wr-calname", voice.text("keep.calendar.name"))
    for promise in promises:
        if is_open(promise) and promise.due is not None and promise.due.last is not None:
            file.add_component(_event(promise, voice, written_at))
    return bytes(file.to_ical())


def _event(promise: Promise, voice: Voice, written_at: datetime) -> Event:
    if promise.due is None or promise.due.last is None:
        raise ValueError(f"promise {promise.id} has no day")
    event = Event()
    event.add("uid", f"{promise.id}@augenhoehe")
    event.add("dtstamp", written_at)
    event.add("dtstart", promise.due.last)
    event.add("dtend", promise.due.last + timedelta(1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", voice.say(_summary(promise)))
    lines = [voice.say(Message.of("keep.calendar.due", words=promise.due.words))] if promise.due.words else []
    if promise.due.ambiguous:
        lines.append(voice.text("keep.due.ambiguous"))
    if not promise.firm:
        lines.append(voice.text("keep.soft"))
    event.add("description", "\n".join(lines))
    return event


def _summary(promise: Promise) -> Message:
    if promise.side is Side.OURS:
        return Message.of("keep.calendar.ours", what=promise.what)
    if not promise.owner:
        return Message.of("keep.calendar.theirs_unnamed", what=promise.what)
    return Message.of("keep.calendar.theirs", what=promise.what, owner=promise.owner)
