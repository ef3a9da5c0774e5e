"""The performance dataset: indicators entered, values month by month, restated with a reason (N 7.3, rule 8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import indicators as service
from boardtui.services.desk import Desk
from boardtui.store.reading.indicators import indicator, indicators

VISITS: dict[str, Any] = {
    "ref": "I1",
    "title": "Visits made in time",
    "baseline": "70",
    "baseline_on": date(2012, 10, 31),
    "target_6": "85%",
    "target_12": "95",
    "lag_days": 14,
    "lead": "DCS",
    "lines": ["1.1"],
    "requirements": ["N 5.7"],
}


@pytest.fixture
def dataset(small: Desk) -> Desk:
    """Return the small Board's desk on 21 Feb 2013, with one indicator in it."""
    small.do(lambda work: service.add_indicator(work, **VISITS))
    return small


def enter(desk: Desk, month: int, value: str | None = None, year: int = 2013, **more: Any) -> None:
    desk.do(lambda work: service.add_value(work, "I1", date(year, month, 1), value, **more))


def seen(desk: Desk, today: date | None = None) -> Indicator:
    return desk.read(lambda db: indicator(db, "i1", today or desk.today))


def test_an_indicator_knows_its_targets_dates_from_the_commencement(dataset: Desk) -> None:
    found = seen(dataset)
    assert (found.measure.on_6, found.measure.on_12) == (date(2013, 5, 26), date(2013, 11, 26))
    assert (found.measure.target_6, found.lead) == (Decimal(85), "DCS")
    assert (found.lines, found.requirements) == (("1.1",), ("N 5.7",))


def test_an_indicator_without_a_value_has_no_data(dataset: Desk) -> None:
    assert seen(dataset).state is IndicatorState.NO_DATA
    assert seen(dataset).analysis


def test_a_value_is_kept_for_the_end_of_its_period_with_the_meeting_that_saw_it(dataset: Desk) -> None:
    enter(dataset, 1, "76", on=date(2013, 2, 12))
    (value,) = seen(dataset).values
    assert (value.period, value.value, value.seen_at) == (date(2013, 1, 31), Decimal(76), 2)
    assert not value.restated


def test_a_percentage_is_worked_out_from_its_numerator_and_denominator(dataset: Desk) -> None:
    enter(dataset, 1, numerator="222", denominator="300")
    (value,) = seen(dataset).values
    assert (value.value, value.numerator, value.denominator) == (Decimal("74.0"), Decimal(222), Decimal(300))


@pytest.mark.parametrize("said", ["74", "74.0", "74.00"])
def test_a_percentage_that_agrees_with_its_figures_is_kept_as_given(dataset: Desk, said: str) -> None:
    enter(dataset, 1, said, numerator="222", denominator="300")
    assert seen(dataset).values[0].value == Decimal(said)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"value": "75", "numerator": "222", "denominator": "300"}, "222 of 300 is 74%, not 75%"),
        ({"numerator": "3", "denominator": "0"}, "denominator must be above 0"),
        ({"value": "many"}, "not a figure"),
        ({}, "value is missing"),
        ({"value": "75", "meeting": 9}, "no meeting 9"),
    ],
)
def test_a_figure_that_cannot_be_right_is_refused_and_nothing_is_saved(
    dataset: Desk, given: dict[str, Any], says: str
) -> None:
    with pytest.raises(BoardError, match=says):
        enter(dataset, 1, **given)
    assert seen(dataset).values == ()


def test_a_period_that_has_not_ended_is_refused(dataset: Desk) -> None:
    for month, named in ((2, "Feb"), (3, "Mar")):
        with pytest.raises(BoardError, match=f"{named} 2013 has not ended yet"):
            enter(dataset, month, "80")


def test_a_restatement_needs_a_reason_and_keeps_what_was_first_reported(dataset: Desk) -> None:
    enter(dataset, 12, "84", 2012, on=date(2013, 1, 8))
    with pytest.raises(BoardError, match="was reported as 84%"):
        enter(dataset, 12, "81", 2012)
    enter(dataset, 12, "81", 2012, because="Visits counted twice", on=date(2013, 2, 20))
    (value,) = seen(dataset).values
    assert (value.value, value.first, value.because) == (Decimal(81), Decimal(84), "Visits counted twice")
    assert (value.first_seen_at, value.seen_at) == (1, 2)


def test_the_same_figure_again_is_no_restatement(dataset: Desk) -> None:
    enter(dataset, 12, "84", 2012)
    with pytest.raises(BoardError, match="84% already"):
        enter(dataset, 12, "84.0", 2012, because="to be sure")


def test_a_missing_month_is_named_and_the_next_one_is_judged(dataset: Desk) -> None:
    enter(dataset, 11, "72", 2012)
    enter(dataset, 1, "71")
    found = seen(dataset)
    assert found.missing == (date(2012, 10, 31), date(2012, 12, 31))
    assert found.state is IndicatorState.OFF_TRAJECTORY
    assert found.trend == "worse"


def test_a_value_can_be_taken_back(dataset: Desk) -> None:
    from boardtui.services import undo

    enter(dataset, 1, "76")
    dataset.do(undo.undo)
    assert seen(dataset).values == ()


def test_an_indicator_can_be_changed_and_its_links_replaced(dataset: Desk) -> None:
    dataset.do(lambda work: service.edit_indicator(work, "I1", target_12="97", lines=["1.2"], requirements=[]))
    found = seen(dataset)
    assert (found.measure.target_12, found.lines, found.requirements) == (Decimal(97), ("1.2",), ())


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"polarity": "sideways"}, "no polarity"),
        ({"lag_days": 999}, "cannot be right"),
        ({"target_6": "lots"}, "not a figure"),
        ({"six_on": date(2012, 1, 1)}, "out of order"),
    ],
)
def test_an_indicator_that_cannot_be_right_is_refused(dataset: Desk, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(BoardError, match=says):
        dataset.do(lambda work: service.edit_indicator(work, "I1", **changes))


@pytest.mark.parametrize("ref", ["I1", "1", "X1", "I 2", ""])
def test_a_reference_is_of_its_own_kind_and_used_once(dataset: Desk, ref: str) -> None:
    with pytest.raises(BoardError):
        dataset.do(lambda work: service.add_indicator(work, ref=ref, title="Another"))
    assert [one.ref for one in dataset.read(lambda db: indicators(db, dataset.today))] == ["I1"]


def test_an_unknown_indicator_is_not_found(dataset: Desk) -> None:
    with pytest.raises(NotFoundError):
        dataset.do(lambda work: service.add_value(work, "I9", date(2013, 1, 1), "3"))
    with pytest.raises(NotFoundError):
        dataset.read(lambda db: indicator(db, "I9", dataset.today))
