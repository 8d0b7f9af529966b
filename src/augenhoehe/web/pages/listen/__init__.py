"""Bring in a conversation: a file, a pasted text or three lines of memory, looked at before it is kept."""
