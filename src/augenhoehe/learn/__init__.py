"""Get better: did it help, was I right, what will I do differently."""
