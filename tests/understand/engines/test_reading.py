"""The whole walk of a second reading: parts, checks, memory, all or nothing."""

from __future__ import annotations

import json

import pytest

from augenhoehe.speech.conversation import Channel, Role
from augenhoehe.understand.engines.answers import Fault
from augenhoehe.understand.engines.model import NoAnswerError, Request
from augenhoehe.understand.engines.reading import CERTAINTY, LANGUAGE_MODEL, Remembering, read_again
from augenhoehe.understand.engines.trial import invented, try_out
from augenhoehe.understand.findings import Kind
from language_models import marked
from understand.engines.talks import Scripted, talk

LONG = "\n".join(f"C Paul Reuter: Satz {n}. Ich hätte gern Nummer {n}. " + "Wort " * 40 for n in range(60))


class ByRule(Scripted):
    """Marks what it reads in its prompt, by rule."""

    def __init__(self) -> None:
        super().__init__("")

    def ask(self, request: Request) -> str:
        self.requests.append(request)
        return json.dumps({"findings": marked(request.question)})


def test_reading_marks_the_original_words_behind_the_masks() -> None:
    """
    A Ines Sander: Wie läuft es heute, Herr Reuter?
    C Paul Reuter: Ich hätte gern, Frau Sander, dass Sie 030 1234567 anrufen.
    A Ines Sander: Ich schicke Ihnen das bis Freitag.
    """
    model = ByRule()
    read = read_again(talk(str(test_reading_marks_the_original_words_behind_the_masks.__doc__)), model)
    assert [(f.id, f.kind, f.evidence.quote) for f in read.findings] == [
        ("l1", Kind.QUESTION, "Wie läuft es heute, Herr Reuter?"),
        ("l2", Kind.WISH, "Ich hätte gern, Frau Sander, dass Sie 030 1234567 anrufen."),
        ("l3", Kind.PROMISE, "Ich schicke Ihnen das bis Freitag."),
    ]
    assert {(f.source, f.certainty, f.because.key) for f in read.findings} == {
        (LANGUAGE_MODEL, CERTAINTY, "second.because")
    }
    sent = model.requests[0].question
    assert [word for word in ("Reuter", "Sander", "Ines", "Paul", "1234567") if word in sent] == []


def test_equal_question_is_asked_once_and_answered_alike() -> None:
    model, kept = ByRule(), Remembering()
    first, second = (read_again(talk(LONG), model, kept=kept) for _ in range(2))
    assert first == second
    assert (len(first.findings), len(model.requests)) == (60, first.parts)
    assert first.parts > 3


def test_part_without_an_answer_leaves_nothing_but_is_the_only_one_asked_again() -> None:
    kept, model = Remembering(), ByRule()
    answers, whole = model.ask, read_again(talk(LONG), ByRule()).parts

    def fails_at_the_third(request: Request) -> str:
        if len(model.requests) == 2:
            raise NoAnswerError.of("second.refused.half")
        return answers(request)

    model.ask = fails_at_the_third  # type: ignore[method-assign]
    with pytest.raises(NoAnswerError):
        read_again(talk(LONG), model, kept=kept)
    model.ask = answers  # type: ignore[method-assign]
    assert len(read_again(talk(LONG), model, kept=kept).findings) == 60
    assert len(model.requests) == whole


@pytest.mark.parametrize("damage", ["{", '{"proposals": [[1, 5, 9999999, "wish", {}]], "dropped": {}}'])
def test_damaged_memory_is_asked_anew(damage: str) -> None:
    model, kept = ByRule(), Remembering()
    first = read_again(talk("C Paul: Ich hätte gern Ruhe."), model, kept=kept)
    kept.answers = dict.fromkeys(kept.answers, damage)
    assert read_again(talk("C Paul: Ich hätte gern Ruhe."), model, kept=kept) == first
    assert len(model.requests) == 2


def test_dropped_proposals_of_all_parts_are_counted_together() -> None:
    bad = json.dumps({"findings": [{"turn": 1, "quote": "nie gesagt", "kind": "wish", "detail": ""}]})
    read = read_again(talk(LONG), Scripted(bad))
    assert (read.findings, dict(read.dropped)) == ((), {Fault.QUOTE: 1, Fault.TURN: read.parts - 1})
    assert read.dropped_in_all == read.parts


def test_finding_in_a_note_says_whose_it_is() -> None:
    proposed = [
        {"turn": 1, "quote": "Wollte die große Anlage", "kind": "wish", "detail": ""},
        {"turn": 1, "quote": "zwei Mikrofone empfohlen", "kind": "advice", "detail": "for"},
        {"turn": 1, "quote": "wann?", "kind": "question", "detail": "open"},
    ]
    note = talk("U Notiz: Wollte die große Anlage, zwei Mikrofone empfohlen, wann?", Channel.NOTES)
    read = read_again(note, Scripted(json.dumps({"findings": proposed})))
    assert [(f.kind, f.by) for f in read.findings] == [
        (Kind.WISH, Role.CUSTOMER),
        (Kind.ADVICE, Role.ADVISER),
        (Kind.QUESTION, None),
    ]


def test_trial_asks_about_invented_lines_every_time() -> None:
    model = ByRule()
    kinds = [[finding.kind for finding in try_out(model).findings] for _ in range(2)]
    assert kinds == [[Kind.WISH, Kind.QUESTION, Kind.PROMISE]] * 2
    assert len(model.requests) == 2
    assert len(invented().turns) == 4
