"""Indicators: the performance dataset, each with its last values, target in hand, standing and runway (N 7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import target_in_hand
from boardtui.domain.text import plural
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.filters import IndicatorFilter
from boardtui.ui.screens import indicator_words
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.indicator_commands import About, IndicatorCommands, about
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import assembled, cell, literal, right
from boardtui.ui.widgets.ratings import arrow
from boardtui.ui.widgets.record_list import Column, Row
from boardtui.ui.widgets.sparkline import short_month, sparkline
from boardtui.ui.widgets.standing import badge, named, named_cell

BARS = 7
"""Periods in the row of small bars."""


@dataclass(frozen=True)
class Shown:
    """The dataset and what its dialogs need to know."""

    indicators: tuple[Indicator, ...]
    about: About


class IndicatorsScreen(ListScreen, IndicatorCommands, Bringing):
    """The dataset in its order."""

    where = place = "indicators"
    BINDINGS: ClassVar[list[BindingType]] = bindings("indicators")
    brings = ("indicators",)
    filter_says = "words  is:met  is:on  is:within  is:off  is:failing  is:no  is:restated  owner:ADC"
    empty_says = (
        "The dataset has no indicators yet. Press n to add one: what is measured, its baseline, and its targets "
        "at 6 and at 12 months (N 7.3). Its values then come in with a, month by month; i brings in "
        "the dataset you have."
    )
    columns = (
        Column("Ref", 4),
        Column("Indicator", 0),
        Column("Lately", BARS),
        Column("", 1),
        Column("Latest", 7),
        Column("For", 6, 100),
        Column("Target", 6, 100),
        Column("By", 9, 132),
        Column("Runway", 15, 110),
        Column("Nbrs", 5, 118),
        Column("Natl", 5, 118),
        Column("Standing", 20),
    )
    shown: Shown | None = None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "indicators"

    def load(self) -> None:
        """Read the dataset."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the dataset."""
        self.shown = shown
        self.refill()

    @property
    def indicator(self) -> Indicator | None:
        """Return the indicator the cursor stands on."""
        if self.shown is None:
            return None
        return next((one for one in self.shown.indicators if one.ref == self.chosen), None)

    @property
    def about(self) -> About | None:
        """Return what the dialogs need."""
        return self.shown.about if self.shown else None

    @property
    def found(self) -> list[Indicator]:
        """Return the indicators that the filter lets through."""
        wanted = IndicatorFilter.read(self.words)
        return [one for one in self.shown.indicators if wanted.lets_through(one)] if self.shown else []

    def above(self) -> Content | None:
        """Return how many indicators stand how."""
        if self.shown is None or not self.shown.indicators:
            return None
        counted = [(state, sum(one.state is state for one in self.found)) for state in IndicatorState]
        there = [(state, count) for state, count in counted if count]
        said = literal(plural(len(self.found), "indicator"))
        full = Content(" ").join([said, *(assembled(named(state), f" {count}") for state, count in there)])
        if full.cell_length < self.size.width - 2:
            return full
        short = (assembled(badge(state), f" {count}") for state, count in there)
        return Content("  ").join([said, *short])

    def rows(self) -> list[Row]:
        """Return the dataset's lines."""
        today = self.app.desk.today if self.app.desk else date.max
        return [_row(one, today) for one in self.found]

    def preview(self) -> Content:
        """Return the indicator's standing, its target and what the figures say."""
        indicator, desk = self.indicator, self.app.desk
        if indicator is None or desk is None:
            return Content("")
        return indicator_words.brief(indicator, self.query_one("#side").size.width - 2, desk.today)

    def open(self, key: str) -> None:
        """Open the indicator."""
        self.app.open_record("indicator", key)


def _row(one: Indicator, today: date) -> Row:
    latest, in_hand = one.latest, target_in_hand(one.measure, today)
    mark = "*" if latest and latest.restated else " "
    return Row(
        one.ref,
        (
            one.ref,
            cell(one.title),
            sparkline(one, BARS),
            arrow(one.trend),
            right(f"{indicator_words.bare(one, latest.value)}{mark}" if latest else "", 7),
            short_month(latest.period) if latest else "",
            right(indicator_words.bare(one, in_hand[0]) if in_hand else "", 6),
            f"{in_hand[1].day} {short_month(in_hand[1])}" if in_hand else "",
            indicator_words.runway(one, today),
            _benchmark(one, one.neighbours),
            _benchmark(one, one.national),
            named_cell(one.state),
        ),
    )


def _benchmark(one: Indicator, figure: Decimal | None) -> Text:
    """Write what statistical neighbours, or the whole country, come to."""
    return right(indicator_words.bare(one, figure) if figure is not None else "", 5)


def _read(db: Database, today: date) -> Shown:
    return Shown(tuple(indicators(db, today)), about(db))
