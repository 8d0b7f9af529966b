"""Plain text with names or times before the words."""

from __future__ import annotations

from augenhoehe.listen import scripts
from augenhoehe.listen.format import Content, Source
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message


class Text:
    """A script as people type it or programs print it; see `listen.scripts` for the layouts."""

    name = "text"

    def likelihood(self, source: Source) -> float:
        """As sure as lines begin with names or times, at most 0.8: other formats are stricter about themselves."""
        if not source.text:
            return 0.0
        script = scripts.read(source.text[:50_000], source.known)
        if not script.utterances:
            return 0.0
        return min(0.8, 0.3 + script.share * 0.5)

    def read(self, source: Source) -> Content:
        """Read the script. Raises InputRefusedError where no line begins with a name or a time."""
        script = scripts.read(source.text, source.known)
        if not script.utterances:
            raise InputRefusedError.of("listen.refused.no_names", file=source.name)
        notes = (Message.of("listen.note.left_out", lines=script.left_out),) if script.left_out else ()
        return Content(script.utterances, title=script.title, held_on=script.held_on, notes=notes)
