"""Papers, agenda and draft minutes are due so many working days before a meeting and after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.bank_holidays import no_working_day
from boardtui.domain.deadlines import (
    DeadlineRule,
    Deadlines,
    clear_days_before,
    deadlines,
    next_deadline,
    working_days_after,
)
from boardtui.domain.states import MeetingState

THURSDAY = date(2013, 6, 27)


def test_five_clear_days_leave_out_the_day_it_goes_out_and_the_day_of_the_meeting() -> None:
    assert clear_days_before(THURSDAY, 5) == date(2013, 6, 19)


def test_no_clear_day_is_the_working_day_before() -> None:
    assert clear_days_before(date(2013, 6, 24), 0) == date(2013, 6, 21)


def test_bank_holidays_and_weekends_are_passed_over() -> None:
    assert clear_days_before(date(2013, 5, 28), 1) == date(2013, 5, 23)
    assert working_days_after(date(2013, 5, 24), 1) == date(2013, 5, 28)


def test_the_boards_own_closed_days_are_passed_over() -> None:
    own = {date(2013, 6, 21): "Polling", date(2013, 7, 1): "Move"}
    rule = DeadlineRule(papers=4, agenda=3, minutes=2, own=own)
    assert deadlines(THURSDAY, rule) == Deadlines(date(2013, 6, 19), date(2013, 6, 20), date(2013, 7, 2))


def test_no_working_day_after_is_the_day_of_the_meeting_itself() -> None:
    assert working_days_after(THURSDAY, 0) == THURSDAY


@given(st.dates(date(2012, 1, 1), date(2038, 1, 1)), st.integers(0, 60))
def test_a_deadline_is_a_working_day_with_just_so_many_between(day: date, count: int) -> None:
    due = clear_days_before(day, count)
    between = [due + timedelta(n) for n in range(1, (day - due).days)]
    assert no_working_day(due) is None
    assert sum(no_working_day(one) is None for one in between) == count


@pytest.mark.parametrize(
    ("state", "today", "ahead"),
    [
        (MeetingState.PLANNED, date(2013, 6, 14), ("papers", date(2013, 6, 14))),
        (MeetingState.PLANNED, date(2013, 6, 15), ("agenda", date(2013, 6, 19))),
        (MeetingState.PLANNED, date(2013, 6, 20), ("agenda", date(2013, 6, 19))),
        (MeetingState.AGENDA_ISSUED, date(2013, 6, 20), None),
        (MeetingState.DRAFT, date(2013, 6, 28), ("draft minutes", date(2013, 7, 11))),
        (MeetingState.WITH_CHAIR, date(2013, 6, 28), None),
    ],
)
def test_what_is_to_be_ready_next(state: MeetingState, today: date, ahead: tuple[str, date] | None) -> None:
    assert next_deadline(state, deadlines(THURSDAY, DeadlineRule()), today) == ahead
