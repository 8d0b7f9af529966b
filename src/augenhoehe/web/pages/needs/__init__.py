"""The needs board: what the customer wants, what they need, what any solution must respect, and what was not asked."""
