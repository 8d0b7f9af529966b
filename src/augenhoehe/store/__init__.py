"""The only Django app with tables: models by room, mapping row <-> value, scope, forgetting."""
