"""Mails, mailboxes and threads pasted from a mail program."""

from __future__ import annotations

from augenhoehe.speech.conversation import Channel, Party, Role
from listen.shapes import read_file, read_text, refusal, said

THREAD = [
    ("Timo Löw", "Guten Tag Frau Wein, wie kann ich Ihnen helfen?"),
    ("Claudia Wein", "Hallo Herr Löw,\n\nwas kosten zwölf Bilder?\n\nClaudia Wein"),
    ("Timo Löw", "Liebe Frau Wein,\n\nam Dienstag passt es.\n\nOrt: Halle 3\n\nViele Grüße\nTimo Löw"),
]


def test_a_thread_is_put_in_order_without_signature_and_only_writers_take_part() -> None:
    conversation = read_file("thread.eml").conversation
    assert [(turn.speaker, turn.text) for turn in conversation.turns] == THREAD
    assert conversation.people == (Party("Timo Löw", Role.ADVISER), Party("Claudia Wein", Role.CUSTOMER))
    assert (conversation.title, conversation.channel) == ("Bilder für den Prospekt", Channel.EMAIL)


def test_what_later_mails_quote_is_counted_once_and_html_is_read() -> None:
    transcript = read_file("office.mbox")
    assert said(transcript) == [
        ("Timo Löw", "Guten Tag Frau Wein, wie kann ich Ihnen helfen?"),
        ("Claudia Wein", "Hallo Herr Löw,\n\nwas kosten\nzwölf Bilder?"),
    ]
    assert [(note.key, dict(note.values)) for note in transcript.notes] == [("listen.note.attachments", {"count": 1})]


def test_a_thread_pasted_from_outlook() -> None:
    text = (
        "Von: Anna Berg <anna@berg.example>\nGesendet: Donnerstag, 12. März 2026 14:05\nAn: Jan Kolb\n"
        "Betreff: AW: Angebot\n\nHallo Herr Kolb,\n\nbis Freitag.\n\n"
        "Von: Jan Kolb <jan@kolb.example>\nGesendet: Mittwoch, 11. März 2026 10:00\nAn: Anna Berg\nBetreff: Angebot\n\n"
        "Wann kommt das Angebot?\n"
    )
    transcript = read_text(text, "eingefuegt.txt")
    assert said(transcript) == [
        ("Jan Kolb", "Wann kommt das Angebot?"),
        ("Anna Berg", "Hallo Herr Kolb,\n\nbis Freitag."),
    ]
    assert transcript.conversation.title == "Angebot"


def test_an_answer_between_quoted_lines_is_kept_and_the_quotation_is_not() -> None:
    mail = (
        "From: Ada Lane <ada@lane.example>\nSubject: Re: Offer\nDate: Thu, 12 Mar 2026 16:00:00 +0000\n\n"
        "On Thu, 12 Mar 2026 at 10:00, Tom Reed <tom@reed.example> wrote:\n"
        "> Shall we start in May?\nYes.\n> And the price?\nToo high.\n"
    )
    assert said(read_text(mail, "mail.eml")) == [
        ("Tom Reed", "Shall we start in May?\nAnd the price?"),
        ("Ada Lane", "Yes.\nToo high."),
    ]


def test_a_postscript_after_the_signature_line_of_a_company_stays() -> None:
    mail = "From: a@b.example\nSubject: x\n\nGut.\n\nGruß\nAnna\n\nTel. 030 1234567\nwww.berg.example\nPS: Bis Montag."
    assert said(read_text(mail, "mail.eml")) == [("a@b.example", "Gut.\n\nGruß\nAnna\n\nPS: Bis Montag.")]


def test_raw_characters_in_headers_and_unknown_charsets_are_read() -> None:
    mail = "From: Jörg <j@x.example>\nSubject: Grüße\nContent-Type: text/plain; charset=klingon\n\nSchön."
    transcript = read_text(mail, "mail.eml")
    assert (said(transcript), transcript.conversation.title) == ([("Jörg", "Schön.")], "Grüße")


def test_a_mail_without_words_is_refused() -> None:
    assert refusal(b"From: a@b.example\nSubject: x\nDate: now\n\n   \n", "mail.eml") == "listen.refused.no_mail"


def test_two_people_of_the_same_name_are_two() -> None:
    mails = "".join(
        f"From {a} Mon Jan  5 00:00:00 2026\nFrom: Info <{a}>\nSubject: x\n\nText {a}\n\n"
        for a in ("a@x.example", "b@y.example")
    )
    assert said(read_text(mails, "box.mbox")) == [
        ("Info", "Text a@x.example"),
        ("Info (b@y.example)", "Text b@y.example"),
    ]


def test_each_mail_has_its_own_day() -> None:
    text = (
        "From: Anna Berg <anna@berg.example>\nSubject: AW: Angebot\nDate: Fri, 13 Mar 2026 14:05:00 +0100\n\n"
        "Das schicke ich Ihnen morgen.\n\n"
        "Von: Jan Kolb <jan@kolb.example>\nGesendet: Mittwoch, 11. März 2026 10:00\nAn: Anna Berg\nBetreff: Angebot\n\n"
        "Wir melden uns morgen.\n"
    )
    conversation = read_text(text, "mail.eml").conversation
    assert [(turn.text, str(turn.said_on)) for turn in conversation.turns] == [
        ("Wir melden uns morgen.", "2026-03-11"),
        ("Das schicke ich Ihnen morgen.", "2026-03-13"),
    ]
    assert str(conversation.held_on) == "2026-03-11"


def test_mail_without_a_date_has_no_day() -> None:
    (turn,) = read_text("From: a@b.example\nSubject: x\n\nBis morgen.", "mail.eml").conversation.turns
    assert turn.said_on is None
