"""Actions: raised, updated, reported done by their owner, closed or returned by the Board or Chair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from boardtui.domain.actions import action_rating
from boardtui.domain.carrying import next_open_meeting
from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING, Due
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import ActionState, MeetingState, UpdateKind
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.store.models import Action, ActionLine, ActionOwner, ActionUpdate, Entry, Meeting
from boardtui.store.unit import Work


@dataclass(frozen=True)
class At:
    """Where something happened to an action: at a meeting, with the entry that minutes it, or between meetings."""

    on: date
    by: str
    meeting_id: str | None = None
    entry_id: str | None = None


def raise_action(
    work: Work,
    meeting: int,
    text: str,
    leads: Sequence[str],
    supporters: Sequence[str] = (),
    *,
    due: Due,
    item_id: str | None = None,
    restricted: str | None = None,
    lines: Sequence[str] = (),
    not_before: date | None = None,
) -> str:
    """Raise an action of a meeting; return its permanent reference. `due` may be "next meeting"."""
    raised_at = finding.meeting(work, meeting)
    if not leads:
        raise BoardError("An action needs a lead.", "Nothing was saved.", "Name an office, a person or a group.")
    (last,) = work.db.execute(
        "SELECT coalesce(max(sequence), 0) FROM action WHERE meeting_id = ?", (raised_at.id,)
    ).fetchone()
    ref = f"{meeting}/{last + 1:02}"
    day, due_meeting = resolve_due(work, raised_at, due)
    action = work.add(
        Action(
            meeting_id=raised_at.id,
            item_id=item_id,
            sequence=last + 1,
            text=finding.wording(text, "The action's text"),
            due=day,
            original_due=day,
            due_meeting_id=due_meeting,
            not_before=not_before,
            raised_on=raised_at.held_on if raised_at.opened_at else work.today,
            restricted=restricted,
        ),
        ref,
    )
    _own(work, action, ref, leads, supporters)
    work.say(f"Raise action {ref}")
    if lines:
        serve_lines(work, ref, lines)
    return ref


def update_action(work: Work, ref: str, text: str, at: At | None = None) -> None:
    """Add to an action's log."""
    work.say(f"Update action {ref}")
    _log(work, finding.action(work, ref), UpdateKind.UPDATE, text, at)


def done(work: Work, ref: str, text: str, at: At | None = None) -> None:
    """Note that the owner says it is done; it keeps the rating it had on that day (rule 6)."""
    action = _open(work, ref)
    at = at or _now(work)
    risk = finding.board(work).at_risk_days
    action.rating_when_done = action_rating(ActionState(action.state), action.due, at.on, action.not_before, risk)
    action.state, action.done_on = ActionState.DONE, at.on
    work.say(f"Report action {ref} done")
    _log(work, action, UpdateKind.DONE, text, at)


def close(work: Work, ref: str, evidence: str, at: At | None = None) -> None:
    """Close an action: the Board or Chair accepts it, with its evidence."""
    action = _open(work, ref)
    at = at or _now(work)
    action.evidence = finding.wording(evidence, "The evidence")
    action.state, action.closed_on, action.closed_at_id = ActionState.CLOSED, at.on, at.meeting_id
    work.say(f"Close action {ref}")
    _log(work, action, UpdateKind.CLOSED, evidence, at)


def give_back(work: Work, ref: str, reason: str, at: At | None = None) -> None:
    """Return an action to its lead, saying why."""
    action = _open(work, ref)
    action.state, action.done_on, action.rating_when_done = ActionState.RETURNED, None, None
    work.say(f"Return action {ref}")
    _log(work, action, UpdateKind.RETURNED, reason, at)


def move_due(work: Work, ref: str, due: Due, reason: str, at: At | None = None) -> None:
    """Give an action another due date, saying why; the original one is kept and the slip counted."""
    action = _open(work, ref)
    before = action.due
    meeting = work.get(Meeting, at.meeting_id if at and at.meeting_id else action.meeting_id)
    day, action.due_meeting_id = resolve_due(work, meeting, due)
    action.due = day
    if action.original_due is None:
        action.original_due = day
    work.say(f"Move action {ref} to {show(day) if day else NEXT_MEETING}")
    _log(work, action, UpdateKind.MOVED, reason, at, before, day)


def reword(work: Work, ref: str, text: str, version: int | None = None) -> None:
    """Change an action's words; the log keeps the old ones, and draft minutes follow."""
    found = finding.action(work, ref)
    action = work.get(Action, found.id, version)
    old, action.text = action.text, finding.wording(text, "The action's text")
    work.say(f"Reword action {ref}")
    _log(work, action, UpdateKind.REWORDED, f"Was: {old}", None)
    raised = work.get(Meeting, action.meeting_id)
    if raised.state in (MeetingState.IN_SESSION, MeetingState.DRAFT, MeetingState.WITH_CHAIR):
        for entry in work.all(select(Entry).where(Entry.action_id == action.id, Entry.kind == "action")):
            entry.text = action.text


def change_owners(work: Work, ref: str, leads: Sequence[str], supporters: Sequence[str] = ()) -> None:
    """Give an action other leads and supporters."""
    action = finding.action(work, ref)
    for old in work.all(select(ActionOwner).where(ActionOwner.action_id == action.id)):
        work.delete(old)
    _own(work, action, ref, leads, supporters)
    work.say(f"Change who owns action {ref}")


