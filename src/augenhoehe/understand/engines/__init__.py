"""engines of understand."""
