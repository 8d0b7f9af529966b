"""Read what was said, from the files people really have."""
