"""How far two readers see the same: counted kind by kind, with the measure that scores the built-in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from augenhoehe.understand.findings import Finding, Kind
from augenhoehe.understand.scoring import Marked, pair


@dataclass(frozen=True, slots=True)
class Agreement:
    """Findings of one kind (of all where it is None): of both readers, of the first alone, of the second alone."""

    kind: Kind | None
    both: int
    first_only: int
    second_only: int

    @property
    def share(self) -> float | None:
        """Of all that either found, what both found; None where neither found anything."""
        whole = self.both + self.first_only + self.second_only
        return self.both / whole if whole else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readers side by side: kinds that either found, all together, and what the second one adds."""

    kinds: tuple[Agreement, ...]
    whole: Agreement
    further: tuple[Finding, ...]


def compare(first: Sequence[Finding], second: Sequence[Finding]) -> Comparison:
    """The agreement of two readers of one conversation. Neither is taken for the truth."""
    mine = [(_marked(finding), finding) for finding in first]
    theirs = [(_marked(finding), finding) for finding in second]
    pairs = pair([mark for mark, _ in mine], [mark for mark, _ in theirs])
    both = Counter(mark.kind for mark, _ in pairs)
    taken = {id(other) for _, other in pairs}
    in_first = Counter(mark.kind for mark, _ in mine)
    in_second = Counter(mark.kind for mark, _ in theirs)
    kinds = tuple(
        Agreement(kind, both[kind], in_first[kind] - both[kind], in_second[kind] - both[kind])
        for kind in Kind
        if in_first[kind] or in_second[kind]
    )
    whole = Agreement(
        None,
        sum(each.both for each in kinds),
        sum(each.first_only for each in kinds),
        sum(each.second_only for each in kinds),
    )
    return Comparison(kinds, whole, tuple(finding for mark, finding in theirs if id(mark) not in taken))


def _marked(finding: Finding) -> Marked:
    return Marked(finding.evidence.turn.id, finding.kind, finding.evidence.quote, finding.attrs)
