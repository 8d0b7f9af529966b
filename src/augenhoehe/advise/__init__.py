"""Recommend and say why: the proven best selection from a catalogue, what it leaves out, adds and costs."""
