"""Dated duties (rule 2; N 5.7, 6.2, 7.3, 8.1, 8.2)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.obligations import (
    Binds,
    ObligationState,
    add_months,
    obligation_state,
    paragraph,
    send_by,
    source_code,
)
from boardtui.domain.standard_duties import commissioner_duties, notice_duties, standard_duties
from boardtui.domain.states import InstrumentKind
from boardtui.domain.working_days import closed_because

COMMENCED = date(2012, 11, 26)
DUE = date(2013, 5, 26)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (COMMENCED, 2, date(2013, 1, 26)),
        (COMMENCED, 6, DUE),
        (date(2012, 12, 31), 2, date(2013, 2, 28)),
        (date(2011, 12, 31), 2, date(2012, 2, 29)),
        (date(2012, 2, 29), 12, date(2013, 2, 28)),
        (date(2012, 8, 31), 1, date(2012, 9, 30)),
        (date(2012, 12, 31), 0, date(2012, 12, 31)),
        (date(2012, 8, 31), 6, date(2013, 2, 28)),
        (date(2011, 8, 31), 6, date(2012, 2, 29)),
        (date(2011, 8, 31), 12, date(2012, 8, 31)),
        (date(2012, 2, 29), 48, date(2016, 2, 29)),
        (date(1999, 8, 31), 6, date(2000, 2, 29)),
        (date(2099, 8, 31), 6, date(2100, 2, 28)),
        (date(2012, 10, 31), 2, date(2012, 12, 31)),
        (date(2013, 1, 31), -2, date(2012, 11, 30)),
    ],
)
def test_months_are_calendar_months_clamped_at_their_end(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_months_land_in_the_right_month(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("due", "send"),
    [
        (date(2013, 5, 10), date(2013, 5, 10)),
        (date(2013, 5, 11), date(2013, 5, 10)),
        (date(2013, 5, 12), date(2013, 5, 10)),
        (DUE, date(2013, 5, 24)),
        (date(2013, 4, 1), date(2013, 3, 28)),  # Easter Monday, and Good Friday before it
        (date(2013, 5, 6), date(2013, 5, 3)),  # the Monday of the May bank holiday
        (date(2012, 6, 5), date(2012, 6, 1)),  # the jubilee, and the moved spring bank holiday before it
        (date(2012, 5, 28), date(2012, 5, 28)),  # where that bank holiday would have been
        (date(2011, 12, 27), date(2011, 12, 23)),  # Christmas Day 2011 was a Sunday
        (date(2010, 12, 28), date(2010, 12, 24)),  # and in 2010 a Saturday: two substitutes
        (date(2013, 1, 1), date(2012, 12, 31)),
        (date(2013, 1, 2), date(2013, 1, 2)),  # a bank holiday in Scotland only
    ],
)
def test_what_is_due_on_a_weekend_or_bank_holiday_is_sent_on_the_working_day_before(due: date, send: date) -> None:
    assert send_by(due) == send


def test_other_closed_days_can_be_passed_in() -> None:
    assert send_by(date(2013, 4, 1), closed_because) == date(2013, 3, 28)
    assert send_by(date(2013, 5, 10), lambda day: "Closed" if day.day == 10 else None) == date(2013, 5, 9)


@pytest.mark.parametrize(
    ("days_to_go", "state"),
    [
        (29, ObligationState.NOT_YET_DUE),
        (28, ObligationState.DUE_SOON),
        (0, ObligationState.DUE_SOON),
        (-1, ObligationState.OVERDUE),
    ],
)
def test_a_duty_not_done_is_judged_by_the_days_it_has_left(days_to_go: int, state: ObligationState) -> None:
    assert obligation_state(DUE, None, DUE - timedelta(days=days_to_go)) is state


@pytest.mark.parametrize(("days", "state"), [(0, ObligationState.MET), (1, ObligationState.MET_LATE)])
def test_a_duty_done_on_its_day_is_met_and_a_day_after_is_late(days: int, state: ObligationState) -> None:
    met_on = DUE + timedelta(days=days)
    assert obligation_state(DUE, met_on, DUE + timedelta(days=30)) is state


def test_what_is_met_tomorrow_is_not_met_today() -> None:
    assert obligation_state(DUE, DUE, DUE - timedelta(days=1)) is ObligationState.DUE_SOON


def test_what_does_not_apply_is_never_overdue_and_what_was_met_stays_met() -> None:
    late = DUE + timedelta(days=9)
    assert obligation_state(DUE, None, late, not_applicable="Lifted") is ObligationState.NOT_APPLICABLE
    assert obligation_state(DUE, DUE, late, not_applicable="Lifted") is ObligationState.MET


def test_a_duty_without_a_date_is_not_yet_due_until_it_is_met() -> None:
    assert obligation_state(None, None, DUE) is ObligationState.NOT_YET_DUE
    assert obligation_state(None, DUE, DUE) is ObligationState.MET


def test_a_duty_that_has_not_started_is_not_yet_due() -> None:
    assert obligation_state(DUE, None, DUE, starts=DUE + timedelta(days=1)) is ObligationState.NOT_YET_DUE
    assert obligation_state(DUE, None, DUE, starts=DUE) is ObligationState.DUE_SOON


def test_a_duty_names_its_paragraph_and_its_source() -> None:
    assert paragraph("N 8.1 initial report") == "N 8.1"
    assert paragraph("first report", "N 8.1") == "N 8.1"
    assert (source_code("O 3.10"), source_code("C 2.11 6-month report")) == ("O", "C")


def test_a_notice_brings_its_dated_duties_n_5_7_6_2_7_3_8_1_8_2() -> None:
    due = {duty.ref: duty.due for duty in notice_duties(COMMENCED, date(2012, 11, 30))}
    assert due == {
        "N 5.7 file audit": date(2013, 1, 26),
        "N 6.2 safeguarding board review": date(2012, 11, 30),
        "N 7.2 six-weekly meetings": None,
        "N 7.3 targets agreed": None,
        "N 7.3 targets at 6 months": date(2013, 5, 26),
        "N 7.3 targets at 12 months": date(2013, 11, 26),
        "N 8.1 initial report": date(2013, 1, 26),
        "N 8.1 6-month report": date(2013, 5, 26),
        "N 8.1 12-month report": date(2013, 11, 26),
        "N 8.1 external validation": None,
        "N 8.2 Leader's 6-month report": date(2013, 5, 26),
        "N 8.2 Leader's 12-month report": date(2013, 11, 26),
        "N 8.2 6-month review": date(2013, 5, 26),
        "N 8.2 12-month review": date(2013, 11, 26),
    }


def test_a_notice_of_the_last_day_of_august_is_clamped_in_february_only_n_8_1() -> None:
    due = {duty.ref: duty.due for duty in notice_duties(date(2011, 8, 31))}
    assert due["N 8.1 initial report"] == date(2011, 10, 31)
    assert due["N 8.1 6-month report"] == date(2012, 2, 29)
    assert due["N 8.1 12-month report"] == date(2012, 8, 31)


def test_a_notice_of_new_years_eve_is_audited_by_the_end_of_february_n_5_7() -> None:
    assert notice_duties(date(2012, 12, 31))[0].due == date(2013, 2, 28)


def test_the_safeguarding_board_review_waits_for_its_own_day_n_6_2() -> None:
    (review,) = (duty for duty in notice_duties(COMMENCED) if duty.paragraph == "N 6.2")
    assert (review.due, review.months) == (None, None)
    assert "enter it" in review.note
    (review,) = (duty for duty in notice_duties(COMMENCED, date(2012, 11, 30)) if duty.paragraph == "N 6.2")
    assert (review.due, review.note) == (date(2012, 11, 30), "")


def test_only_the_twelve_month_report_of_the_chair_comes_again_n_8_1() -> None:
    again = [(duty.ref, duty.months, duty.repeats) for duty in notice_duties(COMMENCED) if duty.repeats]
    assert again == [("N 8.1 12-month report", 12, 6)]


def test_a_commissioner_reports_every_six_months_c_2_11() -> None:
    assert [(duty.ref, duty.due, duty.repeats) for duty in commissioner_duties(date(2019, 6, 28))] == [
        ("C 2.11 6-month assessment", date(2019, 12, 28), 6),
        ("C 2.11 6-month report", date(2019, 12, 28), 6),
    ]
    assert {duty.due for duty in commissioner_duties(None)} == {None}


def test_a_committee_plan_brings_no_duty() -> None:
    assert standard_duties(InstrumentKind.NONE, COMMENCED) == ()


def test_each_duty_has_a_reference_of_its_own_and_names_its_paragraph() -> None:
    duties = notice_duties(COMMENCED, date(2012, 11, 30))
    assert len({duty.ref for duty in duties}) == len(duties)
    assert {duty.paragraph for duty in duties} == {"N 5.7", "N 6.2", "N 7.2", "N 7.3", "N 8.1", "N 8.2"}


def test_what_the_notice_does_not_say_is_marked_as_our_assumption() -> None:
    assumed = [duty.ref for duty in notice_duties(COMMENCED) if "assumption" in duty.note]
    assert assumed == ["N 8.1 12-month report"]


def test_each_duty_binds_somebody() -> None:
    binds = {duty.ref: duty.binds for duty in notice_duties(COMMENCED)}
    assert binds["N 8.1 6-month report"] is Binds.CHAIR
    assert binds["N 8.2 Leader's 6-month report"] is Binds.COUNCIL
    assert binds["N 8.2 6-month review"] is Binds.DEPARTMENT
    assert binds["N 8.1 external validation"] is Binds.BOARD
