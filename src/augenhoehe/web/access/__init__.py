"""Getting in: one-time links, the signed-in account, refusals and the limit of uploads."""
