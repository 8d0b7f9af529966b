"""What was not asked, mirrored or answered."""

from __future__ import annotations

from augenhoehe.needs.board import GapKind
from augenhoehe.needs.weighing import board
from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Kind
from augenhoehe.wording.saying import Voice
from needs.talking import found, talk


def test_a_wish_without_reason_and_mirror_leaves_two_gaps() -> None:
    conversation = talk("K: Ich will das Archiv.\nA: Gut.")
    gaps = board([conversation], {"t": found(conversation, (Kind.WISH, "Ich will das Archiv."))}, ()).gaps

    assert [(gap.kind, gap.wish, gap.evidence.quote) for gap in gaps] == [
        (GapKind.REASON_UNKNOWN, "w1", "Ich will das Archiv."),
        (GapKind.WISH_NOT_MIRRORED, "w1", "Ich will das Archiv."),
    ]
    assert [Voice("de").say(gap.because) for gap in gaps] == [
        "Wofür „Ich will das Archiv“ gut sein soll, wurde nicht deutlich.",
        "„Ich will das Archiv“ wurde gehört, aber nicht gespiegelt.",
    ]


def test_a_reasoned_and_mirrored_wish_leaves_none() -> None:
    conversation = talk("K: Ich will das Archiv, weil alles weg ist.\nA: Ohne Archiv ist alles weg.")
    findings = found(
        conversation,
        (Kind.WISH, "Ich will das Archiv, weil alles weg ist."),
        (Kind.MIRROR, "Ohne Archiv ist alles weg."),
    )

    assert board([conversation], {"t": findings}, ()).gaps == ()


def test_an_unanswered_question_is_a_gap_at_its_place() -> None:
    """
    A: Guten Morgen.
    K: Läuft das auch auf dem alten Rechner?
    K: Und was ist mit den drei Festplatten im Keller, auf denen alles liegt?
    """
    conversation = talk(test_an_unanswered_question_is_a_gap_at_its_place.__doc__ or "")
    question = "Läuft das auch auf dem alten Rechner?"
    gaps = board([conversation], {"t": found(conversation, (Kind.QUESTION, question))}, ()).gaps

    assert [(gap.kind, gap.evidence.quote) for gap in gaps] == [(GapKind.UNANSWERED, question)]


def test_notes_have_no_gaps() -> None:
    """Wollte unbedingt die große Anlage. Fragt, ob wir auch liefern."""
    turn = Turn(1, "", Role.UNKNOWN, "Wollte unbedingt die große Anlage. Fragt, ob wir auch liefern.")
    note = Conversation("n", Language.GERMAN, Channel.NOTES, (), (turn,))
    whole = board([note], {"n": examine(note)}, ())
    assert [wish.what for wish in whole.wishes] == ["Wollte unbedingt die große Anlage"]
    assert whole.gaps == ()
