"""Tests of the partner pages."""
