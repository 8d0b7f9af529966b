"""The reader that was trained on annotated talk: a small network that marks each piece of a word with its kinds."""
