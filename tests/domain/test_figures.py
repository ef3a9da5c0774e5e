"""Figures with their unit, as a sentence writes them."""

from decimal import Decimal

import pytest

from boardtui.domain.figures import difference, figure, rounded

D = Decimal


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("61.0", "%", "61%"),
        ("61.25", "%", "61.25%"),
        ("-0.0", "%", "0%"),
        ("1250", "£", "£1,250"),
        ("-5", "£", "-£5"),
        ("1", "days", "1 day"),
        ("1.5", "day", "1.5 days"),
        ("2", "child", "2 children"),
        ("312", "per 10,000", "312 per 10,000"),
        ("7", "", "7"),
    ],
)
def test_a_value_is_written_with_its_unit(value: str, unit: str, written: str) -> None:
    assert figure(D(value), unit) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("-6.44", "%", "6.4 percentage points"),
        ("6.45", "%", "6.5 percentage points"),
        ("0.96", "%", "1 percentage point"),
        ("0.04", "%", "less than 0.1 percentage points"),
        ("0", "%", "0 percentage points"),
        ("-1", "days", "1 day"),
        ("12", "days", "12 days"),
    ],
)
def test_a_difference_has_no_sign_and_percentages_are_points_apart(value: str, unit: str, written: str) -> None:
    assert difference(D(value), unit) == written


def test_rounding_is_half_up_as_people_do() -> None:
    assert [rounded(D(value)) for value in ("0.25", "0.35", "-0.25")] == [D("0.3"), D("0.4"), D("-0.3")]
