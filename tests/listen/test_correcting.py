"""What a person corrects about a transcript."""

from __future__ import annotations

from datetime import date

from augenhoehe.listen.correcting import corrected
from augenhoehe.speech.conversation import Channel, Language, Role
from listen.shapes import read_file


def test_sides_are_changed_in_people_turns_and_proposals() -> None:
    made = corrected(
        read_file("teams.vtt"), roles={"Jan Kolb": Role.OTHER, "Berg, Anna": Role.ADVISER, "Petra": Role.OTHER}
    )
    assert [party.role for party in made.conversation.people] == [Role.ADVISER, Role.OTHER]
    assert [turn.role for turn in made.conversation.turns] == [Role.ADVISER, Role.OTHER]
    assert [(proposal.role, proposal.stated) for proposal in made.roles] == [(Role.ADVISER, False), (Role.OTHER, True)]


def test_what_is_not_said_stays() -> None:
    transcript = read_file("thread.eml")
    assert corrected(transcript) == transcript


def test_title_day_channel_and_language() -> None:
    made = corrected(
        read_file("teams.vtt"), title="T", held_on=date(2026, 3, 12), channel=Channel.VIDEO, language=Language.MIXED
    ).conversation
    assert (made.title, made.held_on, made.channel, made.language) == (
        "T",
        date(2026, 3, 12),
        Channel.VIDEO,
        Language.MIXED,
    )
