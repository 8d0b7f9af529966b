"""Cases: the list, a new one, and one case along its spine."""
