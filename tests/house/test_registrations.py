"""Every format, detector, rule, page and command stands in its register and has a test of its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module

import pytest

from augenhoehe.cli.main import MODULES
from augenhoehe.web.pages import PAGES
from house.tracked import PACKAGE, ROOT, name_of, text_of, tracked

FAMILIES: Mapping[str, tuple[str, str]] = {
    "listen/formats": ("augenhoehe.listen.formats", "FORMATS"),
    "understand/detectors": ("augenhoehe.understand.detectors", "DETECTORS"),
    "advise/rules": ("augenhoehe.advise.rules", "RULES"),
}
NO_COMMANDS = {"__init__", "__main__", "main", "command", "speaking", "beside"}
"""Modules of `cli` that are no command: its start, its contract and what commands share."""


def members(folder: str) -> list[str]:
    """The modules of a family, by name."""
    return sorted(path.stem for path in (PACKAGE / folder).glob("*.py") if path.stem != "__init__")


def files_of(room: str) -> set[str]:
    """The names of all test files of a room."""
    return {path.stem for path in tracked() if (ROOT / "tests" / room) in path.parents}


@pytest.mark.parametrize("folder", FAMILIES)
def test_every_member_is_registered(folder: str) -> None:
    package, register = FAMILIES[folder]
    registered = getattr(import_module(package), register)

    def stands(name: str) -> bool:
        module = import_module(f"{package}.{name}")
        own = [v for v in vars(module).values() if not isinstance(v, type) or v.__module__ == module.__name__]
        return any(each is value or type(each) is value for each in registered for value in own)

    assert [f"{folder}/{name}.py is missing in {register}" for name in members(folder) if not stands(name)] == []
    assert len(registered) == len(members(folder))


@pytest.mark.parametrize("folder", FAMILIES)
def test_every_member_has_a_test_of_its_name(folder: str) -> None:
    there = files_of(folder.split("/")[0])
    assert [
        f"tests/{folder}/test_{name}.py is missing" for name in members(folder) if f"test_{name}" not in there
    ] == []


def test_every_page_is_registered_and_has_a_test_of_its_name() -> None:
    folders = sorted(path.name for path in (PACKAGE / "web" / "pages").iterdir() if (path / "views.py").exists())
    assert sorted(page.room for page in PAGES) == folders
    there = files_of("web") | {path.parent.name for path in tracked() if (ROOT / "tests" / "web") in path.parents}
    assert [name for name in folders if f"test_{name}" not in there and name not in there] == []


def test_every_command_is_registered() -> None:
    commands = sorted(path.stem for path in (PACKAGE / "cli").glob("*.py") if path.stem not in NO_COMMANDS)
    assert sorted(MODULES) == commands


def test_every_command_has_a_test_of_its_name_or_is_called_by_one() -> None:
    """Commands that need the web application are tested beside it, as the processes they are."""
    there = files_of("cli")
    tests = "\n".join(text_of(path) or "" for path in tracked() if (ROOT / "tests") in path.parents)
    called = set(re.findall(r"""\b(?:run|start|call|main)\(\[?["'](\w+)["']""", tests))
    assert [name for name in MODULES if f"test_{name}" not in there and name not in called] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_command_keeps_its_contract(name: str) -> None:
    module = import_module(MODULES[name])
    assert callable(module.declare)
    assert callable(module.run)


def test_every_room_has_tests() -> None:
    rooms = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists() and path.name != "sample")
    there = {path.relative_to(ROOT).parts[1] for path in tracked() if name_of(path).startswith("tests/")}
    assert [room for room in rooms if room not in there] == []
