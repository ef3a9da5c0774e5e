"""Trajectories, targets in hand and the status of an indicator (rule 8; N 7.3)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.indicators import (
    Basis,
    Frequency,
    IndicatorState,
    Measure,
    Point,
    Polarity,
    expected,
    indicator_state,
    reaches,
    reported,
    target_in_hand,
)

START, ON_6, ON_12 = date(2012, 11, 26), date(2013, 5, 26), date(2013, 11, 26)
TODAY = date(2013, 5, 20)
D = Decimal


def measure(polarity: Polarity = Polarity.HIGH, tolerance: str = "0") -> Measure:
    """Return a measure from 40 to 58 (181 days) and 76 (184 days); where low is good, from 60 to 42 and 24."""
    ends = ("40", "58", "76") if polarity is Polarity.HIGH else ("60", "42", "24")
    baseline, half, whole = (D(end) for end in ends)
    return Measure(
        polarity, Frequency.MONTHLY, Basis.IN_MONTH, 15, baseline, START, half, ON_6, whole, ON_12, D(tolerance)
    )


HIGH, LOW = measure(), measure(Polarity.LOW)


def months(*values: str | None, last: date = date(2013, 4, 30)) -> list[Point]:
    """Return monthly values of which the last is for `last`; None leaves a month out."""
    points: list[Point] = []
    end = last
    for value in reversed(values):
        if value is not None:
            points.insert(0, Point(end, D(value)))
        end = end.replace(day=1) - timedelta(days=1)
    return points


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2012, 11, 1), "40"),
        (START, "40"),
        (ON_6, "58"),
        (ON_12, "76"),
        (date(2014, 2, 28), "76"),
        (date(2013, 8, 26), "67"),  # 92 of 184 days
    ],
)
def test_the_trajectory_is_held_before_and_after_and_straight_between(on: date, value: str) -> None:
    assert expected(HIGH, on) == D(value)


def test_the_trajectory_runs_by_days_and_not_by_months() -> None:
    there = expected(HIGH, date(2013, 2, 28))  # 94 of 181 days
    assert there is not None
    assert there.quantize(D("0.0001")) == D("49.3481")


def test_a_leap_day_counts_as_a_day() -> None:
    leap = replace(
        HIGH,
        baseline_on=date(2012, 1, 31),
        on_6=date(2012, 3, 31),
        baseline=D(0),
        target_6=D(60),
        on_12=date(2013, 1, 31),
    )
    assert expected(leap, date(2012, 2, 29)) == D(29)
    assert expected(leap, date(2012, 3, 1)) == D(30)


def test_without_a_6_month_target_the_line_runs_to_the_12_month_one() -> None:
    straight = replace(HIGH, target_6=None, on_12=START + timedelta(days=360))
    assert expected(straight, START + timedelta(days=90)) == D(49)


def test_without_a_12_month_target_the_6_month_one_stays() -> None:
    half = replace(HIGH, target_12=None)
    assert expected(half, ON_6) == expected(half, ON_12) == D(58)
    assert target_in_hand(half, ON_12) == (D(58), ON_6)


def test_without_a_baseline_there_is_no_trajectory_until_the_two_targets_make_one() -> None:
    bare = replace(HIGH, baseline=None)
    assert expected(bare, date(2013, 4, 30)) is None
    assert expected(bare, ON_6) == D(58)
    assert expected(bare, date(2013, 8, 26)) == D(67)


@pytest.mark.parametrize(
    "alone",
    [replace(HIGH, on_6=None, on_12=None), replace(HIGH, target_6=None, target_12=None)],
    ids=["dates", "targets"],
)
def test_a_baseline_alone_is_no_trajectory(alone: Measure) -> None:
    assert expected(alone, TODAY) is None


def test_the_6_month_target_is_in_hand_up_to_and_including_its_date() -> None:
    assert target_in_hand(HIGH, ON_6) == (D(58), ON_6)
    assert target_in_hand(HIGH, ON_6 + timedelta(days=1)) == (D(76), ON_12)
    assert target_in_hand(HIGH, date(2015, 1, 1)) == (D(76), ON_12)
    assert target_in_hand(replace(HIGH, target_6=None), START) == (D(76), ON_12)
    assert target_in_hand(replace(HIGH, target_6=None, on_12=None), START) is None


@pytest.mark.parametrize(("polarity", "better"), [(Polarity.HIGH, "58.1"), (Polarity.LOW, "57.9")])
def test_equal_is_reached_and_polarity_says_what_is_better(polarity: Polarity, better: str) -> None:
    assert reaches(polarity, D("58"), D("58.0"))
    assert reaches(polarity, D(better), D(58))
    assert not reaches(polarity, D(58), D(better))


def test_figures_of_any_length_are_compared_exactly() -> None:
    a_hair_more = D("58." + "0" * 59 + "1")
    for figure in (a_hair_more, Fraction(a_hair_more)):
        assert reaches(Polarity.HIGH, figure, D(58))
        assert not reaches(Polarity.LOW, figure, D(58))
        assert not reaches(Polarity.HIGH, D(58), figure)


# On 30 Apr 2013, 155 of 181 days: 40 + 18 × 155/181 = 55.4143…; where low is good 60 - 15.4143… = 44.5856…
@pytest.mark.parametrize(
    ("high", "low", "state"),
    [
        ("58", "42", IndicatorState.MET),
        ("57.99", "42.01", IndicatorState.ON_TRAJECTORY),
        ("55.42", "44.58", IndicatorState.ON_TRAJECTORY),
        ("55.41", "44.59", IndicatorState.WITHIN_TOLERANCE),
        ("53.42", "46.58", IndicatorState.WITHIN_TOLERANCE),
        ("53.41", "46.59", IndicatorState.OFF_TRAJECTORY),
    ],
)
def test_one_value_is_judged_at_the_end_of_its_period(high: str, low: str, state: IndicatorState) -> None:
    assert indicator_state(measure(tolerance="2"), months(high), TODAY) is state
    assert indicator_state(measure(Polarity.LOW, "2"), months(low), TODAY) is state


def test_a_miss_of_exactly_the_tolerance_is_within_it() -> None:
    line = replace(measure(tolerance="2"), on_6=START + timedelta(days=180), on_12=None)
    end = START + timedelta(days=90)  # 49 is expected
    at = replace(line, lag_days=60)
    assert indicator_state(at, [Point(end, D("47"))], end) is IndicatorState.WITHIN_TOLERANCE
    assert indicator_state(at, [Point(end, D("46.9999"))], end) is IndicatorState.OFF_TRAJECTORY


def test_a_value_is_compared_with_the_exact_line_and_not_with_a_rounded_one() -> None:
    line = replace(HIGH, baseline=D(0), target_6=D(1), on_6=START + timedelta(days=3), on_12=None)
    day = START + timedelta(days=1)
    assert (
        indicator_state(line, [Point(day, D("0.3333333333333333333333333333"))], day) is IndicatorState.OFF_TRAJECTORY
    )
    assert indicator_state(line, [Point(day, D("0.3333333333333333333333333334"))], day) is IndicatorState.ON_TRAJECTORY


def test_a_value_after_the_6_month_date_is_judged_by_the_12_month_target() -> None:
    may = [Point(date(2013, 5, 31), D(60))]
    assert indicator_state(HIGH, may, date(2013, 6, 20)) is IndicatorState.ON_TRAJECTORY
    assert indicator_state(HIGH, months("60"), TODAY) is IndicatorState.MET


def test_after_the_last_date_short_of_the_target_is_off_trajectory() -> None:
    late = [Point(date(2013, 12, 31), D("75.9"))]
    assert indicator_state(HIGH, late, date(2014, 1, 20)) is IndicatorState.OFF_TRAJECTORY


@pytest.mark.parametrize(
    ("values", "state"),
    [
        (("50", "49", "48", "48.5"), IndicatorState.FAILING),  # two of three
        (("50", "51", "50", "49"), IndicatorState.FAILING),
        (("50", "49", "49", "49.5"), IndicatorState.OFF_TRAJECTORY),  # unchanged is no wrong move
        (("52", "51", "50", "51", "52", "51"), IndicatorState.OFF_TRAJECTORY),  # older moves do not count
        (("50", "49"), IndicatorState.OFF_TRAJECTORY),
        (("50", "49", "48"), IndicatorState.FAILING),  # two moves, both wrong
        (("50", None, "49", None, None, "48"), IndicatorState.FAILING),  # missing months make no move
        (("60", "57", "55.5"), IndicatorState.ON_TRAJECTORY),  # falling, and still on trajectory
    ],
)
def test_failing_is_off_trajectory_and_wrong_in_two_of_the_last_three_moves(
    values: tuple[str | None, ...], state: IndicatorState
) -> None:
    assert indicator_state(HIGH, months(*values), TODAY) is state
    turned = [None if value is None else str(100 - D(value)) for value in values]
    assert indicator_state(LOW, months(*turned), TODAY) is state


def test_without_a_baseline_only_the_target_is_green() -> None:
    bare = replace(HIGH, baseline_on=None)
    assert indicator_state(bare, months("58"), TODAY) is IndicatorState.MET
    assert indicator_state(bare, months("57.9"), TODAY) is IndicatorState.OFF_TRAJECTORY
    assert indicator_state(bare, months("57.9", "57.8", "57.7"), TODAY) is IndicatorState.FAILING


def test_no_value_or_no_target_is_no_data() -> None:
    assert indicator_state(HIGH, [], TODAY) is IndicatorState.NO_DATA
    bare = replace(HIGH, target_6=None, target_12=None)
    assert indicator_state(bare, months("99"), TODAY) is IndicatorState.NO_DATA


def test_a_good_value_turns_to_no_data_on_the_day_the_next_one_is_due() -> None:
    march = months("99", last=date(2013, 3, 31))
    assert indicator_state(HIGH, march, date(2013, 5, 14)) is IndicatorState.MET
    assert indicator_state(HIGH, march, date(2013, 5, 15)) is IndicatorState.NO_DATA


def test_between_periods_is_not_no_data() -> None:
    quarterly = replace(HIGH, frequency=Frequency.QUARTERLY, lag_days=30)
    march = months("99", last=date(2013, 3, 31))
    assert indicator_state(quarterly, march, date(2013, 7, 29)) is IndicatorState.MET
    assert indicator_state(quarterly, march, date(2013, 7, 30)) is IndicatorState.NO_DATA


def test_a_period_that_has_not_ended_does_not_count() -> None:
    ahead = [*months("50"), Point(date(2013, 5, 31), D(99))]
    assert indicator_state(HIGH, ahead, TODAY) is IndicatorState.OFF_TRAJECTORY
    assert indicator_state(HIGH, ahead[1:], TODAY) is IndicatorState.NO_DATA
    assert reported(ahead, TODAY) == tuple(ahead[:1])
    assert reported(ahead, date(2013, 5, 31)) == tuple(ahead)


def test_a_restated_value_is_judged_on_what_is_said_now() -> None:
    restated = [Point(date(2013, 4, 30), D("50"), first=D("60"))]
    assert indicator_state(HIGH, restated, TODAY) is IndicatorState.OFF_TRAJECTORY


def test_the_order_of_the_values_does_not_matter() -> None:
    values = months("50", "49", "48")
    assert indicator_state(HIGH, values[::-1], TODAY) is IndicatorState.FAILING


VALUES = st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=8)


@given(VALUES, st.decimals(0, 5, places=1))
def test_both_polarities_mirror_each_other(values: list[Decimal], tolerance: Decimal) -> None:
    points = months(*(str(value) for value in values))
    mirrored = [Point(point.period, 100 - point.value) for point in points]
    high, low = replace(HIGH, tolerance=tolerance), replace(LOW, tolerance=tolerance)
    assert indicator_state(high, points, TODAY) is indicator_state(low, mirrored, TODAY)


@given(VALUES, st.decimals("0.1", 20, places=1))
def test_a_better_latest_value_never_stands_worse(values: list[Decimal], more: Decimal) -> None:
    points = months(*(str(value) for value in values))
    better = [*points[:-1], replace(points[-1], value=points[-1].value + more)]
    order = list(IndicatorState)
    before, after = (order.index(indicator_state(HIGH, each, TODAY)) for each in (points, better))
    assert after <= before


@given(st.dates(START, ON_12))
def test_the_trajectory_never_leaves_its_ends(on: date) -> None:
    there = expected(HIGH, on)
    assert there is not None
    assert D(40) <= there <= D(76)
