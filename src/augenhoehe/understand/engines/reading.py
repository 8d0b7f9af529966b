"""Have a language model read a conversation: part by part, each answer checked, all parts or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from augenhoehe.speech.conversation import Conversation, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.engines.answers import Checked, Fault, Proposal, check, remembered, written
from augenhoehe.understand.engines.model import Kept, LanguageModel
from augenhoehe.understand.engines.prompting import Part, digest, parts
from augenhoehe.understand.findings import ADVISER_KINDS, CUSTOMER_KINDS, Finding
from augenhoehe.understand.recalling import is_note

LANGUAGE_MODEL = "language_model"
CERTAINTY = 0.5
"""A language model's certainty was never measured: all its proposals get the same, below what "confirm all" takes."""


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a language model sees in a conversation, and how many of its proposals were dropped for what."""

    model: str
    findings: tuple[Finding, ...]
    dropped: tuple[tuple[Fault, int], ...]
    parts: int

    @property
    def dropped_in_all(self) -> int:
        """All that was dropped."""
        return sum(number for _, number in self.dropped)


class Remembering:
    """Answers kept as long as the process lives."""

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        self.answers = dict(answers or {})

    def get(self, digest: str) -> str | None:
        """What was kept."""
        return self.answers.get(digest)

    def keep(self, digest: str, answer: str) -> None:
        """Keep it."""
        self.answers[digest] = answer


def read_again(
    conversation: Conversation, model: LanguageModel, *, also_hide: Iterable[str] = (), kept: Kept | None = None
) -> SecondReading:
    """The model's proposals for a whole conversation. Raises NoAnswerError where one part gets no answer."""
    kept = Remembering() if kept is None else kept
    asked = parts(conversation, also_hide)
    return together(conversation, model.name, [read_part(part, model, kept) for part in asked])


def read_part(part: Part, model: LanguageModel, kept: Kept) -> Checked:
    """One part: what was remembered for it, else what the model says now. Raises NoAnswerError."""
    key = digest(part, model)
    before = kept.get(key)
    known = remembered(before) if before is not None else None
    if known is not None and _stand(known, part):
        return known
    checked = check(model.ask(part.request()), part)
    kept.keep(key, written(checked))
    return checked


def together(conversation: Conversation, model: str, checked: Iterable[Checked]) -> SecondReading:
    """The reading of all parts."""
    answers = tuple(checked)
    dropped: Counter[Fault] = Counter()
    for answer in answers:
        dropped.update(dict(answer.dropped))
    proposals = [proposal for answer in answers for proposal in answer.proposals]
    turns = {turn.id: turn for turn in conversation.turns}
    return SecondReading(
        model=model,
        findings=tuple(
            _finding(conversation, turns[each.turn], number, each, model)
            for number, each in enumerate(proposals, start=1)
        ),
        dropped=tuple((fault, dropped[fault]) for fault in Fault if dropped[fault]),
        parts=len(answers),
    )


def _finding(conversation: Conversation, turn: Turn, number: int, proposal: Proposal, model: str) -> Finding:
    by: Role | None = None
    if is_note(conversation, turn):
        kind = proposal.kind
        by = Role.CUSTOMER if kind in CUSTOMER_KINDS else Role.ADVISER if kind in ADVISER_KINDS else None
    return Finding(
        id=f"l{number}",
        kind=proposal.kind,
        evidence=Evidence(conversation.id, turn, proposal.start, proposal.end),
        certainty=CERTAINTY,
        because=Message.of("second.because", model=model),
        source=LANGUAGE_MODEL,
        attrs=proposal.attrs,
        by=by,
    )


def _stand(known: Checked, part: Part) -> bool:
    """Whether remembered places lie in the turns of the part: a damaged memory is no memory."""
    lengths = {line.turn.id: len(line.turn.text) for line in part.lines}
    return all(0 <= one.start < one.end <= lengths.get(one.turn, 0) for one in known.proposals)
