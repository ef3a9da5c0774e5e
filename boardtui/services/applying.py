"""What an entry does to the record, and what the minutes print for it."""

from __future__ import annotations

from sqlmodel import col, select

from boardtui.domain import lines as ln
from boardtui.domain.dates import show
from boardtui.domain.ratings import level_of
from boardtui.domain.restriction import inherited
from boardtui.domain.states import HELD, EntryKind, MeetingState
from boardtui.domain.text import listed
from boardtui.errors import BoardError
from boardtui.services import actions, attendance, finding, plan, queries
from boardtui.services.action_log import At
from boardtui.services.board import scheme
from boardtui.services.next_meeting import resolve_due
from boardtui.store.models import Action, ActionOwner, AgendaItem, Amendment, Entry, Meeting
from boardtui.store.unit import Work

THE_BOARD = "the Board"
"""Who gives an update or a rating that is minuted."""

_KINDS: dict[type, EntryKind] = {
    ln.Decides: EntryKind.DECISION,
    ln.Raises: EntryKind.ACTION,
    ln.Challenges: EntryKind.CHALLENGE,
    ln.UpdatesAction: EntryKind.UPDATE,
    ln.Rates: EntryKind.UPDATE,
    ln.RemarksOnLine: EntryKind.UPDATE,
    ln.AnswersChallenge: EntryKind.UPDATE,
    ln.Register: EntryKind.REGISTER,
    ln.Deputy: EntryKind.REGISTER,
    ln.Moved: EntryKind.MOVEMENT,
    ln.Presides: EntryKind.MOVEMENT,
    ln.Declares: EntryKind.INTEREST,
    ln.Amends: EntryKind.AMENDMENT,
    ln.Confirms: EntryKind.CONFIRMATION,
}


def kind_of(line: ln.Line) -> EntryKind:
    """Return what kind of entry a line makes."""
    return line.kind if isinstance(line, ln.Untidy) else _KINDS.get(type(line), EntryKind.NOTE)


def text_of(work: Work, meeting: Meeting, line: ln.Line) -> str:
    """Return the sentence the minutes print for a line."""
    match line:
        case ln.UpdatesAction():
            return _update_text(work, meeting, line)
        case ln.Rates():
            return _rating_text(work, line)
        case ln.RemarksOnLine(ref, text):
            return f"Plan line {ref}: {text}"
        case ln.AnswersChallenge(ref, text):
            return f"On the challenge at {ref}: {text}"
        case ln.Register(status, who):
            return f"{status.capitalize()}: {', '.join(who)}"
        case ln.Deputy():
            said = line.initials or ", ".join(filter(None, (line.name, line.title)))
            return f"{said} deputised for {line.deputy_for}"
        case ln.Moved(who, arrived):
            return f"{who} {'arrived' if arrived else 'left'}"
        case ln.Presides(who):
            return f"{who} took the chair"
        case ln.Declares():
            leaving = " and withdrew for that item" if line.leaves else ""
            return f"{line.who} declared an interest in item {line.item} ({line.nature}){leaving}"
        case ln.Amends(ref, old, new):
            return f"Paragraph {ref}: “{old}” was amended to read “{new}”"
        case ln.Confirms(amended):
            last = _last_minutes(work, meeting)
            return f"The minutes of meeting {last.number} were confirmed {_how(amended)}"
        case ln.Note(text) | ln.Decides(text) | ln.Challenges(text):
            return text
        case ln.Raises() | ln.Untidy():
            return line.text
        case _:
            raise TypeError(line)


def apply_line(work: Work, meeting: Meeting, item: AgendaItem, entry: Entry, line: ln.Line) -> None:
    """Do to the record what the entry says."""
    at = At(meeting.held_on, THE_BOARD, meeting.id, entry.id)
    match line:
        case ln.Raises():
            _raise(work, meeting, item, entry, line)
        case ln.Decides():
            counted = attendance.quorum_now(work, meeting, item)
            entry.inquorate = counted.reason if counted.quorate is False else None
            number_decisions(work, meeting)
        case ln.UpdatesAction():
            _update_action(work, meeting, entry, line, at)
        case ln.Rates():
            plan.rate(
                work,
                line.ref,
                meeting.number,
                line.level,
                reason=line.reason,
                path=line.path,
                evidence=line.evidence,
                recheck_on=line.recheck_on,
                by=THE_BOARD,
                on=meeting.held_on,
                entry_id=entry.id,
                restricted=entry.restricted,
            )
            entry.line_id = finding.line(work, line.ref).id
            queries.answered_in_minutes(work, meeting, entry)
        case ln.RemarksOnLine():
            entry.line_id = finding.line(work, line.ref).id
            queries.answered_in_minutes(work, meeting, entry)
        case ln.AnswersChallenge():
            challenge = finding.paragraph(work, line.ref)
            entry.answers_id = challenge.id
            entry.restricted = inherited(entry.restricted, challenge.restricted)
        case ln.Register():
            attendance.mark_all(work, meeting, line, entry.id)
        case ln.Deputy():
            attendance.deputise(work, meeting, line, entry.id)
        case ln.Moved():
            attendance.move(work, meeting, line, entry.id)
        case ln.Presides():
            entry.presiding_id = finding.seat(work, line.who).id
            work.session.flush()
            attendance.preside(work, meeting)
        case ln.Declares():
            attendance.declare(work, meeting, line, entry.id)
        case ln.Amends():
            amended = finding.paragraph(work, line.ref)
            entry.restricted = inherited(entry.restricted, amended.restricted)
            work.add(Amendment(entry_id=entry.id, amended_id=amended.id, old=line.old, new=line.new), line.ref)
        case ln.Confirms():
            _confirm(work, meeting, line)


