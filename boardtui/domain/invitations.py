"""What a calendar is told of a meeting: when, where, what about, and whether it still takes place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from boardtui.domain.states import HELD, MeetingState
from boardtui.domain.text import one_line
from boardtui.domain.views import Board, Item, Meeting

USUAL_MINUTES = 120
"""How long a meeting is taken to last while its agenda does not say."""

OFF = (MeetingState.CANCELLED, MeetingState.POSTPONED)


@dataclass(frozen=True)
class Invitation:
    """One meeting in a calendar, in local time.

    `identity` stays the same for good, and `sequence` grows with each change of the meeting, so that a calendar takes
    a newer invitation for the same meeting as an update of what it has. The subject of one that was called off says so,
    for the calendar that does not take it out.
    """

    identity: str
    sequence: int
    starts: datetime
    ends: datetime
    subject: str
    place: str
    words: str
    cancelled: bool


def invitation(board: Board, meeting: Meeting, items: Sequence[Item]) -> Invitation:
    """Return the invitation to a meeting; an item that is restricted is not named in it (rule 12)."""
    off = meeting.state in OFF
    starts = datetime.combine(meeting.date, time.fromisoformat(meeting.starts))
    minutes = sum(item.minutes for item in items) or USUAL_MINUTES
    named = [f"{item.number}. {one_line(item.title)}" for item in items if not item.restricted]
    return Invitation(
        identity=meeting.id,
        sequence=meeting.version,
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        subject=one_line(f"{f'{meeting.state.capitalize()}: ' if off else ''}{board.name}, meeting {meeting.number}"),
        place=one_line(meeting.place),
        words="\n".join(["Agenda", *named]) if named and meeting.agenda_issued_on else "",
        cancelled=off,
    )


def invited(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Return the meetings that a calendar should know: all but those that were held."""
    return [meeting for meeting in meetings if meeting.state not in HELD]
