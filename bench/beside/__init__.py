"""Other ways to find the kinds, for `bench/peers.py`; one reader a file, each with its name `READER`."""
