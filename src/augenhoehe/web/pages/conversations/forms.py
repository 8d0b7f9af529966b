"""Forms of the conversation page: a finding in one's own words about the words, and what a conversation is called."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from augenhoehe.speech.conversation import Channel, Turn
from augenhoehe.understand.findings import ATTRIBUTES, Attribute, Kind
from augenhoehe.web.pages.conversations.margin import kinds_for
from augenhoehe.wording.saying import Voice


@dataclass(frozen=True, slots=True)
class AttributeField:
    """One attribute of one kind as the form asks for it. `choices` is empty for free words."""

    kind: Kind
    name: str
    value: str
    choices: tuple[tuple[str, str], ...]

    @property
    def field(self) -> str:
        """The name of the field in the form."""
        return f"{self.kind}.{self.name}"


@dataclass(frozen=True, slots=True)
class FindingForm:
    """What the form shows: the turn, the chosen words, kind and attributes, and what was wrong with them."""

    turn: Turn
    words: str
    kind: Kind
    kinds: tuple[tuple[str, str], ...]
    attributes: tuple[AttributeField, ...]
    start: int | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose: kind, place and attributes."""

    kind: Kind
    start: int
    end: int
    attrs: dict[str, Attribute]


def ask(
    turn: Turn,
    voice: Voice,
    *,
    words: str,
    kind: Kind | None = None,
    attrs: dict[str, Attribute] | None = None,
    start: int | None = None,
    fault: str = "",
) -> FindingForm:
    """The form for a finding in this turn. A kind its side cannot say is offered only where it is the present one."""
    offered = kinds_for(turn.role)
    chosen = kind or offered[0]
    shown = offered if chosen in offered else (chosen, *offered)
    fields = []
    for one in shown:
        for name, allowed in ATTRIBUTES.get(one, {}).items():
            value = (attrs or {}).get(name) if one is chosen else None
            fields.append(AttributeField(one, name, _written(value), _choices(voice, name, allowed)))
    kinds = tuple((str(one), voice.text(f"web.kind.{one}")) for one in shown)
    return FindingForm(turn, words, chosen, kinds, tuple(fields), start, fault)


def read(turn: Turn, data: QueryDict) -> Chosen | str:
    """What was chosen, or the key of the sentence that says what is wrong."""
    try:
        kind = Kind(data.get("kind", ""))
    except ValueError:
        return "web.conversations.fault.kind"
    words = data.get("words", "").replace("\r\n", "\n").strip()
    start = _place(turn, words, data.get("start", ""))
    if not words or start is None:
        return "web.conversations.fault.words"
    attrs: dict[str, Attribute] = {}
    for name, allowed in ATTRIBUTES.get(kind, {}).items():
        said = data.get(f"{kind}.{name}", "").strip()
        if allowed is None:
            attrs[name] = said or None
        else:
            attrs[name] = next((value for value in allowed if _written(value) == said), allowed[0])
    return Chosen(kind, start, start + len(words), attrs)


def _place(turn: Turn, words: str, start: str) -> int | None:
    if start.isdecimal() and len(start) < 9:
        at = int(start)
        # The selection may begin with white space that was stripped from the words.
        for shift in range(3):
            if words and turn.text[at + shift : at + shift + len(words)] == words:
                return at + shift
    found = turn.text.find(words)
    return found if words and found >= 0 else None


def _written(value: Attribute) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value or ""


def _choices(voice: Voice, name: str, allowed: tuple[Attribute, ...] | None) -> tuple[tuple[str, str], ...]:
    return tuple((_written(value), voice.text(f"web.attribute.{name}.{_written(value)}")) for value in allowed or ())


class DetailsForm(forms.Form):
    """What a conversation is called, when it was and how people talked."""

    title = forms.CharField(max_length=300, required=False)
    held_on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    channel = forms.ChoiceField()

    def __init__(self, *args: object, voice: Voice, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        channel = self.fields["channel"]
        assert isinstance(channel, forms.ChoiceField)
        channel.choices = [(str(one), voice.text(f"web.channel.{one}")) for one in Channel]
