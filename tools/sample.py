"""Copy the two sample cases from `examples/` into the package.

python tools/sample.py            write the copies
python tools/sample.py --check    exit 1 where they differ
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
TARGET = ROOT / "src" / "augenhoehe" / "sample"
CASES = {
    "pruefstand": ("case.json", "erstgespraech.vtt", "nachfassen.eml"),
    "office-move": ("case.json", "call.txt", "notes.md"),
}


def copies() -> dict[Path, bytes]:
    """Target path in the package -> content."""
    found: dict[Path, bytes] = {}
    for case, names in CASES.items():
        folder = TARGET / case.replace("-", "_")
        for name in names:
            found[folder / name] = (EXAMPLES / case / name).read_bytes()
        found[folder / "catalogue.toml"] = (EXAMPLES / "catalogues" / f"{case}.toml").read_bytes()
    return found


def main() -> int:
    stale = [path for path, content in copies().items() if not path.exists() or path.read_bytes() != content]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not current: run python tools/sample.py")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(copies()[path])
    return 0


if __name__ == "__main__":
    sys.exit(main())
