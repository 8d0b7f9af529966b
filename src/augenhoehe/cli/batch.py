"""`augenhoehe batch PATH …`: many conversations on all cores, one line of JSON each."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from augenhoehe.api.batch import Line, Manner, read_all
from augenhoehe.cli.read import catalogue_of
from augenhoehe.cli.speaking import complain, emit, read_file
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The files and folders, who is who, and how many processes read."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help=voice.text("cli.batch.help.paths"))
    for side in ("adviser", "customer"):
        parser.add_argument(
            f"--{side}", metavar="NAME", action="append", default=[], help=voice.text(f"cli.read.help.{side}")
        )
    parser.add_argument("--input", metavar="FORMAT", help=voice.text("cli.read.help.input"))
    parser.add_argument("--catalogue", metavar="FILE", help=voice.text("cli.read.help.catalogue"))
    parser.add_argument("--workers", metavar="N", type=int, help=voice.text("cli.batch.help.workers"))


def run(options: Namespace, voice: Voice) -> int:
    """Read them all and print each as soon as those before it are printed; 2 where one could not be used."""
    if options.workers is not None and options.workers < 1:
        raise InputRefusedError.of("cli.batch.workers", count=str(options.workers))
    catalogue = catalogue_of(options.catalogue)
    manner = Manner(
        options.adviser,
        options.customer,
        options.input,
        catalogue.needs if catalogue else (),
        catalogue.currency if catalogue else CURRENCY_OF_THE_HOUSE,
        voice,
    )
    refused = False
    for line in read_all(files_of(options.paths), manner, load=read_file, workers=options.workers):
        emit(shown(line))
        if line.refusal is not None:
            refused = True
            complain(line.refusal)
    return 2 if refused else 0


def files_of(paths: list[str]) -> list[str]:
    """The files, and of folders those that lie directly in them, each once, sorted: the order of the call is no matter.

    Hidden files are left out. Raises InputRefusedError where nothing is left.
    """
    found = set()
    for path in paths:
        if Path(path).is_dir():
            found |= {str(one) for one in Path(path).iterdir() if one.is_file() and not one.name.startswith(".")}
        else:
            found.add(path)
    if not found:
        raise InputRefusedError.of("cli.batch.empty", name=", ".join(paths))
    return sorted(found)


def shown(line: Line) -> str:
    """A line of JSON: the file, and its reading or the sentence why there is none."""
    name = json.dumps(line.name, ensure_ascii=False)
    if line.reading is None:
        return f'{{"file": {name}, "refused": {json.dumps(line.refusal, ensure_ascii=False)}}}\n'
    return f'{{"file": {name}, "reading": {line.reading}}}\n'
