"""The clock and the item in hand of a meeting in session."""

from __future__ import annotations

from datetime import datetime

from boardtui.domain.states import ItemState, MeetingState
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.store.models import AgendaItem, Meeting
from boardtui.store.unit import Work


def tick(work: Work, meeting: Meeting) -> None:
    """Count the time since the last tick as used by the item in hand."""
    corrected = meeting.closed_at is not None  # reopened on a later day: nobody is in the room any more
    if meeting.ticked_at and meeting.item_in_hand_id and not corrected:
        passed = (work.now - datetime.fromisoformat(meeting.ticked_at)).total_seconds()
        work.get(AgendaItem, meeting.item_in_hand_id).used_seconds += max(0, int(passed))
    meeting.ticked_at = work.now.isoformat(timespec="seconds")


def resume(work: Work, number: int) -> None:
    """Come back to a meeting in session; the time away is not counted as used."""
    meeting = finding.meeting(work, number)
    if meeting.state != MeetingState.IN_SESSION:
        raise BoardError(
            f"Meeting {number} is not in session.",
            "Nothing was changed.",
            "Start it first: under {meetings}, open it and press {meeting-start}.",
        )
    meeting.ticked_at = work.now.isoformat(timespec="seconds")
    work.say(f"Resume meeting {number}")


def go_to(work: Work, meeting: Meeting, item: AgendaItem) -> None:
    """Take an item in hand; the first time, it is noted in which order it was taken."""
    if meeting.state == MeetingState.IN_SESSION:
        tick(work, meeting)
    meeting.item_in_hand_id = item.id
    if item.taken_order is None and item.state != ItemState.DEFERRED:
        (last,) = work.db.execute(
            "SELECT coalesce(max(taken_order), 0) FROM agenda_item WHERE meeting_id = ?", (meeting.id,)
        ).fetchone()
        item.taken_order, item.state = last + 1, ItemState.TAKEN
    work.session.flush()
    work.say(f"Go to item {item.number} of meeting {meeting.number}")


def in_hand(work: Work, meeting: Meeting) -> AgendaItem:
    """Return the item in hand, the first one before any was taken."""
    if meeting.item_in_hand_id:
        return work.get(AgendaItem, meeting.item_in_hand_id)
    return finding.item(work, meeting.number, 1)


def next_item(work: Work, meeting: Meeting) -> AgendaItem | None:
    """Return the first item after the one in hand that was neither taken nor deferred."""
    now = in_hand(work, meeting).number
    rest = (item for item in finding.items(work, meeting.id) if item.number > now)
    return next((item for item in rest if item.state == ItemState.PLANNED), None)
