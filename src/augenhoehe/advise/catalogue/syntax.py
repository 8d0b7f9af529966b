"""Read TOML and YAML into located data. Numbers become Decimal, never float; lines are kept for every part."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation

import yaml

from augenhoehe.advise.catalogue.located import Located, Path
from augenhoehe.speech.errors import InputRefusedError

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*(?P<key>(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*="""
)
_INLINE_KEY = re.compile(r"""(?:^|[{,])\s*(?P<key>"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*=""")
_LINE_OF_ERROR = re.compile(r"at line (\d+)")
DEEPEST = 12


def read_toml(text: str, name: str) -> Located:
    """Located data of a TOML text. Raises InputRefusedError with the line where it is no TOML."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, InvalidOperation, RecursionError) as error:
        hit = _LINE_OF_ERROR.search(str(error))
        line = int(hit.group(1)) if hit else text.count("\n") + 1
        raise InputRefusedError.of("advise.catalogue_no_toml", file=name, line=line) from error
    return Located(name, data, _toml_lines(text))


def _toml_lines(text: str) -> dict[Path, int]:
    """The line of every table and key of a valid TOML text; what stands in an inline table has the line of its key."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    quoted: str | None = None
    depth = 0
    last: Path = ()
    items = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if quoted is not None:
            if quoted in line:
                quoted = None
            continue
        header = _HEADER.match(line) if depth == 0 else None
        if header:
            here = _table(header.group(2), header.group(1) == "[[", counts)
            lines.setdefault(here, number)
            continue
        key = _KEY.match(line) if depth == 0 else None
        if key:
            last, items = here + _parts(key.group("key")), 0
            for size in range(len(here) + 1, len(last) + 1):
                lines.setdefault(last[:size], number)
        bare = _without_strings(line)
        if depth > 0 or key:
            rest = bare[key.end() :] if key else bare
            for _ in re.findall(r"\{", rest):
                lines.setdefault((*last, items), number)
                items += 1
        depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
        depth = max(depth, 0)
        for mark in ('"""', "'''"):
            if line.count(mark) % 2:
                quoted = mark
    return lines


def _without_strings(line: str) -> str:
    """A line with strings and comments blanked, so that brackets in them do not count; places stay."""
    blank = re.sub(r'"(?:\\.|[^"\\])*"|\'[^\']*\'', lambda hit: " " * len(hit.group()), line)
    return re.sub(r"#.*$", "", blank)


def _parts(key: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^.]+', key))


def _table(key: str, is_array: bool, counts: dict[Path, int]) -> Path:
    """The path of a table header, with the place in its array where it or a table above it is one."""
    path: Path = ()
    parts = _parts(key)
    for place, part in enumerate(parts):
        path = (*path, part)
        if is_array and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def read_yaml(text: str, name: str) -> Located:
    """Located data of a YAML text. Raises InputRefusedError with the line where it is no YAML, or has anchors or
    double keys.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise InputRefusedError.of("advise.catalogue_no_yaml", file=name, line=line) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputRefusedError.of("advise.catalogue_no_yaml", file=name, line=1) from error
    lines: dict[Path, int] = {}
    if not isinstance(node, yaml.MappingNode):
        raise InputRefusedError.of("advise.catalogue_no_mapping", file=name)
    data = _plain(node, (), lines, name, set())
    assert isinstance(data, dict)
    return Located(name, data, lines)


def _plain(node: yaml.Node, path: Path, lines: dict[Path, int], name: str, seen: set[int]) -> object:
    line = node.start_mark.line + 1
    lines[path] = line
    if id(node) in seen or len(path) > DEEPEST:
        raise InputRefusedError.of("advise.catalogue_yaml_anchor", file=name, line=line)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, place), lines, name, seen) for place, item in enumerate(node.value)]
    found: dict[str, object] = {}
    assert isinstance(node, yaml.MappingNode)
    for key, value in node.value:
        text = str(key.value)
        if text in found:
            raise InputRefusedError.of(
                "advise.catalogue_double_key", file=name, line=key.start_mark.line + 1, field=text
            )
        found[text] = _plain(value, (*path, text), lines, name, seen)
        lines[(*path, text)] = key.start_mark.line + 1
    return found


def _scalar(node: yaml.ScalarNode) -> object:
    """A scalar without YAML's surprises: numbers exact, true and false, null; "no" and "on" stay words."""
    text = str(node.value)
    if node.style is not None:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[-+]?\d{1,30}", text):
        return int(text)
    if re.fullmatch(r"[-+]?\d{1,30}\.\d{1,30}", text):
        return Decimal(text)
    return text
