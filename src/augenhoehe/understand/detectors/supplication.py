"""Supplication: makes oneself small, begs, apologises for existing.

Accuses, so only marked phrases count. Weak at the border to plain courtesy and to owning a real mistake.
"""

from __future__ import annotations

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind

DETECTOR = Detector(Kind.SUPPLICATION, ADVISER)
