"""What of an answer is kept and what is dropped."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.speech.conversation import Channel
from augenhoehe.understand.engines.answers import Checked, Fault, check, locate, remembered, written
from augenhoehe.understand.engines.model import NoAnswerError
from augenhoehe.understand.engines.prompting import Part, parts
from augenhoehe.understand.findings import Kind
from understand.engines.talks import talk

SCRIPT = """
A Ines Sander: Wie läuft es heute, Herr Reuter?
C Paul Reuter: Ich hätte gern „das große“ Modul – bis März. Rufen Sie 030 1234567 an.
A Ines Sander: Ich schicke Ihnen das bis Freitag.
"""


def part(script: str = SCRIPT) -> Part:
    (found,) = parts(talk(script))
    return found


def answer(*findings: tuple[object, ...]) -> str:
    names = ("turn", "quote", "kind", "detail")
    return json.dumps({"findings": [dict(zip(names, each, strict=False)) for each in findings]})


def quotes(checked: Checked, of: Part) -> list[str]:
    texts = {line.turn.id: line.turn.text for line in of.lines}
    return [texts[each.turn][each.start : each.end] for each in checked.proposals]


@pytest.mark.parametrize(
    ("finding", "quote", "attrs"),
    [
        ((1, "Wie läuft es heute", "question", "open"), "Wie läuft es heute", {"form": "open"}),
        ((1, "heute, Herr [name2]?", "question", "open"), "heute, Herr Reuter?", {"form": "open"}),
        ((2, "\"das große\" Modul - bis März.", "wish", ""), "„das große“ Modul – bis März.", {}),
        ((2, " Ich  hätte\ngern ", "wish", "anything"), "Ich hätte gern", {}),
        ((2, "Rufen Sie [phone] an.", "constraint", "deadline"), "Rufen Sie 030 1234567 an.", {"type": "deadline"}),
        ((2, "Rufen Sie [pho", "goal", ""), "Rufen Sie 030 1234567", {}),
        ((3, "Ich schicke Ihnen das", "promise", "bis Freitag"), "Ich schicke Ihnen das", {"due": "bis Freitag"}),
        ((3, "Ich schicke Ihnen das", "promise", "bis Montag"), "Ich schicke Ihnen das", {"due": None}),
        ((3, "Ich schicke Ihnen das", "promise", ""), "Ich schicke Ihnen das", {"due": None}),
        ((3, "bis Freitag", "concession", "time conditional"), "bis Freitag", {"type": "time", "conditional": True}),
        ((3, "bis Freitag", "concession", "time"), "bis Freitag", {"type": "time", "conditional": False}),
    ],
)  # fmt: skip
def test_kept(finding: tuple[object, ...], quote: str, attrs: dict[str, object]) -> None:
    of = part()
    checked = check(answer(finding), of)
    assert (quotes(checked, of), checked.dropped) == ([quote], ())
    assert dict(checked.proposals[0].attrs) == attrs


@pytest.mark.parametrize(
    ("finding", "fault"),
    [
        ((1, "Wie geht es Ihnen?", "question", "open"), Fault.QUOTE),
        ((2, "Wie läuft es heute", "question", "open"), Fault.QUOTE),
        ((1, "wie läuft es heute", "question", "open"), Fault.QUOTE),
        ((1, "Reuter", "question", "open"), Fault.QUOTE),
        ((1, "", "question", "open"), Fault.QUOTE),
        ((9, "Wie läuft es heute", "question", "open"), Fault.TURN),
        ((1, "Wie läuft es heute", "greeting", ""), Fault.KIND),
        ((1, "Wie läuft es heute", "wish", ""), Fault.SIDE),
        ((2, "Ich hätte gern", "advice", "for"), Fault.SIDE),
        ((1, "Wie läuft es heute", "question", "nice"), Fault.DETAIL),
        ((1, "Wie läuft es heute", "question"), Fault.DETAIL),
        ((2, "Ich hätte gern", "constraint", ""), Fault.DETAIL),
        (("1", "Wie läuft es heute", "question", "open"), Fault.FORM),
        ((True, "Wie läuft es heute", "question", "open"), Fault.FORM),
        ((1, ["Wie"], "question", "open"), Fault.FORM),
        ((1, "Wie läuft es heute", 7, "open"), Fault.FORM),
        ((1, "Wie läuft es heute", "question", {"form": "open"}), Fault.FORM),
    ],
)
def test_dropped_and_counted(finding: tuple[object, ...], fault: Fault) -> None:
    assert check(answer(finding), part()) == Checked((), ((fault, 1),))


def test_one_bad_proposal_does_not_spoil_the_others() -> None:
    of = part()
    good = (1, "Wie läuft es heute", "question", "open")
    checked = check(answer((1, "Nie gesagt.", "question", "open"), good, good, (2, "Modul", "wish", "")), of)
    assert quotes(checked, of) == ["Wie läuft es heute", "Modul"]
    assert checked.dropped == ((Fault.QUOTE, 1), (Fault.TWICE, 1))


def test_proposals_stand_in_the_order_of_the_talk() -> None:
    of = part()
    checked = check(answer((3, "bis Freitag", "promise", ""), (2, "Modul", "wish", ""), (2, "gern", "goal", "")), of)
    assert quotes(checked, of) == ["gern", "Modul", "bis Freitag"]


@pytest.mark.parametrize("wrapped", ["{}", "```json\n{}\n```", "```\n{}\n```", "<think>hm {{</think>\n{}", " {} \n"])
def test_fences_and_thoughts_around_the_answer_are_passed_over(wrapped: str) -> None:
    inner = answer((2, "Modul", "wish", ""))
    assert len(check(wrapped.replace("{}", inner), part()).proposals) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hier sind die Fundstellen: Wunsch.", "second.refused.not_json"),
        ('{"findings": [{"turn": 1, "quote": "Wie l', "second.refused.not_json"),
        ("", "second.refused.not_json"),
        ("[" * 5000, "second.refused.not_json"),
        ("[]", "second.refused.not_the_form"),
        ('{"marks": []}', "second.refused.not_the_form"),
        ('{"findings": {}}', "second.refused.not_the_form"),
        ("null", "second.refused.not_the_form"),
        (" " * 300_000, "second.refused.too_long"),
    ],
)  # fmt: skip
def test_answer_of_another_form_is_refused_whole(text: str, key: str) -> None:
    with pytest.raises(NoAnswerError) as refused:
        check(text, part())
    assert refused.value.message.key == key


def test_quote_of_a_cut_turn_is_found_in_whichever_stretch_it_stands() -> None:
    words = " ".join(f"wort{n}" for n in range(2000))
    found = parts(talk(f"C Paul: {words}"))
    last = found[-1]
    checked = check(answer((1, "wort1998 wort1999", "goal", "")), last)
    assert [words[each.start : each.end] for each in checked.proposals] == ["wort1998 wort1999"]
    assert check(answer((1, "wort1998 wort1999", "goal", "")), found[0]).dropped == ((Fault.QUOTE, 1),)


@pytest.mark.parametrize("side", ["O", "U"])
def test_unknown_side_can_say_every_kind(side: str) -> None:
    of = part(f"{side} Wer: Das Modul lassen Sie weg.")
    assert len(check(answer((1, "Das Modul", "wish", ""), (1, "Das Modul", "refusal", "")), of).proposals) == 2


def test_what_is_remembered_is_what_was_checked_and_holds_no_words_but_those_of_a_date() -> None:
    checked = check(
        answer((3, "bis Freitag", "promise", "bis Freitag"), (2, "Modul", "wish", ""), (9, "x", "wish", "")), part()
    )
    kept = written(checked)
    assert remembered(kept) == checked
    assert "Modul" not in kept


@pytest.mark.parametrize(
    "kept",
    ["", "{", "[]", "{}", '{"proposals": [[1]], "dropped": {}}', '{"proposals": [], "dropped": {"x": 1}}',
     '{"proposals": [[1, 0, 3, "wish", {"form": "open"}]], "dropped": {}}',
     '{"proposals": [[1, 0, 3, "question", {"form": "odd"}]], "dropped": {}}',
     '{"proposals": [[1, 0, 3, "hope", {}]], "dropped": {}}', '{"proposals": null, "dropped": {}}'],
)  # fmt: skip
def test_damaged_memory_is_none(kept: str) -> None:
    assert remembered(kept) is None


@given(st.text(alphabet="ab „“\"'’–-\n\u00a0", max_size=40), st.data())
def test_located_quote_is_the_same_but_for_space_and_typography(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    typed = text[start:end].replace("„", '"').replace("–", "-").replace("\u00a0", " ")
    place = locate(typed, text)
    if typed.strip():
        assert place is not None
        assert letters(text[slice(*place)]) == letters(typed)
    else:
        assert place is None


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter in "ab")


def test_notes_take_what_their_author_reports() -> None:
    (of,) = parts(talk("U Notiz: Wollte die große Anlage.", Channel.NOTES))
    assert [each.kind for each in check(answer((1, "Wollte die große Anlage.", "wish", "")), of).proposals] == [
        Kind.WISH
    ]
