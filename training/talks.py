"""Read annotated talks: the corpus' own file format, where the annotation stands in the words themselves.

A `.talk` file has a head in YAML between two lines `---`, then one turn a paragraph, then (after a line `===`) a foot
in YAML for what concerns the whole conversation:

    ---
    id: de-001
    lang: de
    title: Hofladen will einen Webshop
    domain: web agency
    channel: phone
    date: 2026-03-12
    stage: first talk
    register: du
    form: clean
    hand: a
    people: {K: [Karin Voss, adviser], J: [Jonas Brandt, customer]}
    ---
    K> Moin. {question:open|Wie verkauft ihr denn heute?}

    J> Am Stand. {problem|Samstags stehen die Leute Schlange} und {wish|ich will einen Webshop}.
    ===
    wants: [{what: Webshop, turns: [2], mirrored: false, reason_known: true}]
    needs: [{need: Weniger Andrang am Samstag, turns: [2], stated: false}]
    answered_without_asking: []
    unanswered: []

A mark is `{kind|words}` or `{kind:attributes|words}` with the attributes in the order of `ORDER`, separated by `;`;
marks may be nested. An empty promise date is written `-`. A literal brace is written doubled, but for `}}` inside two
marks, which closes both. Turns are numbered from
1. A turn with several paragraphs (a mail) holds them as lines that start with `| ` after its first line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from augenhoehe.understand.findings import ADVISER_KINDS, ATTRIBUTES, CUSTOMER_KINDS, Attribute, Kind

ORDER: dict[Kind, tuple[str, ...]] = {
    Kind.CONSTRAINT: ("type",),
    Kind.ASK_CONCESSION: ("type",),
    Kind.EXPERIENCE: ("polarity",),
    Kind.PROMISE: ("due",),
    Kind.QUESTION: ("form",),
    Kind.ADVICE: ("direction",),
    Kind.CONCESSION: ("type", "conditional"),
}
HEAD = ("id", "lang", "title", "domain", "channel", "date", "stage", "register", "form", "hand", "people")
CHANNELS = ("phone", "meeting", "video", "email", "chat")
FORMS = ("clean", "asr", "mail", "chat")
ROLES = ("adviser", "customer", "other")
_OPEN = re.compile(r"\{([a-z_]+)(?::([^|{}]*))?\|")


class TalkError(ValueError):
    """A talk that does not keep to the format: the file, the line and what is wrong."""


@dataclass(slots=True)
class _Mark:
    kind: Kind
    attrs: dict[str, Attribute]
    start: int


@dataclass(frozen=True, slots=True)
class MarkedTurn:
    """A turn's plain text and its marks as (kind, attributes, start, end), in the order in which they open."""

    text: str
    marks: tuple[tuple[Kind, dict[str, Attribute], int, int], ...] = field(default=())


def unmark(marked: str) -> MarkedTurn:
    """Separate words from marks. Raises ValueError for an unknown kind, a wrong attribute or an unclosed mark."""
    text: list[str] = []
    length = 0
    stack: list[_Mark] = []
    done: list[tuple[Kind, dict[str, Attribute], int, int]] = []
    place = 0
    while place < len(marked):
        if marked.startswith("{{", place) or (marked.startswith("}}", place) and len(stack) < 2):
            text.append(marked[place])
            length, place = length + 1, place + 2
        elif match := _OPEN.match(marked, place):
            stack.append(_opened(match, length))
            place = match.end()
        elif marked[place] == "}":
            if not stack:
                raise ValueError(f"nothing to close at ...{marked[max(0, place - 20) : place + 1]}")
            mark = stack.pop()
            if length == mark.start:
                raise ValueError(f"an empty {mark.kind} mark")
            done.append((mark.kind, mark.attrs, mark.start, length))
            place += 1
        elif marked[place] == "{":
            raise ValueError(f"not a mark: {marked[place : place + 30]}...")
        else:
            text.append(marked[place])
            length, place = length + 1, place + 1
    if stack:
        raise ValueError(f"{stack[-1].kind} is opened and never closed")
    return MarkedTurn("".join(text), tuple(sorted(done, key=lambda mark: (mark[2], -mark[3], mark[0]))))


def _opened(match: re.Match[str], start: int) -> _Mark:
    name, given = match[1], match[2]
    try:
        kind = Kind(name)
    except ValueError:
        raise ValueError(f"no such kind: {name}") from None
    names = ORDER.get(kind, ())
    values = given.split(";") if given is not None else []
    if len(values) != len(names):
        raise ValueError(f"{kind} takes {len(names)} attributes ({', '.join(names) or 'none'}), not {given!r}")
    attrs: dict[str, Attribute] = {}
    for attribute, value in zip(names, values, strict=True):
        attrs[attribute] = _value(kind, attribute, value.strip())
    return _Mark(kind, attrs, start)


