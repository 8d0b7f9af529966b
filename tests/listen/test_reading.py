"""Reading a conversation from any file: the same turns from every form, one sentence for every bad one."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from augenhoehe.listen.decoding import LARGEST
from augenhoehe.listen.reading import FORMATS, MOST_TURNS, read_conversation
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import Voice
from listen.shapes import FILES, read_text, refusal, said

WHOLE = ("annotated.json", "mails.json")
NAMES = [reader.name for reader in FORMATS]
SAMPLES = sorted(path.name for path in FILES.iterdir())


def turns(name: str) -> list[dict[str, Any]]:
    """The turns of an annotated conversation, with artificial times where it has none."""
    whole: list[dict[str, Any]] = json.loads((FILES / name).read_text())["turns"]
    return [
        {**turn, "start": 5.0 * place, "end": 5.0 * place + 4} if turn["start"] is None else turn
        for place, turn in enumerate(whole)
    ]


def flat(text: str) -> str:
    return " ".join(text.split())


def clock(seconds: float) -> str:
    return f"00:{int(seconds) // 60:02}:{int(seconds) % 60:02}.{round(seconds % 1 * 1000):03}"


@pytest.mark.parametrize("name", WHOLE)
def test_vtt_txt_and_json_give_the_same_turns(name: str) -> None:
    wanted = [(turn["speaker"], flat(turn["text"])) for turn in turns(name)]
    vtt = "WEBVTT\n\n" + "\n\n".join(
        f"{clock(turn['start'])} --> {clock(turn['end'])}\n<v {turn['speaker']}>{flat(turn['text'])}</v>"
        for turn in turns(name)
    )
    line = "\n".join(f"{turn['speaker']}: {flat(turn['text'])}" for turn in turns(name))
    paragraphs = "\n\n".join(f"{turn['speaker']}: {turn['text']}" for turn in turns(name))
    itself = read_conversation((FILES / name).read_bytes(), name)
    for transcript in (read_text(vtt, "talk.vtt"), read_text(line), read_text(paragraphs), itself):
        assert [(speaker, flat(text)) for speaker, text in said(transcript)] == wanted


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "crlf"])
def test_encodings_and_line_ends_change_nothing(name: str, encoding: str) -> None:
    data = (FILES / name).read_bytes()
    text = data.decode("cp1252" if name == "turns.csv" else "utf-8")
    written = text.replace("\n", "\r\n").encode() if encoding == "crlf" else text.encode(encoding)
    if name.endswith((".eml", ".mbox")) and encoding != "crlf":
        return  # mail programs write bytes, never a byte order mark
    assert said(read_conversation(written, name)) == said(read_conversation(data, name))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_turn_gives_back_its_text_at_its_offsets(name: str) -> None:
    conversation = read_conversation((FILES / name).read_bytes(), name).conversation
    for turn in conversation.turns:
        for match in re.finditer(r"\S+", turn.text):
            assert Evidence(conversation.id, turn, match.start(), match.end()).quote == match.group()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "listen.refused.empty"),
        (b" \r\n\t ", "listen.refused.empty"),
        (b"\xef\xbb\xbf", "listen.refused.empty"),
        (b"a" * (LARGEST + 1), "listen.refused.too_large"),
        (bytes(range(256)) * 4, "listen.refused.binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "listen.refused.binary"),
        (b"%PDF-1.7\n", "listen.refused.pdf"),
        (b"{\\rtf1 Hallo}", "listen.refused.word_old"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "listen.refused.word_old"),
        (b"RIFF\x00\x00\x00\x00WAVE", "listen.refused.sound"),
        (b"\x00\x00\x00 ftypM4A ", "listen.refused.sound"),
        (b"PK\x03\x04nothing", "listen.refused.container"),
        (b"\xff\xfea", "listen.refused.encoding"),
        (b"A: b\n" * (MOST_TURNS + 1), "listen.refused.too_many_turns"),
    ],
)
def test_bad_files_are_refused(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputRefusedError) as refused:
        read_conversation(b"Anna: Hallo", "a.txt", format="pdf")
    assert refused.value.message.by_name["known"] == (
        "webvtt, srt, docx, json, csv, email, whatsapp, markdown, text, memory"
    )


def test_a_named_format_wins_over_the_likeliest() -> None:
    text = "Anna Berg: Hallo\nJan Kolb: Tag"
    assert (read_text(text).format, read_text(text, format="memory").format) == ("text", "memory")


def test_names_of_the_caller_make_speakers_and_sides() -> None:
    text = "achim: was kostet das\nso viel\nbea: neunhundert"
    transcript = read_conversation(text.encode(), "a.txt", advisers=["bea"], customers=["achim"])
    assert said(transcript) == [("achim", "was kostet das\nso viel"), ("bea", "neunhundert")]
    assert [(party.name, party.role.value) for party in transcript.conversation.people] == [
        ("achim", "customer"),
        ("bea", "adviser"),
    ]


def test_the_name_of_the_file_becomes_the_id() -> None:
    assert (
        read_text("Anna: Hallo\nJan: Tag", "C:\\Ordner\\Gespräch mit Kolb.txt").conversation.id == "Gespräch-mit-Kolb"
    )


def read_or_refuse(data: bytes, name: str, format: str | None = None) -> None:
    """Read; a refusal must have a sentence in both languages. Anything else that is raised fails the test."""
    refused: Message | None = None
    try:
        conversation = read_conversation(data, name, format=format).conversation
    except InputRefusedError as error:
        refused = error.message
    if refused is not None:
        assert all(Voice(language).say(refused) for language in ("de", "en"))
        return
    assert conversation.turns
    for turn in conversation.turns:
        assert "\x00" not in turn.text
        assert turn.text.encode().strip()
        assert Evidence(conversation.id, turn, 0, len(turn.text)).quote == turn.text


FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = st.sampled_from(
    [
        "WEBVTT\n\n",
        "00:01.000 --> 00:02.000\n",
        "1\n00:00:01,000 --> 00:00:02,000\n",
        "<v Anna>",
        "</v>",
        "Anna: ",
        "\n",
        "\n\n",
        "[00:12] ",
        "Anna   0:12\n",
        "[12.03.26, 14:05:33] Anna: ",
        "3/14/26, 2:05 PM - Tom: ",
        "From: a@b.example\n",
        "Subject: =?utf-8?q?x?=\n",
        "Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        "Content-Type: text/html\n\n<p>",
        "Content-Transfer-Encoding: base64\n\n",
        "From a@b.example Mon Jan  5 00:00:00 2026\n",
        "Am 12.03.2026 um 14:05 schrieb Anna <a@b.example>:\n> ",
        "Von: Anna\nGesendet: heute\nBetreff: x\n",
        "> ",
        "-- \n",
        "Gruß\n",
        '{"turns": [',
        '{"id": 1, "speaker": "A", "text": "x", "start": 1e999}',
        "]}",
        '{"segments": [{"text": "x", "start": "a"}]}',
        "Sprecher;Text\n",
        'Anna;"',
        "# Titel\n",
        "**Anna:** ",
        "- ",
        "NOTE\n",
        "\u200e",
        "&amp;",
        "&#0;",
        "\ud7ff",
    ]
)


@FUZZ
@given(st.binary(max_size=400), st.sampled_from(NAMES))
def test_any_bytes_are_read_or_refused(data: bytes, format: str) -> None:
    read_or_refuse(data, "file.bin")
    read_or_refuse(data, "file.bin", format)


@FUZZ
@given(st.text(max_size=300), st.sampled_from(NAMES), st.sampled_from([".vtt", ".eml", ".json", ".csv", ".md", ".txt"]))
def test_any_text_is_read_or_refused(text: str, format: str, ending: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    read_or_refuse(data, f"file{ending}")
    read_or_refuse(data, f"file{ending}", format)


@settings(FUZZ, max_examples=150)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25), st.sampled_from(NAMES))
def test_any_pieces_of_formats_are_read_or_refused(pieces: list[str], format: str) -> None:
    data = "".join(pieces).encode("utf-8", "replace")
    read_or_refuse(data, "file.txt")
    read_or_refuse(data, "file.txt", format)


@settings(FUZZ, max_examples=150)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 40), st.binary(max_size=8)), min_size=1, max_size=5),
)
def test_damaged_files_are_read_or_refused(name: str, changes: list[tuple[int, int, bytes]]) -> None:
    data = (FILES / name).read_bytes()
    for place, length, inserted in changes:
        place %= len(data) + 1
        data = data[:place] + inserted + data[place + length :]
    read_or_refuse(data, name)


def test_ten_thousand_turns_are_read() -> None:
    text = "\n".join(f"{('Anna', 'Jan')[number % 2]}: Satz {number}, und noch einer." for number in range(10_000))
    assert len(read_text(text).conversation.turns) == 10_000
