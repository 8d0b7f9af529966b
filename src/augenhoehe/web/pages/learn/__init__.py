"""Get better: what became of the advice, and the private mirror of one's own talks."""
