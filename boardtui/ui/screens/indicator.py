"""One indicator: its chart, what the figures say, and every value as it is said now and was first reported."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui.domain.dataset import Indicator
from boardtui.store.reading.indicators import indicator
from boardtui.ui.commands import bindings
from boardtui.ui.copying import unwrapped
from boardtui.ui.screens import indicator_words
from boardtui.ui.screens.indicator_commands import IndicatorCommands
from boardtui.ui.screens.records import WIDE, RecordScreen
from boardtui.ui.widgets.chart import IndicatorChart, legend
from boardtui.ui.widgets.literal import assembled


class IndicatorScreen(RecordScreen, IndicatorCommands):
    """The chart on the left with what it says, the values on the right or below."""

    where = "indicator"
    place = "indicators"
    CSS_PATH = ["../styles/record.tcss", "../styles/indicator.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("indicator")
    shown: Indicator | None = None

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref

    def content(self) -> ComposeResult:
        """Return the head, the chart and the two texts."""
        with VerticalScroll(id="whole"), Container(id="parts"):
            with Vertical(id="left"):
                yield Static(id="head")
                yield IndicatorChart(id="chart")
                yield Static(id="legend")
                yield Static(id="what")
            yield Static(id="history")

    @property
    def indicator(self) -> Indicator | None:
        """Return the indicator."""
        return self.shown

    @property
    def as_text(self) -> str:
        """Return its title and standing, then what the figures say and every value: the chart in words."""
        desk, found = self.app.desk, self.indicator
        if found is None or desk is None:
            return ""
        head = indicator_words.head(found, WIDE, desk.today).plain.splitlines()
        return "\n".join([*map(unwrapped, head), "", super().as_text])

    def load(self) -> None:
        """Read the indicator."""
        if self.app.desk is not None:
            ref, today = self.ref, self.app.desk.today
            self.app.read(lambda db: indicator(db, ref, today), self.show)

    def show(self, shown: Indicator) -> None:
        """Show the indicator."""
        self.shown = shown
        self.query_one(IndicatorChart).show(shown)
        self.write()

    def write(self) -> None:
        """Write every part to fit the width."""
        found, desk = self.indicator, self.app.desk
        if found is not None and desk is not None:
            head, width = self.query_one("#head", Static), max(self.query_one("#head").size.width, 30)
            head.update(indicator_words.head(found, width, desk.today))
            self.query_one("#legend", Static).update(legend(found, width))
            self.query_one("#what").display = bool(found.analysis)
        super().write()

    def what(self, width: int) -> Content:
        """Return what the figures say."""
        return indicator_words.analysis(self.indicator, width) if self.indicator else Content("")

    def history(self, width: int) -> Content:
        """Return the values, which are the chart in words, then what is measured how."""
        if (found := self.indicator) is None:
            return Content("")
        values, measure = indicator_words.values(found, width), indicator_words.particulars(found, width)
        return assembled(values, "\n\n", measure)
