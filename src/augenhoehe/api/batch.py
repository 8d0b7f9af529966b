"""Read many conversations, on all cores of this machine.

    from augenhoehe.api.batch import read_all
    for line in read_all(["talks/a.vtt", "talks/b.vtt"]):
        line.reading or line.refusal

Each conversation is read whole by one process and apart from all others, so that neither the number of processes nor
the other conversations change what is found in it. Processes are started afresh (never forked: the network does not
survive that), so a script that calls this needs the usual `if __name__ == "__main__":`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path, PurePath

from augenhoehe.api.reading import read
from augenhoehe.api.shapes import GERMAN, to_json
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.wording.saying import Voice

Load = Callable[[str], bytes]

MOST_AT_ONCE = 8
"""Conversations that a process fetches at a time: enough that fetching costs nothing, few enough to share evenly."""


@dataclass(frozen=True, slots=True)
class Line:
    """One conversation of a batch: its reading as JSON (`augenhoehe.reading/1`, on one line), or why there is none."""

    name: str
    reading: str | None
    refusal: str | None


@dataclass(frozen=True, slots=True)
class Manner:
    """How every conversation of a batch is read; see `api.read`."""

    advisers: Sequence[str] = ()
    customers: Sequence[str] = ()
    format: str | None = None
    named: Sequence[NamedNeed] = ()
    house_currency: str = CURRENCY_OF_THE_HOUSE
    voice: Voice = GERMAN


def bytes_of(name: str) -> bytes:
    """The bytes of the file of that name. Raises OSError."""
    return Path(name).read_bytes()


def read_all(
    names: Sequence[str], manner: Manner | None = None, *, load: Load = bytes_of, workers: int | None = None
) -> Iterator[Line]:
    """A line for each name, in the order of the names.

    `load` gives the bytes of a name; it is called in the process that reads, as a function of a module. What cannot be
    used is a line with the sentence that says why. `workers` is the number of processes, by default one a core.
    """
    one = partial(read_line, manner=manner or Manner(), load=load)
    count = min(workers or cores(), len(names))
    if count <= 1:
        yield from map(one, names)
        return
    share = max(1, min(MOST_AT_ONCE, len(names) // (4 * count)))
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield from pool.map(one, names, chunksize=share)


def read_line(name: str, *, manner: Manner, load: Load) -> Line:
    """The line of one conversation."""
    try:
        reading = read(
            load(name),
            PurePath(name).name,
            advisers=manner.advisers,
            customers=manner.customers,
            format=manner.format,
            named=manner.named,
            house_currency=manner.house_currency,
        )
    except InputRefusedError as refusal:
        return Line(name, None, manner.voice.say(refusal.message))
    shape = to_json(reading, manner.voice)
    return Line(name, json.dumps(shape, ensure_ascii=False, sort_keys=True, allow_nan=False), None)


def cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
