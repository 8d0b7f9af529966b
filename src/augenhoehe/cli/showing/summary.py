"""What every form shows besides the script: titled parts with entries, their quotes and their details, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from augenhoehe.api import Reading
from augenhoehe.api.reading import Second
from augenhoehe.needs.board import GapKind, Need, Wish
from augenhoehe.speech.conversation import Conversation, Language, Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.understand.engines.reading import LANGUAGE_MODEL
from augenhoehe.understand.findings import Attribute, Finding
from augenhoehe.understand.measures import Basis, why_none
from augenhoehe.wording.saying import Voice


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they were said, and where they stand."""

    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: what it is, what belongs to it, and the words it rests on."""

    text: str
    details: tuple[str, ...] = field(default=())
    quotes: tuple[Quote, ...] = field(default=())

    def repeats(self, quote: Quote) -> bool:
        """Whether a quote says again what the entry is called, so that its place is enough."""
        return self.text.rstrip(".!? ") == quote.words.rstrip(".!? ")


@dataclass(frozen=True, slots=True)
class Part:
    """Entries under a title; `empty` is said where there are none."""

    name: str
    title: str
    entries: tuple[Entry, ...]
    empty: str = ""


def title_of(reading: Reading, voice: Voice) -> str:
    """The conversation's title, or the name it goes by."""
    return reading.conversation.title or reading.conversation.id or voice.text("cli.read.untitled")


def facts_of(conversation: Conversation, voice: Voice) -> list[str]:
    """Channel, day, language and length, as far as they are known."""
    facts = [voice.text(f"api.channel.{conversation.channel}")]
    if conversation.held_on:
        facts.append(voice.date(conversation.held_on))
    if conversation.language is not Language.UNKNOWN:
        facts.append(voice.text(f"api.language.{conversation.language}"))
    facts.append(voice.text("cli.read.turns", count=len(conversation.turns)))
    words = sum(len(turn.text.split()) for turn in conversation.turns)
    facts.append(voice.text("cli.read.words", count=words))
    return facts


def people_of(reading: Reading, voice: Voice) -> list[str]:
    """Who took part, on which side, and why we think so where nobody said it."""
    lines = []
    for each in reading.transcript.roles:
        side = voice.text(f"api.role.{each.role}")
        if each.stated:
            lines.append(voice.text("cli.read.person", name=each.name, side=side))
        else:
            key = "cli.read.person_unknown" if each.role is Role.UNKNOWN else "cli.read.person_proposed"
            lines.append(voice.text(key, name=each.name, side=side, because=each.because))
    if any(each.role is Role.UNKNOWN for each in reading.transcript.roles):
        lines.append(voice.text("cli.read.sides_unknown"))
    return lines


def clock(seconds: float | None) -> str:
    """Minutes and seconds from the beginning, blank where the source has no times."""
    if seconds is None:
        return ""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{minutes}" if hours else minutes


def place_of(turn: Turn, voice: Voice) -> str:
    """Where words stand: the turn, its time and who spoke."""
    where = [voice.text("cli.read.turn", number=turn.id)]
    where += [part for part in (clock(turn.start), turn.speaker) if part]
    return ", ".join(where)


def quotes_of(
    evidences: Iterable[Evidence], voice: Voice, titles: Mapping[str, str] | None = None
) -> tuple[Quote, ...]:
    """Words with their places; `titles` names the conversations where there are several."""

    def place(each: Evidence) -> str:
        title = (titles or {}).get(each.conversation)
        where = place_of(each.turn, voice)
        return f"{title}, {where}" if title else where

    return tuple(Quote(one_line(each.quote), place(each)) for each in evidences)


def one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(words.split())


def findings_of(reading: Reading) -> list[Finding]:
    """What both readers found, in the order of the script; what a language model adds comes after at its place."""
    if reading.second is None:
        return list(reading.findings)
    order = {turn.id: place for place, turn in enumerate(reading.conversation.turns)}
    both = [*reading.findings, *reading.second.comparison.further]
    return sorted(both, key=lambda each: (order[each.evidence.turn.id], each.evidence.start))


def certainty_of(finding: Finding, voice: Voice) -> str:
    """How sure the finder is; of a language model nobody has measured it, so only who proposes is said."""
    return voice.text("second.name") if finding.source == LANGUAGE_MODEL else voice.percent(finding.certainty)


def label_of(finding: Finding, voice: Voice) -> str:
    """The name of a finding's kind with its attributes: "Frage (offen)"; in a note first with whose it is."""
    name = voice.text(f"api.kind.{finding.kind}")
    marks = [voice.text(f"api.role.{finding.by}")] if finding.by else []
    marks += [word for each in finding.attrs if (word := _attribute(*each, voice))]
    return f"{name} ({', '.join(marks)})" if marks else name


