"""The Board file: its tables, its journal, its reads and its writes."""
