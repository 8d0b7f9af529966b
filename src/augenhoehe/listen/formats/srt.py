"""SubRip (.srt): numbered cues with commas in the times."""

from __future__ import annotations

from augenhoehe.listen import cues
from augenhoehe.listen.format import Content, Source
from augenhoehe.speech.errors import InputRefusedError


class Srt:
    """Subtitles of video players; names stand before a colon or in brackets."""

    name = "srt"

    def likelihood(self, source: Source) -> float:
        """Likely with a time line that has commas; sure with the ending too."""
        start = source.text[:20_000]
        times = [line for line in start.split("\n") if cues.is_timing(line)]
        if not times or start.lstrip().startswith("WEBVTT"):
            return 0.0
        if source.name.lower().endswith(".srt"):
            return 0.97
        return 0.92 if "," in times[0] else 0.6

    def read(self, source: Source) -> Content:
        """Read the cues. Raises InputRefusedError where there is none."""
        cut = cues.cut(source.text)
        if not cut:
            raise InputRefusedError.of("listen.refused.no_cues", file=source.name)
        return Content(cues.utterances(cut, source.known))
