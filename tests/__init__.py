"""Tests, placed as the code is placed."""
