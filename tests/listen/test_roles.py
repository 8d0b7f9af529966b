"""Who is proposed to be adviser and who customer, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.roles import Spoken, propose
from augenhoehe.speech.conversation import Party, Role

ADVISER = "Wie kann ich Ihnen helfen? Ich schicke Ihnen das bis Freitag. Ich würde Ihnen das Basispaket empfehlen."
CUSTOMER = "Was kostet das? Wir brauchen das bis März. Ihr Angebot ist mir zu teuer, da fragt mein Chef."


def roles(*people: Spoken, **given: list[str]) -> list[tuple[str, str]]:
    proposals, _ = propose(people, (), given.get("advisers", ()), given.get("customers", ()))
    return [(proposal.role.value, proposal.because.key) for proposal in proposals]


def test_words_of_both_sides_tell() -> None:
    assert roles(Spoken("Anna", ADVISER), Spoken("Jan", CUSTOMER)) == [
        ("adviser", "listen.role.sounds_adviser_two"),
        ("customer", "listen.role.sounds_customer_two"),
    ]


def test_the_reason_quotes_the_words() -> None:
    proposals, _ = propose([Spoken("Anna", "Guten Tag. Wie kann ich Ihnen helfen?"), Spoken("Jan", CUSTOMER)])
    assert dict(proposals[0].because.values) == {"quote": "Wie kann ich Ihnen helfen"}


def test_of_two_the_silent_one_is_the_other_side() -> None:
    assert roles(Spoken("Anna", ADVISER), Spoken("Jan", "Guten Tag.")) == [
        ("adviser", "listen.role.sounds_adviser_two"),
        ("customer", "listen.role.other_side"),
    ]


def test_small_talk_says_nothing() -> None:
    assert roles(Spoken("Anna", "Schönes Wetter."), Spoken("Jan", "Ja, endlich.")) == [
        ("unknown", "listen.role.unknown"),
        ("unknown", "listen.role.unknown"),
    ]


def test_the_sample_talk_finds_both_customers_and_says_why() -> None:
    """The customer's two people sit together though only one of them asks for the price."""
    path = Path(__file__).parents[2] / "examples" / "pruefstand" / "erstgespraech.vtt"
    proposals = read_conversation(path.read_bytes(), path.name).roles
    assert [(each.name, each.role.value, each.because.key) for each in proposals] == [
        ("Lena Brandhorst", "adviser", "listen.role.sounds_adviser_two"),
        ("Arne Holtkamp", "customer", "listen.role.sounds_customer_two"),
        ("Yusuf Karadeniz", "customer", "listen.role.sounds_customer_two"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "wenn sie mögen kann ich ihnen das mal zeigen und dann schauen wir was bei ihnen passt",
            "ja das hat mein mann auch gesagt wir haben das seit elf jahren und ich will da ran",
            ["adviser", "customer"],
        ),
        (
            "we had it done last year and he said two thousand i want my yard back",
            "okay so if you send me your drawings i can tell you what you have there",
            ["customer", "adviser"],
        ),
        ("mhm ja genau", "ja ja", ["unknown", "unknown"]),
        ("", "", ["unknown", "unknown"]),
    ],
)
def test_plain_words_in_raw_recognition_tell_without_any_offer_or_price(
    first: str, second: str, expected: list[str]
) -> None:
    assert [role for role, _ in roles(Spoken("S1", first), Spoken("S2", second))] == expected


def test_one_person_alone_has_no_side() -> None:
    assert roles(Spoken("Anna", ADVISER)) == [("unknown", "listen.role.unknown")]


def test_two_who_sound_alike_are_still_put_on_two_sides() -> None:
    """The one who sounds a little less like an adviser is the customer: there is always one of each."""
    weaker = "Kann ich Ihnen da helfen? Wenn Sie mögen. Was kostet das? Ihre Rechnung war zu teuer."
    assert [role for role, _ in roles(Spoken("Anna", ADVISER), Spoken("Jan", weaker))] == ["adviser", "customer"]


def test_quotes_of_a_reason_share_no_word() -> None:
    proposals, _ = propose([Spoken("Anna", ADVISER), Spoken("Jan", CUSTOMER)])
    for proposal in proposals:
        quotes = [str(value).lower().split() for value in dict(proposal.because.values).values()]
        assert len(quotes) == 2
        assert set(quotes[0]).isdisjoint(quotes[1])


def test_a_third_person_stays_unknown() -> None:
    assert [
        role for role, _ in roles(Spoken("Anna", ADVISER), Spoken("Jan", CUSTOMER), Spoken("Gisela", "Telefon!"))
    ] == [
        "adviser",
        "customer",
        "unknown",
    ]


def test_who_says_frau_to_the_adviser_sits_opposite() -> None:
    people = [Spoken("Anna Berg", ADVISER), Spoken("Jan Kolb", CUSTOMER), Spoken("Ute Wolf", "Das stimmt, Frau Berg.")]
    assert roles(*people)[2] == ("customer", "listen.role.addresses")


def test_what_the_caller_says_wins_over_words_and_file() -> None:
    people = [Spoken("Anna", ADVISER), Spoken("Jan", CUSTOMER)]
    proposals, _ = propose(people, [Party("Anna", Role.ADVISER)], customers=["anna"])
    assert [(p.role, p.because.key, p.stated) for p in proposals] == [
        (Role.CUSTOMER, "listen.role.given", True),
        (Role.ADVISER, "listen.role.other_side", False),
    ]


def test_the_file_wins_over_words() -> None:
    proposals, _ = propose([Spoken("Anna", ADVISER), Spoken("Jan", CUSTOMER)], [Party("Anna", Role.CUSTOMER)])
    assert [(p.role, p.because.key) for p in proposals] == [
        (Role.CUSTOMER, "listen.role.stated"),
        (Role.ADVISER, "listen.role.other_side"),
    ]


def test_a_surname_a_mail_address_and_a_domain_are_names_too() -> None:
    people = [Spoken("Anna Berg", "", "anna@berg.example"), Spoken("Jan Kolb", "", "jan@kolb.example")]
    for given in ("Berg", "anna@berg.example", "@berg.example", "berg.example"):
        assert [role for role, _ in roles(*people, advisers=[given])] == ["adviser", "customer"]


def test_a_name_nobody_bears_is_said() -> None:
    _, notes = propose([Spoken("Anna", "")], (), ["Petra"])
    assert [(note.key, dict(note.values)) for note in notes] == [("listen.note.name_not_found", {"name": "Petra"})]


def test_people_of_one_domain_share_a_side_and_free_mail_does_not() -> None:
    people = [
        Spoken("Anna", ADVISER, "anna@berg.example"),
        Spoken("Ben", "Anbei.", "ben@berg.example"),
        Spoken("Jan", CUSTOMER, "jan@gmx.de"),
        Spoken("Kim", "Hallo.", "kim@gmx.de"),
    ]
    assert roles(*people) == [
        ("adviser", "listen.role.domain"),
        ("adviser", "listen.role.domain"),
        ("customer", "listen.role.sounds_customer_two"),
        ("unknown", "listen.role.unknown"),
    ]


def test_a_name_that_is_a_side() -> None:
    assert roles(Spoken("Berater", ""), Spoken("Kundin", "")) == [
        ("adviser", "listen.role.label"),
        ("customer", "listen.role.label"),
    ]
