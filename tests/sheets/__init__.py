"""Sheets as councils keep them, built by script, and what they become."""
