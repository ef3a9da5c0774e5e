"""Which meeting a deferred or copied item goes to (rule 9)."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.domain.dates import show_long
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import MeetingState


def next_open_meeting(meetings: Iterable[MeetingOn], after_number: int) -> MeetingOn | None:
    """Find the next meeting in time that is neither cancelled nor closed, or none (rule 9).

    Closed means that its minutes are in draft or later. A postponed meeting still takes items: they wait for
    it. Raises ValueError when there is no meeting `after_number`.
    """
    in_order = sorted(meetings, key=lambda m: (m.day, m.number))
    numbers = [meeting.number for meeting in in_order]
    if after_number not in numbers:
        raise ValueError(f"There is no meeting {after_number}.")
    later = in_order[numbers.index(after_number) + 1 :]
    return next((meeting for meeting in later if meeting.is_open), None)


def say_where(meeting: MeetingOn | None) -> str:
    """Name the meeting an item will go to, before it goes (rule 9)."""
    if meeting is None:
        return "There is no open meeting after this one: plan the next meeting first."
    if meeting.state == MeetingState.POSTPONED:
        return f"It goes to meeting {meeting.number}, postponed from {show_long(meeting.day)}."
    return f"It goes to meeting {meeting.number} on {show_long(meeting.day)}."
