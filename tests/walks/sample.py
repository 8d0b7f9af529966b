"""The two sample cases as files."""

from __future__ import annotations

from pathlib import Path

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.api.cases import Case, read_case

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASES = ("pruefstand", "office-move")


def case_of(name: str) -> Case:
    folder = EXAMPLES / name
    return read_case((folder / "case.json").read_bytes(), "case.json", lambda file: (folder / file).read_bytes())


def catalogue_file(name: str) -> Path:
    return EXAMPLES / "catalogues" / f"{name}.toml"


def catalogue_of(name: str) -> Catalogue:
    return read_catalogue(catalogue_file(name).read_bytes(), f"{name}.toml")
