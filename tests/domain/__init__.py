"""The rules, their boundaries and their properties."""
