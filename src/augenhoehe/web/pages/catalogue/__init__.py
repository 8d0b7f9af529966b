"""The catalogues: what can be offered; brought in as a file, checked, and taken by cases."""
