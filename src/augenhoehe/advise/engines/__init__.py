"""engines of advise."""
