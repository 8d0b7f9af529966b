"""Tests of the JSON service."""
