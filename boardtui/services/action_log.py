"""The log of an action: every step is a line of it, and what an action is now is worked out from its log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from boardtui.domain.actions import action_rating
from boardtui.domain.states import ActionState, UpdateKind
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.store.models import Action, ActionUpdate, Meeting
from boardtui.store.unit import Work


@dataclass(frozen=True)
class At:
    """Where something happened to an action: at a meeting, with the entry that minutes it, or between meetings."""

    on: date
    by: str
    meeting_id: str | None = None
    entry_id: str | None = None


@dataclass(frozen=True)
class Move:
    """The due date an action is moved to, and the meeting it then follows; None until there is one."""

    due: date | None
    meeting_id: str | None


def log(
    work: Work, action: Action, kind: UpdateKind, text: str, at: At | None = None, move: Move | None = None
) -> None:
    """Add a line to an action's log and let it take effect; by default it happens now, by whoever works here."""
    at = at or At(work.today, one_line(work.who))
    said = one_line(text)
    if not said:
        raise BoardError("Say what happened.", "Nothing was saved.", "Write a sentence and save again.")
    earlier = updates(work, action)
    position = earlier[-1].position + 1 if earlier else 1
    update = ActionUpdate(
        action_id=action.id,
        position=position,
        given_on=at.on,
        given_by=at.by,
        kind=kind,
        text=said,
        meeting_id=at.meeting_id,
        entry_id=at.entry_id,
    )
    if move is not None:
        update.due_before, update.due_meeting_before_id = action.due, action.due_meeting_id
        update.due_after, update.due_meeting_after_id = move.due, move.meeting_id
    _take_effect(work, action, work.add(update, f"{action.id}:{position}"))


def updates(work: Work, action: Action) -> list[ActionUpdate]:
    """Return the lines of an action's log, oldest first."""
    lines = select(ActionUpdate).where(ActionUpdate.action_id == action.id)
    return work.all(lines.order_by(col(ActionUpdate.position)))


def first_move(work: Work, action: Action) -> ActionUpdate | None:
    """Return the line that first moved an action's due date, or None."""
    return next((line for line in updates(work, action) if line.kind == UpdateKind.MOVED), None)


def refold(work: Work, action: Action, *, without: str) -> None:
    """Work an action out again from its log, after taking back the lines that the entry `without` wrote."""
    moved = first_move(work, action)
    if moved is not None:
        _due(work, action, moved.due_before, moved.due_meeting_before_id)
        action.original_due = action.original_due if moved.due_before else None
    action.state = ActionState.SUPERSEDED if action.superseded_by_id else ActionState.OPEN
    action.done_on = action.rating_when_done = action.closed_on = action.closed_at_id = None
    action.evidence = ""
    for line in updates(work, action):
        if line.entry_id == without:
            work.delete(line)
        else:
            _take_effect(work, action, line)


def _take_effect(work: Work, action: Action, line: ActionUpdate) -> None:
    match line.kind:
        case UpdateKind.MOVED:
            _due(work, action, line.due_after, line.due_meeting_after_id)
            action.original_due = action.original_due or action.due
        case UpdateKind.DONE:
            action.rating_when_done = action_rating(
                ActionState(action.state),
                action.due,
                line.given_on,
                action.not_before,
                finding.board(work).at_risk_days,
                action.rating_when_done,
            )
            action.state, action.done_on = ActionState.DONE, line.given_on
        case UpdateKind.CLOSED:
            action.state, action.closed_on = ActionState.CLOSED, line.given_on
            action.closed_at_id, action.evidence = line.meeting_id, line.text
        case UpdateKind.RETURNED:
            action.state, action.done_on, action.rating_when_done = ActionState.RETURNED, None, None
        case UpdateKind.WITHDRAWN:
            action.state = ActionState.WITHDRAWN


def _due(work: Work, action: Action, day: date | None, meeting_id: str | None) -> None:
    action.due = work.get(Meeting, meeting_id).held_on if meeting_id else day
    action.due_meeting_id = meeting_id
