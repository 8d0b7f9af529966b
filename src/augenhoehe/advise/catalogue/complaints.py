"""What is wrong with a catalogue, each with file, line and field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.advise.catalogue.located import Located, Path, field_name
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message, Value


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong, said in one sentence. A `warning` leaves the catalogue usable."""

    line: int
    message: Message
    warning: bool = False


class CatalogueRefusedError(InputRefusedError):
    """A catalogue with mistakes: `message` says the first and how many more there are, `complaints` holds them all."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        first, more = complaints[0].message, len(complaints) - 1
        if more == 1:
            first = Message.of("advise.catalogue_and_one", first=first)
        elif more:
            first = Message.of("advise.catalogue_and_more", first=first, more=more)
        super().__init__(first)
        self.complaints = tuple(complaints)


def complain(located: Located, path: Path, key: str, warning: bool = False, **values: Value) -> Complaint:
    """A complaint about a part of a file, with its file, line and field filled in."""
    line = located.line(path)
    message = Message.of(key, file=located.name, line=line, field=field_name(path), **values)
    return Complaint(line, message, warning)
