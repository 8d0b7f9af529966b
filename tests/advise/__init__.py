"""Tests of the room that recommends and says why."""