def serve_lines(work: Work, ref: str, lines: Sequence[str]) -> None:
    """Say which plan lines an action serves, so that they can be traced both ways (N 7.3)."""
    action = finding.action(work, ref)
    wanted = {finding.line(work, line).id: line for line in lines}
    for old in work.all(select(ActionLine).where(ActionLine.action_id == action.id)):
        if wanted.pop(old.line_id, None) is None:
            work.delete(old)
    for line_id, line in wanted.items():
        work.add(ActionLine(action_id=action.id, line_id=line_id), f"{ref}:{line}")
    work.say(f"Link action {ref} to the plan")


def withdraw(work: Work, ref: str, reason: str) -> None:
    """Withdraw an action, saying why."""
    action = _open(work, ref)
    action.state = ActionState.WITHDRAWN
    work.say(f"Withdraw action {ref}")
    _log(work, action, UpdateKind.WITHDRAWN, reason, None)


def resolve_due(work: Work, meeting: Meeting, due: Due) -> tuple[date | None, str | None]:
    """Return the day a due date means, and the meeting it follows if it is the next one.

    While no next meeting is planned the day is None; planning one settles it.
    """
    if isinstance(due, date):
        return due, None
    following = following_meeting(work, meeting.number)
    return (following.held_on, following.id) if following else (None, None)


def following_meeting(work: Work, number: int) -> Meeting | None:
    """Return the next open meeting after a number, or None (rule 9)."""
    rows = work.all(select(Meeting))
    found = next_open_meeting((MeetingOn(m.number, m.held_on, MeetingState(m.state)) for m in rows), number)
    return next((row for row in rows if found and row.number == found.number), None)


def follow_meeting(work: Work, meeting: Meeting) -> None:
    """Move the actions that are due at a meeting along with it."""
    open_states = (ActionState.OPEN, ActionState.RETURNED)
    for action in work.all(select(Action).where(Action.due_meeting_id == meeting.id)):
        if action.state in open_states:
            if action.original_due == action.due:
                action.original_due = meeting.held_on
            action.due = meeting.held_on


def settle_next_meeting(work: Work, meeting: Meeting) -> None:
    """Give a date to actions that were due "next meeting" before there was one."""
    before = select(Meeting.id).where(Meeting.number < meeting.number)
    waiting = select(Action).where(col(Action.due).is_(None), col(Action.meeting_id).in_(before))
    for action in work.all(waiting):
        action.due = action.original_due = meeting.held_on
        action.due_meeting_id = meeting.id


def refold(work: Work, action: Action) -> None:
    """Work out an action's state and due date again from its log, after a line of the log was taken back."""
    action.state, action.due = ActionState.OPEN, action.original_due
    action.done_on = action.rating_when_done = action.closed_on = action.closed_at_id = None
    action.evidence = ""
    risk = finding.board(work).at_risk_days
    log = select(ActionUpdate).where(ActionUpdate.action_id == action.id).order_by(col(ActionUpdate.position))
    for update in work.all(log):
        match update.kind:
            case UpdateKind.MOVED:
                action.due = update.due_after
            case UpdateKind.DONE:
                action.rating_when_done = action_rating(
                    ActionState(action.state), action.due, update.given_on, action.not_before, risk
                )
                action.state, action.done_on = ActionState.DONE, update.given_on
            case UpdateKind.CLOSED:
                action.state, action.closed_on = ActionState.CLOSED, update.given_on
                action.closed_at_id, action.evidence = update.meeting_id, update.text
            case UpdateKind.RETURNED:
                action.state, action.done_on, action.rating_when_done = ActionState.RETURNED, None, None
            case UpdateKind.WITHDRAWN:
                action.state = ActionState.WITHDRAWN


def _open(work: Work, ref: str) -> Action:
    action = finding.action(work, ref)
    if action.state in (ActionState.CLOSED, ActionState.WITHDRAWN, ActionState.SUPERSEDED):
        raise BoardError(
            f"Action {ref} is already {action.state}.",
            "Nothing was changed.",
            "Raise a new action if more is needed.",
        )
    return action


def _now(work: Work) -> At:
    return At(work.today, work.who)


def _own(work: Work, action: Action, ref: str, leads: Sequence[str], supporters: Sequence[str]) -> None:
    for part, names in (("lead", leads), ("supporter", supporters)):
        for position, name in enumerate(names):
            office = finding.office(work, name)
            work.add(
                ActionOwner(action_id=action.id, office_id=office.id, part=part, position=position),
                f"{ref}:{part}:{office.initials}",
            )


def _log(
    work: Work,
    action: Action,
    kind: UpdateKind,
    text: str,
    at: At | None,
    before: date | None = None,
    after: date | None = None,
) -> None:
    at = at or _now(work)
    said = one_line(clean(text))
    if not said:
        raise BoardError("Say what happened.", "Nothing was saved.", "Write a sentence and save again.")
    (last,) = work.db.execute(
        "SELECT coalesce(max(position), 0) FROM action_update WHERE action_id = ?", (action.id,)
    ).fetchone()
    work.add(
        ActionUpdate(
            action_id=action.id,
            position=last + 1,
            given_on=at.on,
            given_by=at.by,
            kind=kind,
            text=said,
            due_before=before,
            due_after=after,
            meeting_id=at.meeting_id,
            entry_id=at.entry_id,
        ),
        f"{action.id}:{last + 1}",
    )
