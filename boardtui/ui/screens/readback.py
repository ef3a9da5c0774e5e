"""What came back in a Word file: every change and comment on the left, old and new text beside it, one key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.points import ACCEPTED, LEFT, Paper, Point, Reading, with_text
from boardtui.domain.readback import PointKind
from boardtui.errors import BoardError
from boardtui.ui.commands import bindings
from boardtui.ui.modals.edit_text import EditText
from boardtui.ui.screens import readback_words
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.record_list import Column, Row

if TYPE_CHECKING:
    from boardtui.store.unit import Work


class ReadbackScreen(ListScreen):
    """The points still to be decided, first to last; what was decided is shown after them."""

    where = "readback"
    place = "letters"
    CSS_PATH = "../styles/readback.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("readback")
    beside = True
    columns = (Column("", 1), Column("Where", 16), Column("What", 0), Column("By", 18, 96))

    def __init__(self, path: Path, reading: Reading) -> None:
        super().__init__()
        self.path = path
        self.found: Reading | None = None
        self._read: Reading | None = reading
        self._deciding: dict[str, str] = {}
        self.empty_says = f"Nothing in {path.name} differs from what was exported, and nobody commented on it."

    def load(self) -> None:
        """Show the file as it was read; once something was decided, read it against the record as it is now."""
        desk, path = self.app.desk, self.path
        if self._read is not None:
            self.show(self._read)
            self._read = None
        elif desk is not None:
            self.app.read(lambda _db: services.readback.read_back(desk, path), self.show)

    def show(self, reading: Reading) -> None:
        """Show what is left to decide."""
        self.found = reading
        self.refill(self.stand_on_next)

    def above(self) -> Content | None:
        """Return which file it is, how many points are decided, and what the person should know of it."""
        if self.reading is None:
            return None
        return readback_words.above(self.reading, self.path.name, self.point)

    def rows(self) -> list[Row]:
        """Return the points, those left to decide first."""
        if self.reading is None:
            return []
        left = [one for one in self.reading.points if one.open]
        decided = [one for one in self.reading.points if not one.open]
        rows = [_row(one) for one in left]
        if decided:
            rows.append(Row("decided", ("Decided",), heading=True))
        return rows + [_row(one) for one in decided]

    def preview(self) -> Content:
        """Return the point in hand: both texts, the differences marked; the line above counts it."""
        self.query_one("#above", Static).update(self.above() or Content(""))
        return readback_words.full(self.point) if self.point else Content("")

    @property
    def reading(self) -> Reading | None:
        """Return what was read, with what is being decided just now as decided."""
        if self.found is None:
            return None
        points = [replace(one, decided=one.decided or self._deciding.get(one.key, "")) for one in self.found.points]
        return replace(self.found, points=tuple(points))

    @property
    def point(self) -> Point | None:
        """Return the point in hand."""
        points = self.reading.points if self.reading else ()
        return next((one for one in points if one.key == self.chosen), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done to the point in hand."""
        point = self.point
        if action in ("accept", "leave_it", "edit") and (point is None or not point.open):
            return False
        if action == "edit" and point is not None and not _editable(point):
            return False
        if action == "accept" and point is not None and point.by_hand:
            return False
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Read the point in full, which stands beside the list already."""

    def action_accept(self) -> None:
        """Take the point over."""
        if self.check_action("accept", ()):
            self._decide(services.readback.accept, ACCEPTED)

    def action_leave_it(self) -> None:
        """Leave the record as it is."""
        self._decide(services.readback.leave, LEFT)

    def action_edit(self) -> None:
        """Write what shall stand, then take it over."""
        point, reading = self.point, self.reading
        if point is None or reading is None:
            return
        self._go_on_from(point)
        self.app.push_screen(
            EditText(
                f"{point.kind.capitalize()} at {point.where}: what shall stand",
                point.new,
                f"readback:{point.key}",
                lambda text: lambda work: services.readback.accept(work, reading.paper, with_text(point, text)),
            )
        )

    def action_all(self) -> None:
        """Take over everything that can be, in one change."""
        reading = self.reading
        if reading is not None:
            self.app.change(lambda work: services.readback.accept_all(work, reading))

    def _decide(self, how: Callable[[Work, Paper, Point], None], decision: str) -> None:
        """Decide the point in hand and stand on the next one at once; a refusal opens it again."""
        point, reading = self.point, self.reading
        if point is None or reading is None or not point.open:
            return
        self._go_on_from(point)
        self._deciding[point.key] = decision
        self.refill()
        self.app.change(
            lambda work: how(work, reading.paper, point),
            lambda _: self._deciding.pop(point.key, None),
            lambda problem: self._refused(point, problem),
        )

    def _refused(self, point: Point, problem: BoardError) -> None:
        self._deciding.pop(point.key, None)
        self.refill(point.key)
        self.app.complain(problem)

    def _go_on_from(self, point: Point) -> None:
        """Stand on the next point once this one is decided."""
        left = [one.key for one in self.reading.left] if self.reading else []
        following = left[left.index(point.key) + 1 :] if point.key in left else []
        self.stand_on_next = following[0] if following else None


def _editable(point: Point) -> bool:
    """Say whether there are words to be written before it is taken over."""
    if point.kind is PointKind.COMMENT:
        return True
    return bool(point.new.strip()) and not point.by_hand


def _row(one: Point) -> Row:
    by = ", ".join(filter(None, (one.author, show(one.on) if one.on else "")))
    sign = readback_words.sign(one)
    return Row(one.key, (sign, one.where, f"{one.kind}: {one.shown}", by))
