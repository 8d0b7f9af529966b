"""Read scenes: single turns with context, many in one file, marked like talks.

A `.scenes` file has a head in YAML between two lines `---` (id, lang, kind: the kind the file is about, hand), then
blocks separated by empty lines:

    @ Heizungsbau, Telefon, Angebot
    C> {question:open|Und das Gerüst, wer zahlt das?}
    A> {refusal|Das Gerüst übernehme ich nicht}.

The line with `@` names trade, channel and stage in free words; `A>` is an adviser, `C>` a customer, `O>` somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from augenhoehe.understand.findings import Kind
from training.talks import TalkError, check_mark, unmark

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "scenes"
HEAD = ("id", "lang", "kind", "hand")
ROLES = {"A": "adviser", "C": "customer", "O": "other"}


def scenes(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """All scenes in the order of their files. Raises TalkError for the first that does not keep to the format."""
    return [scene for path in sorted(folder.glob("*.scenes")) for scene in read_scenes(path)]


def read_scenes(path: Path) -> list[dict[str, Any]]:
    """The scenes of one file in the shape of annotated conversations, with `kind` and `about`. Raises TalkError."""
    content = path.read_text(encoding="utf-8")
    parts = re.split(r"^---\n", content, maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0].strip():
        raise TalkError(f"{path}: the head must stand between two lines of ---")
    head = yaml.safe_load(parts[1])
    missing = [name for name in HEAD if not isinstance(head, dict) or name not in head]
    if missing:
        raise TalkError(f"{path}: the head lacks {', '.join(missing)}")
    if head["id"] != path.stem or head["lang"] not in ("de", "en") or head["kind"] not in list(Kind):
        raise TalkError(f"{path}: id must be the file's name, lang de or en, kind one of the kinds")
    first_line = content[: len(content) - len(parts[2])].count("\n") + 1
    return [_scene(path, head, number, block) for number, block in enumerate(_blocks(path, parts[2], first_line), 1)]


def _blocks(path: Path, body: str, first_line: int) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for line, content in enumerate(body.split("\n"), start=first_line):
        if content.startswith("@"):
            if block:
                yield block
            block = [(line, content)]
        elif content.strip():
            if not block:
                raise TalkError(f"{path}:{line}: a turn before the first line with @")
            block.append((line, content))
    if block:
        yield block


def _scene(path: Path, head: dict[str, Any], number: int, block: list[tuple[int, str]]) -> dict[str, Any]:
    if len(block) < 2:
        raise TalkError(f"{path}:{block[0][0]}: a scene without turns")
    turns: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    for turn_id, (line, content) in enumerate(block[1:], start=1):
        short, separator, marked = content.partition("> ")
        if not separator or short not in ROLES:
            raise TalkError(f"{path}:{line}: a turn starts with A>, C> or O>: {content[:40]}")
        try:
            turn = unmark(marked.strip())
        except ValueError as error:
            raise TalkError(f"{path}:{line}: {error}") from error
        turns.append({"id": turn_id, "speaker": short, "role": ROLES[short], "text": turn.text})
        for kind, attrs, start, end in turn.marks:
            check_mark(f"{path}:{line}", kind, ROLES[short], attrs, turn.text)
            findings.append({"turn": turn_id, "kind": kind.value, "quote": turn.text[start:end], "attrs": attrs})
    return {
        "id": f"{head['id']}-{number:03}", "lang": head["lang"], "kind": head["kind"], "hand": head["hand"],
        "about": block[0][1].lstrip("@ ").strip(), "turns": turns, "findings": findings,
    }  # fmt: skip
