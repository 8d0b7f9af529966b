"""The advice page: asked for, read with its reasons, tried otherwise, and closed to others."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from augenhoehe.advise.advice import FrontPoint
from augenhoehe.speech.money import Money
from augenhoehe.store import advices, advising, boards, cases, catalogues, findings
from augenhoehe.store.boards import Change, ChangeKind
from augenhoehe.store.samples import load
from augenhoehe.web.pages.advice.drawing import draw
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
    assert (advising.terms(cast.alice, fresh).seats, advising.terms(cast.alice, fresh).hours) == (2, 40)
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


def test_others_see_nothing(cast: Cast, sample: str) -> None:
    stranger = client(cast.charlie)

    assert [
        stranger.get(f"/advice/{sample}/").status_code,
        stranger.post(f"/advice/{sample}/ask/", {}).status_code,
        stranger.post(f"/advice/{sample}/what-if/", {}).status_code,
    ] == [404, 404, 404]


def test_a_front_is_drawn_inside_its_frame_and_a_single_point_is_not() -> None:
    def point(price: int, coverage: float, advised: bool = False) -> FrontPoint:
        return FrontPoint(Money(making_decimal(str(price))), coverage, (), advised)  # type: ignore[arg-type]

    drawing = draw([point(0, 0.0), point(100, 0.8, True), point(200, 0.5)])

    assert drawing is not None
    assert [dot.mark for dot in drawing.dots] == ["other", "advised", "other"]
    assert all(0 <= dot.x <= drawing.width and 0 <= dot.y <= drawing.height for dot in drawing.dots)
    assert len(drawing.line.split()) == 2
    assert draw([point(0, 0.0)]) is None
