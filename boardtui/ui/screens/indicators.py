"""Indicators: the performance dataset, each with its last values, target in hand, standing and runway (N 7.3)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import target_in_hand
from boardtui.domain.text import one_line, plural
from boardtui.domain.typed_words import IndicatorFilter
from boardtui.store.reading.filtering import Where
from boardtui.store.reading.indicators import indicators, standings
from boardtui.store.reading.listings import INDICATORS
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.screens import indicator_words
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.indicator_commands import IndicatorCommands
from boardtui.ui.screens.paged import Ask, First, PagedList
from boardtui.ui.widgets.literal import assembled, cell, literal, right
from boardtui.ui.widgets.ratings import arrow
from boardtui.ui.widgets.record_list import Column, Row
from boardtui.ui.widgets.sparkline import short_month, sparkline
from boardtui.ui.widgets.standing import badge, named, named_cell

BARS = 7
"""Periods in the row of small bars."""


class IndicatorsScreen(PagedList[Indicator], IndicatorCommands, Bringing):
    """The dataset in its order."""

    where = place = "indicators"
    views_of = "indicators"
    BINDINGS: ClassVar[list[BindingType]] = bindings("indicators")
    brings = ("indicators",)
    filter_says = "words  is:met  is:on  is:within  is:off  is:failing  is:no  is:restated  owner:ADC"
    empty_says = (
        "The dataset has no indicators yet. Press {indicators-new} to add one: what is measured, its "
        "baseline, and its targets at 6 and at 12 months (N 7.3). Its values then come in with {indicators-add}, "
        "month by month; {indicators-bring-in} brings in the dataset you have."
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
    listing = INDICATORS
    told: int | None
    _stands: Counter[IndicatorState] | None = None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "indicators"

    @property
    def takes_language(self) -> bool:
        """Say no: the dataset has a filter of its own, because standings are computed."""
        return False

    @property
    def saved_as(self) -> str:
        """Return the filter that can be saved."""
        return one_line(self.words)

    @property
    def indicator(self) -> Indicator | None:
        """Return the indicator the cursor stands on."""
        return self.record

    def know(self, db: Database, ask: Ask) -> int:  # noqa: ARG002  (the filter does not matter here)
        """Count the indicators there are."""
        found: int = db.execute("SELECT count(*) FROM indicator").fetchone()[0]
        return found

    def fits(self, db: Database, ask: Ask) -> Where:
        """Return the filter as SQL: the indicators that it lets through, one by one."""
        if not ask.words.strip():
            return Where("1")
        wanted = IndicatorFilter.read(ask.words)
        found = [one.id for one in indicators(db, ask.today) if wanted.lets_through(one)]
        return Where("i.id IN (SELECT value FROM json_each(:found))", {"found": json.dumps(found)})

    def filled(self, found: First[Indicator]) -> None:
        """Count how the indicators stand, once they are on the screen."""
        desk = self.app.desk
        if desk is not None:
            rows, today = [row for row in found.order.rows if row > 0], desk.today
            self.read_behind(lambda db: _counted(db, rows, today), self._count)

    def above(self) -> Content | None:
        """Return how many indicators stand how."""
        if not self.told:
            return None
        said = literal(plural(self.pages.order.count, "indicator"))
        if self._stands is None:
            return said
        there = [(state, count) for state in IndicatorState if (count := self._stands[state])]
        full = Content(" ").join([said, *(assembled(named(state), f" {count}") for state, count in there)])
        if full.cell_length < self.size.width - 2:
            return full
        short = (assembled(badge(state), f" {count}") for state, count in there)
        return Content("  ").join([said, *short])

    def row(self, record: Indicator) -> Row:
        """Return an indicator as a line of the list."""
        return _row(record, self.app.desk.today if self.app.desk else date.max)

    def preview(self) -> Content:
        """Return the indicator's standing, its target and what the figures say."""
        indicator, desk = self.indicator, self.app.desk
        if indicator is None or desk is None:
            return Content("")
        return indicator_words.brief(indicator, self.query_one("#side").size.width - 2, desk.today)

    def _count(self, stands: Counter[IndicatorState]) -> None:
        self._stands = stands
        self.write_above()

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


def _counted(db: Database, rows: Sequence[int], today: date) -> Counter[IndicatorState]:
    """Count indicators by how they stand."""
    return standings(db, today, "i.rowid IN (SELECT value FROM json_each(:rows))", rows=json.dumps(rows))
