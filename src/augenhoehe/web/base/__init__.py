"""The ground of all pages: layout, look and template tags."""
