"""Dialogs that ask one thing and go."""
