"""Reporting periods as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.measures import Frequency
from boardtui.domain.period_typed import read_period

TODAY = date(2013, 5, 20)


@pytest.mark.parametrize("typed", ["Apr 2013", "april 2013", "2013-04", "2013-04-30", "30 Apr 2013", "4/4/2013"])
def test_a_month_is_read_however_it_is_written(typed: str) -> None:
    assert read_period(Frequency.MONTHLY, typed, TODAY) == date(2013, 4, 30)


@pytest.mark.parametrize("typed", ["Jan to Mar 2013", "Mar 2013", "2013-02", "1 Jan 2013"])
def test_a_quarter_is_named_by_any_month_or_day_in_it(typed: str) -> None:
    assert read_period(Frequency.QUARTERLY, typed, TODAY) == date(2013, 3, 31)


def test_february_of_a_leap_year_ends_on_the_twenty_ninth() -> None:
    assert read_period(Frequency.MONTHLY, "2012-02", TODAY) == date(2012, 2, 29)


@pytest.mark.parametrize("typed", ["", "spring", "2013-13", "2013", "J 2013", "Foo 2013", "0000-01", "Apr 13"])
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match="period"):
        read_period(Frequency.MONTHLY, typed, TODAY)
