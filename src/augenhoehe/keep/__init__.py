"""Keep one's word: promises of both sides, what was given away, put off and paid, from an append-only ledger."""
