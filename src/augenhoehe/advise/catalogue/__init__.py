"""catalogue of advise."""
