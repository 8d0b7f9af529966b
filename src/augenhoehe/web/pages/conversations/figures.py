"""Measures of a conversation as the page shows them: words first, a small drawing second, the norm on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.understand.measures import Measure
from augenhoehe.understand.norms import Norm, norms_for
from augenhoehe.wording.saying import Voice

FORMS = ("open", "closed", "choice", "leading")
"""Forms of questions; their four measures are the parts of one drawing."""

WIDTH = 320
LETTER = 6.2
"""Width of the drawing, and of a letter of its labels, in its own units."""

SHADES = (0.9, 0.55, 0.3, 0.15)
"""Opacities of parts of the same ink, in their order."""

SHOWN = 3
"""How many quotes stand behind a figure."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a drawn whole, with its label from `label_at` on one of two lines below it.

    Parts of the same ink differ in `shade` (opacity).
    """

    label: str
    ink: str
    shade: float
    left: float
    width: float
    label_at: float
    line: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure. `words` say the figure, or why there is none; `parts` draw it where it is a share of a whole."""

    name: str
    words: Message | None
    basis: str
    parts: tuple[Part, ...]
    rows: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    norms: tuple[Norm, ...]


def figures(measures: Sequence[Measure], voice: Voice) -> tuple[Figure, ...]:
    """The figures of a conversation; those that cannot be measured stand last."""
    by_name = {measure.name: measure for measure in measures}
    drawn = [
        _figure(measure, by_name, voice) for measure in measures if measure.name.removeprefix("questions_") not in FORMS
    ]
    return tuple(sorted(drawn, key=lambda one: one.basis == "not_measurable"))


def _figure(measure: Measure, by_name: Mapping[str, Measure], voice: Voice) -> Figure:
    shares = _shares(measure, by_name, voice)
    return Figure(
        name=measure.name,
        words=measure.because,
        basis=str(measure.basis),
        parts=parts([(label, ink, value) for label, ink, value, _ in shares if value > 0]),
        rows=tuple((label, written) for label, _, _, written in shares),
        evidence=measure.evidence[:SHOWN],
        norms=norms_for(measure.name),
    )


def _shares(measure: Measure, by_name: Mapping[str, Measure], voice: Voice) -> list[tuple[str, str, float, str]]:
    """The parts of a whole: label, ink, size, and the size as it is written."""
    if measure.value is None:
        return []
    if measure.name == "talk_share":
        own = measure.value / 100
        return [
            (voice.text("web.role.adviser"), "pen", own, voice.percent(own)),
            (voice.text("web.role.customer"), "blue", 1 - own, voice.percent(1 - own)),
        ]
    if measure.name == "questions":
        counted = [(form, by_name.get(f"questions_{form}")) for form in FORMS]
        return [
            (voice.text(f"web.attribute.form.{form}"), "green", one.value, voice.number(one.value))
            for form, one in counted
            if one is not None and one.value
        ]
    if measure.name == "follow_up_rate":
        taken = measure.value / 100
        return [
            (voice.text("web.conversations.figures.taken_up"), "green", taken, voice.percent(taken)),
            (voice.text("web.conversations.figures.new_topic"), "rule-strong", 1 - taken, voice.percent(1 - taken)),
        ]
    return []


def parts(shares: Sequence[tuple[str, str, float]]) -> tuple[Part, ...]:
    """Parts side by side over the whole width; a label that would touch the one before it goes to the second line."""
    whole = sum(size for _, _, size in shares)
    drawn: list[Part] = []
    used: dict[str, int] = {}
    left, ends = 0.0, [-LETTER, -LETTER]
    for label, ink, size in shares:
        width = WIDTH * size / whole if whole else 0.0
        start = max(0.0, min(left, WIDTH - LETTER * len(label)))
        shade = SHADES[min(used.get(ink, 0), len(SHADES) - 1)]
        used[ink] = used.get(ink, 0) + 1
        line = 0 if start >= ends[0] + LETTER else 1
        ends[line] = start + LETTER * len(label)
        drawn.append(Part(label, ink, shade, round(left, 1), round(width, 1), round(start, 1), line))
        left += width
    return tuple(drawn)
