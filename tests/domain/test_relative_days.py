"""Days named from today: worked out by hand on a calendar of 2013 (20 May is a Monday) and of the leap year 2012."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.relative_days import parse_day

MONDAY = date(2013, 5, 20)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("today", date(2013, 5, 20)),
        ("Tomorrow", date(2013, 5, 21)),
        ("tue", date(2013, 5, 21)),
        ("next thu", date(2013, 5, 23)),
        ("Thursday", date(2013, 5, 23)),
        ("on friday", date(2013, 5, 24)),
        ("mon", date(2013, 5, 27)),  # strictly after today
        ("next sun", date(2013, 5, 26)),
        ("+3d", date(2013, 5, 23)),
        ("+6w", date(2013, 7, 1)),
        ("+ 2 weeks", date(2013, 6, 3)),
        ("in 1 month", date(2013, 6, 20)),
        ("3 weeks", date(2013, 6, 10)),
        ("within 2 weeks", date(2013, 6, 3)),
        ("10 may", date(2014, 5, 10)),  # no months
        ("2 weeks' time", date(2013, 6, 3)),
        ("in two weeks", date(2013, 6, 3)),
        ("two weeks’ time", date(2013, 6, 3)),
        ("a week's time", date(2013, 5, 27)),
        ("within a fortnight", date(2013, 6, 3)),
        ("in a month", date(2013, 6, 20)),
        ("end of the week", date(2013, 5, 24)),
        ("the end of next week", date(2013, 5, 31)),
        ("end of next month", date(2013, 6, 30)),
        ("+8m", date(2014, 1, 20)),
        ("end of march", date(2014, 3, 31)),
        ("end of May", date(2013, 5, 31)),
        ("the end of the month", date(2013, 5, 31)),
        ("end of year", date(2013, 12, 31)),
        ("14 jan", date(2014, 1, 14)),
        ("14/06/2013", date(2013, 6, 14)),
        ("Fri 14 Jun", date(2013, 6, 14)),
        ("the 19th of July", date(2013, 7, 19)),
        ("Friday the 19th of July", date(2013, 7, 19)),
        ("1st of August", date(2013, 8, 1)),
        ("1 of August 2014", date(2014, 8, 1)),
        ("31/7", date(2013, 7, 31)),
        ("Wed 31/07", date(2013, 7, 31)),
        ("20/5", date(2014, 5, 20)),  # strictly after
        ("Friday week", date(2013, 5, 31)),
        ("on thursday week", date(2013, 5, 30)),
        ("Monday week", date(2013, 6, 3)),
        ("the 8th", date(2013, 6, 8)),
        ("the 21st", date(2013, 5, 21)),
        ("20th", date(2013, 6, 20)),
        ("Saturday the 8th", date(2013, 6, 8)),
    ],
)
def test_what_is_typed_on_monday_20_may_2013(typed: str, means: date) -> None:
    assert parse_day(typed, MONDAY) == means


@pytest.mark.parametrize(
    ("typed", "today", "means"),
    [
        ("+1m", date(2013, 1, 31), date(2013, 2, 28)),
        ("+1m", date(2012, 1, 31), date(2012, 2, 29)),
        ("end of feb", date(2012, 2, 29), date(2012, 2, 29)),
        ("end of february", date(2012, 3, 1), date(2013, 2, 28)),
        ("tomorrow", date(2012, 12, 31), date(2013, 1, 1)),
        ("wed", date(2012, 2, 28), date(2012, 2, 29)),
        ("the 31st", date(2013, 1, 31), date(2013, 3, 31)),
        ("the 30th", date(2013, 1, 30), date(2013, 3, 30)),
        ("the 8th", date(2012, 12, 8), date(2013, 1, 8)),
    ],
)
def test_month_ends_leap_years_and_the_new_year(typed: str, today: date, means: date) -> None:
    assert parse_day(typed, today) == means


def test_today_and_the_day_after_which_a_date_comes_are_two_things() -> None:
    assert parse_day("+1w", date(2013, 6, 27), MONDAY) == date(2013, 5, 27)
    assert parse_day("1 Jun", date(2013, 6, 27), MONDAY) == date(2014, 6, 1)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("+600w", "600 is too far ahead: 520 is the most."),
        ("next week", "write 14 Jan, 14 January 2013, 14/01/2013 or 2013-01-14; or next thu, \\+6w, end of Jan"),
        ("soon", "“soon” is not a date"),
        ("next", "“next” is not a date"),
        ("+6", "is not a date"),
        ("may", "is not a date"),
        ("end of play", "is not a date"),
        ("end of next march", "is not a date"),
        ("31 jun", "There is no 31 June"),
        ("31/6", "There is no 31 June"),
        ("the 31st of June", "There is no 31 June"),
        ("7/31", "“7/31” is not a date"),
        ("the 32nd", "No month has a day 32"),
        ("Friday the 8th", "8 Jun 2013 is a Saturday, not a Friday"),
        ("mid July", "“mid July” is not a date"),
        ("early August", "“early August” is not a date"),
        ("8", "“8” is not a date"),
        ("1st of the month", "“1st of the month” is not a date"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_day(typed, MONDAY)
