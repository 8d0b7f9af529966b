"""The rules that a selection must obey, one a file. A new rule is one file and one line here."""

from __future__ import annotations

from augenhoehe.advise.rule import Rule
from augenhoehe.advise.rules.budget import Budget
from augenhoehe.advise.rules.bundle import Bundles
from augenhoehe.advise.rules.deadline import Deadline
from augenhoehe.advise.rules.effort import Effort
from augenhoehe.advise.rules.excludes import Excludes
from augenhoehe.advise.rules.musts import Musts
from augenhoehe.advise.rules.owned import Owned
from augenhoehe.advise.rules.requires import Requires
from augenhoehe.advise.rules.variants import Variants
from augenhoehe.advise.rules.volume import Volumes

RULES: tuple[Rule, ...] = (
    Bundles(),
    Volumes(),
    Owned(),
    Requires(),
    Excludes(),
    Variants(),
    Deadline(),
    Effort(),
    Musts(),
    Budget(),
)
"""In the order in which they add rows: what changes the price comes before the budget that sums it up."""
