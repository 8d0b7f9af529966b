"""What the store refuses."""

from __future__ import annotations


class NotFoundError(LookupError):
    """There is no such row for this account: none at all, or none it may see. Doors answer both alike (404)."""
