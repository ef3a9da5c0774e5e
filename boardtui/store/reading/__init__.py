"""Reads: SQL text with named parameters in, frozen views out; one file per place."""
