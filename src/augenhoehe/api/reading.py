"""Read one conversation: what was said, what was found in it, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from augenhoehe.listen.reading import read_conversation
from augenhoehe.listen.transcript import Transcript
from augenhoehe.needs.board import Board, Gap, GapKind, Wish
from augenhoehe.needs.limits import CURRENCY_OF_THE_HOUSE
from augenhoehe.needs.named import NamedNeed
from augenhoehe.needs.weighing import board
from augenhoehe.speech.conversation import Conversation
from augenhoehe.speech.messages import Message
from augenhoehe.understand.engines.agreeing import Comparison
from augenhoehe.understand.engines.reading import SecondReading
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Finding
from augenhoehe.understand.measures import Measure, measure


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask or to answer next time, and the gap it closes."""

    text: Message
    gap: Gap


@dataclass(frozen=True, slots=True)
class Second:
    """What a language model sees in the same conversation, and how far both readers agree."""

    reading: SecondReading
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Reading:
    """One conversation, read and understood. `named` are the needs that had a name while it was read.

    `second` is what a language model added where one was asked; nothing else rests on it.
    """

    transcript: Transcript
    findings: tuple[Finding, ...]
    measures: tuple[Measure, ...]
    board: Board
    next_questions: tuple[Question, ...]
    named: tuple[NamedNeed, ...] = field(default=())
    second: Second | None = None

    @property
    def conversation(self) -> Conversation:
        """What was said."""
        return self.transcript.conversation

    def places(self, kind: GapKind) -> tuple[int, ...]:
        """The turns with a gap of this kind, each once, in order."""
        return tuple(dict.fromkeys(gap.evidence.turn.id for gap in self.board.gaps if gap.kind is kind))

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Turns with a question of the customer that nobody answered."""
        return self.places(GapKind.UNANSWERED)

    @property
    def answered_without_asking(self) -> tuple[int, ...]:
        """Turns in which the adviser explained at length without having asked."""
        return self.places(GapKind.ANSWERED_WITHOUT_ASKING)


def read(
    data: bytes,
    name: str,
    *,
    advisers: Sequence[str] = (),
    customers: Sequence[str] = (),
    format: str | None = None,
    named: Sequence[NamedNeed] = (),
    house_currency: str = CURRENCY_OF_THE_HOUSE,
) -> Reading:
    """Read the bytes of a file named `name` (its ending is a hint, nothing is opened).

    `advisers` and `customers` say who is on which side, `format` which format it is; both are proposed otherwise.
    `named` are needs with a name, as a catalogue has them; `house_currency` is what amounts are in where nobody names a
    currency, that of the catalogue where there is one. Raises InputRefusedError with what, where and what to do.
    """
    transcript = read_conversation(data, name, advisers=advisers, customers=customers, format=format)
    return of_transcript(transcript, named, house_currency)


def of_transcript(
    transcript: Transcript, named: Sequence[NamedNeed] = (), house_currency: str = CURRENCY_OF_THE_HOUSE
) -> Reading:
    """The reading of a conversation that was listened to before."""
    conversation = transcript.conversation
    findings = examine(conversation)
    needs = board([conversation], {conversation.id: findings}, named, house_currency=house_currency)
    return Reading(
        transcript=transcript,
        findings=findings,
        measures=measure(conversation, findings),
        board=needs,
        next_questions=next_questions(needs),
        named=tuple(named),
    )


ORDER: Mapping[GapKind, int] = {
    GapKind.UNANSWERED: 0,
    GapKind.REASON_UNKNOWN: 1,
    GapKind.WISH_NOT_MIRRORED: 2,
    GapKind.ANSWERED_WITHOUT_ASKING: 3,
}
"""Who asked and got no answer comes first; then what a wish is for, what it means, and what was talked past."""


def next_questions(needs: Board) -> tuple[Question, ...]:
    """What to ask or answer next, most pressing first; one question a wish."""
    wishes = {wish.id: wish for wish in needs.wishes}
    asked: set[str] = set()
    questions = []
    for gap in sorted(needs.gaps, key=lambda gap: ORDER[gap.kind]):
        if gap.wish is not None:
            if gap.wish in asked:
                continue
            asked.add(gap.wish)
        questions.append(Question(_wording(gap, wishes), gap))
    return tuple(questions)


def _wording(gap: Gap, wishes: Mapping[str, Wish]) -> Message:
    if gap.wish is not None:
        return Message.of(f"api.ask.{gap.kind}", words=_shortened(wishes[gap.wish].what, 90))
    return Message.of(f"api.ask.{gap.kind}", words=_shortened(gap.evidence.quote, 160))


def _shortened(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
