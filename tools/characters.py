"""List the characters every font of the PDF has, as ranges in `report/fonts/characters.txt`.

python tools/characters.py            write the list
python tools/characters.py --check    exit 1 where it is not current
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "src" / "augenhoehe" / "report" / "fonts"


def ranges() -> str:
    """One range of code points a line, "first-last" in hexadecimal, shared by all faces."""
    faces = [set(TTFont(path).getBestCmap()) for path in sorted(FONTS.glob("*.ttf"))]
    shared = sorted(set.intersection(*faces))
    lines: list[str] = []
    for point in shared:
        if lines and int(lines[-1].split("-")[1], 16) == point - 1:
            lines[-1] = f"{lines[-1].split('-')[0]}-{point:x}"
        else:
            lines.append(f"{point:x}-{point:x}")
    return "\n".join(lines) + "\n"


def main() -> int:
    target = FONTS / "characters.txt"
    content = ranges()
    if "--check" in sys.argv:
        if not target.exists() or target.read_text(encoding="ascii") != content:
            print("characters.txt is not current: run python tools/characters.py")
            return 1
        return 0
    target.write_text(content, encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