def _value(kind: Kind, attribute: str, value: str) -> Attribute:
    if attribute == "due":
        return None if value == "-" else value
    if attribute == "conditional":
        if value not in ("yes", "no", "true", "false"):
            raise ValueError(f"concession is conditional 'yes' or 'no', not {value!r}")
        return value in ("yes", "true")
    allowed = ATTRIBUTES[kind][attribute]
    if allowed is None or value not in allowed:
        raise ValueError(f"{kind}.{attribute} must be one of {allowed}, not {value!r}")
    return value


def read_talk(path: Path) -> dict[str, Any]:
    """An annotated conversation in the shape of `docs/guides/findings.md`. Raises TalkError."""
    content = path.read_text(encoding="utf-8")
    parts = re.split(r"^---\n", content, maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0].strip():
        raise TalkError(f"{path}: the head must stand between two lines of ---")
    body, _, foot_text = parts[2].partition("\n===\n")
    head, foot = yaml.safe_load(parts[1]), yaml.safe_load(foot_text) or {}
    _check_head(path, head)
    first_line = content[: len(content) - len(parts[2])].count("\n") + 1
    turns, findings = _turns(path, head["people"], body, first_line)
    return {
        **{name: head[name] for name in HEAD if name not in ("people", "date")},
        "date": str(head["date"]),
        "people": [{"name": name, "role": role} for name, role in head["people"].values()],
        "turns": turns,
        "findings": findings,
        **_foot(path, foot, len(turns)),
    }


def _check_head(path: Path, head: Any) -> None:
    missing = [name for name in HEAD if not isinstance(head, dict) or name not in head]
    if missing:
        raise TalkError(f"{path}: the head lacks {', '.join(missing)}")
    if head["lang"] not in ("de", "en"):
        raise TalkError(f"{path}: lang must be de or en, not {head['lang']}")
    if head["channel"] not in CHANNELS:
        raise TalkError(f"{path}: channel must be one of {CHANNELS}, not {head['channel']}")
    if head["form"] not in FORMS:
        raise TalkError(f"{path}: form must be one of {FORMS}, not {head['form']}")
    for short, person in head["people"].items():
        if len(person) != 2 or person[1] not in ROLES:
            raise TalkError(f"{path}: {short} must be [name, role] with a role of {ROLES}")


def _turns(
    path: Path, people: dict[str, list[str]], body: str, first_line: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    turns: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    for number, (line, short, marked) in enumerate(_paragraphs(path, body, first_line), start=1):
        if short not in people:
            raise TalkError(f"{path}:{line}: nobody is called {short}")
        name, role = people[short]
        try:
            turn = unmark(marked)
        except ValueError as error:
            raise TalkError(f"{path}:{line}: {error}") from error
        turns.append({"id": number, "speaker": name, "role": role, "start": None, "end": None, "text": turn.text})
        for kind, attrs, start, end in turn.marks:
            check_mark(f"{path}:{line}", kind, role, attrs, turn.text)
            findings.append({"turn": number, "kind": kind.value, "quote": turn.text[start:end], "attrs": attrs})
    return turns, findings


def check_mark(place: str, kind: Kind, role: str, attrs: dict[str, Attribute], text: str) -> None:
    """Raises TalkError where a kind cannot be said by a role, or a date does not stand in the turn."""
    if (kind in CUSTOMER_KINDS and role != "customer") or (kind in ADVISER_KINDS and role != "adviser"):
        raise TalkError(f"{place}: {kind} cannot be said by {role}")
    due = attrs.get("due")
    if isinstance(due, str) and due.lower() not in text.lower():
        raise TalkError(f"{place}: the date {due!r} does not stand in the turn")


def _paragraphs(path: Path, body: str, first_line: int) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for line, content in enumerate(body.split("\n"), start=first_line):
        if not content.strip():
            continue
        if content.startswith("|"):
            if not found:
                raise TalkError(f"{path}:{line}: a continued line before the first turn")
            start, short, marked = found[-1]
            found[-1] = (start, short, f"{marked}\n{content[1:].strip()}")
            continue
        short, separator, marked = content.partition("> ")
        if not separator or not short.isalnum():
            raise TalkError(f"{path}:{line}: a turn starts with the short name and '> ': {content[:40]}")
        found.append((line, short, marked.strip()))
    return found


def _foot(path: Path, foot: dict[str, Any], turns: int) -> dict[str, Any]:
    result = {name: foot.get(name) or [] for name in ("wants", "needs", "answered_without_asking", "unanswered")}
    named = [turn for part in ("wants", "needs") for entry in result[part] for turn in entry["turns"]]
    for turn in [*named, *result["answered_without_asking"], *result["unanswered"]]:
        if not 1 <= turn <= turns:
            raise TalkError(f"{path}: the foot names turn {turn}, there are {turns}")
    return result
