"""How a reading and an advice look in a terminal, as a page of their own and as Markdown."""
