"""Undo and redo at the keyboard: said after, and asked before where it was not this person's own work of today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from boardtui.errors import AskFirstError
from boardtui.ui.going import Going
from boardtui.ui.keys import shown_key

if TYPE_CHECKING:
    from boardtui.errors import BoardError


class Undoing(Going):
    """An application in which one key takes back the last change, and another makes it again."""

    def action_undo(self) -> None:
        """Take back the last change; ask first where somebody else made it, or on another day."""
        from boardtui import services

        self.change(
            lambda work: services.undo.undo(work, own_only=True), refused=self._not_undone, adds=self._again_with()
        )

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

    def action_backups(self) -> None:
        """List the backups."""
        if self.desk is not None:
            self.open_record("backups")

    def _not_undone(self, problem: BoardError) -> None:
        if isinstance(problem, AskFirstError):
            self._ask(problem)
        else:
            self._nothing(problem)

    def _ask(self, about: AskFirstError) -> None:
        from textual.content import Content

        from boardtui.ui.modals.confirm import Confirm
        from boardtui.ui.widgets.literal import line

        says = Content("\n").join([line(about.message), line(about.hint)])
        self.push_screen(Confirm(line(about.title), says, "Undo it"), partial(self._answered, about.entry))

    def _answered(self, entry: int, yes: bool | None) -> None:
        from boardtui import services

        if yes:
            undo = partial(services.undo.undo, expected=entry)
            self.change(undo, refused=self._nothing, adds=self._again_with())

    def _again_with(self) -> str:
        return self._says("redo", "makes it again")

    def _says(self, command: str, does: str) -> str:
        keys: dict[str, str] = getattr(self, "keys", {})
        return f"{shown_key(keys[command])} {does}." if command in keys else ""

    def _nothing(self, problem: BoardError) -> None:
        self.say(str(problem), warning=True)
        self.refresh_board()
