"""The welcome, when no Board is open: look around in the sample, start a Board, open one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from boardtui import config, paths
from boardtui.domain.dates import parse_date, weekday
from boardtui.domain.text import one_line
from boardtui.ui.at_work import Wanted
from boardtui.ui.commands import bindings
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.fields import Field, number, words
from boardtui.ui.widgets.literal import assembled
from boardtui.ui.widgets.record_list import Column, RecordList, Row

_NO_YEAR = date(1900, 1, 1)


class WelcomeScreen(BoardScreen):
    """What can be done without a Board, and the Boards opened lately."""

    where = place = "welcome"
    CSS_PATH = "../styles/welcome.tcss"
    AUTO_FOCUS = "#recent"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("welcome"), Binding("escape", "stay", show=False, id="back")]

    def content(self) -> ComposeResult:
        """Return the choices and the list of Boards."""
        with Vertical(id="welcome"):
            yield Static(self._choices(), id="choices")
            yield RecordList(Column("Opened lately", 0), Column("In", 0), id="recent")

    def load(self) -> None:
        """List the Boards opened lately."""
        self.app.run_aside(config.recent, self.show)

    def show(self, found: list[Path]) -> None:
        """Show the Boards opened lately."""
        self.query_one(RecordList).fill([Row(str(path), (path.name, str(path.parent))) for path in found])
        self.query_one("#recent").display = bool(found)
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
        """Ask what a new Board is called and when it began."""
        fields = [
            words("board", "Board", needed=True, hint="Seaside Children's Improvement Board"),
            words("council", "Council", needed=True, hint="Seaside Council"),
            _dated("commenced", "Commenced"),
            _dated("first_meeting", "First meeting"),
            number("every", "Days between", 42, 7, 365),
            _path("path", "File", hint=str(paths.data_folder() / "seaside.board"), there=False),
        ]
        self.app.push_screen(Form("Start a new Board", fields, None, save="start it"), self._start)

    def action_load(self) -> None:
        """Ask for a Board file."""
        fields = [_path("path", "File", hint="~/boards/seaside.board", there=True)]
        self.app.push_screen(Form("Open a Board", fields, None, save="open it"), self._open)

    def action_open(self) -> None:
        """Open the Board the cursor stands on."""
        if (chosen := self.query_one(RecordList).chosen) is not None:
            self.app.exit(Wanted("open", Path(chosen)))

    def action_stay(self) -> None:
        """Stay: there is nothing behind the welcome."""

    def on_record_list_opened(self) -> None:
        """Open the Board that was clicked."""
        self.action_open()

    def _start(self, answers: Answers | None) -> None:
        if answers is not None:
            path = answers.pop("path")
            self.app.exit(Wanted("new", path, tuple(answers.items())))

    def _open(self, answers: Answers | None) -> None:
        if answers is not None:
            self.app.exit(Wanted("open", answers["path"]))

    def _choices(self) -> Content:
        rows = [
            ("s", "Look around in a sample Board", "Blackpool, May 2013: five meetings held, the sixth to come"),
            ("n", "Start a new Board", "a name, the day the Notice commenced, the first meeting"),
            ("o", "Open a Board file", "its name usually ends in .board"),
        ]
        said = [
            Content.styled("boardtui", "bold $primary"),
            Content("Run an Improvement Board from the keyboard: agendas, live minutes, actions,"),
            Content("ratings and Word papers over one local file."),
            Content(""),
        ]
        for key, label, about in rows:
            said.append(assembled((f" {key}  ", "bold $footer-key-foreground"), (label, "bold")))
            said.append(assembled(("    " + about, "$foreground-muted")))
        return Content("\n").join(said)


def _dated(name: str, label: str) -> Field:
    def read(typed: str) -> date:
        day = parse_date(typed, _NO_YEAR)
        if day.year <= _NO_YEAR.year + 1:
            raise ValueError("Write the year too, as in 14 Jan 2013.")
        return day

    return Field(name, label, reads=read, shows=weekday, needed=True, hint="14 Jan 2013")


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
