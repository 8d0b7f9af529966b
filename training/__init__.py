"""Building the corpus and training the model from it; not part of the installed package."""
