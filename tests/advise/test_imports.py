"""Solver and number libraries are known to the engine files only, and only when one is opened."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOM = Path(__file__).resolve().parents[2] / "src" / "augenhoehe" / "advise"
HEAVY = {"highspy", "numpy", "scipy", "ortools"}


def test_only_engines_name_a_solver() -> None:
    strays = []
    for path in sorted(ROOM.rglob("*.py")):
        if path.parent.name == "engines":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            strays += [(path.name, name) for name in names if name.split(".")[0] in HEAVY]

    assert strays == []


def test_importing_the_room_loads_no_solver() -> None:
    rooms = "augenhoehe.advise.recommending, augenhoehe.advise.catalogue.reading"
    code = f"import sys, {rooms}; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert [name for name in sorted(HEAVY | {"python_calamine", "django"}) if f"'{name}'" in loaded] == []