def number_decisions(work: Work, meeting: Meeting) -> None:
    """Give a meeting's decisions numbers in the order they were taken."""
    decisions = select(Entry).where(Entry.meeting_id == meeting.id, Entry.kind == EntryKind.DECISION)
    for number, entry in enumerate(work.all(decisions.order_by(col(Entry.position))), 1):
        entry.decision_number = number


def _raise(work: Work, meeting: Meeting, item: AgendaItem, entry: Entry, line: ln.Raises) -> None:
    if entry.action_id:
        ref = f"{meeting.number}/{work.get(Action, entry.action_id).sequence:02}"
        actions.restate(work, ref, line.text, line.leads, line.supporters, line.due, entry.restricted)
        return
    ref = actions.raise_action(
        work,
        meeting.number,
        line.text,
        line.leads,
        line.supporters,
        due=line.due,
        item_id=item.id,
        restricted=entry.restricted,
    )
    entry.action_id = finding.action(work, ref).id


def _update_action(work: Work, meeting: Meeting, entry: Entry, line: ln.UpdatesAction, at: At) -> None:
    action = finding.action(work, line.ref)
    entry.action_id = action.id
    entry.restricted = inherited(entry.restricted, action.restricted)
    queries.answered_in_minutes(work, meeting, entry)
    match line.step:
        case "done":
            actions.done(work, line.ref, line.text, at)
        case "closed":
            actions.close(work, line.ref, line.text, at)
        case "returned":
            actions.give_back(work, line.ref, line.text, at)
        case "moved" if line.due is not None:
            actions.move_due(work, line.ref, line.due, line.text, at)
        case _:
            actions.update_action(work, line.ref, line.text, at)


def _confirm(work: Work, meeting: Meeting, line: ln.Confirms) -> None:
    last = _last_minutes(work, meeting)
    last.confirmed_at_id = meeting.id
    last.confirmed_how = _how(line.amended)
    if last.state == MeetingState.SIGNED:
        last.state = MeetingState.CONFIRMED
    elif last.state != MeetingState.CONFIRMED:
        still = "with the Chair" if last.state == MeetingState.WITH_CHAIR else last.state
        work.tell(f"The minutes of meeting {last.number} are still {still}; the Chair has not signed them off.")


def _how(amended: bool) -> str:
    return "as amended" if amended else "as presented"


def _last_minutes(work: Work, meeting: Meeting) -> Meeting:
    """Return the meeting held before this one."""
    held = [str(state) for state in HELD]
    before = select(Meeting).where(col(Meeting.state).in_(held), Meeting.held_on < meeting.held_on)
    found: Meeting | None = work.first(before.order_by(col(Meeting.held_on).desc()))
    if found is None:
        raise BoardError("There are no earlier minutes to confirm.", "", "This is the Board's first meeting.")
    return found


def _update_text(work: Work, meeting: Meeting, line: ln.UpdatesAction) -> str:
    match line.step:
        case "done":
            return f"Action {line.ref} was reported done: {line.text}"
        case "closed":
            return f"Action {line.ref} was closed: {line.text}"
        case "returned":
            return f"Action {line.ref} was returned to {_leads(work, line.ref)}: {line.text}"
        case "moved" if line.due is not None:
            day = resolve_due(work, meeting, line.due).due
            return f"Action {line.ref} was moved to {show(day) if day else ln.NEXT_MEETING}: {line.text}"
        case _:
            return f"Action {line.ref}: {line.text}"


def _leads(work: Work, ref: str) -> str:
    action = finding.action(work, ref)
    owners = select(ActionOwner).where(ActionOwner.action_id == action.id, ActionOwner.part == "lead")
    ids = [row.office_id for row in work.all(owners.order_by(col(ActionOwner.position)))]
    return listed([work.db.execute("SELECT initials FROM office WHERE id = ?", (one,)).fetchone()[0] for one in ids])


def _rating_text(work: Work, line: ln.Rates) -> str:
    level = level_of(scheme(work), line.level)
    said = [f"Plan line {line.ref} was rated {level.letter} ({level.word}): {line.reason}"]
    if line.path:
        said.append(f"Path to green: {line.path}")
    if line.evidence:
        said.append(f"Evidence: {line.evidence}")
    if line.recheck_on:
        said.append(f"To be looked at again on {show(line.recheck_on)}")
    return ". ".join(part.rstrip(".") for part in said)
