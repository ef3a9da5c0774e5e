"""A picture: who came, how the plan was rated, what is due when, actions from meeting to meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.types import CSSPathType
from textual.widgets import Static

from boardtui.domain.pictures import burndown, grid
from boardtui.domain.pictures.grid import Grid
from boardtui.domain.ratings import Scheme
from boardtui.store.reading import pictures
from boardtui.store.reading.board import scheme
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets import picture as drawing
from boardtui.ui.widgets.literal import DIALOG, hanging, literal
from boardtui.ui.widgets.record_shown import Shown

PICTURES: dict[str, Callable[[Database, date], Grid | burndown.BurnDown]] = {
    "people": pictures.attendance,
    "plan": pictures.ratings,
    "notice": pictures.timeline,
    "actions": pictures.burndown,
}
"""The picture of each place that has one."""


EMPTY = {
    "people": (
        "Nobody is entered yet: the register of a meeting fills this "
        "({meetings}, then {meeting-start}, then {live-register})."
    ),
    "plan": "Nothing is rated yet: add lines of the plan under {plan}, and rate them at a meeting.",
    "notice": "No duty has a date yet: add one under {notice}, then {notice-section} and {notice-add}.",
    "actions": "No action has been raised yet: {actions-add} under {actions}, or ! and a lead in a meeting.",
}
"""What to do where there is nothing to draw."""


class _Read(NamedTuple):
    picture: Grid | burndown.BurnDown
    scheme: Scheme


class Cells(Static):
    """The cells of a picture; it says when it has another width to fill."""

    _wide = 0

    @dataclass
    class Widened(Message):
        """The width to draw for is another one now."""

    def on_resize(self, event: Resize) -> None:
        """Have the picture drawn for the width there is."""
        if event.size.width != self._wide:
            self._wide = event.size.width
            self.post_message(self.Widened())


class PictureScreen(BoardScreen):
    """One picture; its place's key opens it, and one key goes on to the next place's."""

    where = "picture"
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/picture.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("picture")
    AUTO_FOCUS = "#cells"
    found: _Read | None = None

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__()
        self._last: int | None = None

    def content(self) -> ComposeResult:
        """Return the heads, which stay, and the cells, which move under them."""
        yield Static(id="heads")
        with VerticalScroll(id="cells"):
            yield Cells(id="drawn")

    def load(self) -> None:
        """Read what is drawn."""
        if self.app.desk is not None:
            read, today = PICTURES[self.place], self.app.desk.today
            self.app.read(lambda db: _Read(read(db, today), scheme(db)), self.show)

    def show(self, found: _Read) -> None:
        """Show the picture."""
        self.found = found
        self.draw()

    @on(Cells.Widened)
    def draw(self) -> None:
        """Draw the picture to fit the width there is."""
        if self.found is None:
            return
        picture, width = self.found.picture, self._width
        heads, drawn = self.query_one("#heads", Static), self.query_one("#drawn", Static)
        if not (picture.lines if isinstance(picture, Grid) else picture.any):
            heads.update(literal(picture.title if isinstance(picture, Grid) else burndown.TITLE, "bold"))
            drawn.update(literal(with_keys(EMPTY[self.place])))
        elif isinstance(picture, Grid):
            heads.update(drawing.head(picture, self.found.scheme, width, self._last))
            drawn.update(drawing.cells(picture, self.found.scheme, width, self._last))
        else:
            heads.update(drawing.burn_down_head())
            drawn.update(drawing.burn_down(picture, width))
        self.refresh_bindings()

    @property
    def shown_out(self) -> Shown:
        """Return the picture as a list, to be taken out."""
        assert self.found is not None
        picture = self.found.picture
        if isinstance(picture, Grid):
            rows = tuple((line.ref, line.name, *line.cells, line.sum) for line in picture.lines)
            return Shown(picture.name, ("Reference", "Name", *picture.columns, ""), len(rows), lambda: rows)
        heads = ("Meeting", "Date", "Open", "Raised", "Ended", "Reported done")
        stages = [(one.called, one.on.isoformat(), one.open, one.raised, one.ended, one.done) for one in picture.stages]
        drawn = tuple(tuple(map(str, stage)) for stage in stages)
        return Shown("burndown", heads, len(drawn), lambda: drawn)

    @property
    def as_text(self) -> str:
        """Return the picture in sentences."""
        if self.found is None:
            return ""
        picture = self.found.picture
        return "\n".join(grid.in_words(picture) if isinstance(picture, Grid) else burndown.in_words(picture))

    def action_read(self) -> None:
        """Show the picture in sentences, to read or to hear."""
        title, *sentences = self.as_text.split("\n")
        text = Content("\n").join(hanging("", one, DIALOG) for one in sentences)
        self.app.push_screen(Reader(literal(title.removesuffix(".")), text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to move through the columns only where there is no room for all of them."""
        if action in ("older", "newer"):
            return self._moves
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str:
        """Say that all columns are in sight."""
        return "All of it is in sight." if action in ("older", "newer") else super().why_not(action)

    @property
    def _moves(self) -> bool:
        """Say whether some columns are out of sight."""
        picture = self.found.picture if self.found else None
        return isinstance(picture, Grid) and len(grid.fitted(picture, self._width).shown) < len(picture.columns)

    @property
    def _width(self) -> int:
        return max(self.query_one("#drawn").size.width, 40)

    def action_section(self) -> None:
        """Go on to the next picture."""
        places = list(PICTURES)
        self.place = places[(places.index(self.place) + 1) % len(places)]
        self._last, self.found = None, None
        self.query_one("#drawn", Static).update(Content(""))
        self.load()

    def action_older(self) -> None:
        """Show the columns before these, where there is no room for all."""
        self._move(-1)

    def action_newer(self) -> None:
        """Show the columns after these."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self.found is None or not isinstance(self.found.picture, Grid):
            return
        columns = len(self.found.picture.columns)
        self._last = min(max((columns if self._last is None else self._last) + by * _STEP, 1), columns)
        self.draw()


_STEP = 6
"""Columns that one key moves by."""
