"""The JSON service under /api/1/: the same values as the library and the command line give, and nothing is stored."""
