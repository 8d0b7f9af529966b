"""rules of advise."""
