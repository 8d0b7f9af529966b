"""The words that give the reason of a wish: a clause beside it, the answer to "what for?", what else the turn tells."""

from __future__ import annotations

import re

from augenhoehe.speech.conversation import Conversation, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.reason_words import REASON_CLAUSES, REASON_QUESTIONS
from augenhoehe.understand.topics import Word, shared, topics

LEAST_TELLING = 8
"""Words that a turn must hold beside a wish to tell something about it."""
SHORTEST_CLAUSE = 8
_REASON = re.compile("|".join(REASON_CLAUSES), re.IGNORECASE)
_REASON_QUESTION = re.compile("|".join(REASON_QUESTIONS), re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?:\s|$)|\n")


def reason_start(words: str) -> int | None:
    """Where in some words a clause begins that gives their reason."""
    hit = _REASON.search(words)
    return hit.start() if hit else None


def reason_clause(evidence: Evidence) -> Evidence | None:
    """The clause of the same turn, in the wish's own sentence or the next, that gives its reason."""
    text = evidence.turn.text
    end = evidence.end
    for _ in range(2):
        stop = _SENTENCE_END.search(text, end)
        end = stop.end() if stop else len(text)
    hit = _REASON.search(text, evidence.start, end)
    if hit is None:
        return None
    stop = _SENTENCE_END.search(text, hit.start(), end)
    last = stop.start() + 1 if stop else end
    long_enough = last - hit.start() > SHORTEST_CLAUSE
    return Evidence(evidence.conversation, evidence.turn, hit.start(), last) if long_enough else None


def telling_beside(evidence: Evidence) -> Evidence | None:
    """The longest stretch of the turn before or after a wish, where it is long enough to tell something about it."""
    text = evidence.turn.text
    parts = ((0, evidence.start), (evidence.end, len(text)))
    start, end = max(parts, key=lambda part: len(text[part[0] : part[1]].split()))
    if len(text[start:end].split()) < LEAST_TELLING:
        return None
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \n\t,.;:!?–-…"))
    return Evidence(evidence.conversation, evidence.turn, start, start + len(text[start:end].rstrip()))


def reason_question(
    conversation: Conversation, wish: Evidence, wanted: tuple[Word, ...], *, alone: bool
) -> Evidence | None:
    """The customer's turn after an adviser's question what a thing is for.

    The question names the thing, or asks with a pronoun right after the customer named it. `alone` says that the wish
    asks for nothing else.
    """
    turns = conversation.turns
    first = next((at for at, turn in enumerate(turns) if turn.id == wish.turn.id), len(turns))
    for place in range(first + 1, len(turns)):
        turn = turns[place]
        if turn.role is not Role.ADVISER or "?" not in turn.text:
            continue
        for sentence in re.findall(r"[^.!?…]+\?", turn.text):
            if not _REASON_QUESTION.search(sentence):
                continue
            before = _previous(turns, place)
            names_it = bool(shared(wanted, topics(sentence)))
            points_at_it = (before is not None and alone and before.id == wish.turn.id) or (
                before is not None and before.id != wish.turn.id and bool(shared(wanted, topics(before.text)))
            )
            if names_it or points_at_it:
                reply = next((t for t in turns[place + 1 : place + 3] if t.role is Role.CUSTOMER), None)
                if reply is not None and len(reply.text.split()) > 2:
                    return Evidence(conversation.id, reply, 0, len(reply.text))
    return None


def _previous(turns: tuple[Turn, ...], place: int) -> Turn | None:
    return next((turn for turn in reversed(turns[:place]) if turn.role is Role.CUSTOMER), None)
