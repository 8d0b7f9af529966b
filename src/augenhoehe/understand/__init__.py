"""Find what was said means, with the words as proof."""
