"""detectors of understand."""
