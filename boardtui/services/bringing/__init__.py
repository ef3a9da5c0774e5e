"""Bringing in what a sheet says, one module for each kind of record; all or nothing, and repeatable."""
