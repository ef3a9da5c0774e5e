"""One side of the golden thread: a list without a head; it says when the cursor would go beyond its ends."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Focus
from textual.message import Message

from boardtui.ui.widgets.record_list import Column, RecordList


class KnotList(RecordList):
    """The records on one side of another."""

    @dataclass
    class Beyond(Message):
        """The cursor would go beyond the first or the last record, by `step`."""

        side: KnotList
        step: int

    @dataclass
    class Entered(Message):
        """The keys go to this side now."""

        side: KnotList

    def __init__(self, *columns: Column, id: str | None = None) -> None:
        super().__init__(*columns, id=id, head=False)

    def action_cursor_up(self) -> None:
        """Go up, or beyond the first record."""
        if self.cursor_row <= 0:
            self.post_message(self.Beyond(self, -1))
        super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go down, or beyond the last record."""
        if self.cursor_row >= self.row_count - 1:
            self.post_message(self.Beyond(self, 1))
        super().action_cursor_down()

    def on_focus(self, _event: Focus) -> None:
        """Say that the keys go here now."""
        self.post_message(self.Entered(self))
