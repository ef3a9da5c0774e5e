"""Dates as they are shown and typed (DESIGN 2 and 5)."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.dates import parse_date, show, show_long, with_days

MEETING_6 = date(2013, 6, 27)
DAYS = st.dates(date(1901, 1, 1), date(2198, 12, 31))


def test_a_date_is_shown_without_a_leading_zero() -> None:
    assert show(date(2013, 1, 4)) == "4 Jan 2013"
    assert show(date(2012, 9, 30)) == "30 Sep 2012"


def test_the_days_in_a_records_words_are_written_as_people_write_them() -> None:
    assert with_days("done 2012-06-27, I5 2013-04, 2013-02-31") == "done 27 Jun 2012, I5 2013-04, 2013-02-31"


def test_a_long_date_names_the_weekday() -> None:
    assert show_long(date(2013, 1, 10)) == "Thursday 10 January 2013"


@pytest.mark.parametrize(
    "typed",
    [
        "14 January 2014",
        "14 Jan 2014",
        "14 jan. 2014",
        "14th Jan 2014",
        "14Jan2014",
        "2014-01-14",
        "14/01/2014",
        "14/1/2014",
        "14.1.2014",
        "14-01-2014",
        "  14   JANUARY,  2014 ",
        "Tue 14 Jan 2014",
        "Tuesday, 14 January 2014",
        "tues 14/01/2014",
        "14 Jan",
        "Tue 14th Jan",
    ],
)
def test_the_ways_a_date_may_be_typed(typed: str) -> None:
    assert parse_date(typed, MEETING_6) == date(2014, 1, 14)


def test_the_day_comes_first_even_when_both_could_be_months() -> None:
    assert parse_date("03/04/2013", MEETING_6) == date(2013, 4, 3)


def test_september_may_be_four_letters() -> None:
    assert parse_date("1st Sept", MEETING_6) == date(2013, 9, 1)


def test_without_a_year_it_is_the_next_such_day_strictly_after() -> None:
    assert parse_date("28 Jun", MEETING_6) == date(2013, 6, 28)
    assert parse_date("27 Jun", MEETING_6) == date(2014, 6, 27)
    assert parse_date("26 Jun", MEETING_6) == date(2014, 6, 26)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (date(2011, 3, 1), date(2012, 2, 29)),
        (date(2012, 2, 28), date(2012, 2, 29)),
        (date(2011, 2, 28), None),
        (date(2012, 2, 29), None),
        (date(2013, 6, 27), None),
        (date(2099, 6, 1), None),
    ],
)
def test_29_february_without_a_year_must_fall_within_twelve_months(after: date, found: date | None) -> None:
    if found:
        assert parse_date("29 Feb", after) == found
    else:
        with pytest.raises(ValueError, match="write the year"):
            parse_date("29 Feb", after)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("14/1/13", "The year “13” needs four figures, as in 2013."),
        ("14 Jan 13", "The year “13” needs four figures, as in 2013."),
        ("14 Jan 20133", "The year “20133” needs four figures, as in 2013."),
        ("14 Jan 3013", "The year 3013 cannot be right: it must be from 1900 to 2199."),
        ("01/14/2013", "There is no month 14: the day comes first, as in 14/01/2013."),
        ("31 Nov", "There is no 31 November."),
        ("30 Feb 2012", "There is no 30 February 2012."),
        ("29/02/2013", "There is no 29 February 2013."),
        ("0 Jan", "There is no 0 January."),
        ("Thu 14 Jan 2014", "14 Jan 2014 is a Tuesday, not a Thursday."),
        ("Thu 14 Jan", "14 Jan 2014 is a Tuesday, not a Thursday."),
        ("Jan 14", "In “Jan 14” the month comes first: write the day first, as in 14 Jan."),
    ],
)
def test_a_refused_date_says_why(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        parse_date(typed, MEETING_6)


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "Thursday", "14/01", "14 Ja", "January", "2013-1-4", "14/01-2013", "1٤ Jan", "²/1/2013"],
)
def test_what_is_not_a_date_is_refused_with_the_ways_to_write_one(typed: str) -> None:
    with pytest.raises(ValueError, match="14 January 2013"):
        parse_date(typed, MEETING_6)


@given(DAYS, DAYS)
def test_what_is_shown_can_be_typed(day: date, after: date) -> None:
    assert parse_date(show(day), after) == day
    assert parse_date(show_long(day), after) == day
    assert parse_date(day.isoformat(), after) == day


@given(DAYS.filter(lambda d: (d.month, d.day) != (2, 29)), DAYS)
def test_a_day_without_a_year_falls_in_the_year_after(day: date, after: date) -> None:
    found = parse_date(f"{day.day}/{day.month}/{day.year}", after)
    next_such = parse_date(show(found).rsplit(" ", 1)[0], after)
    assert after < next_such <= after + timedelta(days=366)
    assert (next_such.day, next_such.month) == (day.day, day.month)


@given(st.text(max_size=30), DAYS)
def test_any_text_gives_a_date_or_one_sentence(typed: str, after: date) -> None:
    said = ""
    try:
        parse_date(typed, after)
    except ValueError as refused:
        said = str(refused)
    assert said == "" or said.endswith(".")
