"""Notes: twelve of them as people write them, and what they report by whose side."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Finding
from augenhoehe.understand.note_cues import MOST, note_lexicon
from augenhoehe.wording.saying import Voice

CHOIR = """
Frau Lindqvist vom Chor war da, wollte unbedingt die große Verstärkeranlage.
Geht ihr eigentlich darum, dass die hinteren Reihen beim Sommerkonzert die Soli hören;
mehr als 1.500 Euro haben sie nicht.
Habe ihr zwei Richtmikrofone empfohlen und zugesagt, bis Montag eins zum Ausprobieren mitzubringen.
"""
BAKERY = """
Bäckerei Tanner, Telefonat. Sucht neues Kassensystem. Problem: Samstags steht die Schlange bis auf die Straße.
Budget 5.000, muss bis März laufen. Entscheidet am Ende der Chef. Angebot bis Freitag.
"""
ROOF = """
Ehepaar Brandl war hier. Sie klagt über die Hitze unterm Dach, er findet uns zu teuer.
Wollen 10 % Rabatt, habe nein gesagt zum Rabatt und von der Klimaanlage abgeraten.
Sie schickt mir die Maße bis Ende der Woche. Er meldet sich nach den Ferien.
"""
BULLETS = """
- will Warenwirtschaft mit App
- nutzt das alte Modul nicht, steht seit zwei Jahren nur im Schrank
- Ziel: Inventur an einem Tag statt an drei
- Datenschutz: Kundendaten dürfen nicht in die Cloud
- To do: Angebot schicken bis Dienstag, Herrn Ahrens anrufen
- offen: Wer zahlt die Schulung?
"""
MARKDOWN = """# Gespräch Praxis Dr. Yildiz, 12.05.2026

## Wünsche
- Online-Terminbuchung
- neue Telefonanlage

## Bedenken
- ältere Patienten kommen damit nicht klar

