"""Every shipped file of others is listed with its licence, and nothing is listed that is not there."""

from __future__ import annotations

import re

from house.tracked import PACKAGE, ROOT, name_of, text_of, tracked

OF_OTHERS = {".woff2", ".woff", ".ttf", ".otf", ".onnx", ".npz", ".safetensors", ".bin", ".gz", ".model"}
LICENCES = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
COPYLEFT = re.compile(r"\b(A?GPL|SSPL|EUPL|BUSL)\b")


def rows(heading: str) -> dict[str, str]:
    """First cell -> last cell of the table under a heading."""
    section = LICENCES.split(f"## {heading}")[1].split("\n## ")[0]
    cells = [
        [cell.strip(" `") for cell in line.strip("|").split("|")] for line in re.findall(r"^\|.*\|$", section, re.M)
    ]
    return {first: last for first, *_, last in cells[2:]}


def test_every_file_of_others_is_listed() -> None:
    shipped = {
        name_of(path)
        for path in tracked()
        if PACKAGE in path.parents
        and (path.suffix in OF_OTHERS or path.name.endswith(".min.js") or "vendor" in path.parts)
    }
    assert set(rows("Files of others that are shipped")) == shipped


def test_every_font_lies_beside_its_licence() -> None:
    fonts = [path for path in tracked() if path.suffix in {".woff2", ".ttf", ".otf"}]
    bare = [name_of(path) for path in fonts if not any(path.parent.glob("OFL-*.txt"))]
    assert fonts
    assert bare == []


def test_scripts_are_our_own() -> None:
    """A script of others says so in its head; ours carry no copyright line of somebody else."""
    foreign = re.compile(r"@license|\(c\)|©|Copyright", re.I)
    named = [
        name_of(path)
        for path in tracked()
        if path.suffix == ".js" and PACKAGE in path.parents and foreign.search((text_of(path) or "")[:2000])
    ]
    assert set(named) <= set(rows("Files of others that are shipped"))


def test_every_package_is_listed_and_free() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)\S*==", (ROOT / "requirements.txt").read_text(), re.M))
    listed = rows("Packages that are installed beside the program")
    assert set(listed) == locked
    assert [name for name, licence in listed.items() if COPYLEFT.search(licence)] == []


def test_licence_of_the_program_is_the_one_it_names() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")[:200]
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_examples_say_under_which_licence_they_stand() -> None:
    assert "CC BY 4.0" in (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
