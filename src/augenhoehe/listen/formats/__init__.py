"""formats of listen."""