## Aufgaben
- Testzugang einrichten bis 20. Mai
"""
DICTATED = (
    "also die frau okafor vom blumenladen möchte unbedingt einen onlineshop aber eigentlich geht es ihr darum dass sie "
    "samstags früher zumachen kann mehr als 600 euro hat sie nicht und ich habe ihr vom shop abgeraten ich schicke ihr "
    "bis mittwoch einen entwurf und sie schickt mir fotos"
)
SENTENCES = """
Herr Petrovic war anfangs sehr skeptisch, ob sich das Ganze rechnet. Er hat mit dem letzten Anbieter schlechte
Erfahrungen gemacht. Wichtig ist ihm, dass immer derselbe Monteur kommt. Ich habe ihm 5 % nachgelassen, wenn er zwei
Jahre unterschreibt. Die Ausschreibung muss bis 30. Juni fertig sein.
"""
SCHOOL = """
Schule am Park: Die Rektorin ärgert sich, dass die Beamer ständig ausfallen. Hätte gern fünf neue, höchstens 8.000 Euro.
Der Schulträger muss zustimmen. Sie fragt, ob wir auch schulen. Habe angeboten, am 3. Juni vorbeizukommen, und von den
billigen Geräten abgeraten.
"""
GYM = """
Met Dana from the gym. Wants the premium package badly, it's really about members not quitting in February.
No more than 9k. I recommended the basic plan and promised to send the quote by Friday. She'll check with her boss.
"""
CLINIC = """
- they complain about no-shows
- budget: 400 a month
- has to run with their old Mac server
- thinks we are too expensive
- needs to think it over, will be in touch after the holidays
- next steps: send sample report by Monday, call Mr Patel
"""
MUSEUM = """
Curator was sceptical about the app. They're not using the audio guides we sold them. Asked for 15 % off, I said no to
that. Advised against the tablets. The director has the final say. Asked whether we train volunteers.
Still open: who owns the recordings?
"""
SPOKEN = (
    "so i met the owner of the bakery she wants a new oven badly but it is really about getting up later she can not "
    "spend more than 4000 and it has to be running before easter i said i would send her a quote by tuesday and she "
    "will send me the floor plan"
)

Expected = tuple[str, str | None, str, object]
EXAMPLES: list[tuple[str, str, list[Expected]]] = [
    ("choir.txt", CHOIR, [
        ("wish", "customer", "große Verstärkeranlage", None),
        ("goal", "customer", "die hinteren Reihen beim Sommerkonzert die Soli hören", None),
        ("constraint", "customer", "mehr als 1.500 Euro", "budget"),
        ("advice", "adviser", "zwei Richtmikrofone empfohlen", "for"),
        ("promise", "adviser", "bis Montag eins zum Ausprobieren mitzubringen", "bis Montag"),
    ]),
    ("bakery.txt", BAKERY, [
        ("wish", "customer", "neues Kassensystem", None),
        ("problem", "customer", "Samstags steht die Schlange bis auf die Straße", None),
        ("constraint", "customer", "Budget 5.000", "budget"),
        ("constraint", "customer", "muss bis März laufen", "deadline"),
        ("criterion", "customer", "Entscheidet am Ende der Chef", None),
        ("promise", "adviser", "Angebot bis Freitag", "bis Freitag"),
    ]),
    ("roof.txt", ROOF, [
        ("problem", "customer", "klagt über die Hitze unterm Dach", None),
        ("objection", "customer", "findet uns zu teuer", None),
        ("ask_concession", "customer", "Wollen 10 % Rabatt", "price"),
        ("refusal", "adviser", "nein gesagt zum Rabatt", None),
        ("advice", "adviser", "von der Klimaanlage abgeraten", "against"),
        ("promise", "customer", "schickt mir die Maße bis Ende der Woche", "bis Ende der Woche"),
        ("put_off", "customer", "meldet sich nach den Ferien", None),
    ]),
    ("bullets.txt", BULLETS, [
        ("wish", "customer", "will Warenwirtschaft mit App", None),
        ("experience", "customer", "nutzt das alte Modul nicht", "negative"),
        ("goal", "customer", "Inventur an einem Tag statt an drei", None),
        ("constraint", "customer", "Kundendaten dürfen nicht in die Cloud", "legal"),
        ("promise", "adviser", "Angebot schicken bis Dienstag", "bis Dienstag"),
        ("promise", "adviser", "Herrn Ahrens anrufen", None),
        ("question", None, "Wer zahlt die Schulung?", "open"),
    ]),
    ("praxis.md", MARKDOWN, [
        ("wish", "customer", "Online-Terminbuchung", None),
        ("wish", "customer", "neue Telefonanlage", None),
        ("objection", "customer", "ältere Patienten kommen damit nicht klar", None),
        ("promise", "adviser", "Testzugang einrichten bis 20. Mai", "bis 20. Mai"),
    ]),
    ("dictated.txt", DICTATED, [
        ("wish", "customer", "möchte unbedingt einen onlineshop", None),
        ("goal", "customer", "dass sie samstags früher zumachen kann", None),
        ("constraint", "customer", "mehr als 600 euro hat sie nicht", "budget"),
        ("advice", "adviser", "ich habe ihr vom shop abgeraten", "against"),
        ("promise", "adviser", "ich schicke ihr bis mittwoch einen entwurf", "bis mittwoch"),
        ("promise", "customer", "sie schickt mir fotos", None),
    ]),
    ("sentences.txt", SENTENCES, [
        ("objection", "customer", "Herr Petrovic war anfangs sehr skeptisch, ob sich das Ganze rechnet", None),
        ("experience", "customer", "schlechte Erfahrungen", "negative"),
        ("criterion", "customer", "Wichtig ist ihm, dass immer derselbe Monteur kommt", None),
        ("concession", "adviser", "5 % nachgelassen, wenn er zwei Jahre unterschreibt", "price"),
        ("constraint", "customer", "muss bis 30. Juni fertig sein", "deadline"),
    ]),
    ("school.txt", SCHOOL, [
        ("problem", "customer", "ärgert sich, dass die Beamer ständig ausfallen", None),
        ("wish", "customer", "Hätte gern fünf neue", None),
        ("constraint", "customer", "höchstens 8.000 Euro", "budget"),
        ("criterion", "customer", "Der Schulträger muss zustimmen", None),
        ("question", "customer", "fragt, ob wir auch schulen", "closed"),
        ("promise", "adviser", "am 3. Juni vorbeizukommen", "am 3. Juni"),
        ("advice", "adviser", "von den billigen Geräten abgeraten", "against"),
    ]),
    ("gym.txt", GYM, [
        ("wish", "customer", "Wants the premium package badly", None),
        ("goal", "customer", "really about members not quitting in February", None),
        ("constraint", "customer", "No more than 9k", "budget"),
        ("advice", "adviser", "I recommended the basic plan", "for"),
        ("promise", "adviser", "promised to send the quote by Friday", "by Friday"),
        ("promise", "customer", "She'll check with her boss", None),
    ]),
    ("clinic.txt", CLINIC, [
        ("problem", "customer", "they complain about no-shows", None),
        ("constraint", "customer", "budget: 400 a month", "budget"),
        ("constraint", "customer", "has to run with their old Mac server", "technical"),
        ("objection", "customer", "thinks we are too expensive", None),
        ("put_off", "customer", "will be in touch after the holidays", None),
        ("promise", "adviser", "send sample report by Monday", "by Monday"),
        ("promise", "adviser", "call Mr Patel", None),
    ]),
    ("museum.txt", MUSEUM, [
        ("objection", "customer", "sceptical about the app", None),
        ("experience", "customer", "not using the audio guides", "negative"),
        ("ask_concession", "customer", "Asked for 15 % off", "price"),
        ("refusal", "adviser", "I said no to that", None),
        ("advice", "adviser", "Advised against the tablets", "against"),
        ("criterion", "customer", "director has the final say", None),
        ("question", "customer", "Asked whether we train volunteers", "closed"),
        ("question", None, "who owns the recordings?", "open"),
    ]),
    ("spoken.txt", SPOKEN, [
        ("wish", "customer", "she wants a new oven badly", None),
        ("goal", "customer", "really about getting up later", None),
        ("constraint", "customer", "she can not spend more than 4000", "budget"),
        ("constraint", "customer", "it has to be running before easter", "deadline"),
        ("promise", "adviser", "i would send her a quote by tuesday", "by tuesday"),
        ("promise", "customer", "will send me the floor plan", None),
    ]),
]  # fmt: skip
ATTRIBUTE = {
    "constraint": "type", "ask_concession": "type", "concession": "type", "advice": "direction",
    "experience": "polarity", "question": "form", "promise": "due",
}  # fmt: skip


def said(finding: Finding) -> tuple[str, str | None, object]:
    """Kind, side and telling attribute of a finding."""
    attribute = ATTRIBUTE.get(finding.kind.value)
    return finding.kind.value, finding.by and finding.by.value, attribute and finding.attr(attribute)


def read(name: str, text: str) -> tuple[Finding, ...]:
    """What is found in a note as it comes in."""
    return examine(read_conversation(text.strip().encode(), name).conversation)


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES, ids=[name for name, _, _ in EXAMPLES])
def test_notes_report_what_stands_in_them(name: str, text: str, expected: list[Expected]) -> None:
    findings = read(name, text)
    assert [said(finding) for finding in findings] == [(kind, by, attr) for kind, by, _, attr in expected]
    quotes = [" ".join(finding.evidence.quote.split()) for finding in findings]
    assert [
        (words, quote) for (_, _, words, _), quote in zip(expected, quotes, strict=True) if words not in quote
    ] == []


def one(line: str, language: str = "de") -> list[tuple[str, str | None, object]]:
    """What is found in a note of one line."""
    turn = Turn(1, "", Role.UNKNOWN, line)
    return [said(each) for each in examine(Conversation("n", Language(language), Channel.NOTES, (), (turn,)))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("will 10 % Rabatt", [("ask_concession", "customer", "price")]),
        ("ich will ihr noch schreiben", [("promise", "adviser", None)]),
        ("ich will den Sommer nutzen", []),
        ("will keinen Wartungsvertrag", [("constraint", "customer", "other")]),
        ("will wissen, was das kostet", [("question", "customer", "open")]),
        ("hat mir zugesagt, die Pläne zu schicken", [("promise", "customer", None)]),
        ("zugesagt, die Pläne zu schicken", [("promise", "adviser", None)]),
        ("habe nichts zugesagt", []),
        ("ihr Bruder hat ihr das Pult empfohlen", []),
        ("keine Probleme mit der alten Anlage", []),
        ("entscheidet der Chef", [("criterion", "customer", None)]),
        ("entscheidet erst nach den Ferien", [("put_off", "customer", None)]),
        ("meldet sich bis Freitag", [("promise", "customer", "bis Freitag")]),
        ("Wetter war schön, Kaffee auch", []),
        ("Budget?", [("question", None, "closed")]),
        ("5 % nachgelassen", [("concession", "adviser", "price")]),
    ],
)
def test_lines_that_look_alike_are_told_apart(line: str, expected: list[tuple[str, str | None, object]]) -> None:
    assert one(line) == expected


def test_promise_below_a_side_is_that_sides() -> None:
    assert one("Ich: Angebot bis Freitag") == [("promise", "adviser", "bis Freitag")]
    assert one("Kunde: Angebot vergleichen bis Freitag") == [("promise", "customer", "bis Freitag")]


def test_speakers_are_read_as_speakers_in_notes_too() -> None:
    """Where a side said something itself, nobody reports it."""
    turn = Turn(1, "Frau Lindqvist", Role.CUSTOMER, "Mehr als 1.500 Euro sind nicht drin.")
    (finding,) = examine(Conversation("n", Language.GERMAN, Channel.NOTES, (), (turn,)))
    assert (finding.by, finding.role) == (None, Role.CUSTOMER)


def test_reason_quotes_the_note() -> None:
    finding = read("choir.txt", CHOIR)[0]
    assert Voice("de").say(finding.because) == (
        "Ein Wunsch der Kundenseite, weil in der Notiz „wollte unbedingt“ steht."
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["de", "en"]))
def test_any_note_is_read(text: str, language: str) -> None:
    turn = Turn(1, "", Role.UNKNOWN, text)
    for finding in examine(Conversation("n", Language(language), Channel.NOTES, (), (turn,))):
        assert finding.evidence.quote.strip()
        assert finding.certainty <= MOST


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(f"{CHOIR} {BULLETS} {GYM} : ; , ? \n -".split(" ")), max_size=60))
def test_what_a_side_alone_can_say_is_said_by_it(words: list[str]) -> None:
    turn = Turn(1, "", Role.UNKNOWN, " ".join(words))
    for finding in examine(Conversation("n", Language.GERMAN, Channel.NOTES, (), (turn,))):
        if finding.kind in CUSTOMER_KINDS:
            assert finding.role is Role.CUSTOMER
        if finding.kind in ADVISER_KINDS:
            assert finding.role is Role.ADVISER


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_reason_of_notes_is_written(language: str) -> None:
    known = note_lexicon(language)
    kinds = {cue.kind for what, cue in known.owners if what == "cue" and cue is not None}
    assert all(Voice(language).text(f"understand.because.note.{kind}", words="x") for kind in kinds)
