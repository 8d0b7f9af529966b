"""Pages of the advice record: read it, download it, write down the decision, agree on signs of success and checks."""
