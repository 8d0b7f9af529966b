"""Say sentences of the wording catalogue in templates.

    {% load wording %}
    {% say "web.cases.title" customer=name %}     a sentence by its key
    {% say message %}                             a Message from a room
    {{ amount|money:voice }} {{ day|date_words:voice }} {{ figure|number:voice }} {{ share|percent:voice }}
    {{ quote|quoted:voice }} {{ names|listing:voice }} {{ message|said:voice }}

Everything is escaped like any other text. `voice` stands in every template's context.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from augenhoehe.wording.saying import Priced, Sayable, Voice

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, sentence: Sayable | str, /, **values: Any) -> SafeString | str:
    """The sentence of a key with values, or a message, in the reader's voice."""
    voice: Voice = context["voice"]
    # Asking for str first is ten times quicker than asking whether something is a Sayable.
    return conditional_escape(voice.text(sentence, **values) if isinstance(sentence, str) else voice.say(sentence))


@register.filter
def said(message: Sayable, voice: Voice) -> str:
    """A message as a filter, for attributes and blocks."""
    return voice.say(message)


@register.filter
def money(value: Priced, voice: Voice) -> str:
    """An amount with its currency."""
    return voice.money(value)


@register.filter
def date_words(value: date | None, voice: Voice) -> str:
    """A day; blank for none. A moment is shown as its day in the local time zone."""
    if value is None:
        return ""
    return voice.date(timezone.localtime(value).date() if isinstance(value, datetime) else value)


@register.filter
def number(value: int | float | Decimal, voice: Voice) -> str:
    """A number with the language's separators."""
    return voice.number(value)


@register.filter
def percent(share: float, voice: Voice) -> str:
    """A share from 0 to 1 in whole percent."""
    return voice.percent(share)


@register.filter
def quoted(words: str, voice: Voice) -> str:
    """Words between the language's quotation marks."""
    return voice.quoted(words)


@register.filter
def listing(items: Iterable[str], voice: Voice) -> str:
    """Words in a row: "a, b und c"."""
    return voice.listing(items)
