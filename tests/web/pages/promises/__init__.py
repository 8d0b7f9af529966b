"""Tests of the promises pages."""
