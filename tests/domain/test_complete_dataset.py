"""Every indicator with its baseline and both targets (N 7.3)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.checks import CheckState
from boardtui.domain.complete_dataset import Entered, dataset_check

OCT = date(2012, 10, 31)
WHOLE = Entered("I1", "78", OCT, "92", "97")


def test_n_7_3_complete_indicators_are_met() -> None:
    check = dataset_check([WHOLE, Entered("I2", "0", OCT, "0", "0")])
    assert (check.ref, check.check) == ("N 7.3", "Every indicator has a baseline and both targets")
    assert (check.state, check.reason) == (
        CheckState.MET,
        "2 indicators, each with a baseline, a 6-month and a 12-month target.",
    )


@pytest.mark.parametrize(
    ("entered", "lacks"),
    [
        (Entered("I2", None, None, "92", "97"), "a baseline"),
        (Entered("I2", "78", None, "92", "97"), "the date of its baseline"),
        (Entered("I2", "78", OCT, None, "97"), "a 6-month target"),
        (Entered("I2", "78", OCT, "92", None), "a 12-month target"),
        (Entered("I2"), "a baseline, a 6-month target and a 12-month target"),
    ],
)
def test_n_7_3_an_indicator_that_lacks_something_is_not_met_and_named(entered: Entered, lacks: str) -> None:
    check = dataset_check([WHOLE, entered])
    assert check.state == CheckState.NOT_MET
    assert check.reason == f"1 of 2 indicators incomplete: I2 lacks {lacks}."


def test_n_7_3_a_dataset_without_indicators_is_not_met() -> None:
    check = dataset_check([])
    assert (check.state, check.reason) == (CheckState.NOT_MET, "The dataset has no indicator yet.")
