"""Taking back what an entry did to the record, before it is changed or removed."""

from __future__ import annotations

from sqlmodel import select

from boardtui.domain.states import EntryKind, MeetingState
from boardtui.errors import BoardError
from boardtui.services import actions
from boardtui.store.models import (
    Action,
    ActionLine,
    ActionOwner,
    ActionUpdate,
    Amendment,
    Entry,
    Interest,
    Meeting,
    Movement,
    Rating,
    Row,
)
from boardtui.store.unit import Work

CONSEQUENCES: tuple[type[Row], ...] = (Movement, Interest, Rating, Amendment, ActionUpdate)
"""Tables whose rows name the entry they came from."""


def take_back(work: Work, entry: Entry, *, keep_action: bool = False) -> None:
    """Remove what the entry added; `keep_action` leaves the action it raised, to be changed in place."""
    for kind in CONSEQUENCES:
        for row in work.all(select(kind).where(kind.entry_id == entry.id)):  # type: ignore[attr-defined]
            work.delete(row)
    if entry.kind == EntryKind.CONFIRMATION:
        for meeting in work.all(select(Meeting).where(Meeting.confirmed_at_id == entry.meeting_id)):
            meeting.confirmed_at_id, meeting.confirmed_how = None, ""
            if meeting.state == MeetingState.CONFIRMED:
                meeting.state = MeetingState.SIGNED
    if entry.kind == EntryKind.UPDATE and entry.action_id:
        actions.refold(work, work.get(Action, entry.action_id))
        entry.action_id = None
    if entry.kind == EntryKind.ACTION and entry.action_id and not keep_action:
        _remove_action(work, entry)
    entry.line_id = entry.answers_id = entry.decision_number = entry.inquorate = None
    work.session.flush()


def _remove_action(work: Work, entry: Entry) -> None:
    action = work.get(Action, entry.action_id)
    entry.action_id = None
    if work.first(select(ActionUpdate).where(ActionUpdate.action_id == action.id)):
        raise BoardError(
            "The action of this entry already has a history.",
            "The entry was left as it is.",
            "Withdraw the action in the action log instead.",
        )
    for kind in (ActionOwner, ActionLine):
        for row in work.all(select(kind).where(kind.action_id == action.id)):
            work.delete(row)
    work.delete(action)
