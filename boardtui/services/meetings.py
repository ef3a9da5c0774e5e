"""The life of a meeting: planned at six weeks, moved, held, its minutes submitted and signed (DESIGN 4)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.domain.cadence import ProposedMeeting, series, usual_weekday
from boardtui.domain.clock_times import parse_time
from boardtui.domain.dates import show
from boardtui.domain.roles import Step, require
from boardtui.domain.states import MeetingState, SignedHow
from boardtui.domain.text import one_line, plural
from boardtui.domain.variations import Variation as Agreed
from boardtui.domain.variations import in_force
from boardtui.domain.working_days import WarningPeriod as Period
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.agenda import from_standing
from boardtui.services.attendance import preside
from boardtui.services.next_meeting import follow_meeting, settle_next_meeting
from boardtui.services.passphrase import confirm
from boardtui.services.sealing import seal_confirmed, seal_minutes
from boardtui.services.session import go_to, tick
from boardtui.store.models import ClosedDay, Meeting, Variation, WarningPeriod
from boardtui.store.unit import Work

MOST_AT_ONCE = 60
"""Meetings that are planned in one go: some seven years of them."""


def propose_meetings(work: Work, count: int) -> list[ProposedMeeting]:
    """Propose the next dates of the series, each with what moved it and what it should be warned of (rule 1)."""
    if not 1 <= count <= MOST_AT_ONCE:
        raise BoardError(f"{count} meetings cannot be planned at once.", "", f"Give 1 to {MOST_AT_ONCE}.")
    days = [row.held_on for row in _arranged(work)]
    if not days:
        raise BoardError("There is no meeting to continue from.", "", "Plan the first meeting with its date.")
    own = {row.day: row.why for row in work.all(select(ClosedDay))}
    periods = [Period(row.first, row.last, row.why) for row in work.all(select(WarningPeriod))]
    try:
        return list(series(max(days), count, own, usual_weekday(days), _interval(work, max(days)), periods))
    except ValueError as problem:
        raise BoardError(
            str(problem), "No meeting was planned.", "Look at the Board's closed days and the days between meetings."
        ) from problem


def plan_meetings(work: Work, count: int) -> list[tuple[int, ProposedMeeting]]:
    """Plan the next meetings of the series, each with the standing agenda; return their numbers and dates."""
    work.say("Plan the next meeting" if count == 1 else f"Plan the next {plural(count, 'meeting')}")
    return [
        (plan_meeting(work, proposed.day, moved_because=proposed.moved_because), proposed)
        for proposed in propose_meetings(work, count)
    ]


def plan_meeting(work: Work, day: date, *, moved_because: str = "") -> int:
    """Plan one meeting on a day, with the standing agenda; return its number."""
    board = finding.board(work)
    (last,) = work.db.execute("SELECT coalesce(max(number), 0) FROM meeting").fetchone()
    _free(work, day)
    meeting = work.add(
        Meeting(
            number=last + 1,
            held_on=day,
            starts=board.meeting_starts,
            place=board.place,
            moved_because=moved_because,
        ),
        str(last + 1),
    )
    from_standing(work, meeting)
    settle_next_meeting(work, meeting)
    work.say(f"Plan meeting {meeting.number} on {show(day)}")
    return meeting.number


def move_meeting(work: Work, number: int, day: date, because: str) -> None:
    """Move a meeting that has not begun; actions due at it follow."""
    meeting = _to_come(work, number)
    _free(work, day, but=meeting.id)
    meeting.moved_because = f"Moved from {show(meeting.held_on)}: {finding.wording(because, 'The reason')}"
    meeting.held_on = day
    if meeting.state == MeetingState.POSTPONED:
        meeting.state = MeetingState.PLANNED
    follow_meeting(work, meeting)
    work.say(f"Move meeting {number} to {show(day)}")


def edit_meeting(work: Work, number: int, version: int | None = None, **changes: Any) -> None:
    """Change a meeting's place or starting time."""
    meeting = work.get(Meeting, finding.unsigned(finding.meeting(work, number)).id, version, changes)
    if "place" in changes:
        meeting.place = one_line(changes["place"])
    if "starts" in changes:
        meeting.starts = time_of_day(changes["starts"])
    work.say(f"Change meeting {number}")


def postpone_meeting(work: Work, number: int, because: str) -> None:
    """Postpone a meeting without a new date yet."""
    _leave(work, number, because, MeetingState.POSTPONED)


def cancel_meeting(work: Work, number: int, because: str) -> None:
    """Cancel a meeting, saying why; it keeps its number."""
    _leave(work, number, because, MeetingState.CANCELLED)


def start_meeting(work: Work, number: int) -> None:
    """Open a meeting: the clock runs, the first item is in hand, the Chair presides."""
    require(work.role, Step.TAKE_MINUTES)
    meeting = _to_come(work, number)
    if meeting.state == MeetingState.POSTPONED:
        raise BoardError(f"Meeting {number} is postponed.", "It has no day yet.", "Move it to its new date first.")
    work.say(f"Start meeting {number}")
    if not finding.items(work, meeting.id):
        raise BoardError(f"Meeting {number} has no agenda.", "", "Add an item first.")
    meeting.state = MeetingState.IN_SESSION
    meeting.opened_at = meeting.ticked_at = work.now.isoformat(timespec="seconds")
    preside(work, meeting)
    go_to(work, meeting, finding.item(work, number, 1))


