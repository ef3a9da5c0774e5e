"""Taking back what an entry did to the record, before it is changed or removed."""

from __future__ import annotations

from sqlmodel import col, select

from boardtui.domain.states import EntryKind, MeetingState
from boardtui.errors import BoardError
from boardtui.services import attendance, queries
from boardtui.services.action_log import refold
from boardtui.store.models import (
    Action,
    ActionLine,
    ActionOwner,
    ActionUpdate,
    Amendment,
    Entry,
    Interest,
    Meeting,
    Rating,
    Row,
)
from boardtui.store.unit import Work

CONSEQUENCES: tuple[type[Row], ...] = (Interest, Rating, Amendment)
"""Tables whose rows name the entry they came from, and change nothing else."""


def take_back(work: Work, entry: Entry, *, keep_action: bool = False, keep_challenge: bool = False) -> None:
    """Remove what the entry added; `keep_action` leaves the action it raised, to be changed in place.

    A challenge that was answered goes only with `keep_challenge`, for another challenge in its place.
    """
    if not keep_challenge:
        _refuse_answered(work, entry)
    for kind in CONSEQUENCES:
        for row in work.all(select(kind).where(kind.entry_id == entry.id)):  # type: ignore[attr-defined]  # each of them has it
            work.delete(row)
    attendance.take_back(work, entry.id)
    queries.take_back(work, entry)
    meeting = work.get(Meeting, entry.meeting_id)
    if entry.presiding_id:
        entry.presiding_id = None
        attendance.preside(work, meeting)
    if entry.kind == EntryKind.CONFIRMATION:
        _unconfirm(work, entry)
    if entry.kind == EntryKind.UPDATE and entry.action_id:
        refold(work, work.get(Action, entry.action_id), without=entry.id)
        entry.action_id = None
    if entry.kind == EntryKind.ACTION and entry.action_id and not keep_action:
        _remove_action(work, entry)
    entry.line_id = entry.answers_id = entry.decision_number = entry.inquorate = None
    work.session.flush()


def _refuse_answered(work: Work, entry: Entry) -> None:
    if work.find(Entry, answers_id=entry.id):
        raise BoardError(
            "This challenge has been answered.",
            "The entry was left as it is, because the answer names it.",
            "Remove the answer first.",
        )


def _unconfirm(work: Work, entry: Entry) -> None:
    """Take back a confirmation, unless the meeting confirmed the minutes in another entry too."""
    others = select(Entry).where(
        Entry.meeting_id == entry.meeting_id,
        Entry.kind == EntryKind.CONFIRMATION,
        Entry.id != entry.id,
        col(Entry.to_tidy).is_(None),
    )
    still = work.first(others.order_by(col(Entry.position).desc()))
    for meeting in work.all(select(Meeting).where(Meeting.confirmed_at_id == entry.meeting_id)):
        if still:
            meeting.confirmed_how = "as amended" if still.text.endswith("as amended") else "as presented"
            continue
        meeting.confirmed_at_id, meeting.confirmed_how = None, ""
        if meeting.state == MeetingState.CONFIRMED:
            meeting.state = MeetingState.SIGNED


def _remove_action(work: Work, entry: Entry) -> None:
    action = work.get(Action, entry.action_id)
    entry.action_id = None
    if work.find(ActionUpdate, action_id=action.id):
        raise BoardError(
            "The action of this entry already has a history.",
            "The entry was left as it is.",
            "Withdraw the action in the action log instead.",
        )
    for kind in (ActionOwner, ActionLine):
        for row in work.all(select(kind).where(kind.action_id == action.id)):
            work.delete(row)
    work.delete(action)
