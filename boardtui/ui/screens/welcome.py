"""The welcome, when no Board is open: look around in the sample, start a Board, open one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from boardtui import services
from boardtui.domain.starting import board_name
from boardtui.domain.text import one_line, shorten
from boardtui.recent import recent
from boardtui.ui.at_work import Wanted
from boardtui.ui.commands import bindings
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.fields import Field
from boardtui.ui.widgets.literal import assembled
from boardtui.ui.widgets.record_list import Column, RecordList, Row


class WelcomeScreen(BoardScreen):
    """What can be done without a Board, and the Boards opened lately."""

    where = place = "welcome"
    CSS_PATH = "../styles/welcome.tcss"
    AUTO_FOCUS = "#recent"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("welcome"), Binding("escape", "stay", show=False, id="back")]

    def __init__(self) -> None:
        super().__init__()
        self._begun: dict[str, str] = {}

    def content(self) -> ComposeResult:
        """Return the choices and the list of Boards."""
        with Vertical(id="welcome"):
            yield Static(self._choices(), id="choices")
            yield RecordList(Column("Opened lately", 0), Column("In", 0), id="recent")

    def load(self) -> None:
        """List the Boards opened lately, and see whether a new one was begun."""
        self.app.run_aside(lambda: (recent(), services.setting_up.kept()), self.show)

    def on_screen_resume(self) -> None:
        """Look again: a new Board may have been begun meanwhile."""
        self.load()

    def show(self, found: tuple[list[Path], dict[str, str]]) -> None:
        """Show the Boards opened lately."""
        lately, begun = found
        self._begun = begun
        self.query_one("#choices", Static).update(self._choices())
        self.query_one(RecordList).fill([Row(str(path), (path.name, str(path.parent))) for path in lately])
        self.query_one("#recent").display = bool(lately)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open a Board of the list only where there is one."""
        if action == "open":
            return self.query_one(RecordList).row_count > 0
        return super().check_action(action, parameters)

    def action_sample(self) -> None:
        """Look around in the sample."""
        self.app.exit(Wanted("sample"))

    def action_new(self) -> None:
        """Set up a new Board, page by page; what was typed before is gone on with."""
        self.app.run_aside(services.setting_up.kept, self._set_up, awaited=True)

    def _set_up(self, typed: dict[str, str]) -> None:
        self.app.open_record("setting-up", typed)

    def action_load(self) -> None:
        """Ask for a Board file."""
        fields = [_path("path", "File", hint="~/boards/seaside.board", there=True)]
        self.app.push_screen(Form("Open a Board", fields, None, save="open it"), self._open)

    def action_open(self) -> None:
        """Open the Board the cursor stands on."""
        if (chosen := self.query_one(RecordList).chosen) is not None:
            self.app.exit(Wanted("open", Path(chosen)))

    async def action_tour(self) -> None:
        """Be shown round a sample Board in seven steps."""
        await self.app.run_action("tour")

    async def action_about(self) -> None:
        """Tell the versions, the folders and the licence of this program."""
        await self.app.run_action("about")

    def action_stay(self) -> None:
        """Stay: there is nothing behind the welcome."""

    def on_record_list_opened(self) -> None:
        """Open the Board that was clicked."""
        self.action_open()

    def _open(self, answers: Answers | None) -> None:
        if answers is not None:
            self.app.exit(Wanted("open", answers["path"]))

    def _choices(self) -> Content:
        rows = [
            ("s", "Look around in a sample Board", "Blackpool, May 2013: five meetings held, the sixth to come"),
            ("n", *self._new()),
            ("o", "Open a Board file", "its name usually ends in .board"),
            ("t", "Be shown round", "seven steps through a sample Board made for it"),
        ]
        said = [
            Content.styled("boardtui", "bold $primary"),
            Content("Run an Improvement Board from the keyboard: agendas, live minutes, actions,"),
            Content("ratings and Word papers over one local file. It sends nothing anywhere."),
            Content(""),
        ]
        for key, label, about in rows:
            said.append(assembled((f" {key}  ", "bold $footer-key-foreground"), (label, "bold")))
            said.append(assembled(("    " + about, "$foreground-muted")))
        return Content("\n").join(said)

    def _new(self) -> tuple[str, str]:
        """Say what the key of a new Board does: begin one, or go on with what was begun."""
        if not self._begun:
            return "Set up a new Board", "nine short pages with the usual answers filled in: under five minutes"
        name = board_name(self._begun) or "without a name yet"
        return "Go on setting up the Board you began", shorten(f"{name}: what you typed is kept", 74)


def _path(name: str, label: str, *, hint: str, there: bool) -> Field:
    return Field(name, label, reads=_reader(there), needed=True, hint=hint)


def _reader(there: bool) -> Callable[[str], Path]:
    def read(typed: str) -> Path:
        path = Path(one_line(typed)).expanduser()
        if there and not path.is_file():
            raise ValueError("There is no such file.")
        if not there:
            path = path if path.suffix else path.with_suffix(".board")
            if path.exists():
                raise ValueError("There is already a file of that name.")
        return path

    return read
