"""German and English sentences from one catalogue, usable without Django."""
