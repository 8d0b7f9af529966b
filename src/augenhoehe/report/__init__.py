"""The advice record, letters and overviews as HTML, PDF, Markdown and JSON. It decides nothing."""
