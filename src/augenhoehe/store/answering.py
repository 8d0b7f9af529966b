"""Keep what asking after a need brought: the words as a note among the conversations, the answer in the terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

from augenhoehe.advise.wants import Answer
from augenhoehe.listen.consent import Origin
from augenhoehe.listen.transcript import Transcript
from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.store import advising, cases, conversations
from augenhoehe.store.account import Account
from augenhoehe.store.terms import save_terms, terms

MOST_CHARACTERS = 4000


def answer(actor: Account, case_id: str, need: str, *, question: str, words: str, real: bool, today: date) -> None:
    """Keep an answer as a note (question and words) and ask for advice anew.

    Raises NotFoundError, InputRefusedError for an answer without words or after a need that the catalogue does not
    name.
    """
    said = words.replace("\0", "").strip()[:MOST_CHARACTERS]
    ground = advising.inputs(actor, case_id)
    if not said:
        raise InputRefusedError.of("store.advising.no_words")
    if need not in ground.catalogue.needs_by_id:
        raise InputRefusedError.of("store.advising.no_such_need")
    customer = cases.case(actor, case_id).customer or actor.voice.text("store.advising.customer")
    name = ground.catalogue.needs_by_id[need].name(actor.language)
    talk = Conversation(
        f"answer-{need}",
        Language(actor.language),
        Channel.NOTES,
        (Party(actor.name, Role.ADVISER), Party(customer, Role.CUSTOMER)),
        (Turn(1, actor.name, Role.ADVISER, question or name), Turn(2, customer, Role.CUSTOMER, said)),
        actor.voice.text("store.advising.asked", need=name),
        today,
    )
    with transaction.atomic():
        added = conversations.add(
            actor, Transcript(talk, "note", "utf-8", ()), origin=Origin.MEMORY, today=today, case_id=case_id
        )
        turn = talk.turns[1]
        given = Answer(need, real, (Evidence(added.conversation_id, turn, 0, len(said)),))
        held = terms(actor, case_id)
        others = tuple(one for one in held.answers if one.need != need)
        save_terms(actor, case_id, replace(held, answers=(*others, given)))
        advising.advise(actor, case_id)
