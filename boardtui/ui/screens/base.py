"""What every screen of the Board shares: the frame, its own keys, and reading anew when something changed."""

from __future__ import annotations

from collections.abc import Callable

from textual import getters
from textual.app import ComposeResult
from textual.screen import Screen

from boardtui.ui.commands import commands_of
from boardtui.ui.going import Going
from boardtui.ui.widgets.frame import Heading, Hints, PlaceLine


class BoardScreen(Screen[None]):
    """A screen of the Board. `where` names it in the registry of commands, `place` the place it belongs to."""

    app = getters.app(Going)
    where = ""
    place = ""
    _seen = -1

    def compose(self) -> ComposeResult:
        """Put the frame around what the screen shows."""
        yield Heading(id="heading")
        if self.app.desk is not None:
            yield PlaceLine(self.place)
        yield from self.content()
        yield Hints(self.where)

    def content(self) -> ComposeResult:
        """Return what the screen shows inside the frame."""
        return iter(())

    def load(self) -> None:
        """Read what the screen shows."""

    def look_for(self, words: str) -> None:
        """Filter what is shown, where a screen can."""

    def for_new(self) -> Callable[[object], None]:
        """Return what to hand the dialog that adds a record, to be told what was made; a list goes to it."""
        return lambda _made: None

    def on_screen_resume(self) -> None:
        """Read anew if something changed while another screen was in front."""
        self.catch_up()

    def catch_up(self) -> None:
        """Read anew unless what is shown is as it stands."""
        if self._seen != self.app.revision:
            self._seen = self.app.revision
            self.load()

    @property
    def read_only(self) -> bool:
        """Say whether the Board is only read here: as at an earlier date, or because it was closed."""
        desk, board = self.app.desk, self.app.standing.board
        return (desk is not None and desk.as_at is not None) or (board is not None and board.closed_on is not None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what changes the Board while it is read as at an earlier date, or once it is closed (DESIGN 4)."""
        if self.read_only:
            for command in commands_of(self.where):
                if command.action == action and command.changes:
                    return False
        return super().check_action(action, parameters)
