"""The catalogue: what can be offered, what it costs and which need it serves how well."""
