"""Augenhöhe: what a customer wants is not always what the customer needs."""

__version__ = "0.1.0"
