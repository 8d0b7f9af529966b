"""What is missing in a conversation: a reason nobody asked for, a wish not mirrored, a question not answered or
answered too soon. Notes have no gaps: what their author did not write down may well have been said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from augenhoehe.needs.board import Gap, GapKind, Wish
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.messages import Message
from augenhoehe.understand.answering import answered_without_asking, unanswered
from augenhoehe.understand.findings import Finding
from augenhoehe.understand.recalling import is_note


def gaps(
    conversations: Sequence[Conversation], findings: Mapping[str, Sequence[Finding]], wishes: Sequence[Wish]
) -> tuple[Gap, ...]:
    """The gaps in the order of their places; each says in plain words what is missing."""
    order = {conversation.id: place for place, conversation in enumerate(conversations)}
    turns = {
        (conversation.id, turn.id): place
        for conversation in conversations
        for place, turn in enumerate(conversation.turns)
    }
    told = {conversation.id: conversation for conversation in conversations}
    spoken = [wish for wish in wishes if not all(is_note(told[each.conversation], each.turn) for each in wish.evidence)]
    found = _of_wishes(spoken)
    for conversation in conversations:
        own = findings.get(conversation.id, ())
        for evidence in unanswered(conversation, own):
            found.append(Gap(GapKind.UNANSWERED, evidence, Message.of("needs.gap_unanswered")))
        for evidence in answered_without_asking(conversation, own):
            message = Message.of("needs.gap_answered_without_asking")
            found.append(Gap(GapKind.ANSWERED_WITHOUT_ASKING, evidence, message))
    return tuple(
        sorted(
            found,
            key=lambda gap: (
                order[gap.evidence.conversation],
                turns[gap.evidence.conversation, gap.evidence.turn.id],
                gap.evidence.start,
                list(GapKind).index(gap.kind),
            ),
        )
    )


def _of_wishes(wishes: Sequence[Wish]) -> list[Gap]:
    found = []
    for wish in wishes:
        if wish.reason is None:
            message = Message.of("needs.gap_reason_unknown", wish=wish.what)
            found.append(Gap(GapKind.REASON_UNKNOWN, wish.evidence[0], message, wish.id))
        if wish.mirrored_by is None:
            message = Message.of("needs.gap_not_mirrored", wish=wish.what)
            found.append(Gap(GapKind.WISH_NOT_MIRRORED, wish.evidence[0], message, wish.id))
    return found
