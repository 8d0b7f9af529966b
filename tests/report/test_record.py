"""One record in all forms and for both audiences."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenhoehe.journey.record import AdviceRecord, Origin
from augenhoehe.report.layout import lay_out
from augenhoehe.report.plain import as_data
from augenhoehe.report.record import AUDIENCES, FORMS, render
from augenhoehe.report.tree import Audience
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import Address, Voice
from report.records import MARKER, empty, euros, inner, record

SIE, DU, EN = Voice("de"), Voice("de", Address.DU), Voice("en")
INTERNAL_FIGURES = (
    *(f"{share} %" for share in (81, 72, 91, 61, 57, 83, 43, 37)),
    "rund 820 €",
    "1.234",
    "rund 4.710 €",
)
EXACT_FIGURES = ("815", "816", "817")
INTERNAL_WORDS = ("Sicherheit", "Gewicht", "gespiegelt", "Was fehlt noch", "gelernt", "Schranke", "Wert der Antwort")


def strings(value: Any) -> Iterator[str]:
    """Every text people read, in order: ids, types, data and states left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in {"schema", "audience", "language", "author", "made_on", "id", "type", "data", "state"}:
                yield from strings(one)


def flat(text: str) -> str:
    """Text without white space, quotation marks, bullets and soft hyphens, so that forms can be compared."""
    return re.sub(r"[\s„“”\u00ad•✓]", "", text)


def shown(form: str, content: bytes) -> str:
    """What a reader sees of a form, flattened."""
    if form == "pdf":
        return flat("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))
    text = content.decode()
    if form == "html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", text.split("</style>")[1]))
    if form == "md":
        text = re.sub(r"\\(.)", r"\1", text)
    return flat(text)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("voice", [SIE, DU, EN], ids=["sie", "du", "en"])
@pytest.mark.parametrize("form", ["html", "md", "pdf"])
def test_every_form_says_all_that_json_says(form: str, voice: Voice, audience: str) -> None:
    said = json.loads(render(record(), voice, form="json", audience=audience))
    seen = shown(form, render(record(), voice, form=form, audience=audience))
    assert [sentence for sentence in strings(said) if flat(sentence) not in seen] == []


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_same_record_gives_the_same_bytes(form: str, audience: str) -> None:
    first = render(record(), SIE, form=form, audience=audience)
    assert render(record(), SIE, form=form, audience=audience) == first


def proposed() -> AdviceRecord:
    """The record before anybody has confirmed anything."""
    return replace(record(), confirmed_by="")


def test_internal_version_shows_what_the_customer_must_not_see() -> None:
    text = render(proposed(), SIE, form="md", audience="internal").decode().replace("\u00a0", " ")
    assert MARKER in text
    assert [word for word in (*INTERNAL_FIGURES, *INTERNAL_WORDS) if word not in text] == []


def test_estimates_are_rough_for_people_and_exact_for_machines() -> None:
    content = render(record(), SIE, form="json", audience="internal").decode()
    assert [f'"{figure}"' in content for figure in EXACT_FIGURES] == [True, True, True]
    assert [figure in "\n".join(strings(json.loads(content))) for figure in EXACT_FIGURES] == [False, False, False]


@pytest.mark.parametrize("confirmed", [True, False])
@pytest.mark.parametrize("form", list(FORMS))
def test_customer_version_leaks_nothing_internal(form: str, confirmed: bool) -> None:
    content = render(record() if confirmed else proposed(), SIE, form=form, audience="customer")
    text = content.decode() if form in ("json", "md") else shown(form, content)
    text = text.replace("\u00a0", " ")
    internal = (MARKER, *INTERNAL_FIGURES, *EXACT_FIGURES, *INTERNAL_WORDS)
    assert [word for word in internal if word in text or flat(word) in text.replace("12000", "")] == []


@pytest.mark.parametrize("voice", [SIE, DU, EN], ids=["sie", "du", "en"])
def test_customer_version_speaks_to_the_customer_in_their_address(voice: Voice) -> None:
    text = render(record(), voice, form="md", audience="customer").decode()
    own_words = re.sub(r"^>.*$", "", text, flags=re.MULTILINE)
    formal = bool(re.search(r"(?<![.!?] )(?<!^)\b(Sie|Ihnen|Ihren?|Ihrem|Ihrer)\b", own_words))
    informal = bool(re.search(r"\b(du|dich|dir|deine[mrn]?)\b", own_words))
    assert (formal, informal) == {"sie": (True, False), "du": (False, True)}.get(
        voice.address.value if voice.language == "de" else "", (False, False)
    )


@pytest.mark.parametrize("audience", ["customer", "internal"])
def test_a_promise_says_what_it_hangs_on(audience: str) -> None:
    said = shown("md", render(record(), SIE, form="md", audience=audience))
    assert said.count("wenndieMesswertedasind") == 1


def test_headings_of_the_customer_version_follow_the_spine() -> None:
    document = lay_out(record(), SIE, Audience.CUSTOMER)
    assert [section.heading for section in document.sections] == [
        "Anlass",
        "Unsere Gespräche",
        "Was Sie sich wünschen",
        "Was Sie brauchen",
        "Woran sich jede Lösung halten muss",
        "Wonach Sie entscheiden",
        "Wozu wir raten",
        "Wie Sie sich entschieden haben",
        "Was zugesagt ist",
        "Woran Sie merken, dass es geholfen hat",
        "Wann wir nachfragen",
    ]


