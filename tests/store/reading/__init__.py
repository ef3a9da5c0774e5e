"""Tests of the reads, on real Board files."""