def _attribute(name: str, value: Attribute, voice: Voice) -> str:
    if name == "due":
        return voice.quoted(value) if isinstance(value, str) else ""
    if isinstance(value, bool):
        return voice.text(f"api.attribute.{name}") if value else ""
    return voice.text(f"api.attribute.{value}")


def parts_of(reading: Reading, voice: Voice, most_questions: int = 7) -> tuple[Part, ...]:
    """Wishes, needs, limits, criteria, gaps, measures and the next questions."""
    board = reading.board
    names = {need.id: need.name(voice.language) for need in reading.named}
    asked_about = {gap.wish for gap in board.gaps}
    wishes = [_wish(each, voice, each.id in asked_about) for each in board.wishes]
    needs = [_need(each, names.get(each.named or "", each.statement), voice) for each in board.needs]
    limits = [Entry(voice.text(f"api.limit.{each.kind}"), (), quotes_of(each.evidence, voice)) for each in board.limits]
    criteria = [Entry("", (), quotes_of(each.evidence, voice)) for each in board.criteria]
    gaps = [
        Entry(voice.say(each.because), (), quotes_of([each.evidence], voice))
        for each in board.gaps
        if each.kind in (GapKind.UNANSWERED, GapKind.ANSWERED_WITHOUT_ASKING)
    ]
    questions = [Entry(voice.say(each.text), (voice.say(each.gap.because),)) for each in reading.next_questions]
    return (
        _part("wishes", wishes, voice),
        _part("needs", needs, voice),
        _part("limits", limits, voice),
        _part("criteria", criteria, voice),
        _part("gaps", gaps, voice),
        _part("measures", measures_of(reading, voice), voice),
        _part("questions", questions[:most_questions], voice),
        *([_second(reading.second, voice)] if reading.second is not None else []),
    )


def measures_of(reading: Reading, voice: Voice) -> list[Entry]:
    """Measures in words; the reason says how a figure came about or why there is none."""
    nothing = why_none(reading.measures)
    if nothing is not None:
        return [Entry(voice.say(nothing))]
    entries = []
    for each in reading.measures:
        name = voice.text(f"understand.measure.{each.name}")
        basis = voice.text(f"api.basis.{each.basis}")
        if each.value is None:
            entries.append(Entry(f"{name}: {basis}", (voice.say(each.because),) if each.because else ()))
            continue
        unit = voice.text(f"understand.unit.{each.unit}", value=each.value)
        figure = voice.say(each.because) if each.because else f"{voice.number(each.value)} {unit}"
        entries.append(Entry(f"{name}: {figure}", (basis,) if each.basis is Basis.ESTIMATED else ()))
    return entries


def _second(second: Second, voice: Voice) -> Part:
    """How far both readers agree, as a whole and kind by kind, and what was dropped."""
    whole = second.comparison.whole
    kinds = tuple(
        voice.text(
            "second.agreement.kind",
            kind=voice.text(f"api.kind.{each.kind}"),
            both=each.both,
            first=each.first_only,
            second=each.second_only,
        )
        for each in second.comparison.kinds
    )
    entries = [
        Entry(
            voice.text("second.agreement", both=whole.both, first=whole.first_only, second=whole.second_only),
            kinds,
        )
    ]
    if second.reading.dropped:
        reasons = tuple(
            voice.text(f"second.dropped.{fault}", number=number) for fault, number in second.reading.dropped
        )
        entries.append(Entry(voice.text("second.dropped", number=second.reading.dropped_in_all), reasons))
    return Part("second", voice.text("second.part", model=second.reading.model), tuple(entries))


def _part(name: str, entries: Sequence[Entry], voice: Voice) -> Part:
    return Part(name, voice.text(f"cli.read.part.{name}"), tuple(entries), voice.text(f"cli.read.none.{name}"))


def _wish(wish: Wish, voice: Voice, has_gaps: bool) -> Entry:
    """A wish with its reason and its mirror; that one is missing is said only where that can be known."""
    details = []
    if wish.reason:
        details.append(voice.text("cli.read.wish_reason", quote=voice.quoted(one_line(wish.reason.quote))))
    elif has_gaps:
        details.append(voice.text("cli.read.wish_reason_unknown"))
    if wish.mirrored_by:
        details.append(voice.text("cli.read.wish_mirrored"))
    elif has_gaps:
        details.append(voice.text("cli.read.wish_not_mirrored"))
    return Entry(wish.what, tuple(details), quotes_of(wish.evidence, voice))


def _need(need: Need, words: str, voice: Voice) -> Entry:
    details = (
        voice.text("cli.read.need_weight", percent=voice.percent(need.weight), because=need.weight_because),
        voice.text("cli.read.need_certainty", percent=voice.percent(need.certainty), because=need.certainty_because),
    )
    return Entry(words, details, quotes_of(need.evidence, voice))
