"""Run a council's Improvement Board from the keyboard, over one local file."""

__version__ = "0.1.0"
