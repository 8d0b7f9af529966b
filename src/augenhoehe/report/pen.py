"""The pen: one record, one voice, one audience. Every sentence of the document passes through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from augenhoehe.journey.record import AdviceRecord, Heard, Origin
from augenhoehe.report.tree import Audience, Facts, Mark, Paragraph, Quote
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message, Value
from augenhoehe.wording.saying import UnknownSentenceError, Voice

CUSTOMER_WORDING = "report.customer."
"""Sentences of other rooms are said to the adviser. The customer gets one only where it has a second wording under this
prefix, or where it stands in `FIT_FOR_BOTH`: what nobody has considered for the customer does not reach them."""

FIT_FOR_BOTH = frozenset(
    f"advise.{name}"
    for name in (
        *("name", "list_and", "list_or", "list_comma", "list_sentences", "the_same_offers"),
        *("rule_budget", "rule_deadline", "rule_effort", "rule_excludes", "rule_owned", "rule_requires"),
        *("rule_variants", "rule_must_take", "rule_must_leave", "rule_must_need", "rule_unknown"),
        *("right_if_budget", "right_if_lifted"),
    )
)
"""Sentences of other rooms that say the same to both sides: names and rules of the catalogue."""


@dataclass(frozen=True)
class Pen:
    """Writes for one audience. `internal` opens what only the adviser's side may read."""

    record: AdviceRecord
    voice: Voice
    audience: Audience

    @property
    def internal(self) -> bool:
        """Whether the adviser's own side reads it."""
        return self.audience is Audience.INTERNAL

    def text(self, key: str, /, **values: object) -> str:
        """A sentence of this room; where one for this audience exists (`key.customer`, `key.internal`), that one."""
        for full in (f"report.{key}.{self.audience.value}", f"report.{key}"):
            try:
                return self.voice.text(full, **values)
            except UnknownSentenceError:
                continue
        raise UnknownSentenceError(f"report.{key} ({self.voice.language})")

    def say(self, message: Message) -> str | None:
        """A sentence of another room, reworded for the customer where they read it; None where it is not for them."""
        if self.internal:
            return self.voice.say(message)
        reworded = self._reworded(message)
        return None if reworded is None else self.voice.say(reworded)

    def _reworded(self, message: Message) -> Message | None:
        key = message.key if message.key in FIT_FOR_BOTH else CUSTOMER_WORDING + message.key
        values: dict[str, Value] = {}
        for name, value in message.values:
            if isinstance(value, Message):
                inner = self._reworded(value)
                if inner is None:
                    return None
                value = inner
            values[name] = value
        try:
            self.voice.text(key)
        except UnknownSentenceError:
            return None
        return Message.of(key, **values)

    @cached_property
    def _heard(self) -> Mapping[str, Heard]:
        return {heard.id: heard for heard in self.record.conversations}

    @cached_property
    def _offers(self) -> Mapping[str, str]:
        return dict(self.record.offers)

    @cached_property
    def _needs(self) -> Mapping[str, str]:
        column = 1 if self.voice.language == "de" else 2
        return {row[0]: row[column] or row[1] or row[2] for row in self.record.needs}

    def offer(self, offer_id: str, otherwise: str = "") -> str:
        """The title of an offer; where the catalogue no longer has it the other title, else its id."""
        return self._offers.get(offer_id) or otherwise or offer_id

    def need(self, need_id: str, otherwise: str = "") -> str:
        """The name of a need in this language; where the catalogue no longer has it the other name, else its id."""
        return self._needs.get(need_id) or otherwise or need_id

    def day(self, value: date | None) -> str:
        """A date, or that it is not known."""
        return self.text("unknown.date") if value is None else self.voice.date(value)

    def place(self, evidence: Evidence) -> str:
        """Who said it, in which conversation, and where in it."""
        turn = evidence.turn
        heard = self._heard.get(evidence.conversation)
        parts = [turn.speaker] if turn.speaker else []
        if heard is not None:
            parts.append(self.conversation(heard))
            said_on = turn.said_on or heard.held_on
            if said_on is not None:
                parts.append(self.voice.date(said_on))
        if turn.start is not None:
            parts.append(self.text("place.time", time=clock(turn.start)))
        else:
            parts.append(self.text("place.turn", turn=str(turn.id)))
        if heard is not None and heard.origin is Origin.MEMORY:
            parts.append(self.text("place.memory"))
        return ", ".join(parts)

    def conversation(self, heard: Heard) -> str:
        """The title of a conversation, or its channel where it has none."""
        return heard.title or self.text(f"channel.{heard.channel.value}")

    def quote(self, evidence: Evidence, lead: str = "") -> Quote:
        """The words with their source."""
        return Quote(" ".join(evidence.quote.split()), self.place(evidence), lead)

    def quotes(self, evidence: Iterable[Evidence], lead: str = "") -> tuple[Quote, ...]:
        """All the words, each place once; only the first is introduced."""
        found: list[Quote] = []
        for one in dict.fromkeys(evidence):
            found.append(self.quote(one, lead if not found else ""))
        return tuple(found)

    def unknown(self, key: str, /, **values: object) -> Paragraph:
        """What is not known, said in words."""
        return Paragraph(self.text(key, **values), unknown=True)

    def facts(self, *rows: tuple[str, str | None]) -> tuple[Facts, ...]:
        """Labels (keys under `report.label`) with values; rows without a value are left out, an empty list too."""
        kept = tuple((self.text(f"label.{key}"), value) for key, value in rows if value)
        return (Facts(kept),) if kept else ()

    def mark(self, confirmed: bool) -> tuple[Mark, str]:
        """The mark of a finding and the word for it."""
        mark = Mark.CONFIRMED if confirmed else Mark.PROPOSED
        return mark, self.text(f"mark.{mark.value}")

    def share(self, value: float) -> str:
        """A share as the language writes it."""
        return self.voice.percent(value)


def clock(seconds: float) -> str:
    """Seconds from the beginning as minutes and seconds (7:12), or with hours (1:02:45)."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"
