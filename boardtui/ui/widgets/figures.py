"""A column of figures, each of which opens the list behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from boardtui.ui.widgets.literal import assembled, only_styled

_CURSOR = "bold $block-cursor-foreground on $block-cursor-background"


@dataclass(frozen=True)
class Figure:
    """Lines that say one thing, and the place behind it; without a place it is a heading.

    `full` says the same on one line more, for where there is room.
    """

    said: Content
    place: str = ""
    looking_for: str = ""
    full: Content | None = None

    @property
    def height(self) -> int:
        """Count its lines."""
        return self.said.plain.count("\n") + 1


def under_cursor(shown: Content) -> Content:
    """Return a line in the cursor's colours, on which no other could be read; what has a ground of its own keeps it."""
    return only_styled(shown, lambda style: " on " in style).stylize_before(_CURSOR)


class FigureColumn(Widget, can_focus=True):
    """Figures one below the other, with a cursor that passes over headings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
    ]
    figures: reactive[tuple[Figure, ...]] = reactive((), layout=True)
    at: reactive[int] = reactive(0)

    @dataclass
    class Opened(Message):
        """A figure was clicked."""

        figure: Figure

    @property
    def chosen(self) -> Figure | None:
        """Return the figure the cursor stands on."""
        return self.figures[self.at] if self.at in self._stops() else None

    @property
    def top(self) -> int:
        """Return the line the cursor stands on."""
        return sum(figure.height for figure in self.figures[: self.at])

    def show(self, figures: Sequence[Figure]) -> None:
        """Show figures; the cursor stays where it was."""
        self.figures = tuple(figures)
        stops = self._stops()
        self.at = min(stops, key=lambda stop: abs(stop - self.at), default=0)

    def stand_near(self, top: int) -> None:
        """Put the cursor on the figure nearest to a line."""
        tops = {stop: sum(f.height for f in self.figures[:stop]) for stop in self._stops()}
        self.at = min(tops, key=lambda stop: abs(tops[stop] - top), default=0)

    def action_step(self, step: int) -> None:
        """Go to the next figure, or the one before."""
        stops = [stop for stop in self._stops() if (stop - self.at) * step > 0]
        if stops:
            self.at = stops[0] if step > 0 else stops[-1]
            self.call_after_refresh(self._into_view)

    def in_reach(self) -> Iterator[tuple[int, Callable[[], object]]]:
        """Yield the line of each figure that opens something, and what puts the cursor there."""
        top = 0
        for number, figure in enumerate(self.figures):
            if figure.place:
                yield top, partial(setattr, self, "at", number)
            top += figure.height

    def render(self) -> Content:
        """Draw the figures; an arrow and colours mark the cursor."""
        drawn = []
        width = self.size.width
        for number, figure in enumerate(self.figures):
            here = self.has_focus and number == self.at and figure.place
            for count, text in enumerate(figure.said.split("\n") if figure.height > 1 else [figure.said]):
                sign = "▸ " if here and not count else ("  " if figure.place else "")
                shown = assembled(sign, text)
                if here:
                    shown = under_cursor(shown.pad_right(max(width - shown.cell_length, 0)))
                drawn.append(shown)
        return Content("\n").join(drawn)

    def on_click(self, event: Click) -> None:
        """Open the figure that was clicked."""
        top = 0
        for number, figure in enumerate(self.figures):
            top += figure.height
            if event.y < top:
                if figure.place:
                    self.at = number
                    self.post_message(self.Opened(figure))
                return

    def _stops(self) -> list[int]:
        return [number for number, figure in enumerate(self.figures) if figure.place]

    def _into_view(self) -> None:
        if isinstance(self.parent, Widget):
            region = Region(0, self.virtual_region.y + self.top, self.size.width, 1)
            self.parent.scroll_to_region(region, animate=False, spacing=None)
