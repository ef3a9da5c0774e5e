"""Closing the Board: a step apart from lifting the Notice, because Boards often carry on (DESIGN 4).

The unit of work refuses every later write, so no service needs to know of it; undo takes the closing back.
"""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardtui.domain.states import OPEN_ACTIONS, MeetingState
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.duties import past
from boardtui.store.models import Action, Meeting
from boardtui.store.unit import Work

_UNSIGNED = (MeetingState.DRAFT, MeetingState.WITH_CHAIR)


def close_board(work: Work, on: date, because: str) -> None:
    """Close the Board, saying why: it is read and exported from then on, and no longer written.

    A meeting in session is closed first. What stays open is told, not refused.
    """
    row = finding.board(work)
    past(work, on, "A Board is closed")
    said = finding.wording(because, "The reason for closing the Board")
    running: Meeting | None = work.find(Meeting, state=MeetingState.IN_SESSION)
    if running is not None:
        raise BoardError(
            f"Meeting {running.number} is in session.", "The Board was not closed.", "Close the meeting first."
        )
    row.closed_on, row.closed_because = on, said
    work.say("Close the Board")
    for meeting in work.all(select(Meeting).where(col(Meeting.state).in_(_UNSIGNED)).order_by(col(Meeting.number))):
        work.tell(f"The minutes of meeting {meeting.number} are not signed off.")
    if left := work.all(select(Action).where(col(Action.state).in_(OPEN_ACTIONS))):
        work.tell(f"{plural(len(left), 'action')} {'stay' if len(left) > 1 else 'stays'} open.")
