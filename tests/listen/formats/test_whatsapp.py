"""Chats as the telephones export them."""

from __future__ import annotations

import io
import zipfile

from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Channel
from listen.shapes import FILES, read_file, read_text, refusal, said, timed


def test_german_iphone() -> None:
    transcript = read_file("iphone.txt")
    assert timed(transcript) == [
        ("Anna Berg", 0.0, None, "Hallo Jan, passt Freitag?"),
        ("Jan Kolb", 82.0, None, "Ja.\nUm 10:30 Uhr: bei mir."),
        ("Anna Berg", 64460.0, None, "Bin da"),
    ]
    assert (transcript.conversation.channel, str(transcript.conversation.held_on)) == (Channel.CHAT, "2026-03-12")


def test_english_android_with_am_and_pm_and_month_first() -> None:
    transcript = read_file("android.txt")
    assert timed(transcript) == [
        ("Tom Reed", 0.0, None, "Hi Ada, quick one: is the quote fine?"),
        ("Ada Lane", 240.0, None, "It is too expensive."),
    ]
    assert str(transcript.conversation.held_on) == "2026-03-14"
    assert [dict(note.values) for note in transcript.notes] == [{"messages": 3}]


def test_english_iphone_and_day_first_by_the_order_of_dates() -> None:
    text = "[03/04/2026, 9:00:00 AM] A B: one\n[01/05/2026, 12:30:00 PM] C D: two"
    transcript = read_text(text)
    assert (str(transcript.conversation.held_on), transcript.format) == ("2026-04-03", "whatsapp")
    assert [start for _, start, _, _ in timed(transcript)] == [0.0, 28 * 86400 + 3.5 * 3600]


def test_the_zip_of_an_iphone() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        container.writestr("_chat.txt", (FILES / "iphone.txt").read_bytes())
        container.writestr("photo.jpg", b"\xff\xd8")
    transcript = read_conversation(buffer.getvalue(), "WhatsApp Chat.zip")
    assert said(transcript) == said(read_file("iphone.txt"))


def test_a_chat_of_pictures_only_is_refused() -> None:
    chat = "[12.03.26, 14:05:33] A: ‎Bild weggelassen\n[12.03.26, 14:06:33] B: ‎Video weggelassen\n"
    assert refusal(chat.encode(), format="whatsapp") == "listen.refused.no_chat"


def test_an_impossible_day_leaves_the_time_open() -> None:
    text = "[31.02.26, 14:05:33] A: eins\n[01.03.26, 14:05:33] B: zwei"
    assert timed(read_text(text)) == [("A", None, None, "eins"), ("B", 0.0, None, "zwei")]


def test_each_message_has_its_own_day() -> None:
    chat = "[12.03.26, 23:59:00] A: Bis morgen.\n[13.03.26, 00:01:00] B: Gern.\n[13.03.26, 09:00:00] A: Also morgen."
    assert [str(turn.said_on) for turn in read_text(chat).conversation.turns] == [
        "2026-03-12",
        "2026-03-13",
        "2026-03-13",
    ]