def test_nothing_known_is_said_in_words_at_every_station() -> None:
    document = as_data(lay_out(empty(), SIE, Audience.CUSTOMER))
    assert [block for section in document["sections"] for block in section["blocks"]] == [
        {"type": "paragraph", "text": text, "unknown": True}
        for text in (
            "Ein Anlass ist nicht festgehalten.",
            "Diesem Protokoll liegt kein Gespräch zugrunde.",
            "Sie haben nach keiner bestimmten Lösung gefragt.",
            "Welchen Bedarf Sie haben, wissen wir noch nicht.",
            "Sie haben keinen festen Rahmen genannt.",
            "Wonach Sie entscheiden, haben wir noch nicht besprochen.",
            "Ein Rat ist noch nicht gegeben.",
            "Eine Entscheidung ist noch nicht festgehalten.",
            "Zusagen sind nicht festgehalten.",
            "Ein Erfolgszeichen ist noch nicht vereinbart.",
            "Eine Nachfrage ist nicht geplant.",
        )
    ]


def test_unconfirmed_record_calls_itself_a_draft() -> None:
    text = render(proposed(), SIE, form="md", audience="customer").decode()
    assert ("Entwurf, noch nicht durchgesehen" in text, "### Simulation (Vorschlag)" in text) == (True, True)


def test_confirmed_and_proposed_differ_in_every_form() -> None:
    kept = {form: render(record(), SIE, form=form, audience="customer") for form in FORMS}
    assert [form for form in FORMS if render(proposed(), SIE, form=form, audience="customer") == kept[form]] == []


def test_quote_from_memory_says_so() -> None:
    """A note written afterwards is not what was said word for word."""
    heard = replace(record().conversations[0], origin=Origin.MEMORY)
    text = render(replace(record(), conversations=(heard,)), SIE, form="md", audience="customer").decode()
    assert "— Arne, Erstgespräch, 6. Okt. 2026, bei 1:01, aus dem Gedächtnis notiert" in text.replace("\\", "")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("case", [record(), empty()], ids=["full", "empty"])
def test_json_keeps_to_its_schema(case: AdviceRecord, audience: str) -> None:
    schema = json.loads((files("augenhoehe") / "schemas" / "record.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(render(case, EN, form="json", audience=audience)), schema)


@pytest.mark.parametrize(("form", "audience"), [("docx", "customer"), ("pdf", "everybody")])
def test_unknown_form_or_audience_is_refused(form: str, audience: str) -> None:
    with pytest.raises(ValueError, match=r"docx|everybody"):
        render(record(), SIE, form=form, audience=audience)


HOSTILE = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(words=HOSTILE)
def test_words_of_the_customer_stay_words(words: str) -> None:
    """Whatever somebody says, it marks nothing up: no tag in HTML, no heading or table cell in Markdown."""
    turn = Turn(1, "Arne", Role.CUSTOMER, words)
    wish = replace(record().board.wishes[0], what=words, evidence=(Evidence("talk", turn, 0, len(words)),))
    plain = replace(record(), board=replace(record().board, wishes=(wish,)))
    page = render(plain, EN, form="html", audience="customer").decode()
    usual = render(record(), EN, form="html", audience="customer").decode()
    tags, known = ({*re.findall(r"<[^>]*>", text)} for text in (page, usual))
    assert tags - known - {'<p class="record-lead">'} == set()
    lines = render(plain, EN, form="md", audience="customer").decode().split("\n")
    assert len([line for line in lines if line.startswith("#")]) == len(
        [line for line in render(record(), EN, form="md", audience="customer").decode().split("\n") if line[:1] == "#"]
    )


def test_message_inside_a_message_is_reworded_or_silent() -> None:
    """A reason whose inner sentence has no wording for the customer is not said to them at all."""
    text = render(record(), SIE, form="json", audience="customer").decode()
    assert (inner().key in text, "ist nicht festgehalten" in text) == (False, True)


def test_gaps_of_one_sentence_are_one_entry() -> None:
    """Four wishes in one breath, none of them mirrored: one place, one entry."""
    gap = record().board.gaps[0]
    several = replace(record(), board=replace(record().board, gaps=(gap, replace(gap, wish="w2"))))
    document = as_data(lay_out(several, SIE, Audience.INTERNAL))
    (section,) = [section for section in document["sections"] if section["id"] == "gaps"]
    assert [(block["type"], block["data"]) for block in section["blocks"]] == [
        ("entry", {"kind": "reason_unknown", "wishes": "w1 w2"})
    ]


def test_difference_in_value_is_said_once() -> None:
    """A reason that says the amount itself needs no line below it."""
    (item,) = record().advice.left_out
    saying = replace(item.reasons[0], message=Message.of("report.limit.exact", name="x", value=euros("815")))
    advice = replace(record().advice, left_out=(replace(item, reasons=(saying,)),))
    text = render(replace(record(), advice=advice), SIE, form="md", audience="internal").decode()
    assert text.count("815") == 1
