"""The library's door: `read` a conversation, `advise` on a case, and give both as JSON.

    from augenhoehe.api import read, to_json
    reading = read(Path("talk.vtt").read_bytes(), "talk.vtt", advisers=["Lena Brandhorst"])
    to_json(reading)

Every input that cannot be used raises `augenhoehe.speech.errors.InputRefusedError`. Same input, same result:
nothing here looks at a clock, the network or the environment.
"""

from __future__ import annotations

from augenhoehe.api.reading import Question, Reading, read
from augenhoehe.api.shapes import dump, to_json

__all__ = ["Question", "Reading", "dump", "read", "to_json"]
