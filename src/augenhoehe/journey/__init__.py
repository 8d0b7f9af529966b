"""The walk from a talk to an outcome: one verb a file, with ports for what it needs from outside."""
