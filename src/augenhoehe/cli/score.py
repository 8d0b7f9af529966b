"""`augenhoehe score FOLDER`: how well findings and what is made of them agree with conversations people annotated."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from augenhoehe.cli.speaking import emit, read_file
from augenhoehe.needs.outline import outline
from augenhoehe.needs.weighing import board
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.annotated import Annotated, answered, given, read_annotated
from augenhoehe.understand.examining import examine
from augenhoehe.understand.scoring import Answered, Rate, Score, score
from augenhoehe.understand.spoken import stripped
from augenhoehe.understand.structure import Structure, StructureScore, score_structure
from augenhoehe.wording.saying import Voice

RAW = "raw"
"""The group of raw speech recognition, beside the languages."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One annotated conversation beside what the program makes of it; `structure` where people noted one."""

    language: str
    raw: bool
    findings: Answered
    structure: tuple[Structure, Structure] | None


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of some conversations."""

    conversations: int
    findings: Score
    structure: StructureScore | None


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The folder with annotated conversations, and what is done with them."""
    parser.add_argument("folder", metavar="FOLDER", help=voice.text("understand.score.help.folder"))
    parser.add_argument("--given", action="store_true", help=voice.text("cli.score.help.given"))
    parser.add_argument("--stripped", action="store_true", help=voice.text("cli.score.help.stripped"))
    parser.add_argument("--json", action="store_true", help=voice.text("understand.score.help.json"))


def run(options: Namespace, voice: Voice) -> int:
    """Examine every conversation of the folder and print the agreement."""
    folder = Path(options.folder)
    if not folder.is_dir():
        raise InputRefusedError.of("understand.score.no_folder", name=options.folder)
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputRefusedError.of("understand.score.empty", name=options.folder)
    read = [read_annotated(read_file(str(path)), path.name) for path in paths]
    compared = [compare(one, options.given) for one in read]
    bare = [compare(stripped(one), options.given) for one in read] if options.stripped else None
    if options.json:
        emit(json.dumps(shape(compared, bare), ensure_ascii=False, indent=1) + "\n")
    else:
        emit(table(compared, bare, voice))
    return 0


def compare(annotated: Annotated, from_given: bool = False) -> Compared:
    """An annotated conversation beside what is found in it. `from_given` makes wants, needs and gaps of the annotated
    findings instead of the found ones, so that only the linking is measured.
    """
    conversation = annotated.conversation
    findings = examine(conversation)
    pair = None
    if annotated.structure is not None:
        seen = given(annotated) if from_given else findings
        pair = (annotated.structure, outline(board((conversation,), {conversation.id: seen}, ())))
    return Compared(str(conversation.language), annotated.raw, answered(annotated, findings), pair)


def result(compared: Sequence[Compared]) -> Result:
    """The scores over some conversations."""
    pairs = [one.structure for one in compared if one.structure is not None]
    return Result(len(compared), score(one.findings for one in compared), score_structure(pairs) if pairs else None)


def groups(compared: Sequence[Compared]) -> dict[str, Result]:
    """The same for each language apart, and for raw speech."""
    languages = sorted({one.language for one in compared})
    found = {language: result([one for one in compared if one.language == language]) for language in languages}
    raw = [one for one in compared if one.raw]
    return {**found, **({RAW: result(raw)} if raw else {})}


def shape(compared: Sequence[Compared], bare: Sequence[Compared] | None = None) -> dict[str, object]:
    """The score as JSON, schema augenhoehe.score/1."""
    whole = result(compared)
    shaped = {
        "schema": "augenhoehe.score/1",
        **_shape(whole),
        "languages": {language: _rate(rate) for language, rate in whole.findings.languages.items()},
        "groups": {name: _shape(one) for name, one in groups(compared).items()},
    }
    if bare is not None:
        after = result(bare)
        shaped["stripped"] = {**_shape(after), "loss": round(_loss(whole, after), 4)}
    return shaped


def _shape(one: Result) -> dict[str, object]:
    found, structure = one.findings, one.structure
    return {
        "conversations": one.conversations,
        "micro": _rate(found.micro),
        "macro_f1": round(found.macro_f1, 4),
        "kinds": {str(kind): _rate(rate) for kind, rate in found.kinds.items()},
        "attrs": {name: {"right": right, "of": whole} for name, (right, whole) in found.attributes.items()},
        "structure": None
        if structure is None
        else {
            "conversations": structure.conversations,
            "parts": {name: _rate(rate) for name, rate in structure.parts.items()},
            "attrs": {name: {"right": right, "of": whole} for name, (right, whole) in structure.judged.items()},
        },
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


def _loss(clean: Result, bare: Result) -> float:
    """What stripping costs in micro-F1."""
    return clean.findings.micro.f1 - bare.findings.micro.f1


def table(compared: Sequence[Compared], bare: Sequence[Compared] | None, voice: Voice) -> str:
    """The score as a table: kinds, attributes, structure, each group apart, what stripping costs, the whole last."""
    whole = result(compared)
    heads = [voice.text(f"understand.score.{name}") for name in ("kind", "annotated", "found", "precision", "recall")]
    lines = [_row(heads[0], *heads[1:], "F1")]
    lines += [_rate_row(voice.text(f"api.kind.{kind}"), rate) for kind, rate in whole.findings.kinds.items()]
    lines.append("")
    lines += [
        _right_row(voice.text(f"understand.score.attribute.{name}"), counts)
        for name, counts in whole.findings.attributes.items()
    ]
    lines += ["", *_structure_rows(whole.structure, voice)] if whole.structure else []
    for name, one in groups(compared).items():
        title = voice.text("cli.score.raw") if name == RAW else voice.text(f"understand.score.language.{name}")
        lines += ["", voice.text("cli.score.group", name=title, count=one.conversations), *_whole_rows(one, voice)]
        lines += _structure_rows(one.structure, voice) if one.structure else []
    if bare is not None:
        after = result(bare)
        lines += ["", voice.text("cli.score.stripped", count=after.conversations), *_whole_rows(after, voice)]
        lines += _structure_rows(after.structure, voice) if after.structure else []
        lines.append(_row(voice.text("cli.score.loss"), "", "", "", "", f"{_loss(whole, after):.3f}"))
    lines += ["", *_whole_rows(whole, voice)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _whole_rows(one: Result, voice: Voice) -> list[str]:
    return [
        _rate_row(voice.text("understand.score.micro"), one.findings.micro),
        _row(voice.text("understand.score.macro"), "", "", "", "", f"{one.findings.macro_f1:.3f}"),
    ]


def _structure_rows(structure: StructureScore, voice: Voice) -> list[str]:
    parts = [_rate_row(voice.text(f"cli.score.part.{name}"), rate) for name, rate in structure.parts.items()]
    judged = structure.judged.items()
    return [*parts, *(_right_row(voice.text(f"cli.score.judged.{name}"), counts) for name, counts in judged)]


def _right_row(name: str, counts: tuple[int, int]) -> str:
    right, whole = counts
    return _row(name, str(whole), str(right))


def _row(name: str, *cells: str) -> str:
    return f"{name:34}" + "".join(f"{cell:>13}" for cell in cells)


def _rate_row(name: str, rate: Rate) -> str:
    return _row(
        name, str(rate.annotated), str(rate.found), f"{rate.precision:.3f}", f"{rate.recall:.3f}", f"{rate.f1:.3f}"
    )
