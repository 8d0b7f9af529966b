"""Whole cases, from the file to the record."""
