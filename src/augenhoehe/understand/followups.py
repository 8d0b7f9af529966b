"""Whether a question takes up what the customer just said, and where the adviser first speaks of the offer."""

from __future__ import annotations

from collections.abc import Sequence

from augenhoehe.speech.conversation import Conversation, Language, Role
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.lexicons import lexicon
from augenhoehe.understand.sides import Stretch
from augenhoehe.understand.talk import language_of, stems_of
from augenhoehe.understand.words import speller


def content(conversation: Conversation, text: str) -> frozenset[str]:
    """The content words of a text, cut to what lets a topic be recognised."""
    language = conversation.language
    code = (
        language.value if language in (Language.GERMAN, Language.ENGLISH) else language_of(text.lower().split(), "de")
    )
    return stems_of(speller(code).words(text).texts, lexicon(code))


def take_up(conversation: Conversation, row: Sequence[Stretch], questions: Sequence[Finding]) -> list[Finding]:
    """The questions that share a content word with the customer's last stretch before them."""
    before: dict[int, Stretch] = {}
    last: Stretch | None = None
    for stretch in row:
        if last is not None:
            before.update({turn.id: last for turn in stretch.turns})
        if stretch.role is Role.CUSTOMER:
            last = stretch
    found = []
    for question in questions:
        heard = before.get(question.evidence.turn.id)
        if heard is None:
            continue
        words = content(conversation, " ".join(turn.text for turn in heard.turns))
        if not words.isdisjoint(content(conversation, question.evidence.quote)):
            found.append(question)
    return found


def tells_first(conversation: Conversation, findings: Sequence[Finding]) -> Evidence | None:
    """The adviser's first statement of a product, a price or a solution: advice, a concession, or a sum of money."""
    order = {turn.id: place for place, turn in enumerate(conversation.turns)}
    told = [
        finding.evidence
        for finding in findings
        if finding.kind in (Kind.ADVICE, Kind.CONCESSION, Kind.TRADEOFF, Kind.OVERPROMISE)
        and finding.role is Role.ADVISER and finding.evidence.turn.id in order
    ]  # fmt: skip
    told += _prices(conversation)
    return min(told, key=lambda evidence: (order[evidence.turn.id], evidence.start), default=None)


def _prices(conversation: Conversation) -> list[Evidence]:
    """The first turn of the adviser's side that names a sum of money, if any."""
    for turn in conversation.turns:
        if turn.role is not Role.ADVISER:
            continue
        code = "en" if conversation.language is Language.ENGLISH else "de"
        known = lexicon(code).matcher.known
        words = speller(code).words(turn.text)
        for place in range(len(words) - 1):
            pair = words.texts[place : place + 2]
            if (known.is_number(pair[0]) and pair[1] in known.classes["money"]) or (
                pair[0] in known.classes["money"] and known.is_number(pair[1]) and not pair[0].isalpha()
            ):
                return [Evidence(conversation.id, turn, words.starts[place], words.ends[place + 1])]
    return []
