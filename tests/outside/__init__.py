"""Tests of what reaches out of this machine; they reach this machine only."""
