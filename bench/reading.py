"""How long the analysis of a one-hour conversation takes: python bench/reading.py [WORDS]

Builds a conversation of 9,000 words by repeating the annotated examples turn by turn (the same input every time),
reads the lexicon, and prints the best and median of five runs of `examine` and `measure`.
"""

from __future__ import annotations

import sys
import time
from itertools import cycle
from pathlib import Path
from statistics import median

from augenhoehe.speech.conversation import Channel, Conversation, Language, Turn
from augenhoehe.understand.annotated import read_annotated
from augenhoehe.understand.examining import examine
from augenhoehe.understand.lexicons import lexicon
from augenhoehe.understand.measures import measure

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "annotated"
RUNS = 5


def hour(language: Language, words: int) -> Conversation:
    """A conversation of at least so many words in one language."""
    read = [read_annotated(path.read_bytes(), path.name).conversation for path in sorted(EXAMPLES.glob("*.json"))]
    source = [turn for conversation in read if conversation.language is language for turn in conversation.turns]
    turns: list[Turn] = []
    count = 0
    for turn in cycle(source):
        turns.append(Turn(len(turns) + 1, turn.speaker, turn.role, turn.text))
        count += len(turn.text.split())
        if count >= words:
            break
    return Conversation("hour", language, Channel.PHONE, (), tuple(turns))


def main() -> int:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
    for language in (Language.GERMAN, Language.ENGLISH):
        begin = time.perf_counter()
        lexicon(language.value)
        loaded = time.perf_counter() - begin
        conversation = hour(language, words)
        times, worked, measured = [], [], []
        for _ in range(RUNS):
            begin, cpu = time.perf_counter(), time.process_time()
            findings = examine(conversation)
            times.append(time.perf_counter() - begin)
            worked.append(time.process_time() - cpu)
            begin = time.perf_counter()
            measure(conversation, findings)
            measured.append(time.perf_counter() - begin)
        print(
            f"{language}: {words} words, {len(conversation.turns)} turns, {len(findings)} findings; "
            f"lexicon {loaded:.3f} s, examine best {min(times):.3f} s median {median(times):.3f} s "
            f"(processor {median(worked):.3f} s), "
            f"measure median {median(measured):.3f} s"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
