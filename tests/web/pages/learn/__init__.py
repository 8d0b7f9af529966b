"""Tests of the learn pages."""
