"""The life of a meeting: planned at six weeks, moved, held, its minutes signed and confirmed (DESIGN 4, rule 1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from boardtui.domain.states import Role, SignedHow
from boardtui.domain.views import Meeting
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import actions, agenda, board, meetings, minutes
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action
from boardtui.store.reading.meetings import items, meeting
from boardtui.store.reading.meetings import meetings as all_meetings
from tests.services.small import FOURTH, SECOND, THIRD, enter, nothing_changed


def shown(desk: Desk, number: int) -> Meeting:
    return desk.read(lambda db: meeting(db, number))


def test_the_series_continues_every_six_weeks(new_desk: Desk) -> None:
    planned = new_desk.do(lambda work: meetings.plan_meetings(work, 3)).value
    assert [(number, proposed.day) for number, proposed in planned] == [
        (2, date(2013, 2, 21)),
        (3, date(2013, 4, 4)),
        (4, date(2013, 5, 16)),
    ]
    assert [one.days_since_last for one in new_desk.read(all_meetings)] == [None, 42, 42, 42]


def test_good_friday_and_christmas_move_a_meeting_to_an_earlier_day_and_the_series_returns(
    empty_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(empty_file, now=datetime(2013, 2, 1))
    desk.do(lambda work: board.start_board(work, name="B", council="C", commenced=date(2012, 11, 26)))
    desk.do(lambda work: meetings.plan_meeting(work, date(2013, 2, 15)))
    planned = [p for _, p in desk.do(lambda work: meetings.plan_meetings(work, 8)).value]
    assert [p.day for p in planned][:2] == [date(2013, 3, 28), date(2013, 5, 3)]
    assert "Good Friday" in planned[0].moved_because
    assert all(p.days_since_last <= 42 for p in planned)
    assert {p.day.strftime("%A") for p in planned if not p.moved_by} == {"Friday"}


def test_christmas_day_itself_is_never_a_meeting(empty_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(empty_file, now=datetime(2013, 11, 1))
    desk.do(lambda work: board.start_board(work, name="B", council="C", commenced=date(2012, 11, 26)))
    desk.do(lambda work: meetings.plan_meeting(work, date(2013, 11, 13)))
    ((_, christmas), (_, after)) = desk.do(lambda work: meetings.plan_meetings(work, 2)).value
    assert christmas.day == date(2013, 12, 24)
    assert "Christmas Day" in christmas.moved_because
    assert (after.day.strftime("%A"), after.day) == ("Wednesday", date(2014, 1, 29))
    assert "Christmas Day" in shown(desk, 2).moved_because


def test_the_boards_own_closed_days_move_and_its_warning_periods_only_warn(new_desk: Desk) -> None:
    new_desk.do(lambda work: board.close_day(work, date(2013, 2, 21), "Election count"))
    new_desk.do(lambda work: board.warn_of(work, date(2013, 4, 1), date(2013, 4, 12), "School holidays"))
    ((_, moved), (_, warned)) = new_desk.do(lambda work: meetings.plan_meetings(work, 2)).value
    assert moved.day == date(2013, 2, 20)
    assert "Election count" in moved.moved_because
    assert warned.day == date(2013, 4, 4) - timedelta(days=7) or "School holidays" in " ".join(warned.warnings)


def test_a_longer_interval_counts_only_once_the_department_has_agreed_it(new_desk: Desk) -> None:
    late = date(2013, 1, 11)
    new_desk.do(lambda work: board.vary_interval(work, 56, date(2013, 1, 1), late, "Department for Education"))
    ((_, first),) = new_desk.do(lambda work: meetings.plan_meetings(work, 1)).value
    assert first.day == date(2013, 2, 21)
    new_desk.do(
        lambda work: board.vary_interval(work, 56, date(2013, 2, 1), date(2013, 1, 9), "Department for Education")
    )
    ((_, second),) = new_desk.do(lambda work: meetings.plan_meetings(work, 1)).value
    assert second.day == date(2013, 2, 21) + timedelta(days=56)


@pytest.mark.parametrize("count", [0, -1, 61, 10**12])
def test_an_absurd_number_of_meetings_is_not_planned(new_desk: Desk, count: int) -> None:
    with nothing_changed(new_desk), pytest.raises(BoardError, match="cannot be planned at once"):
        new_desk.do(lambda work: meetings.plan_meetings(work, count))


def test_a_series_needs_a_first_meeting(empty_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(empty_file)
    with pytest.raises(NotFoundError, match="holds no Board"):
        desk.do(lambda work: meetings.plan_meeting(work, date(2013, 1, 10)))
    desk.do(lambda work: board.start_board(work, name="B", council="C", commenced=date(2012, 11, 26)))
    with pytest.raises(BoardError, match="no meeting to continue from"):
        desk.do(lambda work: meetings.plan_meetings(work, 1))


def test_two_meetings_are_not_on_one_day(small: Desk) -> None:
    for change in (
        lambda work: meetings.plan_meeting(work, THIRD),
        lambda work: meetings.move_meeting(work, 4, THIRD, "x"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match="Meeting 3 is already on 4 Apr 2013"):
            small.do(change)


def test_a_new_meeting_has_the_standing_agenda_and_the_boards_time_and_place(small: Desk) -> None:
    small.do(lambda work: board.change_settings(work, meeting_starts="9.30", place="Town Hall"))
    number = small.do(lambda work: meetings.plan_meeting(work, date(2013, 7, 4))).value
    found = small.read(lambda db: items(db, number))
    assert [one.number for one in found] == list(range(1, 15))
    assert (found[0].kind, found[0].presenter, found[2].title) == ("welcome", "IC", "Minutes of the last meeting")
    assert (shown(small, number).starts, shown(small, number).place) == ("09:30", "Town Hall")


def test_a_moved_meeting_says_why_and_is_no_longer_postponed(small: Desk) -> None:
    small.do(lambda work: meetings.postpone_meeting(work, 3, "Snow"))
    assert (shown(small, 3).state, shown(small, 3).moved_because) == ("postponed", "Postponed: Snow")
    with nothing_changed(small), pytest.raises(BoardError, match="is postponed"):
        small.do(lambda work: meetings.start_meeting(work, 3))
    small.do(lambda work: meetings.move_meeting(work, 3, date(2013, 4, 9), " It  thawed "))
    assert (shown(small, 3).state, shown(small, 3).date) == ("planned", date(2013, 4, 9))
    assert shown(small, 3).moved_because == "Moved from 4 Apr 2013: It thawed"


def test_a_cancelled_meeting_keeps_its_number_and_takes_no_items(small: Desk) -> None:
    small.do(lambda work: meetings.cancel_meeting(work, 4, "No business"))
    assert shown(small, 4).state == "cancelled"
    assert small.do(lambda work: meetings.plan_meeting(work, FOURTH)).value == 5
    with nothing_changed(small), pytest.raises(BoardError, match="Meeting 4 is cancelled"):
        small.do(lambda work: agenda.add_item(work, 4, "Anything"))


@pytest.mark.parametrize("reason", ["", "  ", "\x00"])
def test_moving_postponing_and_cancelling_need_a_reason(small: Desk, reason: str) -> None:
    for change in (
        lambda work: meetings.move_meeting(work, 4, date(2013, 5, 20), reason),
        lambda work: meetings.postpone_meeting(work, 4, reason),
        lambda work: meetings.cancel_meeting(work, 4, reason),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match="The reason is missing"):
            small.do(change)


@pytest.mark.parametrize("number", [1, 2])
def test_a_meeting_that_has_begun_is_neither_moved_nor_cancelled(small: Desk, number: int) -> None:
    for change in (
        lambda work: meetings.move_meeting(work, number, date(2013, 5, 20), "x"),
        lambda work: meetings.postpone_meeting(work, number, "x"),
        lambda work: meetings.cancel_meeting(work, number, "x"),
        lambda work: meetings.start_meeting(work, number),
        lambda work: agenda.issue_agenda(work, number),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match=f"Meeting {number} is"):
            small.do(change)


def test_due_dates_of_the_next_meeting_follow_it_when_it_moves(small: Desk) -> None:
    enter(small, "! DCS by next meeting: Report")
    enter(small, "! DCS by 4 Apr: Something else")
    small.do(lambda work: meetings.move_meeting(work, 3, date(2013, 4, 9), "Easter"))
    follows, stays = small.read(lambda db: [action(db, ref, small.today) for ref in ("2/01", "2/02")])
    assert (follows.due, follows.original_due, follows.slips) == (date(2013, 4, 9), date(2013, 4, 9), 0)
    assert stays.due == THIRD


def test_due_next_meeting_waits_until_one_is_planned(new_desk: Desk) -> None:
    from boardtui.services import people

    new_desk.do(lambda work: people.add_person(work, initials="DCS", name="DCS", role="Director"))
    new_desk.do(lambda work: meetings.start_meeting(work, 1))
    enter(new_desk, "! DCS by next meeting: Report", 1)
    enter(new_desk, "! DCS by 1 Feb: Write", 1)
    enter(new_desk, "> 1/02 by next meeting: Not ready", 1)
    enter(new_desk, "! DCS by next meeting: Closed since", 1)
    enter(new_desk, "> 1/03 close: Seen", 1)

    def found(ref: str) -> tuple[date | None, date | None, int | None, int]:
        one = new_desk.read(lambda db: action(db, ref, new_desk.today))
        return one.due, one.original_due, one.due_meeting, one.slips

    assert found("1/01") == (None, None, None, 0)
    assert found("1/02") == (None, date(2013, 2, 1), None, 0)
    new_desk.do(lambda work: meetings.plan_meetings(work, 1))
    assert found("1/01") == (SECOND, SECOND, 2, 0)
    assert found("1/02") == (SECOND, date(2013, 2, 1), 2, 1)
    assert found("1/03") == (None, None, None, 0)


def test_a_meeting_goes_from_planned_to_confirmed(new_desk: Desk, open_desk: Callable[..., Desk]) -> None:
    chair = open_desk(new_desk.path, role=Role.CHAIR, now=datetime(2013, 1, 12))
    states = [shown(new_desk, 1).state]
    for desk, step in (
        (new_desk, lambda work: agenda.issue_agenda(work, 1)),
        (new_desk, lambda work: meetings.start_meeting(work, 1)),
        (new_desk, lambda work: meetings.close_meeting(work, 1)),
        (new_desk, lambda work: meetings.submit_minutes(work, 1)),
        (chair, lambda work: meetings.sign_minutes(work, 1, by="Independent Chair")),
        (new_desk, lambda work: meetings.plan_meetings(work, 1)),
        (new_desk, lambda work: meetings.start_meeting(work, 2)),
        (new_desk, lambda work: minutes.enter(work, 2, "confirmed: as presented")),
    ):
        desk.do(step)
        states.append(shown(new_desk, 1).state)
    assert list(dict.fromkeys(states)) == [
        "planned",
        "agenda issued",
        "in session",
        "minutes in draft",
        "with Chair",
        "signed off",
        "confirmed",
    ]
    found = shown(new_desk, 1)
    assert (found.agenda_issued_on, found.submitted_on) == (date(2013, 1, 10), date(2013, 1, 10))
    assert (found.signed_on, found.signed_by, found.signed_how) == (
        date(2013, 1, 12),
        "Independent Chair",
        "program",
    )
    assert (found.opened_at, found.closed_at) == ("2013-01-10T14:00:00", "2013-01-10T14:00:00")


def test_each_step_back_can_be_taken_until_sign_off(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    small.do(lambda work: meetings.submit_minutes(work, 2))
    small.do(lambda work: meetings.return_minutes(work, 2))
    assert (shown(small, 2).state, shown(small, 2).submitted_on) == ("minutes in draft", None)
    small.do(lambda work: meetings.reopen_meeting(work, 2))
    assert (shown(small, 2).state, shown(small, 2).closed_at) == ("in session", None)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (lambda work: meetings.close_meeting(work, 3), "not in session"),
        (lambda work: meetings.reopen_meeting(work, 1), "are signed off"),
        (lambda work: meetings.submit_minutes(work, 2), "are not in draft"),
        (lambda work: meetings.return_minutes(work, 2), "not with the Chair"),
        (lambda work: meetings.sign_minutes(work, 3, by="IC", how="paper"), "are planned"),
        (lambda work: meetings.sign_minutes(work, 1, by="IC", how="paper"), "are signed off"),
        (lambda work: meetings.edit_meeting(work, 1, place="Elsewhere"), "signed off"),
        (lambda work: meetings.edit_meeting(work, 3, starts="25:00"), "is not a time"),
        (lambda work: meetings.edit_meeting(work, 3, starts="soon"), "is not a time"),
        (lambda work: meetings.start_meeting(work, 99), "There is no meeting 99"),
        (lambda work: meetings.start_meeting(work, 10**30), "There is no meeting"),
    ],
)
def test_a_step_out_of_its_turn_is_refused_and_changes_nothing(
    small: Desk, step: Callable[..., object], sentence: str
) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match=sentence):
        small.do(step)


def test_only_the_chair_signs_in_the_program_and_others_record_it(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    with nothing_changed(small), pytest.raises(BoardError, match="Only the Chair may sign"):
        small.do(lambda work: meetings.sign_minutes(work, 2, by="Independent Chair"))
    with nothing_changed(small), pytest.raises(BoardError, match="The signer's name is missing"):
        small.do(lambda work: meetings.sign_minutes(work, 2, by=" ", how=SignedHow.PAPER))
    small.do(
        lambda work: meetings.sign_minutes(work, 2, by="Independent Chair", on=date(2013, 2, 25), how=SignedHow.EMAIL)
    )
    found = shown(small, 2)
    assert (found.state, found.signed_on, found.signed_how) == ("signed off", date(2013, 2, 25), "e-mail")


def test_an_empty_agenda_is_not_started(small: Desk) -> None:
    for one in small.read(lambda db: items(db, 3)):
        small.do(lambda work, one=one: agenda.remove_item(work, one.id))  # type: ignore[misc]  # a lambda with defaults
    with nothing_changed(small), pytest.raises(BoardError, match="has no agenda"):
        small.do(lambda work: meetings.start_meeting(work, 3))


def test_starting_names_what_it_does_and_takes_the_first_item(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    assert small.do(lambda work: meetings.start_meeting(work, 3)).sentence == "Start meeting 3"
    first = small.read(lambda db: items(db, 3))[0]
    assert (shown(small, 3).item_in_hand, first.state, first.taken_order) == (first.id, "taken", 1)


def test_the_clock_counts_for_the_item_in_hand(small_file: Path) -> None:
    now = datetime(2013, 2, 21, 14, 0)
    desk = Desk(small_file, who="Test", role=Role.SECRETARY, clock=lambda: now)
    for minute, typed in ((5, "# 2"), (9, "A note"), (20, "# 3")):
        now = datetime(2013, 2, 21, 14, minute)
        enter(desk, typed)
    now = datetime(2013, 2, 21, 14, 30)
    desk.do(lambda work: meetings.close_meeting(work, 2))
    used = [one.used_seconds for one in desk.read(lambda db: items(db, 2))][:3]
    desk.close()
    assert used == [5 * 60, 15 * 60, 10 * 60]


def test_a_signed_meeting_is_locked_for_ratings_actions_and_agenda(small: Desk) -> None:
    from boardtui.services import plan

    one = small.read(lambda db: items(db, 1))[0]
    for change in (
        lambda work: plan.rate(work, "1.1", 1, "G", reason="better"),
        lambda work: actions.raise_action(work, 1, "x", ["DCS"], due=THIRD),
        lambda work: agenda.add_item(work, 1, "x"),
        lambda work: agenda.edit_item(work, one.id, one.version, title="x"),
        lambda work: agenda.defer_item(work, one.id, 3, "x"),
    ):
        with nothing_changed(small), pytest.raises(LockedError, match="signed off"):
            small.do(change)
