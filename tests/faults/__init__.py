"""Faults: what happens to a Board when the power, the disk, the system or somebody else fails it (DESIGN 8)."""
