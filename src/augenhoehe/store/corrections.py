"""Learning from one's own corrections: on or off, what it rests on, what it changed, and forgetting it.

What was learned is nowhere kept: the layer is computed from the decisions that stand, whenever a conversation is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from augenhoehe.speech.conversation import Conversation
from augenhoehe.store import audit, conversations, findings
from augenhoehe.store import models as tables
from augenhoehe.store.account import Account
from augenhoehe.store.findings import FEEDS_THE_CASE, State
from augenhoehe.store.scope import found, visible
from augenhoehe.understand.considering import Weighed
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.heeding import Heeded, heed, learn
from augenhoehe.understand.lessons import Guess, Lesson, lesson
from augenhoehe.understand.marking.network import shipped
from augenhoehe.understand.scoring import Marked

MOST_LESSONS = 60
"""The latest reviewed conversations from which is learned."""
LATEST = 10
"""The latest conversations for which is said what changed, and which are read anew when it is switched off."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One conversation that was read with what was learned: so many proposals fewer and more."""

    conversation_id: str
    title: str
    held_on: date | None
    fewer: int
    more: int


@dataclass(frozen=True, slots=True)
class Learning:
    """How it stands: on or off, how many conversations teach, by kind what stood and what fell, and what changed."""

    on: bool
    reviewed: int
    stood: int
    fell: int
    added: int
    changed: tuple[Changed, ...]

    @property
    def fewer(self) -> int:
        """Proposals that are missing in the latest conversations."""
        return sum(each.fewer for each in self.changed)

    @property
    def more(self) -> int:
        """Proposals that came on top in the latest conversations."""
        return sum(each.more for each in self.changed)


def reader(actor: Account) -> Callable[[Conversation], Heeded]:
    """What examines conversations for an account: with what was learned where the account wants that.

    The layer is computed once here, for all conversations that are read in a row.
    """
    if not is_on(actor):
        return lambda conversation: Heeded(examine(conversation), ())
    layer = learn(lessons(actor))
    return lambda conversation: heed(conversation, layer)


def keep(actor: Account, conversation_id: str, examined: Heeded) -> None:
    """Remember what was considered and changed in a conversation. Raises NotFoundError.

    Where learning is off nothing is remembered, and what was is dropped.
    """
    row = found(actor, tables.Conversation, conversation_id)
    if not is_on(actor):
        tables.Considered.objects.filter(conversation=row).delete()
        return
    conversation = conversations.conversation(actor, conversation_id).conversation
    tables.Considered.objects.update_or_create(
        conversation=row,
        defaults={
            "mark": _mark(conversation),
            "guesses": _kept(examined.considered),
            "heeded_for_id": actor.id,
            "fewer": examined.fewer,
            "more": examined.more,
        },
    )


def switch(actor: Account, *, on: bool) -> None:
    """Switch learning on or off. Switched off, the latest conversations are read anew without it."""
    with transaction.atomic():
        tables.User.objects.filter(pk=actor.id).update(heeds_corrections=on)
        audit.note(actor, "corrections", "user", actor.id, {"on": int(on)})
        if not on:
            _take_back(actor)


def forget(actor: Account) -> None:
    """Forget what was learned: decisions made until now teach nothing any more; they themselves stay as they are."""
    with transaction.atomic():
        tables.User.objects.filter(pk=actor.id).update(heeds_since=timezone.now())
        audit.note(actor, "corrections", "user", actor.id, {"forgotten": 1})
        _take_back(actor)


def learning(actor: Account) -> Learning:
    """What the settings show. Reviewed conversations count whether or not learning is on."""
    taught = _reviewed(actor)
    decided = tables.Finding.objects.filter(conversation_id__in=taught)
    counts = decided.aggregate(
        stood=Count("pk", filter=Q(state__in=FEEDS_THE_CASE) & ~Q(source=findings.PERSON)),
        fell=Count("pk", filter=Q(state=State.REJECTED)),
        added=Count("pk", filter=Q(state__in=FEEDS_THE_CASE, source=findings.PERSON)),
    )
    on = is_on(actor)
    rows = _heeded(actor).select_related("conversation")[:LATEST] if on else ()
    changed = tuple(
        Changed(row.conversation_id, row.conversation.title, row.conversation.held_on, row.fewer, row.more)
        for row in rows
    )
    return Learning(on, len(taught), counts["stood"], counts["fell"], counts["added"], changed)


