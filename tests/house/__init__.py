"""Tests about the house itself: its order, its words, its locks and its licences."""
