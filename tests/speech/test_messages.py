"""Messages are values: equal sentences are equal, whatever the order their parts were named in."""

from __future__ import annotations

from augenhoehe.speech.messages import Message


def test_order_of_the_values_does_not_matter() -> None:
    assert Message.of("a.b", x=1, y="2") == Message.of("a.b", y="2", x=1)
    assert len({Message.of("a.b", x=1), Message.of("a.b", x=1)}) == 1


def test_values_are_found_by_name() -> None:
    inner = Message.of("a.c")
    assert Message.of("a.b", why=inner, number=3).by_name == {"number": 3, "why": inner}
    assert list(Message.of("a.b", number=3)) == [("number", 3)]