def is_on(actor: Account) -> bool:
    """Whether the account wants that the program learns. Off until it is switched on."""
    return tables.User.objects.filter(pk=actor.id, heeds_corrections=True).exists()


def lessons(actor: Account) -> tuple[Lesson, ...]:
    """The lessons of the conversations that the account reviewed to the end, oldest first."""
    return tuple(_lesson(actor, conversation_id) for conversation_id in reversed(_reviewed(actor)))


def _reviewed(actor: Account) -> list[str]:
    """Conversations in which nothing is left to decide and every decision is the account's own, the latest first."""
    since = tables.User.objects.values_list("heeds_since", flat=True).get(pk=actor.id)
    decided = tables.Finding.objects.filter(conversation=OuterRef("pk"))
    foreign = decided.filter(Q(state=State.PROPOSED) | ~Q(decided_by_id=actor.id) | Q(decided_by__isnull=True))
    rows = (
        visible(actor, tables.Conversation)
        .filter(case__is_sample=False)
        .filter(Exists(decided), ~Exists(foreign))
        .annotate(decided_at=Max("findings__decided_at"))
        .order_by("-decided_at", "id")
    )
    if since is not None:
        rows = rows.filter(decided_at__gt=since)
    return list(rows.values_list("id", flat=True)[:MOST_LESSONS])


def _lesson(actor: Account, conversation_id: str) -> Lesson:
    conversation = conversations.conversation(actor, conversation_id).conversation
    texts = {turn.id: turn.text for turn in conversation.turns}
    decided = findings.list_findings(actor, conversation_id)
    kept = [_marked(item.finding) for item in decided if item.state in FEEDS_THE_CASE]
    dropped = [_marked(item.finding) for item in decided if item.state is State.REJECTED]
    for item in decided:
        if item.original is not None and item.original.kind is not item.finding.kind:
            words = texts[item.finding.evidence.turn.id][item.original.start : item.original.end]
            dropped.append(Marked(item.finding.evidence.turn.id, item.original.kind, words))
    guesses = [(guess, texts[guess.turn][guess.start : guess.end]) for guess in _guesses(conversation)]
    return lesson(guesses, kept, dropped)


def _marked(finding: Finding) -> Marked:
    return Marked(finding.evidence.turn.id, finding.kind, finding.evidence.quote)


def _guesses(conversation: Conversation) -> list[Guess]:
    """What the network considered: as it was kept, or read anew where text, sides or network have changed."""
    mark = _mark(conversation)
    row = tables.Considered.objects.filter(conversation_id=conversation.id, mark=mark).first()
    if row is None:
        kept = _kept(heed(conversation, None).considered)
        row, _ = tables.Considered.objects.update_or_create(
            conversation_id=conversation.id, defaults={"mark": mark, "guesses": kept}
        )
    return [Guess(Kind(kind), *rest) for kind, *rest in row.guesses]


def _kept(considered: Sequence[Weighed]) -> list[list[object]]:
    return [[str(one.guess.kind), *astuple(one.guess)[1:]] for one in considered]


def _mark(conversation: Conversation) -> str:
    """What the guesses of a conversation depend on."""
    hashed = hashlib.sha256(_network().encode())
    hashed.update(f"{conversation.language}\x1f{conversation.channel}\x1e".encode())
    for turn in conversation.turns:
        hashed.update(f"{turn.id}\x1f{turn.role}\x1f{turn.text}\x1e".encode())
    return hashed.hexdigest()


def _network() -> str:
    """What tells one shipped network from another: its thresholds and its calibration, fitted for it alone."""
    reader = shipped()
    calibration = reader.calibration
    return repr((sorted(reader.thresholds.items()), calibration.slope, sorted(calibration.offsets.items())))


def _heeded(actor: Account) -> QuerySet[tables.Considered]:
    rows = visible(actor, tables.Considered).filter(heeded_for_id=actor.id)
    return rows.order_by("-conversation__added_at", "conversation_id")


def _take_back(actor: Account) -> None:
    """Read the latest conversations that were changed anew without what was learned; decisions stay."""
    changed = [row for row in _heeded(actor)[:LATEST] if row.fewer or row.more]
    for row in changed:
        conversation = conversations.conversation(actor, row.conversation_id).conversation
        plain = heed(conversation, None)
        findings.replace(actor, row.conversation_id, plain.findings)
    _heeded(actor).update(heeded_for=None, fewer=0, more=0)
