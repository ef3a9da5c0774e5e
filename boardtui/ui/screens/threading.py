"""The golden thread from the record in hand: one key, the same on every screen that has one (rule 4)."""

from __future__ import annotations

from boardtui.ui.screens.base import BoardScreen


class OnThread(BoardScreen):
    """The thread key, for screens whose record hangs on the golden thread."""

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the kind and the reference of the record in hand."""
        raise NotImplementedError

    def action_thread(self) -> None:
        """Show what the record comes from and what it leads to."""
        if (knot := self.knot) is not None:
            self.app.open_record("thread", *knot)
