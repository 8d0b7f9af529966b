"""Examining: order, ids, evidence, and nothing breaks it."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.examining import by_rules, examine
from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Kind
from augenhoehe.understand.talk import prepare
from augenhoehe.wording.saying import LANGUAGES, Voice
from understand.talking import ROLES, found, talk

SCRIPT = """
A: Guten Tag. Was stört Sie am meisten?
C: Die Auswertung dauert jedes Mal zwei Tage, und mehr als 20.000 Euro sind nicht drin.
A: Also die Auswertung kostet Sie zwei Tage. Ich würde mit dem Basispaket anfangen.
C: Ob uns das wirklich Zeit spart, weiß ich nicht. Ich rufe Sie am Freitag an.
"""


def test_findings_come_in_order_with_stable_ids() -> None:
    findings = examine(talk("de", SCRIPT))
    assert [finding.id for finding in findings] == [f"f{number}" for number in range(1, len(findings) + 1)]
    places = [(finding.evidence.turn.id, finding.evidence.start) for finding in findings]
    assert places == sorted(places)
    assert {Kind.QUESTION, Kind.PROBLEM, Kind.ADVICE, Kind.OBJECTION, Kind.PROMISE} <= {one.kind for one in findings}


def test_the_rules_alone_find_the_plain_phrases() -> None:
    assert [finding.kind for finding in by_rules(prepare(talk("de", SCRIPT)))] == [
        Kind.QUESTION, Kind.PROBLEM, Kind.CONSTRAINT, Kind.MIRROR, Kind.ADVICE, Kind.OBJECTION, Kind.PROMISE,
    ]  # fmt: skip


def test_same_input_gives_same_result() -> None:
    assert examine(talk("de", SCRIPT)) == examine(talk("de", SCRIPT))


def test_reason_names_the_words_it_rests_on() -> None:
    """Das Modul würde ich weglassen."""
    (finding,) = found("de", "A: Das Modul würde ich weglassen.")
    assert Voice("de").say(finding.because) == "Ein Rat dagegen, weil hier „würde ich weglassen“ steht."
    assert Voice("en").say(finding.because) == "Advice against it, because “würde ich weglassen” stands here."


def test_mixed_conversation_is_read_turn_by_turn() -> None:
    """
    A: Wie läuft das heute bei Ihnen?
    C: The portal you built us saved us a day a week.
    """
    findings = examine(
        talk("mixed", "A: Wie läuft das heute bei Ihnen?\nC: The portal you built us saved us a day a week.")
    )
    assert [finding.kind for finding in findings] == [Kind.QUESTION, Kind.EXPERIENCE]


def test_unknown_speakers_only_ask_and_promise() -> None:
    """Who speaks for nobody is never held to have a wish or to have given advice."""
    script = SCRIPT.replace("A: ", "U: ").replace("C: ", "U: ")
    assert {finding.kind for finding in examine(talk("de", script))} <= {Kind.QUESTION, Kind.PROMISE}


def test_conversation_without_words_has_no_findings() -> None:
    empty = Conversation(
        "e", Language.GERMAN, Channel.PHONE, (), (Turn(1, "A", Role.ADVISER, "…"), Turn(2, "C", Role.CUSTOMER, ""))
    )
    assert examine(empty) == ()


WORDS = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            "ich würde das weglassen , . ? ! und aber wenn nicht 900 euro bis freitag haben sie können wir i will send "
            "you the price – \n „ “ … 's won't".split(" ")
        ),
        max_size=40,
    ).map(" ".join),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(ROLES)), WORDS), max_size=6), st.sampled_from(list(Language)))
def test_any_text_is_read_and_every_quote_stands_in_its_turn(lines: list[tuple[str, str]], language: Language) -> None:
    turns = tuple(Turn(number, who, ROLES[who], text) for number, (who, text) in enumerate(lines, start=1))
    conversation = Conversation("h", language, Channel.PHONE, (), turns)
    for finding in examine(conversation):
        assert finding.evidence.turn in turns
        assert finding.evidence.quote in finding.evidence.turn.text
        assert finding.evidence.quote.strip(string.whitespace)
        assert finding.kind not in CUSTOMER_KINDS or finding.role is Role.CUSTOMER
        assert finding.kind not in ADVISER_KINDS or finding.role is Role.ADVISER
        assert all(Voice(each).say(finding.because) for each in LANGUAGES)


def test_ten_thousand_turns_are_read() -> None:
    turns = tuple(
        Turn(
            number,
            "A" if number % 2 else "C",
            Role.ADVISER if number % 2 else Role.CUSTOMER,
            "Ja, gut, was kostet das?",
        )
        for number in range(1, 10_001)
    )
    findings = examine(Conversation("long", Language.GERMAN, Channel.PHONE, (), turns))
    assert {finding.kind for finding in findings} == {Kind.QUESTION}
    assert findings[-1].evidence.turn.id > 9_000
