"""Due dates that are "next meeting": they wait until it is planned, and follow it if it moves (DESIGN 5)."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardtui.domain.carrying import next_open_meeting
from boardtui.domain.lines import Due
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import ActionState, MeetingState, UpdateKind
from boardtui.services.action_log import Move, updates
from boardtui.store.models import Action, Meeting
from boardtui.store.unit import Work

WITH_OWNER = (ActionState.OPEN, ActionState.RETURNED)
"""States of an action whose due date still matters."""


def following_meeting(work: Work, number: int) -> Meeting | None:
    """Return the next open meeting after a number, or None (rule 9)."""
    rows = work.all(select(Meeting))
    found = next_open_meeting((MeetingOn(m.number, m.held_on, MeetingState(m.state)) for m in rows), number)
    return next((row for row in rows if found and row.number == found.number), None)


def resolve_due(work: Work, meeting: Meeting, due: Due) -> Move:
    """Return the day that a due date means at a meeting, and the meeting it follows if it is the next one.

    While no next meeting is planned there is no day; planning one settles it.
    """
    if isinstance(due, date):
        return Move(due, None)
    following = following_meeting(work, meeting.number)
    return Move(following.held_on, following.id) if following else Move(None, None)


def follow_meeting(work: Work, meeting: Meeting) -> None:
    """Move the actions that are due at a meeting along with it."""
    for action in _with_owner(work, select(Action).where(Action.due_meeting_id == meeting.id)):
        if action.original_due == action.due:
            action.original_due = meeting.held_on
        action.due = meeting.held_on


def settle_next_meeting(work: Work, meeting: Meeting) -> None:
    """Give a date to actions that were due "next meeting" before there was one."""
    before = select(Meeting.id).where(Meeting.number < meeting.number)
    dateless = (col(Action.due).is_(None), col(Action.due_said) == "")
    waiting = select(Action).where(*dateless, col(Action.meeting_id).in_(before))
    for action in _with_owner(work, waiting):
        for line in updates(work, action):
            if line.kind == UpdateKind.MOVED and line.due_after is None:
                line.due_after, line.due_meeting_after_id = meeting.held_on, meeting.id
        action.due, action.due_meeting_id = meeting.held_on, meeting.id
        action.original_due = action.original_due or meeting.held_on


def _with_owner(work: Work, actions: object) -> list[Action]:
    return [action for action in work.all(actions) if action.state in WITH_OWNER]
