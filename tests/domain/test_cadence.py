"""When the Board meets next, and whether it keeps to six weeks (rule 1; N 7.2)."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.cadence import CadenceState, check_cadence, next_date, series, usual_weekday
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import MeetingState
from boardtui.domain.variations import Variation, gaps
from boardtui.domain.working_days import WarningPeriod, closed_because

MONDAY, THURSDAY, FRIDAY = 0, 3, 4
FIRST = date(2012, 11, 29)
HELD = MeetingState.CONFIRMED
STARTS = st.dates(date(2005, 1, 1), date(2040, 12, 31)).filter(lambda day: closed_because(day) is None)
OWN_DAYS = st.dictionaries(st.dates(date(2005, 1, 1), date(2041, 12, 31)), st.just("Closed"), max_size=8)


def held(*days: date) -> list[MeetingOn]:
    return [MeetingOn(number, day, HELD) for number, day in enumerate(days, 1)]


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


# -- the next date -------------------------------------------------------------------------------------------


def test_the_next_meeting_is_42_days_after_the_last() -> None:
    proposed = next_date(FIRST)
    assert (proposed.day, proposed.days_since_last) == (date(2013, 1, 10), 42)
    assert (proposed.moved_by, proposed.moved_because, proposed.warnings) == ((), "", ())


def test_the_first_six_meetings_of_the_sample() -> None:
    assert [proposed.day for proposed in series(FIRST, 5)] == [
        date(2013, 1, 10),
        date(2013, 2, 21),
        date(2013, 4, 4),
        date(2013, 5, 16),
        date(2013, 6, 27),
    ]


def test_good_friday_moves_the_meeting_to_the_day_before() -> None:
    proposed = next_date(date(2013, 2, 15))
    assert proposed.day == date(2013, 3, 28)
    assert proposed.moved_because == "Moved from Friday 29 March 2013: Good Friday"


def test_easter_monday_moves_the_meeting_over_the_weekend_and_good_friday() -> None:
    proposed = next_date(date(2013, 2, 18))
    assert (proposed.day, proposed.days_since_last) == (date(2013, 3, 28), 38)
    assert proposed.moved_by == ("Easter Monday", "Sunday", "Saturday", "Good Friday")


def test_christmas_day_moves_to_christmas_eve_and_warns() -> None:
    proposed = next_date(date(2012, 11, 13))
    assert proposed.day == date(2012, 12, 24)
    assert proposed.moved_by == ("Christmas Day",)
    assert proposed.warnings == ("Christmas week (24 Dec to 1 Jan)",)


def test_the_boards_own_closed_day_moves_the_meeting() -> None:
    proposed = next_date(FIRST, {date(2013, 1, 10): "Full Council"})
    assert (proposed.day, proposed.moved_by) == (date(2013, 1, 9), ("Full Council",))


def test_after_a_move_the_series_returns_to_its_usual_weekday_within_42_days() -> None:
    before_christmas, then, later = series(date(2013, 11, 14), 3)
    assert before_christmas.day == date(2013, 12, 24)
    assert before_christmas.moved_by == ("Boxing Day", "Christmas Day")
    assert (then.day, then.days_since_last) == (date(2014, 1, 30), 37)
    assert (later.day.weekday(), later.days_since_last) == (THURSDAY, 42)


def test_a_series_continues_on_its_usual_weekday_after_a_moved_meeting() -> None:
    assert next_date(date(2013, 3, 28), usual=FRIDAY).day == date(2013, 5, 3)


def test_leap_day_is_a_day_like_any_other() -> None:
    assert next_date(date(2012, 1, 18)).day == date(2012, 2, 29)


def test_warning_periods_only_warn() -> None:
    half_term = WarningPeriod(date(2013, 2, 18), date(2013, 2, 22), "School holidays")
    proposed = next_date(date(2013, 1, 10), periods=[half_term])
    assert proposed.day == date(2013, 2, 21)
    assert proposed.warnings == ("School holidays (18 Feb 2013 to 22 Feb 2013)",)


def test_the_interval_is_a_setting() -> None:
    assert next_date(FIRST, interval=28).days_since_last == 28


def test_an_interval_that_is_no_number_of_weeks_keeps_the_weekday() -> None:
    assert next_date(FIRST, interval=30).days_since_last == 28


def test_an_interval_of_less_than_a_week_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 7 days"):
        next_date(FIRST, interval=6)
    assert next_date(FIRST, interval=7).day == after(7)


def test_a_board_closed_for_the_whole_interval_has_no_next_date() -> None:
    closed = {FIRST + timedelta(days=n): "Closed" for n in range(1, 43)}
    with pytest.raises(ValueError, match="no open day in the 42 days after 29 Nov 2012"):
        next_date(FIRST, closed)


def test_the_usual_weekday_is_the_one_met_on_most() -> None:
    assert usual_weekday([FIRST, date(2013, 1, 10), date(2013, 2, 20)]) == THURSDAY


def test_of_two_weekdays_met_on_as_often_the_later_is_usual() -> None:
    assert usual_weekday([date(2013, 1, 14), FIRST]) == MONDAY


@given(STARTS, st.integers(1, 12), OWN_DAYS)
def test_every_date_of_a_series_is_open_and_within_six_weeks(start: date, count: int, own: Mapping[date, str]) -> None:
    last = start
    for proposed in series(start, count, own):
        assert closed_because(proposed.day, own) is None
        assert 0 < (proposed.day - last).days == proposed.days_since_last <= 42
        assert proposed.day <= proposed.intended
        assert (proposed.day < proposed.intended) is bool(proposed.moved_by)
        assert proposed.intended.weekday() == start.weekday()
        assert proposed.intended + timedelta(days=7) > last + timedelta(days=42)
        last = proposed.day


@given(STARTS, st.integers(1, 12), OWN_DAYS)
def test_a_series_held_as_proposed_is_never_a_breach(start: date, count: int, own: Mapping[date, str]) -> None:
    days = [start, *(proposed.day for proposed in series(start, count, own))]
    meetings = [*held(*days[:-1]), MeetingOn(len(days), days[-1])]
    assert check_cadence(meetings, [], today=days[-2]).state is CadenceState.OK


@given(STARTS, st.integers(1, 400), st.integers(-5, 405))
def test_a_gap_is_a_breach_from_the_43rd_day_and_never_before(start: date, days: int, agreed: int) -> None:
    second = start + timedelta(days=days)
    variation = Variation(days, second, start + timedelta(days=agreed))
    meetings = [*held(start, second), MeetingOn(3, second + timedelta(days=42))]
    state = check_cadence(meetings, [variation], today=second + timedelta(days=10)).state
    if days <= 42:
        assert state is CadenceState.OK
    else:
        assert state is (CadenceState.AGREED if agreed < days else CadenceState.NOT_AGREED)


# -- the check -----------------------------------------------------------------------------------------------


def test_exactly_42_days_is_fine() -> None:
    found = check_cadence([*held(FIRST, after(42)), MeetingOn(3, after(84))], [], after(50))
    assert found.state is CadenceState.OK
    assert found.reason == "Meetings 1 to 3 are at most 42 days apart; 42 are allowed."


def test_43_days_without_agreement_is_a_breach_and_names_the_meetings() -> None:
    found = check_cadence([*held(FIRST, after(43)), MeetingOn(3, after(80))], [], after(50))
    assert found.state is CadenceState.NOT_AGREED
    assert found.reason == (
        "Meeting 1 (29 Nov 2012) and meeting 2 (11 Jan 2013) are 43 days apart, more than 42, "
        "and the department has not agreed to it."
    )


def test_a_gap_agreed_the_day_before_the_meeting_is_varied() -> None:
    variation = Variation(56, after(43), after(55), "the Department for Education")
    found = check_cadence([*held(FIRST, after(56)), MeetingOn(3, after(90))], [variation], after(60))
    assert found.state is CadenceState.AGREED
    assert "as varied: 56 days from 11 Jan 2013, agreed by the Department for Education" in found.reason


def test_an_agreement_dated_the_day_of_the_meeting_comes_too_late() -> None:
    variation = Variation(56, after(43), after(56))
    found = check_cadence([*held(FIRST, after(56)), MeetingOn(3, after(90))], [variation], after(60))
    assert found.state is CadenceState.NOT_AGREED
    assert "the agreement of 24 Jan 2013 came too late" in found.reason


def test_a_late_agreement_is_named_only_when_it_would_have_covered_the_gap() -> None:
    second = after(56)
    just_enough, too_short = Variation(56, second, second), Variation(55, second, second)
    later_meetings = Variation(56, after(57), after(57))
    found = [gaps(held(FIRST, second), [v], after(60))[0].late for v in (just_enough, too_short, later_meetings)]
    assert found == [just_enough, None, None]


def test_a_late_agreement_covers_the_meetings_after_it() -> None:
    variation = Variation(56, after(43), after(56))
    first, second = gaps(held(FIRST, after(56), after(112)), [variation], after(120))
    assert (first.within, second.within) == (False, True)


def test_a_gap_longer_than_was_agreed_is_a_breach() -> None:
    variation = Variation(56, FIRST, FIRST)
    assert gaps(held(FIRST, after(56)), [variation], after(60))[0].within
    assert not gaps(held(FIRST, after(57)), [variation], after(60))[0].within


def test_an_agreement_does_not_reach_meetings_before_it_applies() -> None:
    variation = Variation(56, after(57), FIRST)
    assert not gaps(held(FIRST, after(56)), [variation], after(60))[0].within


def test_of_two_agreements_the_later_rule_is_in_force() -> None:
    longer, back_again = Variation(56, after(50), FIRST), Variation(42, after(100), after(60))
    first, second = gaps(held(FIRST, after(56), after(112)), [back_again, longer], after(120))
    assert (first.within, second.within) == (True, False)


def test_a_shorter_interval_agreed_never_turns_six_weeks_into_a_breach() -> None:
    assert gaps(held(FIRST, after(42)), [Variation(28, FIRST, FIRST)], after(60))[0].within


@pytest.mark.parametrize(
    ("today", "state"), [(after(42), CadenceState.GOING_OUTSIDE), (after(43), CadenceState.NOT_AGREED)]
)
def test_a_planned_gap_is_going_to_breach_until_the_42_days_have_run_out(today: date, state: CadenceState) -> None:
    found = check_cadence([*held(FIRST), MeetingOn(2, after(49))], [], today)
    assert found.state is state
    assert "49 days apart" in found.reason


def test_every_planned_meeting_counts() -> None:
    planned = [MeetingOn(2, after(42)), MeetingOn(3, after(85))]
    assert check_cadence([*held(FIRST), *planned], [], after(1)).state is CadenceState.GOING_OUTSIDE


def test_an_agreement_dated_after_today_is_not_yet_one() -> None:
    meetings = [*held(FIRST), MeetingOn(2, after(49))]
    variation = Variation(49, after(49), after(20))
    assert check_cadence(meetings, [variation], after(19)).state is CadenceState.GOING_OUTSIDE
    assert check_cadence(meetings, [variation], after(20)).state is CadenceState.AGREED


@pytest.mark.parametrize(
    ("today", "state"), [(after(42), CadenceState.NOT_ARRANGED), (after(43), CadenceState.NOT_AGREED)]
)
def test_with_nothing_planned_the_days_run_out(today: date, state: CadenceState) -> None:
    assert check_cadence(held(FIRST), [], today).state is state


def test_the_day_by_which_to_meet_is_named() -> None:
    found = check_cadence(held(FIRST), [], after(10))
    assert found.reason == "No meeting is arranged after meeting 1 (29 Nov 2012); it must be by 10 Jan 2013."


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.POSTPONED])
def test_cancelled_and_postponed_meetings_do_not_fill_a_gap(state: MeetingState) -> None:
    meetings = [*held(FIRST), MeetingOn(2, after(42), state), MeetingOn(3, after(84))]
    assert check_cadence(meetings, [], after(10)).state is CadenceState.GOING_OUTSIDE


def test_a_planned_meeting_whose_day_has_passed_was_not_held() -> None:
    meetings = [*held(FIRST), MeetingOn(2, after(30)), MeetingOn(3, after(60))]
    assert check_cadence(meetings, [], after(31)).state is CadenceState.GOING_OUTSIDE


def test_a_meeting_planned_for_today_is_still_to_come() -> None:
    assert check_cadence([*held(FIRST), MeetingOn(2, after(42))], [], after(42)).state is CadenceState.OK


def test_before_the_first_meeting_there_is_nothing_to_measure() -> None:
    assert check_cadence([], [], FIRST).reason == "No meeting has been held yet; none is planned."
    found = check_cadence([MeetingOn(1, FIRST)], [], after(-3))
    assert found.state is CadenceState.NO_MEETINGS
    assert found.reason == "No meeting has been held yet; the first is planned for 29 Nov 2012."


def test_meetings_may_be_given_in_any_order() -> None:
    meetings = [MeetingOn(3, after(84)), *reversed(held(FIRST, after(42)))]
    assert check_cadence(meetings, [], after(50)).state is CadenceState.OK
