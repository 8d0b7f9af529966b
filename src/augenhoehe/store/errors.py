"""What the store refuses."""

from __future__ import annotations


class NotFoundError(KeyError):
    """There is no such row for this account: none at all, or none it may see. Doors answer both alike (404).

    A KeyError, as the ports of `journey` want it.
    """
