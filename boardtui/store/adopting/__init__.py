"""Bringing a copy that was changed elsewhere back into this file: row by row, from the journals alone (DESIGN 7)."""
