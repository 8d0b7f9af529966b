"""Wishes, each thing once, with reason and mirror."""

from __future__ import annotations

import pytest

from augenhoehe.needs.wishes import parts, wishes
from augenhoehe.understand.findings import Kind
from needs.talking import found, talk


@pytest.mark.parametrize(
    ("quote", "things"),
    [
        (
            "Deep Learning, Wavelets, die Parallel-Toolbox, Optimierung und der Report-Generator, das brauch ich.",
            ("Deep Learning", "Wavelets", "Parallel-Toolbox", "Optimierung", "Report-Generator"),
        ),
        (
            "Ich hätte gern die Simulationstoolbox, die Statistik und den Berichtsautomaten.",
            ("Simulationstoolbox", "Statistik", "Berichtsautomaten"),
        ),
        (
            "I'd like the full packing service, the weekend move, and new furniture for all fourteen of us.",
            ("full packing service", "weekend move", "new furniture"),
        ),
        ("Ich hätte gern das Reporting-Modul.", ()),
        ("Wir suchen jemanden, der uns Bilder macht, für die Website und für ein Heft", ()),
        ("lift 2, den schwarzen", ()),
        ("wir wollen nen imagefilm, so 90 sek, mit drohne", ()),
        ("Wir möchten auch das ganze Dach voll, alle drei Seiten, dreissig Kilowatt.", ()),
        ("We'd like it gone, the whole thing, chimney breast to window, and nothing hanging down", ()),
    ],
)
def test_enumerations_are_taken_apart(quote: str, things: tuple[str, ...]) -> None:
    assert parts(quote) == things


def test_a_repeated_wish_is_one_wish_with_two_places() -> None:
    """
    A: Was brauchen Sie?
    K: Wavelets, die Parallel-Toolbox und die Optimierung, das brauch ich.
    A: Die Parallel eigentlich nicht.
    K: Die Parallel, die bleibt.
    """
    conversation = talk(test_a_repeated_wish_is_one_wish_with_two_places.__doc__ or "")
    findings = found(
        conversation,
        (Kind.WISH, "Wavelets, die Parallel-Toolbox und die Optimierung, das brauch ich."),
        (Kind.WISH, "Die Parallel, die bleibt."),
    )

    found_wishes = wishes([conversation], findings)

    assert [(w.what, [e.turn.id for e in w.evidence]) for w in found_wishes] == [
        ("Wavelets", [2]),
        ("Parallel-Toolbox", [2, 4]),
        ("Optimierung", [2]),
    ]
    assert [w.certainty for w in found_wishes] == [0.8, 0.96, 0.8]


def test_two_toolboxes_stay_two_wishes() -> None:
    conversation = talk("K: Ich will die Echtzeit-Toolbox.\nK: Und dann noch die Statistik-Toolbox.")
    findings = found(
        conversation, (Kind.WISH, "Ich will die Echtzeit-Toolbox."), (Kind.WISH, "Und dann noch die Statistik-Toolbox.")
    )

    assert len(wishes([conversation], findings)) == 2


@pytest.mark.parametrize(
    ("text", "wish", "reason"),
    [
        (
            "K: Ich will das Archiv, weil wir nichts wiederfinden.",
            "Ich will das Archiv",
            "weil wir nichts wiederfinden.",
        ),
        ("K: I want the archive. Otherwise we lose it all.", "I want the archive.", "Otherwise we lose it all."),
        (
            "K: Ich will das Archiv.\nA: Wofür brauchen Sie das Archiv?\nK: Der Prüfer fragt danach.",
            "Ich will das Archiv.",
            "Der Prüfer fragt danach.",
        ),
        (
            "K: Und die Optimierung?\nA: Wofür hatten Sie die vor?\nK: Eigentlich für gar nichts.",
            "Und die Optimierung?",
            "Eigentlich für gar nichts.",
        ),
        ("K: Ich will das Archiv.\nA: Wofür?\nK: Ja.", "Ich will das Archiv.", None),
        ("K: Ich will das Archiv.\nA: Gut.", "Ich will das Archiv.", None),
    ],
)
def test_the_reason_of_a_wish(text: str, wish: str, reason: str | None) -> None:
    conversation = talk(text)
    (one,) = wishes([conversation], found(conversation, (Kind.WISH, wish)))

    assert (one.reason.quote if one.reason else None) == reason


def test_a_problem_beside_the_wish_is_its_reason() -> None:
    conversation = talk("K: Ich nehme die Parallel. Die Studien haben drei Tage gerechnet.")
    findings = found(
        conversation, (Kind.WISH, "Ich nehme die Parallel."), (Kind.PROBLEM, "Die Studien haben drei Tage gerechnet.")
    )
    (one,) = wishes([conversation], findings)

    assert one.reason is not None
    assert one.reason.quote == "Die Studien haben drei Tage gerechnet."


def test_a_mirror_right_after_mirrors_a_wish_but_not_a_list() -> None:
    text = "K: {}\nA: Also soll es leichter werden."
    single = talk(text.format("Ich will grüne und rote Lampen dran."))
    listed = talk(text.format("Ich will Lampen, Schalter und Kabel."))
    mirror = (Kind.MIRROR, "Also soll es leichter werden.")

    one = wishes([single], found(single, (Kind.WISH, "Ich will grüne und rote Lampen dran."), mirror))
    many = wishes([listed], found(listed, (Kind.WISH, "Ich will Lampen, Schalter und Kabel."), mirror))

    assert [bool(w.mirrored_by) for w in (*one, *many)] == [True, False, False, False]


def test_what_is_to_be_given_away_is_no_wish() -> None:
    conversation = talk("K: Das Training legen Sie gratis drauf.\nK: Zehn Prozent müssen gehen.")
    scope = found(conversation, (Kind.ASK_CONCESSION, "Das Training legen Sie gratis drauf."), type="scope")
    price = found(conversation, (Kind.ASK_CONCESSION, "Zehn Prozent müssen gehen."), type="price")

    assert wishes([conversation], scope + price) == ()
