"""Runway, projection and moves of an indicator (rule 8; DESIGN 2)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.indicators import Point, Polarity
from boardtui.domain.ratings import Direction
from boardtui.domain.trends import Runway, managed, months_between, moved_wrong, projection, runway, trend
from tests.domain.test_indicators import HIGH, LOW, ON_6, ON_12, months

D = Decimal


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2013, 5, 26), date(2013, 11, 26), Fraction(6)),
        (date(2013, 5, 20), date(2013, 11, 26), 6 + Fraction(6, 30)),
        (date(2013, 5, 20), date(2013, 5, 26), Fraction(6, 31)),
        (date(2012, 12, 31), date(2013, 2, 28), Fraction(2)),  # clamped, as rule 2 counts
        (date(2012, 1, 31), date(2012, 2, 29), Fraction(1)),
        (date(2012, 1, 31), date(2012, 2, 28), Fraction(28, 29)),
        (date(2012, 2, 29), date(2013, 2, 28), Fraction(12)),
        (date(2013, 1, 31), date(2013, 3, 30), 1 + Fraction(30, 31)),
        (date(2013, 5, 26), date(2013, 5, 26), Fraction(0)),
        (date(2013, 5, 27), date(2013, 5, 26), Fraction(0)),
    ],
)
def test_months_left_are_calendar_months_and_the_part_of_one(start: date, end: date, months: Fraction) -> None:
    assert months_between(start, end) == months


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 1000))
def test_a_day_later_never_leaves_more_months(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert months_between(start, end) >= months_between(start + timedelta(days=1), end)


def test_the_runway_is_to_the_target_in_hand_today() -> None:
    # 58 - 49 over three months; the day after its date, 76 - 49 over 6 months less a day
    assert runway(HIGH, months("49", last=date(2013, 1, 31)), date(2013, 2, 26)) == Runway(D(58), ON_6, D("3.0"), D(3))
    after = runway(HIGH, months("49"), ON_6 + timedelta(days=1))
    assert after is not None
    assert (after.target, after.on, after.months) == (D(76), ON_12, D("6.0"))


def test_where_low_is_good_the_change_needed_is_a_fall() -> None:
    assert runway(LOW, months("51", last=date(2013, 1, 31)), date(2013, 2, 26)) == Runway(D(42), ON_6, D("3.0"), D(-3))


def test_with_less_than_a_month_left_the_whole_gap_is_needed() -> None:
    left = runway(HIGH, months("49"), date(2013, 5, 20))
    assert left == Runway(D(58), ON_6, D("0.2"), D(9))


def test_nothing_is_needed_once_the_target_is_reached_or_its_date_has_come() -> None:
    assert runway(HIGH, months("58"), date(2013, 5, 20)) == Runway(D(58), ON_6, D("0.2"), None)
    assert runway(HIGH, months("49"), ON_6) == Runway(D(58), ON_6, D("0.0"), None)
    assert runway(HIGH, months("49"), date(2014, 3, 1)) == Runway(D(76), ON_12, D("0.0"), None)


def test_a_runway_without_a_value_names_the_months_only_and_without_a_target_is_none() -> None:
    assert runway(HIGH, [], date(2013, 2, 26)) == Runway(D(58), ON_6, D("3.0"), None)
    assert runway(replace(HIGH, target_6=None, on_12=None), months("49"), date(2013, 2, 26)) is None


def test_two_values_are_projected_along_their_line_and_one_is_not() -> None:
    two = [Point(date(2013, 3, 31), D(50)), Point(date(2013, 4, 30), D(53))]
    assert projection(two, date(2013, 5, 30)) == D(56)
    assert projection(two, date(2013, 3, 1)) == D(47)
    assert projection(two[:1], date(2013, 5, 30)) is None
    assert projection([], date(2013, 5, 30)) is None


def test_a_projection_is_least_squares_by_days_through_missing_months() -> None:
    # days 0, 10, 40 with 1, 2, 9: means 50/3 and 4; slope (20 + 360 - 3 × 50/3 × 4) / (1700 - 3 × 2500/9) = 27/130
    first = date(2013, 1, 31)
    points = [Point(first + timedelta(days=days), D(value)) for days, value in ((0, 1), (10, 2), (40, 9))]
    there = projection(points, first + timedelta(days=50))
    assert there is not None
    assert there.quantize(D("0.000001")) == D("10.923077")  # 4 + 27/130 × 100/3 = 142/13


def test_only_the_last_six_values_are_projected() -> None:
    six = months("50", "51", "52", "53", "54", "55")
    assert projection(months("0", "90", "50", "51", "52", "53", "54", "55"), ON_12) == projection(six, ON_12)


def test_a_projection_rests_on_restated_values_as_they_are_now() -> None:
    points = months("50", "53")
    assert projection([replace(points[0], first=D(10)), points[1]], ON_6) == projection(points, ON_6)


@given(
    st.integers(-50, 50), st.integers(-5, 5), st.sets(st.integers(0, 400), min_size=2, max_size=9), st.integers(0, 800)
)
def test_values_on_a_line_are_projected_onto_it_exactly(level: int, slope: int, days: set[int], ahead: int) -> None:
    start = date(2012, 2, 1)
    points = [Point(start + timedelta(days=day), D(level + slope * day)) for day in days]
    assert projection(points, start + timedelta(days=ahead)) == D(level + slope * ahead)


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ((), 0),
        (("50",), 0),
        (("50", "49"), 1),
        (("50", "50"), 0),
        (("50", "49", "48", "47"), 3),
        (("50", "49", "48", "47", "48"), 2),
        (("50", "49", "48", "49", "50", "51"), 0),
        (("50", None, "49", None, "48"), 2),
    ],
)
def test_wrong_moves_are_counted_among_the_last_three(values: tuple[str | None, ...], wrong: int) -> None:
    assert moved_wrong(Polarity.HIGH, months(*values)) == wrong
    turned = (None if value is None else str(-D(value)) for value in values)
    assert moved_wrong(Polarity.LOW, months(*turned)) == wrong


def test_moves_follow_the_periods_and_not_the_order_given() -> None:
    assert moved_wrong(Polarity.HIGH, months("50", "49", "48")[::-1]) == 2


def test_a_trend_needs_two_values() -> None:
    assert trend(Polarity.HIGH, months("50")) is None
    assert trend(Polarity.HIGH, months("50", "51")) is Direction.BETTER
    assert trend(Polarity.LOW, months("50", "51")) is Direction.WORSE
    assert trend(Polarity.LOW, months("50", None, "50.0")) is Direction.SAME


def test_what_was_managed_is_the_average_of_the_last_six_values_by_months() -> None:
    assert managed(months("0", "50", "51", "58", "53", "54", "60")) == (D(2), date(2012, 11, 30))
    assert managed(months("50", None, None, "53")) == (D(1), date(2013, 1, 31))
    assert managed(months("50")) is None
