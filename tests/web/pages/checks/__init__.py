"""Tests of the checks pages."""
