"""Tests of the Board file: its tables, its journal, its reads."""
