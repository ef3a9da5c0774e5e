"""Actions: raised, updated, reported done by their owner, closed or returned by the Board or Chair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING, Due
from boardtui.domain.restriction import reason_text
from boardtui.domain.roles import Step, require
from boardtui.domain.states import ActionState, EntryKind, MeetingState, Role, UpdateKind
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.action_log import At, Move, first_move, log
from boardtui.services.next_meeting import resolve_due
from boardtui.store.models import Action, ActionLine, ActionOwner, Entry, Meeting
from boardtui.store.reading.minutes import minuted_at, why_action_restricted
from boardtui.store.unit import Work


@dataclass(frozen=True)
class Before:
    """What an action was in the log it came from: its reference, the day it was raised, words in place of a date.

    `sequence` is its number among the actions of its meeting, where that is to stay the same.
    """

    known_as: str = ""
    raised_on: date | None = None
    due_said: str = ""
    sequence: int | None = None


REWORDABLE = (MeetingState.IN_SESSION, MeetingState.DRAFT, MeetingState.WITH_CHAIR)
"""States of a meeting whose minutes still follow a reworded action."""


def raise_action(
    work: Work,
    meeting: int,
    text: str,
    leads: Sequence[str],
    supporters: Sequence[str] = (),
    *,
    due: Due | None,
    item_id: str | None = None,
    restricted: str | None = None,
    lines: Sequence[str] = (),
    not_before: date | None = None,
    before: Before | None = None,
) -> str:
    """Raise an action of a meeting; return its permanent reference.

    `due` may be "next meeting"; one that came from another log (`before`) may have no date.
    """
    before = before or Before()
    raised_at = finding.unsigned(finding.meeting(work, meeting))
    (last,) = work.db.execute(
        "SELECT coalesce(max(sequence), 0) FROM action WHERE meeting_id = ?", (raised_at.id,)
    ).fetchone()
    sequence = before.sequence or last + 1
    ref = f"{meeting}/{sequence:02}"
    wanted = resolve_due(work, raised_at, due) if due is not None else Move(None, None)
    action = work.add(
        Action(
            meeting_id=raised_at.id,
            item_id=item_id,
            sequence=sequence,
            text=finding.wording(text, "The action's text"),
            due=wanted.due,
            original_due=wanted.due,
            due_meeting_id=wanted.meeting_id,
            not_before=not_before,
            raised_on=before.raised_on or (raised_at.held_on if raised_at.opened_at else work.today),
            restricted=restricted,
            known_as=before.known_as,
            due_said=before.due_said,
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
    log(work, finding.action(work, ref), UpdateKind.UPDATE, text, at)


def done(work: Work, ref: str, text: str, at: At | None = None) -> None:
    """Note that the owner says it is done; it keeps the rating it had on that day (rule 6)."""
    work.say(f"Report action {ref} done")
    log(work, _open(work, ref), UpdateKind.DONE, text, at)


def close(work: Work, ref: str, evidence: str, at: At | None = None) -> None:
    """Close an action: the Board accepts it in a minuted entry, or the Chair between meetings, with its evidence."""
    _between_meetings(work, Step.CLOSE_ACTION, at)
    work.say(f"Close action {ref}")
    log(work, _open(work, ref), UpdateKind.CLOSED, finding.wording(evidence, "The evidence"), at)


def give_back(work: Work, ref: str, reason: str, at: At | None = None) -> None:
    """Return an action to its lead, saying why."""
    _between_meetings(work, Step.RETURN_ACTION, at)
    work.say(f"Return action {ref}")
    log(work, _open(work, ref), UpdateKind.RETURNED, finding.wording(reason, "The reason"), at)


def move_due(work: Work, ref: str, due: Due, reason: str, at: At | None = None) -> None:
    """Give an action another due date, saying why; the original one is kept and the slip counted."""
    action = _open(work, ref)
    meeting = work.get(Meeting, at.meeting_id if at and at.meeting_id else action.meeting_id)
    move = resolve_due(work, meeting, due)
    work.say(f"Move action {ref} to {show(move.due) if move.due else NEXT_MEETING}")
    log(work, action, UpdateKind.MOVED, finding.wording(reason, "The reason"), at, move)


def reword(work: Work, ref: str, text: str, version: int | None = None) -> None:
    """Change an action's words; the log keeps the old ones, and draft minutes follow."""
    found = finding.action(work, ref)
    action = work.get(Action, found.id, version, {"text": text})
    old, action.text = action.text, finding.wording(text, "The action's text")
    work.say(f"Reword action {ref}")
    by_the_chair = "Reworded by the Chair. " if work.role == Role.CHAIR else ""
    log(work, action, UpdateKind.REWORDED, f"{by_the_chair}Was: {old}")
    if work.get(Meeting, action.meeting_id).state in REWORDABLE:
        for entry in work.all(select(Entry).where(Entry.action_id == action.id, Entry.kind == EntryKind.ACTION)):
            entry.typed = entry.typed.removesuffix(entry.text) + action.text
            entry.text = action.text


