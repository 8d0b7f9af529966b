"""Promises of both sides: what I owe, what I wait for, what became of it."""
