"""`augenhoehe advise CASE --catalogue FILE`: what to recommend, why, and what it costs.

CASE is a case file, a folder with `case.json` or `case.toml` in it, or one or more conversations.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from decimal import Decimal
from pathlib import Path

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.advise.critiquing import Critique, Kind, offers_named
from augenhoehe.advise.wants import Answer
from augenhoehe.api import dump, to_json
from augenhoehe.api.advising import Advised, advise
from augenhoehe.api.cases import Case, case_of, is_case, read_case
from augenhoehe.cli.beside import fetch_from
from augenhoehe.cli.read import colour, file_name, width
from augenhoehe.cli.speaking import emit, read_file
from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Voice

FORMS = ("text", "json", "html", "md", "pdf")
CASE_FILES = ("case.json", "case.toml")
AMOUNT = re.compile(r"(\d+)(?:[.,](\d{1,2}))?")


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The case, the catalogue, the budget and the form."""
    parser.add_argument("case", metavar="CASE", nargs="+", help=voice.text("cli.advise.help.case"))
    parser.add_argument("--catalogue", metavar="FILE", help=voice.text("cli.advise.help.catalogue"))
    parser.add_argument("--budget", metavar="N", help=voice.text("cli.advise.help.budget"))
    for name in ("without", "with"):
        parser.add_argument(
            f"--{name}", dest=f"critique_{name}", metavar="OFFER", action="append", default=[],
            help=voice.text(f"cli.advise.help.{name}"),
        )  # fmt: skip
    parser.add_argument("--half-effort", action="store_true", help=voice.text("cli.advise.help.half_effort"))
    for name in ("yes", "no"):
        parser.add_argument(
            f"--{name}", dest=f"answer_{name}", metavar=("NEED", "WORDS"), nargs=2, action="append", default=[],
            help=voice.text(f"cli.advise.help.{name}"),
        )  # fmt: skip
    for side in ("adviser", "customer"):
        parser.add_argument(
            f"--{side}", metavar="NAME", action="append", default=[], help=voice.text(f"cli.read.help.{side}")
        )
    parser.add_argument("--format", choices=FORMS, default="text", help=voice.text("cli.read.help.format"))
    parser.add_argument(
        "--for", dest="audience", choices=("customer", "internal"), default="internal",
        help=voice.text("cli.advise.help.for"),
    )  # fmt: skip


def run(options: Namespace, voice: Voice) -> int:
    """Advise and show it. HTML, Markdown and PDF are the advice record."""
    case, folder = case_from(options)
    catalogue = catalogue_for(case, folder, options.catalogue)
    advised = advise(
        case,
        catalogue,
        budget=budget_of(options.budget, catalogue),
        language=voice.language,
        critiques=critiques_of(options, catalogue),
        answers=answers_of(options, catalogue),
    )
    if options.format == "json":
        emit(dump(to_json(advised.advice, voice)))
    elif options.format == "text":
        from augenhoehe.cli.showing.recommendation import recommended  # noqa: PLC0415 - slow start: one form at a time

        emit(recommended(advised, voice, width=width(), colour=colour()))
    else:
        written = record(advised, voice, options.format, options.audience)
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    return 0


def critiques_of(options: Namespace, catalogue: Catalogue) -> list[Critique]:
    """What the arguments ask of the advice. Raises InputRefusedError for an offer that the catalogue does not name."""
    found = [Critique(Kind.WITHOUT, offers_named(catalogue, words)) for words in options.critique_without]
    found += [Critique(Kind.WITH, offers_named(catalogue, words)) for words in options.critique_with]
    return [*found, Critique(Kind.HALF_EFFORT)] if options.half_effort else found


def answers_of(options: Namespace, catalogue: Catalogue) -> list[Answer]:
    """What asking after needs brought. Raises InputRefusedError for an unknown need and for no words."""
    found = []
    for real, given in ((True, options.answer_yes), (False, options.answer_no)):
        for need, words in given:
            if need not in catalogue.needs_by_id:
                raise InputRefusedError.of("cli.advise.no_such_need", need=need, known=", ".join(catalogue.needs_by_id))
            if not words.strip():
                raise InputRefusedError.of("cli.advise.no_words", need=need)
            turn = Turn(1, "", Role.CUSTOMER, words.strip())
            found.append(Answer(need, real, (Evidence.locate("", turn, turn.text),)))
    return found


def record(advised: Advised, voice: Voice, form: str, audience: str) -> bytes:
    """The advice record in one of its forms."""
    from augenhoehe.api.recording import record_of  # noqa: PLC0415 - slow start: few calls need it
    from augenhoehe.report.record import render  # noqa: PLC0415 - slow start

    return render(record_of(advised, voice.language), voice, form=form, audience=audience)


def case_from(options: Namespace) -> tuple[Case, Path]:
    """The case that the arguments name, and the folder its catalogue lies in."""
    first = Path(options.case[0])
    if len(options.case) == 1 and first.is_dir():
        found = [first / name for name in CASE_FILES if (first / name).is_file()]
        if not found:
            raise InputRefusedError.of("cli.advise.no_case_file", folder=str(first), names=", ".join(CASE_FILES))
        first = found[0]
    data = read_file(str(first) if options.case[0] != "-" else "-")
    if is_case(first.name, data):
        if len(options.case) > 1:
            raise InputRefusedError.of("cli.advise.case_alone", name=first.name)
        return read_case(data, first.name, fetch_from(first.parent)), first.parent
    talks = [(data, options.case[0]), *((read_file(name), name) for name in options.case[1:])]
    transcripts = [
        read_conversation(data, file_name(name), advisers=options.adviser, customers=options.customer)
        for data, name in talks
    ]
    return case_of(transcripts), first.parent


def catalogue_for(case: Case, folder: Path, named: str | None) -> Catalogue:
    """The catalogue that --catalogue names, or the one that the case names."""
    if named is not None:
        return read_catalogue(read_file(named), file_name(named))
    if not case.catalogue:
        raise InputRefusedError.of("cli.advise.no_catalogue")
    return read_catalogue(fetch_from(folder)(case.catalogue), file_name(case.catalogue))


def budget_of(text: str | None, catalogue: Catalogue) -> Money | None:
    """The budget in the catalogue's currency. Raises InputRefusedError for what is no plain amount."""
    if text is None:
        return None
    found = AMOUNT.fullmatch(text.strip())
    if not found:
        raise InputRefusedError.of("cli.advise.no_amount", words=text)
    return Money(Decimal(f"{found[1]}.{found[2] or '0'}"), catalogue.currency)
