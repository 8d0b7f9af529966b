"""Later looks of a case: what became of it."""
