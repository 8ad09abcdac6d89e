"""Measurements of quality and speed, as ratios or side by side in one run."""
