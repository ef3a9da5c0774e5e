"""Undo and redo at the keyboard: said after, and asked before where it was not this person's own work of today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from boardtui.ui.commands import shown_key
from boardtui.ui.going import Going

if TYPE_CHECKING:
    from boardtui.domain.undoing import Step
    from boardtui.errors import BoardError


class Undoing(Going):
    """An application in which one key takes back the last change, and another makes it again."""

    def action_undo(self) -> None:
        """Take back the last change; ask first where somebody else made it, or on another day."""
        known = self.standing.steps
        step = known.undo if known is not None else None
        if step is not None and self.desk is not None and self.desk.as_at is None and self._not_mine(step):
            self._ask(step)
        else:
            self._undo(step.entry if step is not None and not self.standing.saving else None)

    def action_redo(self) -> None:
        """Make again the change that was taken back."""
        from boardtui import services

        self.change(
            lambda work: services.undo.redo(work), refused=self._nothing, adds=self._says("undo", "takes it back")
        )

    def action_undo_list(self) -> None:
        """List what can be undone and made again."""
        if self.desk is not None:
            self.open_record("undo-list")

    def action_deleted(self) -> None:
        """List what was deleted."""
        if self.desk is not None:
            self.open_record("deleted")

    def _undo(self, expected: int | None) -> None:
        from boardtui import services

        again = self._says("redo", "makes it again")
        self.change(lambda work: services.undo.undo(work, expected), refused=self._nothing, adds=again)

    def _ask(self, step: Step) -> None:
        from textual.content import Content

        from boardtui.domain.history import when
        from boardtui.domain.undoing import undoing
        from boardtui.ui.modals.confirm import Confirm
        from boardtui.ui.widgets.literal import line

        by = line(f"{step.who} did this on {when(step.at)}.")
        says = Content("\n").join([by, line("It can be made again afterwards.")])
        self.push_screen(Confirm(line(undoing(step.sentence)), says, "Undo it"), partial(self._answered, step))

    def _answered(self, step: Step, yes: bool | None) -> None:
        if yes:
            self._undo(step.entry)

    def _not_mine(self, step: Step) -> bool:
        desk = self.desk
        return desk is not None and (step.who != desk.who or step.day != desk.today)

    def _says(self, command: str, does: str) -> str:
        keys: dict[str, str] = getattr(self, "keys", {})
        return f"{shown_key(keys[command])} {does}." if command in keys else ""

    def _nothing(self, problem: BoardError) -> None:
        self.say(str(problem), warning=True)
        self.refresh_board()
