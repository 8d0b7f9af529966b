"""What a language model is asked: no names, every kind, parts that fit, and a digest of all that matters."""

from __future__ import annotations

import json

from augenhoehe.understand.engines.prompting import (
    PART_CHARACTERS,
    PART_TURNS,
    details_of,
    digest,
    parts,
    schema,
    system,
)
from augenhoehe.understand.findings import ATTRIBUTES, Kind
from understand.engines.talks import Scripted, talk


def test_every_kind_and_every_detail_is_explained() -> None:
    told = system()
    assert [kind for kind in Kind if f"- {kind}: " not in told] == []
    values = {str(v) for names in ATTRIBUTES.values() for vs in names.values() for v in vs or () if isinstance(v, str)}
    assert [value for value in sorted(values) if value not in told] == []


def test_details_are_those_of_the_kind() -> None:
    assert details_of(Kind.QUESTION) == ("open", "closed", "choice", "leading")
    assert details_of(Kind.CONCESSION)[-1] == "terms conditional"
    assert (details_of(Kind.WISH), details_of(Kind.PROMISE)) == ((), ())


def test_worked_example_is_an_answer_of_the_asked_form() -> None:
    (part,) = parts(talk("C Paul: Gut."))
    ((question, answer),) = part.request().example
    kinds = schema(9)["properties"]["findings"]["items"]["properties"]["kind"]["enum"]
    for finding in json.loads(answer)["findings"]:
        assert finding["quote"] in question.splitlines()[finding["turn"] - 1]
        assert finding["kind"] in kinds
        assert sorted(finding) == ["detail", "kind", "quote", "turn"]


def test_line_says_the_side_and_never_who_it_was() -> None:
    """
    A Ines Sander: Was brauchen Sie?
    C Paul Reuter: Ruhe.
    O Nachbarin Kern: Ja.
    U Ilse Pohl: Nein.
    """
    (part,) = parts(talk(str(test_line_says_the_side_and_never_who_it_was.__doc__)))
    assert part.question == (
        "Lines to mark:\n1 adviser: Was brauchen Sie?\n2 customer: Ruhe.\n3 other: Ja.\n4 other: Nein."
    )


def test_long_talk_goes_in_parts_that_hold_every_turn_once_with_what_came_before() -> None:
    script = "\n".join(f"{'AC'[n % 2]} Wer: Satz {n} " + "wort " * 60 for n in range(60))
    found = parts(talk(script))
    assert [line.turn.id for part in found for line in part.lines] == list(range(1, 61))
    assert max(sum(len(line.words) for line in part.lines) for part in found) <= PART_CHARACTERS
    assert max(len(part.lines) for part in found) <= PART_TURNS
    assert [part.number for part in found] == list(range(1, len(found) + 1))
    assert found[1].before[-1] == found[0].lines[-1]
    assert found[0].before == ()


def test_turn_longer_than_a_part_is_cut_between_words_and_nothing_is_lost() -> None:
    words = " ".join(f"wort{n}" for n in range(2000))
    found = parts(talk(f"C Paul: {words}"))
    lines = [line for part in found for line in part.lines]
    assert len(found) > 2
    assert "".join(line.words for line in lines) == words
    assert [line for line in lines if not line.view.original[line.end - 1 : line.end + 1].strip()] == []


def test_nothing_said_is_nothing_asked() -> None:
    assert parts(talk("C Paul: ")) == ()


def test_digest_changes_with_everything_an_answer_depends_on() -> None:
    other_name, other_place = Scripted("{}"), Scripted("{}")
    other_name.name, other_place.address = "other", "http://127.0.0.1:1/v1"
    (part,) = parts(talk("C Paul: Tel. 030 1234567, Paul."))
    (longer,) = parts(talk("C Paul: Tel. 030 123456789, Paul."))
    (another,) = parts(talk("C Paul: Tel. 030 1234567 , Paul."))
    model = Scripted("{}")
    assert part.question == longer.question
    digests = {digest(part, model), digest(part, other_name), digest(part, other_place)}
    digests |= {digest(longer, model), digest(another, model)}
    assert len(digests) == 5
    assert digest(part, model) == digest(parts(talk("C Paul: Tel. 030 1234567, Paul."))[0], Scripted("other"))
