"""The advice page: asked for, read with its reasons, tried otherwise, and closed to others."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from augenhoehe.advise.advice import FrontPoint
from augenhoehe.report.drawing import draw
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, boards, cases, catalogues, conversations, findings
from augenhoehe.store.boards import Change, ChangeKind
from augenhoehe.store.samples import load
from augenhoehe.store.terms import terms
from conftest import Cast
from store import making
from web.pages.signing_in import client

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def page(cast: Cast, address: str) -> str:
    return unescape(client(cast.alice).get(address).content.decode()).replace("\xa0", " ")


def heading(text: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", text)
    return found.group(1) if found else ""


@pytest.fixture
def sample(cast: Cast) -> str:
    return load(cast.alice, "de", today=TODAY)


@pytest.fixture
def fresh(cast: Cast) -> str:
    """A case with a catalogue and a confirmed need, not advised yet."""
    added = making.add(cast.alice)
    findings.confirm(cast.alice, added.conversation_id, ["f2", "f3"])
    catalogue = catalogues.add_catalogue(cast.alice, making.CATALOGUE, "klein.toml")
    cases.save_case(cast.alice, added.case_id, catalogue_id=catalogue)
    return str(added.case_id)


def test_the_sample_shows_wished_needed_and_advised_with_reasons(cast: Cast, sample: str) -> None:
    shown = page(cast, f"/advice/{sample}/")

    assert heading(shown) == "Das ist mein Rat."
    for words in (
        "Nachtwächter",
        "davon rate ich ab",
        "dazu geraten",
        "Nicht gewünscht, aber nötig für: Merken, wenn ein Dauerlauf abbricht.",
        "Dient keinem Bedarf, der sich im Gespräch gezeigt hat; gut wäre es für: Antriebe vor dem Bau auslegen.",
        "<svg viewBox",
        "Erzwungen durch",
        "Annahme: Ein voll wichtiger Bedarf",
    ):
        assert words in shown


def test_without_a_catalogue_the_page_leads_to_one(cast: Cast) -> None:
    case = making.add(cast.alice).case_id

    assert f"/catalogue/?case={case}" in page(cast, f"/advice/{case}/")


def test_advice_is_asked_for_with_terms_and_kept(cast: Cast, fresh: str) -> None:
    assert heading(page(cast, f"/advice/{fresh}/")) == "Was rate ich?"
    answer = client(cast.alice).post(f"/advice/{fresh}/ask/", {"budget": "1.500", "seats": "2", "hours": "40"})

    assert answer["Location"] == f"/advice/{fresh}/"
    assert cases.case(cast.alice, fresh).budget == Money(making_decimal("1500.00"))
    assert (terms(cast.alice, fresh).seats, terms(cast.alice, fresh).hours) == (2, 40)
    assert advices.latest(cast.alice, fresh) is not None
    assert "beruht auf einem älteren Stand" not in page(cast, f"/advice/{fresh}/")


def making_decimal(text: str) -> object:
    from decimal import Decimal

    return Decimal(text)


def test_a_changed_board_makes_the_advice_outdated(cast: Cast, fresh: str) -> None:
    client(cast.alice).post(f"/advice/{fresh}/ask/", {})
    boards.record(cast.alice, fresh, Change(ChangeKind.ADD, "", "Ruhe"))

    assert "beruht auf einem älteren Stand" in page(cast, f"/advice/{fresh}/")


def test_a_number_that_is_none_is_refused_at_its_field_and_nothing_is_kept(cast: Cast, fresh: str) -> None:
    answer = client(cast.alice).post(f"/advice/{fresh}/ask/", {"budget": "viel"})

    assert answer.status_code == 422
    assert "Das ist keine brauchbare Zahl." in unescape(answer.content.decode())
    assert advices.latest(cast.alice, fresh) is None


def test_trying_keeps_nothing(cast: Cast, sample: str) -> None:
    before = advices.latest(cast.alice, sample)
    answer = client(cast.alice).post(f"/advice/{sample}/what-if/", {"budget": "16.000", "set-simulation": "leave"})
    shown = unescape(answer.content.decode()).replace("\xa0", " ")

    assert heading(shown) == "Was wäre, wenn?"
    assert "<dt>Kommt dazu</dt><dd>Messdatenablage</dd>" in shown
    assert advices.latest(cast.alice, sample) == before
    assert cases.case(cast.alice, sample).budget == Money(making_decimal("12000.00"))


def test_terms_that_contradict_each_other_show_the_way_out(cast: Cast, sample: str) -> None:
    client(cast.alice).post(f"/advice/{sample}/ask/", {"budget": "1000", "set-nachtwaechter": "take"})
    shown = page(cast, f"/advice/{sample}/")

    assert "Was widerspricht sich?" in shown
    assert "Nachtwächter muss dabei sein." in shown
    assert "2.200 € mehr." in shown


def test_the_slider_answers_from_the_kept_front_without_a_script(cast: Cast, sample: str) -> None:
    def chosen(query: str) -> list[str]:
        shown = page(cast, f"/advice/{sample}/?{query}")
        return re.findall(r'<div class="sheet choice"[^>]*?data-from="([\d.]+)">', shown)

    assert chosen("") == ["10600.00"]
    assert chosen("limit=3000") == ["2900.00"]
    assert chosen("limit=0") == chosen("point=0") == ["0.00"]
    assert chosen("limit=viel") == chosen("limit=-5") == chosen("point=99") == ["10600.00"]


def test_advice_and_wish_are_compared_with_what_differs_first(cast: Cast, sample: str) -> None:
    shown = page(cast, f"/advice/{sample}/compare/?first=advice&second=wish")
    rows = re.findall(r'<th scope="row">([^<]+)', shown)

    assert [row.strip() for row in rows][3:6] == [
        "Merken, wenn ein Dauerlauf abbricht",
        "Die Ursache eines Geräuschs benennen",
        "Prüfberichte ohne Handarbeit",
    ]
    assert "Mehr als 12.000 € darf es nicht kosten." in shown
    assert "In beiden: Statistik und Berichtsautomat." in shown


def test_a_critique_names_its_effect_and_keeps_nothing(cast: Cast, sample: str) -> None:
    before = advices.latest(cast.alice, sample)
    answer = client(cast.alice).post(f"/advice/{sample}/critique/", {"critique": "without:nachtwaechter"})
    shown = unescape(answer.content.decode()).replace("\xa0", " ")

    assert "<dt>Fällt weg</dt><dd>Nachtwächter" in shown
    assert "„Merken, wenn ein Dauerlauf abbricht“" in re.findall(r"<dt>Schlechter gedeckt</dt><dd>(.*?)</dd>", shown)[0]
    assert advices.latest(cast.alice, sample) == before


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"critique": "without", "without": "Satellit"}, "Im Katalog heißt nichts so: „Satellit“."),
        ({"critique": "at_most", "at_most": "viel"}, "Das ist keine brauchbare Zahl."),
        ({"critique": "upside-down"}, "Das lässt sich hier nicht ausprobieren."),
    ],
)
def test_a_critique_that_means_nothing_says_so(cast: Cast, sample: str, sent: dict[str, str], sentence: str) -> None:
    alice = client(cast.alice)
    answer = alice.post(f"/advice/{sample}/critique/", sent)
    assert sentence in unescape(alice.get(answer["Location"].partition("#")[0]).content.decode())


def test_an_answer_becomes_a_note_and_changes_the_advice(cast: Cast, sample: str) -> None:
    """Asking whether drives are designed before building brings the simulation into the advice."""
    words = "Ja, wir legen jeden Antrieb vorher aus."
    sent = {"need": "auslegung", "words": words, "real": "yes"}
    client(cast.alice).post(f"/advice/{sample}/answer/", sent)
    kept = advices.latest(cast.alice, sample)
    need = next(need for need in boards.board_of(cast.alice, sample).needs if need.named == "auslegung")

    assert kept is not None
    assert "auslegung" not in [question.need for question in kept.advice.next_questions]
    assert [evidence.quote for evidence in need.evidence] == [words]
    assert page(cast, f"/conversations/{need.evidence[0].conversation}/").count(words) > 0
    assert "beruht auf einem älteren Stand" not in page(cast, f"/advice/{sample}/")

    conversations.remove(cast.alice, need.evidence[0].conversation)
    assert "auslegung" not in [need.named for need in boards.board_of(cast.alice, sample).needs]


def test_an_answer_without_words_is_refused(cast: Cast, sample: str) -> None:
    before = advices.latest(cast.alice, sample)
    client(cast.alice).post(f"/advice/{sample}/answer/", {"need": "auslegung", "words": "  ", "real": "yes"})
    client(cast.alice).post(f"/advice/{sample}/answer/", {"need": "gibt-es-nicht", "words": "Ja.", "real": "yes"})
    assert advices.latest(cast.alice, sample) == before


def test_others_see_nothing(cast: Cast, sample: str) -> None:
    stranger = client(cast.charlie)

    assert [
        stranger.get(f"/advice/{sample}/").status_code,
        stranger.post(f"/advice/{sample}/ask/", {}).status_code,
        stranger.post(f"/advice/{sample}/what-if/", {}).status_code,
        stranger.post(f"/advice/{sample}/critique/", {"critique": "half_effort"}).status_code,
        stranger.get(f"/advice/{sample}/compare/").status_code,
        stranger.post(f"/advice/{sample}/answer/", {"need": "auslegung", "words": "Ja.", "real": "yes"}).status_code,
    ] == [404] * 6


def test_a_front_is_drawn_inside_its_frame_and_a_single_point_is_not() -> None:
    def point(price: int, coverage: float, advised: bool = False, corner: bool = True) -> FrontPoint:
        amount = Money(making_decimal(str(price)))  # type: ignore[arg-type]
        return FrontPoint(amount, coverage, (), advised, corner=corner)

    drawing = draw([point(0, 0.0), point(100, 0.8, True), point(200, 0.5, corner=False)])

    assert drawing is not None
    assert [dot.marks for dot in drawing.dots] == [(), ("advised",), ()]
    assert all(0 <= dot.x <= drawing.width and 0 <= dot.y <= drawing.height for dot in drawing.dots)
    assert drawing.stair.count("V") == 1
    assert draw([point(0, 0.0)]) is None
