"""Planning, moving, cancelling and changing meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from boardtui import services
from boardtui.domain.cadence import ProposedMeeting, series, usual_weekday
from boardtui.domain.dates import weekday
from boardtui.domain.deadlines import DeadlineRule
from boardtui.domain.states import MeetingState
from boardtui.domain.text import plural
from boardtui.domain.variations import in_force
from boardtui.domain.views import Meeting
from boardtui.errors import BoardError
from boardtui.store.reading import board as reading
from boardtui.store.reading import calendar
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.reader import Database
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import day, number, one_of, words
from boardtui.ui.widgets.literal import DIALOG, assembled, hanging, literal

if TYPE_CHECKING:
    from boardtui.store.unit import Work

NOT_ARRANGED = (MeetingState.CANCELLED, MeetingState.POSTPONED)


@dataclass(frozen=True)
class Series:
    """The next meetings as they would be planned, and the number the first would have."""

    first: int
    proposed: tuple[ProposedMeeting, ...]


def how_many() -> Form:
    """Ask how many meetings to add; the dates are shown before anything is saved."""
    says = Content("They continue the series. You see every date before it is saved.")
    return Form("Add meetings", [number("count", "How many", 1, 1, 60)], None, says=says, save="show the dates")


def first_meeting(today: date) -> Form:
    """Ask for the date of a Board's first meeting."""
    return Form(
        "Plan the first meeting",
        [day("on", "Date", today, needed=True)],
        lambda answers: lambda work: services.meetings.plan_meeting(work, answers["on"]),
    )


def propose(db: Database, count: int) -> Series:
    """Read what the next meetings of the series would be (rule 1)."""
    known = meetings(db)
    days = [meeting.date for meeting in known if meeting.state not in NOT_ARRANGED]
    last = max(days)
    varied = in_force(calendar.variations(db), last, last)
    interval = varied.days if varied else reading.board(db).interval_days
    own, periods = calendar.closed_days(db), calendar.warning_periods(db)
    try:
        proposed = series(last, count, own, usual_weekday(days), interval, periods)
    except ValueError as problem:
        raise BoardError(
            str(problem), "No meeting was planned.", "Look at the Board's closed days and the days between meetings."
        ) from problem
    return Series(max(meeting.number for meeting in known) + 1, proposed)


def show_series(found: Series, because: str = "") -> Confirm:
    """Show each proposed date, what moved it and what to be warned of, and ask; first why it is asked, if it says."""
    lines = [hanging("", because, DIALOG), Content("")] if because else []
    for count, meeting in enumerate(found.proposed):
        after = f"{meeting.days_since_last} days after the one before"
        lines.append(assembled((f"{found.first + count:>3}  {weekday(meeting.day)}", "bold"), f"   {after}"))
        if meeting.moved_because:
            lines.append(hanging("     ", meeting.moved_because, DIALOG))
        sign = assembled("     ", ("! ", "bold $text-warning"))
        lines += [hanging(sign, warning, DIALOG) for warning in meeting.warnings]
    title = literal(f"Add {plural(len(found.proposed), 'meeting')}?")
    return Confirm(title, Content("\n").join(lines), "Add them" if len(found.proposed) > 1 else "Add it")


def move(meeting: Meeting, others: Sequence[Meeting], interval: int, today: date) -> Form:
    """Ask for a meeting's new date and the reason; the days since the one before are shown while typing."""
    before = [other.date for other in others if other.date < meeting.date and other.state not in NOT_ARRANGED]

    def shows(new: date) -> str:
        earlier = [other for other in before if other < new]
        if not earlier:
            return weekday(new)
        days = (new - max(earlier)).days
        outside = f", more than {interval}: needs the department's agreement" if days > interval else ""
        return f"{weekday(new)}, {plural(days, 'day')} after the last{outside}"

    asked = day("on", "New date", max(today, max(before, default=today)), needed=True, today=today)
    return Form(
        f"Move meeting {meeting.number}",
        [
            replace(asked, shows=shows),
            words("because", "Reason", needed=True),
        ],
        lambda answers: (
            lambda work: services.meetings.move_meeting(work, meeting.number, answers["on"], answers["because"])
        ),
        says=literal(f"It is on {weekday(meeting.date)}. Actions due at it follow."),
    )


def cancel(meeting: Meeting) -> Form:
    """Ask why a meeting is cancelled, or postponed without a new date."""

    def change(answers: Answers) -> Callable[[Work], None]:
        if answers["how"] == "postponed":
            return lambda work: services.meetings.postpone_meeting(work, meeting.number, answers["because"])
        return lambda work: services.meetings.cancel_meeting(work, meeting.number, answers["because"])

    return Form(
        f"Cancel meeting {meeting.number}",
        [
            words("because", "Reason", needed=True),
            one_of("how", "It is", [("cancelled", "cancelled"), ("postponed", "postponed, date to follow")]),
        ],
        change,
        says=literal(f"{weekday(meeting.date)}. It keeps its number."),
    )


def deadlines(rule: DeadlineRule) -> Form:
    """Ask how many working days before and after a meeting papers, agenda and draft minutes are due."""
    return Form(
        "Deadlines of meetings",
        [
            number("papers_days", "Papers", rule.papers, 0, 60),
            number("agenda_days", "Agenda", rule.agenda, 0, 60),
            number("minutes_days", "Draft minutes", rule.minutes, 0, 60),
        ],
        lambda answers: lambda work: services.board.change_settings(work, **answers),
        says=Content(
            "Working days before the meeting by which papers and agenda are due, and after it by which the draft "
            "minutes are out. Those before are clear days: neither the day it goes out nor the meeting's own counts."
        ),
    )


def particulars(meeting: Meeting) -> Form:
    """Ask for a meeting's time and place."""
    return Form(
        f"Meeting {meeting.number}: time and place",
        [
            words("starts", "Starts", meeting.starts, needed=True, hint="14:00"),
            words("place", "Place", meeting.place),
        ],
        lambda answers: lambda work: services.meetings.edit_meeting(work, meeting.number, meeting.version, **answers),
    )
