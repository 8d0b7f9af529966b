"""The parts of a page that are more than a class name: path, spine, state marks, quotes.

{% load parts %}
{% spine case_id "needs" station=station title=case.title %}    the stations of a case, this page's marked
{% state "confirmed" %} {% state_word "confirmed" %}             how sure we are: drawn; drawn and said
{% quote evidence url=link %}                                    spoken words with who said them, and when
{% page_address "needs:case" case=case.id as link %}             an address, blank where that room is not there
{{ turn.start|clock }}                                           seconds as 0:07, 12:40 or 1:02:03
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.utils.safestring import SafeString

from augenhoehe.speech.evidence import Evidence
from augenhoehe.web.base.path import Step, address, rooms, states_at, stations

register = template.Library()


@register.simple_tag(takes_context=True)
def path(context: Context) -> tuple[Step, ...]:
    """The rooms of the header, the one of the current page marked."""
    match = getattr(context.get("request"), "resolver_match", None)
    return rooms(match.namespace if match else "")


@register.simple_tag
def page_address(name: str, **arguments: object) -> str:
    """The address of a page, blank where its room is not registered."""
    return address(name, **arguments)


@register.inclusion_tag("base/parts/spine.html", takes_context=True)
def spine(
    context: Context,
    case: object,
    current: str = "",
    *,
    station: str = "",
    states: Mapping[str, str] | None = None,
    title: str = "",
) -> dict[str, Any]:
    """The spine of a case. `station` (store.cases.Station) says how far it has come; `states` says it by station."""
    return {
        "voice": context["voice"],
        "steps": stations(case, current, states_at(str(station)) | dict(states or {})),
        "title": title,
        "case_url": address("cases:case", case=case) if current != "conversations" else "",
    }


@register.inclusion_tag("base/parts/state.html")
def state(name: str) -> dict[str, str]:
    """The drawn mark of a state; its word must stand beside it."""
    return {"state": str(name)}


@register.inclusion_tag("base/parts/state_word.html", takes_context=True)
def state_word(context: Context, name: str) -> dict[str, Any]:
    """The mark of a state and its word: proposed, confirmed, corrected, rejected, estimated, unknown."""
    return {"voice": context["voice"], "state": str(name)}


@register.inclusion_tag("base/parts/quote.html", takes_context=True)
def quote(context: Context, evidence: Evidence, *, url: str = "", family: str = "") -> dict[str, Any]:
    """The words of an evidence, with the speaker and the time where it is known."""
    return {
        "voice": context["voice"],
        "words": evidence.quote,
        "speaker": evidence.speaker,
        "at": clock(evidence.turn.start),
        "url": url,
        "family": family,
    }


@register.filter
def clock(seconds: float | None) -> str:
    """Seconds since the beginning as people write them; blank where the time is not known."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def wired(field: BoundField, described: str) -> SafeString:
    """The field's input, tied to its help and its error for those who hear the page."""
    named = field.id_for_label
    ids = [f"{named}_help"] * bool(described) + [f"{named}_error"] * bool(field.errors)
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(ids)} if ids else {}
    if field.errors:
        attributes["aria-invalid"] = "true"
    return field.as_widget(attrs=attributes)


@register.filter
def unlocalised(value: float) -> str:
    """A number as SVG reads it: with a point, whatever the language."""
    return f"{value:g}"
