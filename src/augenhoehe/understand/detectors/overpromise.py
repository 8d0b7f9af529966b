"""Overpromise: guarantees what nobody can guarantee, or an absolute without a basis.

Accuses, so it needs an absolute word. Weak: it cannot know which absolute has a basis after all.
"""

from __future__ import annotations

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind

DETECTOR = Detector(Kind.OVERPROMISE, ADVISER)
