"""The first run: four ways to begin."""
