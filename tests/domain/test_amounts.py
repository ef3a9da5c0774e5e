"""Figures as people type and read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from boardtui.domain.amounts import amount, is_share, share, shown


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("73", "73"),
        ("73.5%", "73.5"),
        (" 1,204 ", "1204"),
        ("−3.5", "-3.5"),
        ("0.000001", "0.000001"),
        ("1,204,000.25", "1204000.25"),
    ],
)
def test_a_figure_is_read_exactly(typed: str, read: str) -> None:
    assert amount(typed) == Decimal(read)


@pytest.mark.parametrize(
    "typed", ["", "about 70", "1,20", "12,04", "1.2.3", "1e9", "NaN", "٧٣", "7 3", "1" * 13, "--3"]
)
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match="not a figure"):
        amount(typed)


@pytest.mark.parametrize(
    ("above", "below", "percent"), [(222, 300, "74.0"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 16, "6.3"), (0, 5, "0.0")]
)
def test_a_share_is_worked_out_to_one_place_half_up(above: int, below: int, percent: str) -> None:
    assert share(Decimal(above), Decimal(below)) == Decimal(percent)


def test_nothing_is_a_share_of_nothing() -> None:
    with pytest.raises(ValueError, match="denominator"):
        share(Decimal(3), Decimal(0))


@pytest.mark.parametrize(
    ("percent", "agrees"), [("37", True), ("36.5", True), ("36.54", True), ("36.6", False), ("36", False)]
)
def test_a_percentage_agrees_with_its_figures_to_the_places_it_was_written_with(percent: str, agrees: bool) -> None:
    assert is_share(Decimal(percent), Decimal(19), Decimal(52)) is agrees


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("73.0", "%", "73%"),
        ("22.45", "%", "22.5%"),
        ("1204", "", "1,204"),
        ("12", "days", "12 days"),
        ("-3.5", "%", "-3.5%"),
        ("-0.04", "%", "0%"),
        ("1", "days", "1 day"),
        ("100", "%", "100%"),
    ],
)
def test_a_figure_is_shown_with_its_unit_and_no_empty_decimals(value: str, unit: str, text: str) -> None:
    assert shown(Decimal(value), unit) == text
