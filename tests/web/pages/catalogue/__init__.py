"""Tests of the pages of the room catalogue."""
