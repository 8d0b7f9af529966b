"""How the program speaks to its adviser and looks."""
