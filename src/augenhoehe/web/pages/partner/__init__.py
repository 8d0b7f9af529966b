"""Are we partners? What both sides give and gain, from dated facts."""
