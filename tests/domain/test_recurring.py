"""Duties that come again and again (rule 2; N 8.1, C 2.11)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.recurring import Occurrence, in_words, occurrences, ref_of, renumbered, title_of

COMMENCED = date(2012, 11, 26)


def days(counted_from: date, months: int, repeats: int | None, today: date, until: date | None = None) -> list[date]:
    return [one.due for one in occurrences(counted_from, months, repeats, until, today)]


def test_the_chair_reports_every_six_months_after_the_first_year_n_8_1() -> None:
    assert days(COMMENCED, 12, 6, date(2014, 6, 1)) == [
        date(2013, 11, 26),
        date(2014, 5, 26),
        date(2014, 11, 26),
    ]


def test_each_time_is_counted_from_the_anchor_and_never_from_a_clamped_one() -> None:
    assert days(date(2011, 8, 31), 6, 6, date(2013, 3, 1)) == [
        date(2012, 2, 29),
        date(2012, 8, 31),
        date(2013, 2, 28),
        date(2013, 8, 31),
    ]


def test_a_leap_day_comes_back_in_a_leap_year() -> None:
    assert days(date(2012, 2, 29), 12, 12, date(2015, 6, 1)) == [
        date(2013, 2, 28),
        date(2014, 2, 28),
        date(2015, 2, 28),
        date(2016, 2, 29),
    ]


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2019, 6, 28), date(2019, 12, 28)),
        (date(2019, 12, 27), date(2019, 12, 28)),
        (date(2019, 12, 28), date(2020, 6, 28)),
        (date(2020, 6, 27), date(2020, 6, 28)),
        (date(2020, 6, 28), date(2020, 12, 28)),
    ],
)
def test_the_commissioners_reports_are_listed_to_the_first_after_today_c_2_11(today: date, last: date) -> None:
    assert days(date(2019, 6, 28), 6, 6, today)[-1] == last


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2013, 11, 25), []),
        (date(2013, 11, 26), [date(2013, 11, 26)]),
        (date(2014, 5, 25), [date(2013, 11, 26)]),
        (date(2014, 5, 26), [date(2013, 11, 26), date(2014, 5, 26)]),
    ],
)
def test_nothing_falls_due_after_lifting(until: date, expected: list[date]) -> None:
    assert days(COMMENCED, 12, 6, date(2015, 1, 1), until) == expected


def test_a_duty_that_does_not_come_again_falls_due_once() -> None:
    assert days(COMMENCED, 2, None, date(2020, 1, 1)) == [date(2013, 1, 26)]
    assert days(COMMENCED, 2, 0, date(2020, 1, 1)) == [date(2013, 1, 26)]


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 24), st.integers(1, 24), st.integers(0, 3000))
def test_exactly_one_time_lies_after_today(anchor: date, months: int, repeats: int, later: int) -> None:
    today = anchor + timedelta(days=later)
    found = occurrences(anchor, months, repeats, None, today)
    assert sum(one.due > today for one in found) == 1
    assert [one.months for one in found] == [months + n * repeats for n in range(len(found))]
    assert all(one.due.day == anchor.day or (one.due + timedelta(days=1)).day == 1 for one in found)


AFTER_18 = Occurrence(18, date(2014, 5, 26))


@pytest.mark.parametrize(
    ("ref", "named"),
    [
        ("N 8.1 12-month report", "N 8.1 18-month report"),
        ("N 8.1 twelve-month report", "N 8.1 eighteen-month report"),
        ("N 8.1 Twelve months on", "N 8.1 Eighteen months on"),
        ("N 8.1 report", "N 8.1 report May 2014"),
        ("N 8.1 report Nov 2013", "N 8.1 report May 2014"),
        ("N 12 monthly figures", "N 12 monthly figures May 2014"),
        ("N 8.1 112-month report", "N 8.1 112-month report May 2014"),
    ],
)
def test_a_later_time_is_named_by_its_months_or_by_the_month_it_is_due(ref: str, named: str) -> None:
    assert ref_of(ref, 12, AFTER_18) == named


def test_a_later_time_is_entitled_likewise() -> None:
    assert title_of("Chair's 12-month progress report", 12, AFTER_18) == "Chair's 18-month progress report"
    assert title_of("Report to the Minister", 12, AFTER_18) == "Report to the Minister (May 2014)"
    assert title_of("Report to the Minister (Nov 2013)", 12, AFTER_18) == "Report to the Minister (May 2014)"
    assert renumbered("Six-weekly", 6, AFTER_18) is None


def test_months_are_written_in_words_below_a_hundred() -> None:
    assert [in_words(n) for n in (6, 12, 20, 24, 99, 100)] == [
        "six",
        "twelve",
        "twenty",
        "twenty-four",
        "ninety-nine",
        "100",
    ]
