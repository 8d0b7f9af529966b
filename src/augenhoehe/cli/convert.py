"""`augenhoehe convert FILE`: make a catalogue of what a wholesaler or a spreadsheet gives, with a person's say."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from augenhoehe.advise.catalogue.assigning import as_table, assigned, propose, read_table
from augenhoehe.advise.catalogue.bmecat import is_bmecat, read_bmecat
from augenhoehe.advise.catalogue.building import build
from augenhoehe.advise.catalogue.located import Located
from augenhoehe.advise.catalogue.reading import decode, locate, read_catalogue
from augenhoehe.advise.catalogue.writing import as_toml
from augenhoehe.cli.read import file_name
from augenhoehe.cli.speaking import complain, emit, read_file
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.wording.saying import Voice

MOST_SAID = 10


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The file, and what a person says about it."""
    parser.add_argument("file", metavar="FILE", help=voice.text("cli.convert.help.file"))
    parser.add_argument("--needs", metavar="FILE", help=voice.text("cli.convert.help.needs"))
    parser.add_argument("--assign", metavar="CSV", help=voice.text("cli.convert.help.assign"))
    parser.add_argument("--price-type", metavar="TYPE", default="", help=voice.text("cli.convert.help.price_type"))
    parser.add_argument("--per-seat", action="store_true", help=voice.text("cli.convert.help.per_seat"))
    parser.add_argument(
        "--column", metavar="HEADING=FIELD", action="append", default=[], help=voice.text("cli.convert.help.column")
    )
    parser.add_argument("--out", metavar="FILE", help=voice.text("cli.convert.help.out"))


def run(options: Namespace, voice: Voice) -> int:
    """Write the proposal (without --assign) or the catalogue; what did not come along is said on the error stream."""
    data, name = read_file(options.file), file_name(options.file)
    if not is_bmecat(data, name):
        columns = dict(_column(each) for each in options.column)
        found = as_toml(locate(data, name, columns=columns).data)
        read_catalogue(found, f"{Path(name).stem}.toml")
        return _hand_over(found, options.out, voice)
    if not options.needs:
        raise InputRefusedError.of("cli.convert.no_needs", file=name)
    needs = locate(read_file(options.needs), file_name(options.needs))
    goods = read_bmecat(data, name)
    for left_out in goods.complaints[:MOST_SAID]:
        complain(voice.say(left_out.message))
    if len(goods.complaints) > MOST_SAID:
        complain(voice.text("catalogue.more_left_out", more=len(goods.complaints) - MOST_SAID))
    named = build(Located(needs.name, {"need": needs.data.get("need", ())}, needs.lines)).needs
    if not options.assign:
        return _hand_over(as_table(propose(goods, named)).encode(), options.out, voice)
    table = read_table(decode(read_file(options.assign), options.assign), file_name(options.assign))
    rows = needs.data.get("need", ())
    assert isinstance(rows, list)
    converted = assigned(goods, rows, table, price_type=options.price_type, per_seat=options.per_seat)
    found = as_toml(converted.data)
    read_catalogue(found, f"{Path(name).stem}.toml")
    figures = Message.of(
        "catalogue.converted",
        offers=converted.offers,
        unserving=converted.unserving,
        unpriced=converted.unpriced,
        replaced=converted.replaced,
    )
    complain(voice.say(figures))
    return _hand_over(found, options.out, voice)


def _column(said: str) -> tuple[str, str]:
    heading, mark, field = said.rpartition("=")
    if not mark or not heading.strip():
        raise InputRefusedError.of("cli.convert.column", value=said)
    return heading.strip(), field.strip()


def _hand_over(content: bytes, out: str | None, voice: Voice) -> int:
    """To the standard output, or into a file that is not there yet: nothing of a person's is overwritten."""
    if out is None:
        emit(content.decode())
        return 0
    try:
        with Path(out).open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise InputRefusedError.of("cli.convert.there_already", file=out) from None
    except OSError as error:
        raise InputRefusedError.of("cli.convert.not_written", file=out, reason=str(error)) from None
    complain(voice.text("cli.convert.written", file=out))
    return 0
