"""The bank holidays that are copied out are those of the package they come from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardtui.domain.bank_holidays import no_working_day
from boardtui.domain.working_days import closed_because


@pytest.mark.parametrize("year", range(2010, 2041))
def test_every_day_of_a_copied_year_is_open_or_closed_as_the_package_says(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [day for day in days if (no_working_day(day) is None) != (closed_because(day) is None)] == []


@pytest.mark.parametrize("day", [date(2009, 5, 4), date(2041, 12, 25)])
def test_a_year_that_was_not_copied_is_asked_of_the_package(day: date) -> None:
    assert no_working_day(day)
    assert no_working_day(day + timedelta(days=1 if day.month == 5 else -1)) is None


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2012, 6, 5), True),
        (date(2013, 3, 29), True),
        (date(2013, 5, 27), True),
        (date(2013, 5, 24), False),
        (date(2022, 9, 19), True),
        (date(2022, 12, 27), True),
        (date(2023, 5, 8), True),
        (date(2013, 5, 26), True),
    ],
)
def test_days_that_are_known(day: date, closed: bool) -> None:
    assert (no_working_day(day) is not None) is closed
