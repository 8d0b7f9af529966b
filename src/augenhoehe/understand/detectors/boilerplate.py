"""Boilerplate: stock courtesy without content of its own.

Accuses, so only known stock phrases count. Weak with a house's own slogans.
"""

from __future__ import annotations

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind

DETECTOR = Detector(Kind.BOILERPLATE, ADVISER)
