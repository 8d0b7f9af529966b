"""Tests of the room that tells wants from needs."""
