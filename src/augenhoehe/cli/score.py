"""`augenhoehe score FOLDER`: how well findings agree with conversations that people annotated."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from augenhoehe.cli.speaking import emit, read_file
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.annotated import answer, read_annotated
from augenhoehe.understand.scoring import Rate, Score, score
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The folder with annotated conversations."""
    parser.add_argument("folder", metavar="FOLDER", help=voice.text("understand.score.help.folder"))
    parser.add_argument("--json", action="store_true", help=voice.text("understand.score.help.json"))


def run(options: Namespace, voice: Voice) -> int:
    """Examine every conversation of the folder and print the agreement."""
    folder = Path(options.folder)
    if not folder.is_dir():
        raise InputRefusedError.of("understand.score.no_folder", name=options.folder)
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputRefusedError.of("understand.score.empty", name=options.folder)
    result = score(answer(read_annotated(read_file(str(path)), path.name)) for path in paths)
    emit(json.dumps(shape(result), ensure_ascii=False, indent=1) + "\n" if options.json else table(result, voice))
    return 0


def shape(result: Score) -> dict[str, object]:
    """The score as JSON, schema augenhoehe.score/1."""
    return {
        "schema": "augenhoehe.score/1",
        "micro": _rate(result.micro),
        "macro_f1": round(result.macro_f1, 4),
        "kinds": {str(kind): _rate(rate) for kind, rate in result.kinds.items()},
        "languages": {language: _rate(rate) for language, rate in result.languages.items()},
        "attrs": {name: {"right": right, "of": whole} for name, (right, whole) in result.attributes.items()},
    }


def _rate(rate: Rate) -> dict[str, object]:
    return {
        "annotated": rate.annotated,
        "found": rate.found,
        "agreeing": rate.agreeing,
        "precision": round(rate.precision, 4),
        "recall": round(rate.recall, 4),
        "f1": round(rate.f1, 4),
    }


def table(result: Score, voice: Voice) -> str:
    """The score as a table: per kind, attributes, languages, and the whole last."""
    heads = [voice.text(f"understand.score.{name}") for name in ("kind", "annotated", "found", "precision", "recall")]
    lines = [_row(heads[0], *heads[1:], "F1")]
    lines += [_rate_row(voice.text(f"api.kind.{kind}"), rate) for kind, rate in result.kinds.items()]
    lines.append("")
    lines += [
        _row(voice.text(f"understand.score.attribute.{name}"), str(whole), str(right))
        for name, (right, whole) in result.attributes.items()
    ]
    lines.append("")
    lines += [
        _rate_row(voice.text(f"understand.score.language.{language}"), rate)
        for language, rate in result.languages.items()
    ]
    lines.append(_rate_row(voice.text("understand.score.micro"), result.micro))
    lines.append(_row(voice.text("understand.score.macro"), "", "", "", "", f"{result.macro_f1:.3f}"))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(name: str, *cells: str) -> str:
    return f"{name:30}" + "".join(f"{cell:>13}" for cell in cells)


def _rate_row(name: str, rate: Rate) -> str:
    return _row(
        name, str(rate.annotated), str(rate.found), f"{rate.precision:.3f}", f"{rate.recall:.3f}", f"{rate.f1:.3f}"
    )