def close_meeting(work: Work, number: int) -> None:
    """Close a meeting: the clock stops, and its minutes are in draft."""
    meeting = finding.meeting(work, number)
    if meeting.state != MeetingState.IN_SESSION:
        raise BoardError(
            f"Meeting {number} is not in session.",
            "Nothing was changed.",
            "Start it first: under {meetings}, open it and press {meeting-start}.",
        )
    tick(work, meeting)
    meeting.state, meeting.restricted_now = MeetingState.DRAFT, None
    meeting.closed_at = meeting.closed_at or work.now.isoformat(timespec="seconds")
    meeting.journal_at_close = work.next_entry()
    seal_confirmed(work, meeting)
    work.say(f"Close meeting {number}")


def reopen_meeting(work: Work, number: int) -> None:
    """Take a meeting back into session while its minutes are in draft; on a later day, only to correct them."""
    require(work.role, Step.TAKE_MINUTES)
    meeting = finding.meeting(work, number)
    if meeting.state != MeetingState.DRAFT:
        raise BoardError(
            f"The minutes of meeting {number} are {meeting.state}.",
            "It was not reopened.",
            "What is signed is changed by an amendment: on the meeting, press {meeting-amend}.",
        )
    meeting.state = MeetingState.IN_SESSION
    if meeting.closed_at and meeting.closed_at[:10] == work.now.date().isoformat():
        meeting.closed_at = None
    meeting.ticked_at = work.now.isoformat(timespec="seconds")
    work.say(f"Reopen meeting {number}")


def submit_minutes(work: Work, number: int) -> None:
    """Send draft minutes to the Chair."""
    meeting = finding.meeting(work, number)
    if meeting.state != MeetingState.DRAFT:
        raise BoardError(
            f"The minutes of meeting {number} are not in draft.",
            "Nothing was changed.",
            "Look at where they stand under {meetings}; {meetings-step} there says the next step.",
        )
    meeting.state, meeting.submitted_on = MeetingState.WITH_CHAIR, work.today
    work.say(f"Send the minutes of meeting {number} to the Chair")


def return_minutes(work: Work, number: int) -> None:
    """Take minutes back from the Chair into draft."""
    meeting = finding.meeting(work, number)
    if meeting.state != MeetingState.WITH_CHAIR:
        raise BoardError(
            f"The minutes of meeting {number} are not with the Chair.",
            "Nothing was changed.",
            "Send them to the Chair first: under {meetings}, press {meetings-step} on the meeting.",
        )
    meeting.state, meeting.submitted_on = MeetingState.DRAFT, None
    work.say(f"Take the minutes of meeting {number} back into draft")


def sign_minutes(
    work: Work,
    number: int,
    *,
    by: str,
    on: date | None = None,
    how: str = SignedHow.PROGRAM,
    passphrase: str | None = None,
) -> None:
    """Sign minutes off, subject to confirmation; the Chair does, or the administrator records it (paper, e-mail)."""
    require(work.role, Step.SIGN if how == SignedHow.PROGRAM else Step.RECORD_SIGN_OFF)
    if how == SignedHow.PROGRAM:
        confirm(work, passphrase)
    seal_minutes(work, mark_signed(work, number, by=by, on=on, how=how))
    work.barrier = True
    work.say(f"Sign off the minutes of meeting {number}")


def mark_signed(work: Work, number: int, *, by: str, on: date | None, how: str) -> Meeting:
    """Put a signature to minutes; they are confirmed at once where the next meeting already did so."""
    meeting = finding.meeting(work, number)
    if meeting.state not in (MeetingState.WITH_CHAIR, MeetingState.DRAFT):
        raise BoardError(
            f"The minutes of meeting {number} are {meeting.state}.",
            "They were not signed off.",
            "Send them to the Chair first: under {meetings}, press {meetings-step} on the meeting.",
        )
    meeting.state, meeting.signed_on = MeetingState.SIGNED, on or work.today
    meeting.signed_by, meeting.signed_how = finding.wording(by, "The signer's name"), how
    if meeting.confirmed_at_id:
        meeting.state = MeetingState.CONFIRMED
    return meeting


def _arranged(work: Work) -> list[Meeting]:
    outside = (MeetingState.CANCELLED, MeetingState.POSTPONED)
    return work.all(select(Meeting).where(col(Meeting.state).not_in([str(s) for s in outside])))


def _interval(work: Work, last: date) -> int:
    """Return the interval in force after a day: that of a variation agreed by then, or the Board's own (N 7.2)."""
    agreed = [Agreed(v.days, v.applies_from, v.agreed_on) for v in work.all(select(Variation))]
    found = in_force(agreed, last, work.today)
    return found.days if found else finding.board(work).interval_days


def _to_come(work: Work, number: int) -> Meeting:
    meeting = finding.meeting(work, number)
    if meeting.state not in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED, MeetingState.POSTPONED):
        raise BoardError(
            f"Meeting {number} is {meeting.state}.",
            "Nothing was changed.",
            "Choose a meeting that has not begun, or plan another one: under {meetings}, press {meetings-add}.",
        )
    return meeting


def _free(work: Work, day: date, but: str = "") -> None:
    for other in _arranged(work):
        if other.held_on == day and other.id != but:
            raise BoardError(
                f"Meeting {other.number} is already on {show(day)}.", "Nothing was changed.", "Choose another day."
            )


def _leave(work: Work, number: int, because: str, state: MeetingState) -> None:
    meeting = _to_come(work, number)
    meeting.state = state
    meeting.moved_because = f"{state.capitalize()}: {finding.wording(because, 'The reason')}"
    work.say(f"Mark meeting {number} {state}")


def time_of_day(typed: str) -> str:
    """Read a time such as 14:00, 9.30 or 2pm."""
    try:
        return parse_time(typed)
    except ValueError as problem:
        raise BoardError(
            f"“{typed}” is not a time.", "Nothing was changed.", "Write it like 14:00 or 2pm."
        ) from problem