def restrict(work: Work, ref: str, because: str | None) -> None:
    """Restrict an action that was raised between meetings, with a reason, or open it again (rule 12).

    Raises BoardError for one that is minuted, which is restricted by its paragraph, and for one to be opened that its
    item keeps restricted.
    """
    action = finding.action(work, ref)
    if (minuted := minuted_at(work.db, action.id)) is not None:
        raise BoardError(
            f"Action {ref} is minuted at {minuted}.",
            "It is restricted, or open, with that paragraph; nothing was changed.",
            f"Meetings ({{meetings}}), open the meeting, {{meeting-filter}} finds "
            f"{minuted}, then {{meeting-restrict}}.",
        )
    action.restricted = reason_text(one_line(because or "")) or None
    work.session.flush()
    if not action.restricted and (reason := why_action_restricted(work.db, action.id)):
        raise BoardError(
            "This action stays restricted.",
            f"The item it was raised under is restricted: {reason}.",
            "Open that item first.",
        )
    work.say(f"{'Restrict' if action.restricted else 'Open'} action {ref}")


def restate(
    work: Work,
    ref: str,
    text: str,
    leads: Sequence[str],
    supporters: Sequence[str],
    due: Due,
    restricted: str | None,
) -> None:
    """Put an action as the minutes of its meeting now state it; what its log says happened since still stands."""
    action = finding.action(work, ref)
    action.text, action.restricted = finding.wording(text, "The action's text"), restricted
    change_owners(work, ref, leads, supporters)
    wanted = resolve_due(work, work.get(Meeting, action.meeting_id), due)
    action.original_due = wanted.due
    moved = first_move(work, action)
    if moved is None:
        action.due, action.due_meeting_id = wanted.due, wanted.meeting_id
    else:
        moved.due_before, moved.due_meeting_before_id = wanted.due, wanted.meeting_id


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
    work.say(f"Withdraw action {ref}")
    log(work, _open(work, ref), UpdateKind.WITHDRAWN, finding.wording(reason, "The reason"))


def _between_meetings(work: Work, step: Step, at: At | None) -> None:
    """Refuse a role that does not take this step, unless an entry of the minutes says that the Board did."""
    if at is None or at.entry_id is None:
        require(work.role, step)


def _open(work: Work, ref: str) -> Action:
    action = finding.action(work, ref)
    if action.state in (ActionState.CLOSED, ActionState.WITHDRAWN, ActionState.SUPERSEDED):
        raise BoardError(
            f"Action {ref} is already {action.state}.",
            "Nothing was changed.",
            "Raise a new action if more is needed.",
        )
    return action


def _own(work: Work, action: Action, ref: str, leads: Sequence[str], supporters: Sequence[str]) -> None:
    """Name who leads and who supports, each once."""
    if not leads:
        raise BoardError("An action needs a lead.", "Nothing was saved.", "Name an office, a person or a group.")
    named: set[str] = set()
    for part, names in (("lead", leads), ("supporter", supporters)):
        offices = [office for office in (finding.office(work, name) for name in names) if office.id not in named]
        for position, office in enumerate({office.id: office for office in offices}.values()):
            named.add(office.id)
            work.add(
                ActionOwner(action_id=action.id, office_id=office.id, part=part, position=position),
                f"{ref}:{part}:{office.initials}",
            )
