"""Tests of what every page stands on."""
