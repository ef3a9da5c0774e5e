"""Periods by frequency, the usual lag and what is missing (rule 8)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.indicators import Frequency, Point
from boardtui.domain.periods import latest_due, missing, next_end, period_end, shown_period

MONTHLY, QUARTERLY, SIX_MONTHLY, ANNUAL = Frequency
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("frequency", "day", "end"),
    [
        (MONTHLY, date(2013, 4, 1), date(2013, 4, 30)),
        (MONTHLY, date(2013, 4, 30), date(2013, 4, 30)),
        (MONTHLY, date(2012, 2, 10), date(2012, 2, 29)),
        (MONTHLY, date(2013, 2, 10), date(2013, 2, 28)),
        (MONTHLY, date(2012, 12, 31), date(2012, 12, 31)),
        (QUARTERLY, date(2013, 3, 31), date(2013, 3, 31)),
        (QUARTERLY, date(2013, 4, 1), date(2013, 6, 30)),
        (QUARTERLY, date(2012, 11, 26), date(2012, 12, 31)),
        (SIX_MONTHLY, date(2012, 9, 30), date(2012, 9, 30)),
        (SIX_MONTHLY, date(2012, 10, 1), date(2013, 3, 31)),
        (SIX_MONTHLY, date(2013, 1, 1), date(2013, 3, 31)),
        (ANNUAL, date(2013, 3, 31), date(2013, 3, 31)),
        (ANNUAL, date(2013, 4, 1), date(2014, 3, 31)),
    ],
)
def test_a_day_falls_in_a_month_or_a_part_of_the_financial_year(frequency: Frequency, day: date, end: date) -> None:
    assert period_end(frequency, day) == end


@pytest.mark.parametrize(
    ("frequency", "lag", "today", "end"),
    [
        (MONTHLY, 15, date(2013, 5, 15), date(2013, 4, 30)),
        (MONTHLY, 15, date(2013, 5, 14), date(2013, 3, 31)),
        (MONTHLY, 0, date(2013, 4, 30), date(2013, 4, 30)),
        (MONTHLY, 0, date(2013, 4, 29), date(2013, 3, 31)),
        (MONTHLY, 1, date(2012, 3, 1), date(2012, 2, 29)),
        (MONTHLY, 45, date(2013, 5, 20), date(2013, 3, 31)),
        (QUARTERLY, 30, date(2013, 4, 30), date(2013, 3, 31)),
        (QUARTERLY, 30, date(2013, 4, 29), date(2012, 12, 31)),
        (SIX_MONTHLY, 20, date(2013, 4, 20), date(2013, 3, 31)),
        (SIX_MONTHLY, 20, date(2013, 4, 19), date(2012, 9, 30)),
        (ANNUAL, 60, date(2013, 5, 30), date(2013, 3, 31)),
        (ANNUAL, 60, date(2013, 5, 29), date(2012, 3, 31)),
    ],
)
def test_a_value_is_due_on_the_day_its_lag_is_over(frequency: Frequency, lag: int, today: date, end: date) -> None:
    assert latest_due(frequency, lag, today) == end


@given(st.sampled_from(Frequency), st.integers(0, 400), DAYS)
def test_what_is_due_ended_a_lag_ago_and_the_next_did_not(frequency: Frequency, lag: int, today: date) -> None:
    end = latest_due(frequency, lag, today)
    assert end + timedelta(days=lag) <= today < next_end(frequency, end) + timedelta(days=lag)
    assert period_end(frequency, end) == end


@given(st.sampled_from(Frequency), DAYS)
def test_periods_follow_one_another_without_a_gap(frequency: Frequency, day: date) -> None:
    end = period_end(frequency, day)
    assert day <= end
    assert (end + timedelta(days=1)).day == 1
    following = next_end(frequency, end)
    assert (following.year - end.year) * 12 + following.month - end.month == frequency.months


def test_missing_months_are_named_in_order() -> None:
    there = [Point(end, Decimal(1)) for end in (date(2012, 12, 31), date(2013, 3, 31))]
    gaps = missing(MONTHLY, 15, there, date(2012, 11, 26), date(2013, 5, 15))
    assert gaps == (date(2012, 11, 30), date(2013, 1, 31), date(2013, 2, 28), date(2013, 4, 30))


def test_a_month_whose_lag_is_not_over_is_not_missing() -> None:
    assert missing(MONTHLY, 15, [], date(2013, 4, 1), date(2013, 5, 14)) == ()


def test_a_value_dated_inside_a_period_is_that_periods() -> None:
    there = [Point(date(2013, 2, 20), Decimal(1))]
    assert missing(QUARTERLY, 0, there, date(2013, 1, 1), date(2013, 3, 31)) == ()


@pytest.mark.parametrize(
    ("frequency", "end", "name"),
    [
        (MONTHLY, date(2013, 4, 30), "Apr 2013"),
        (QUARTERLY, date(2013, 3, 31), "Jan to Mar 2013"),
        (QUARTERLY, date(2012, 12, 31), "Oct to Dec 2012"),
        (QUARTERLY, date(2013, 1, 31), "Nov 2012 to Jan 2013"),
        (SIX_MONTHLY, date(2012, 9, 30), "Apr to Sep 2012"),
        (SIX_MONTHLY, date(2013, 3, 31), "Oct 2012 to Mar 2013"),
        (ANNUAL, date(2013, 3, 31), "year to Mar 2013"),
    ],
)
def test_a_period_is_named_as_people_name_it(frequency: Frequency, end: date, name: str) -> None:
    assert shown_period(frequency, end) == name
