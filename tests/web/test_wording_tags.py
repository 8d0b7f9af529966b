"""Tests of the template tags that say sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Address, Voice


def rendered(source: str, voice: Voice, **values: object) -> str:
    return Template("{% load wording %}" + source).render(Context({"voice": voice, **values}))


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (Voice("de"), "Die Datei &lt;b&gt; gibt es nicht."),
        (Voice("de", Address.DU), "Die Datei &lt;b&gt; gibt es nicht."),
        (Voice("en"), "There is no file &lt;b&gt;."),
    ],
)
def test_a_sentence_is_said_by_its_key_and_as_a_message_and_is_escaped(voice, said):
    message = Message.of("web.backup.missing", name="<b>")
    assert rendered("{% say 'web.backup.missing' name=name %}", voice, name="<b>") == said
    assert rendered("{% say message %}", voice, message=message) == said
    assert rendered("{{ message|said:voice }}", voice, message=message) == said


@pytest.mark.parametrize(
    ("source", "value", "german", "english"),
    [
        ("money", Money(Decimal("1234.5")), "1.234,50\xa0€", "€1,234.50"),
        ("date_words", date(2026, 3, 12), "12. März 2026", "12 Mar 2026"),
        ("date_words", datetime(2026, 3, 12, 23, 30, tzinfo=UTC), "13. März 2026", "13 Mar 2026"),
        ("date_words", None, "", ""),
        ("number", Decimal("1234.5"), "1.234,5", "1,234.5"),
        ("percent", 0.254, "25\xa0%", "25%"),
        ("quoted", "ja", "„ja“", "“ja”"),
        ("listing", ["a", "b", "c"], "a, b und c", "a, b, and c"),
    ],
)
def test_values_are_written_as_the_language_writes_them(source, value, german, english):
    for voice, written in ((Voice("de"), german), (Voice("en"), english)):
        assert rendered("{{ value|" + source + ":voice }}", voice, value=value).replace(" %", "\xa0%") == written
