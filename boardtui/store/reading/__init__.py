"""Reads: SQL text with named parameters in, frozen views out; one file per place."""

from boardtui.store.reading import actions, board, letters, meetings, minutes, notice, people, plan

__all__ = ["actions", "board", "letters", "meetings", "minutes", "notice", "people", "plan"]
