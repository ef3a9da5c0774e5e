"""Measurements, run by hand: ratios against bare references in the same run."""
