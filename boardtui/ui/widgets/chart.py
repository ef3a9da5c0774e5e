"""The chart of one indicator: baseline, trajectory, both targets, values and projection (N 7.3).

Each part has a sign of its own, so that the chart reads without colour; the table of values says the same in text.
This module loads `textual-plotext` and is imported with the screen that shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from textual.app import RenderResult
from textual.color import Color
from textual.content import Content
from textual_plotext import PlotextPlot

from boardtui.domain.dataset import Indicator
from boardtui.domain.figures import figure, number, rounded
from boardtui.domain.measures import Measure, expected
from boardtui.ui.widgets.literal import assembled, side_by_side
from boardtui.ui.widgets.sparkline import short_month

VALUE, COURSE, BASELINE, TARGET, PROJECTED = "●", "·", "■", "◆", "○"
Mark = tuple[date, Decimal]
_ROOM = Decimal("0.12")
"""Of the height, what is left free above and below the marks."""
_LABEL = 9
"""Columns that one month takes on the axis."""


@dataclass(frozen=True)
class Drawing:
    """What is drawn of an indicator, as days and figures."""

    values: tuple[Mark, ...]
    baseline: tuple[Mark, ...]
    targets: tuple[Mark, ...]
    projected: tuple[Mark, ...]

    @classmethod
    def of(cls, indicator: Indicator) -> Drawing:
        """Take an indicator's figures."""
        measure = indicator.measure
        return cls(
            tuple((value.period, value.value) for value in indicator.values),
            _dated((measure.baseline_on, measure.baseline)),
            _dated((measure.on_6, measure.target_6), (measure.on_12, measure.target_12)),
            _dated((measure.on_6, indicator.projected_6), (measure.on_12, indicator.projected_12)),
        )

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return every mark."""
        return self.values + self.baseline + self.targets + self.projected


class IndicatorChart(PlotextPlot):
    """A chart that is drawn anew for every size and theme."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._indicator: Indicator | None = None

    def show(self, indicator: Indicator) -> None:
        """Show an indicator."""
        self._indicator = indicator
        self.display = bool(Drawing.of(indicator).marks)
        self.refresh()

    def render(self) -> RenderResult:
        """Draw it for the size there is."""
        if self._indicator is not None and self.size.width > 20:
            self._draw(Drawing.of(self._indicator), self._indicator.measure)
        return super().render()

    def _draw(self, drawing: Drawing, measure: Measure) -> None:
        plot = self.plt
        plot.clear_data()
        marks = drawing.marks
        begin, end = min(day for day, _ in marks), max(day for day, _ in marks)
        low, high = _span([value for _, value in marks])
        plot.xlim(begin.toordinal() - 8, end.toordinal() + 12)
        plot.ylim(float(low), float(high))
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        months = _months(begin, end, max((self.size.width - 8) // _LABEL, 2))
        plot.xticks([day.toordinal() for day in months], [short_month(day) for day in months])
        ticks = _ticks(low, high)
        plot.yticks([float(tick) for tick in ticks], [_short(tick, measure.unit) for tick in ticks])
        muted, strong, warm = self._rgb("foreground", 0.6), self._rgb("primary"), self._rgb("accent")
        self._line(_course(drawing, measure), COURSE, muted)
        self._line(drawing.values[-1:] + _ahead(drawing), "-", warm)
        self._line(drawing.values, "─", strong)
        self._dots(drawing.projected, PROJECTED, warm)
        self._dots(drawing.targets, TARGET, self._rgb("success"))
        self._dots(drawing.values, VALUE, strong)
        self._dots(drawing.baseline, BASELINE, strong)

    def _line(self, marks: Sequence[Mark], sign: str, colour: tuple[int, int, int]) -> None:
        if len(marks) > 1:
            self.plt.plot(*_axes(marks), marker=sign, color=colour)

    def _dots(self, marks: Sequence[Mark], sign: str, colour: tuple[int, int, int]) -> None:
        if marks:
            self.plt.scatter(*_axes(marks), marker=sign, color=colour)

    def _rgb(self, name: str, strength: float = 1.0) -> tuple[int, int, int]:
        known = self.app.theme_variables
        colour = Color.parse(known[name])
        return Color.parse(known["surface"]).blend(colour, strength).rgb


def legend(indicator: Indicator, width: int) -> Content:
    """Say which sign is which, with its figures, in lines of `width`; only what is drawn is named."""
    drawing, unit = Drawing.of(indicator), indicator.measure.unit
    said = []
    for sign, name, marks in (
        (VALUE, "value", drawing.values[-1:]),
        (BASELINE, "baseline", drawing.baseline),
        (TARGET, "targets", drawing.targets),
        (PROJECTED, "projected", drawing.projected),
    ):
        if marks:
            figures = ", ".join(figure(rounded(value), unit) for _, value in marks)
            said.append(assembled((sign, "bold"), f" {name} {figures}"))
    if _course(drawing, indicator.measure):
        said.insert(1 if drawing.values else 0, assembled((COURSE, "bold"), " trajectory"))
    return side_by_side(said, width)


def _short(value: Decimal, unit: str) -> str:
    return figure(value, unit) if unit in ("%", "£") else number(value)


def _dated(*given: tuple[date | None, Decimal | None]) -> tuple[Mark, ...]:
    return tuple((day, value) for day, value in given if day is not None and value is not None)


def _course(drawing: Drawing, measure: Measure) -> tuple[Mark, ...]:
    """Return the corners of the trajectory, where there is one."""
    corners = sorted(drawing.baseline + drawing.targets)
    return tuple((day, there) for day, _ in corners if (there := expected(measure, day)) is not None)


def _ahead(drawing: Drawing) -> tuple[Mark, ...]:
    """Return the projections after the last value."""
    last = drawing.values[-1][0] if drawing.values else date.min
    return tuple(mark for mark in drawing.projected if mark[0] > last)


def _axes(marks: Sequence[Mark]) -> tuple[list[int], list[float]]:
    return [day.toordinal() for day, _ in marks], [float(value) for _, value in marks]


def _span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    low, high = min(values), max(values)
    room = (high - low) * _ROOM or Decimal(1)
    return low - room, high + room


def _months(begin: date, end: date, most: int) -> list[date]:
    """Return month ends to name on the axis, evenly apart, no more than there is room for."""
    first, last = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
    step = -(-(last - first + 1) // most)
    return [date(month // 12, month % 12 + 1, 28) for month in range(first, last + 1, step)]


def _ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return round figures to name on the axis, about five of them."""
    wanted = (high - low) / 5
    step = Decimal(1).scaleb(wanted.adjusted())
    for times in (1, 2, 5, 10):
        if step * times >= wanted:
            step *= times
            break
    first = (low / step).to_integral_value(ROUND_CEILING) * step
    return [first + step * count for count in range(int((high - first) / step) + 1)]
