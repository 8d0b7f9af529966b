"""The script of a conversation, a page at a time, so that ten thousand turns stay quick to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from augenhoehe.speech.conversation import Channel, Language, Party, Role, Turn
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.findings import State, StoredFinding, stored
from augenhoehe.store.scope import found, one, visible
from augenhoehe.store.searching import searchable
from augenhoehe.store.turns import turn_value
from augenhoehe.understand.findings import FAMILY, Family, Kind

PAGE_SIZE = 200
HELD = (State.PROPOSED, State.CONFIRMED, State.CORRECTED)


@dataclass(frozen=True, slots=True)
class ScriptHead:
    """A conversation without its turns. `adviser_id` is the adviser of its case."""

    id: str
    title: str
    case_id: str
    case_title: str
    adviser_id: str
    held_on: date | None
    channel: Channel
    language: Language
    people: tuple[Party, ...]
    turns: int


@dataclass(frozen=True, slots=True)
class ScriptPage:
    """Some turns with what was found in them. `number` counts from 1."""

    number: int
    pages: int
    turns: tuple[Turn, ...]
    findings: tuple[StoredFinding, ...]


def head(actor: Account, conversation_id: str) -> ScriptHead:
    """A conversation without its turns. Three queries. Raises NotFoundError."""
    row = one(visible(actor, tables.Conversation).filter(pk=conversation_id).select_related("case"))
    return ScriptHead(
        id=row.id,
        title=row.title,
        case_id=row.case_id,
        case_title=row.case.title,
        adviser_id=row.case.adviser_id,
        held_on=row.held_on,
        channel=Channel(row.channel),
        language=Language(row.language),
        people=tuple(Party(item.name, Role(item.role)) for item in row.participants.order_by("position")),
        turns=row.turns.count(),
    )


def page(
    actor: Account,
    about: ScriptHead,
    number: int = 1,
    *,
    kinds: Sequence[Kind] | None = None,
    states: Sequence[State] = HELD,
) -> ScriptPage:
    """One page of the script; a number beyond the last gives the last. `kinds` and `states` choose findings."""
    pages = max(1, -(-about.turns // PAGE_SIZE))
    number = min(max(1, number), pages)
    first = (number - 1) * PAGE_SIZE
    turns = visible(actor, tables.Turn).filter(
        conversation_id=about.id, position__gte=first, position__lt=first + PAGE_SIZE
    )
    findings = visible(actor, tables.Finding).filter(
        conversation_id=about.id, turn__position__gte=first, turn__position__lt=first + PAGE_SIZE, state__in=states
    )
    if kinds is not None:
        findings = findings.filter(kind__in=kinds)
    return ScriptPage(
        number,
        pages,
        tuple(turn_value(row) for row in turns.order_by("position")),
        tuple(stored(row) for row in _in_order(findings)),
    )


def turn(actor: Account, conversation_id: str, number: int) -> tuple[Turn, tuple[StoredFinding, ...]]:
    """One turn with its findings. Raises NotFoundError."""
    rows = visible(actor, tables.Turn).filter(conversation_id=conversation_id, number=number)
    said = one(rows)
    findings = visible(actor, tables.Finding).filter(turn=said)
    return turn_value(said), tuple(stored(row) for row in _in_order(findings))


def page_of_turn(actor: Account, conversation_id: str, number: int) -> int:
    """The page on which a turn stands. Raises NotFoundError."""
    rows = visible(actor, tables.Turn).filter(conversation_id=conversation_id, number=number)
    return int(one(rows).position) // PAGE_SIZE + 1


def turn_of_finding(actor: Account, conversation_id: str, key: str) -> int:
    """The number of the turn in which a finding stands. Raises NotFoundError."""
    rows = visible(actor, tables.Finding).filter(conversation_id=conversation_id, key=key)
    return one(rows.select_related("turn")).turn.number


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are by family and state, and how many proposals lie above a certainty."""

    counts: Mapping[tuple[Family, State], int]
    sure: int

    def family(self, family: Family) -> int:
        """All findings of a family that were not rejected."""
        return sum(
            number
            for (one_family, state), number in self.counts.items()
            if one_family is family and state is not State.REJECTED
        )

    def state(self, state: State) -> int:
        """All findings in a state."""
        return sum(number for (_, one_state), number in self.counts.items() if one_state is state)


def tally(actor: Account, conversation_id: str, sure_from: float) -> Tally:
    """Count the findings of a conversation. Three queries. Raises NotFoundError."""
    found(actor, tables.Conversation, conversation_id)
    rows = visible(actor, tables.Finding).filter(conversation_id=conversation_id)
    counts: dict[tuple[Family, State], int] = {}
    for kind, state, number in rows.order_by().values_list("kind", "state").annotate(number=Count("pk")):
        place = (FAMILY[Kind(kind)], State(state))
        counts[place] = counts.get(place, 0) + number
    return Tally(counts, rows.filter(state=State.PROPOSED, certainty__gte=sure_from).count())


def hits(actor: Account, conversation_id: str, words: str, *, limit: int = 50) -> tuple[tuple[Turn, int], ...]:
    """Turns that contain all the words, with the page on which each stands; blank words find nothing."""
    wanted = searchable(words).split()[:8]
    if not wanted:
        return ()
    rows = visible(actor, tables.Turn).filter(conversation_id=conversation_id)
    for word in wanted:
        rows = rows.filter(searchable__contains=word)
    return tuple((turn_value(row), row.position // PAGE_SIZE + 1) for row in rows.order_by("position")[:limit])


def can_undo(actor: Account, conversation_id: str) -> bool:
    """Whether this account decided anything here that can be taken back."""
    found(actor, tables.Conversation, conversation_id)
    return tables.FindingChange.objects.filter(finding__conversation_id=conversation_id, by_id=actor.id).exists()


def _in_order(rows: object) -> Sequence[tables.Finding]:
    ordered = rows.select_related("turn", "decided_by").order_by("turn__position", "start", "kind", "key")  # type: ignore[attr-defined]
    return list(ordered)
