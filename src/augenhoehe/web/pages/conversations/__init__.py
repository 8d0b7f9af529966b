"""What was said, with what was found in it: the script with its margin."""
