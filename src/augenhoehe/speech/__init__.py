"""Shared values: what was said, by whom, where it stands, what it costs, and what can go wrong."""
