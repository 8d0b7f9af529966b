"""Concealment: hides one's purpose or uses a pretext.

Accuses, so only known pretexts count, and it cannot know the true purpose: read it as "this sounds like a pretext".
"""

from __future__ import annotations

from augenhoehe.understand.detector import ADVISER, Detector
from augenhoehe.understand.findings import Kind

DETECTOR = Detector(Kind.CONCEALMENT, ADVISER)
