"""Are we partners: benefit and cost of both sides."""
