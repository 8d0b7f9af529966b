"""Each rule alone, on the smallest problem it decides."""
