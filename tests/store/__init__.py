"""Tests of the store; all of them run on SQLite and, in test_postgres, once more on PostgreSQL."""
