"""WebVTT, as Teams, Zoom, Meet, Webex and Whisper write it.

The cues are cut by our own reader: webvtt-py merges two voices of one cue and refuses what exporters really write.
"""

from __future__ import annotations

import re

from augenhoehe.listen import cues
from augenhoehe.listen.format import Content, Source
from augenhoehe.speech.errors import InputRefusedError

_LANGUAGE = re.compile(r"^Language:\s*([A-Za-z]{2})\b", re.MULTILINE)


class WebVtt:
    """Subtitles for the web: a `WEBVTT` head, then cues with hours optional and voices in `<v Name>`."""

    name = "webvtt"

    def likelihood(self, source: Source) -> float:
        """Sure with the head; likely with the ending or with times that have a point."""
        start = source.text[:20_000]
        if start.lstrip().startswith("WEBVTT"):
            return 1.0
        times = [line for line in start.split("\n") if cues.is_timing(line)]
        if not times:
            return 0.0
        if source.name.lower().endswith(".vtt"):
            return 0.95
        return 0.9 if "<v " in start or "," not in times[0] else 0.5

    def read(self, source: Source) -> Content:
        """Read the cues. Raises InputRefusedError where there is none."""
        cut = cues.cut(source.text)
        if not cut:
            raise InputRefusedError.of("listen.refused.no_cues", file=source.name)
        language = _LANGUAGE.search(source.text[:500])
        return Content(cues.utterances(cut, source.known), language=language.group(1).lower() if language else None)
