"""The advice of a case: what is recommended and why, what is left out, the compromises, and what would be otherwise."""
