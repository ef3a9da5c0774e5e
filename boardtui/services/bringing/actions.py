"""Actions from a council's own log: raised, or brought up to what the log now says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher

from sqlmodel import col, select

from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING, Due
from boardtui.domain.roles import Step, require
from boardtui.domain.sheets.dates import When
from boardtui.domain.sheets.outcome import Brought
from boardtui.domain.sheets.records import Record
from boardtui.domain.states import HELD, LOCKED, OPEN_ACTIONS, ActionState, MeetingState, UpdateKind
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError
from boardtui.services import actions, finding
from boardtui.services.action_log import At, log, updates
from boardtui.services.bringing.outcome import Setting, changed, differs, leads, new, said
from boardtui.store.models import Action, ActionLine, ActionOwner, Meeting, Office, PlanLine
from boardtui.store.unit import Work

NO_DATE = "No date"
"""What stands in place of a due date where the log gives nothing at all."""

_OURS = re.compile(r"0*([0-9]{1,4})\s*/\s*0*([0-9]{1,4})")
_ALIKE = 0.4
"""How alike the words of an action must be to those here for the same reference to mean the same action."""


def bring(work: Work, record: Record, setting: Setting) -> Brought:
    """Raise the action a row holds, or change what the row says otherwise of one that is here."""
    ref, text = str(record.values.get("ref", "")).strip(" ."), str(record.values["text"])
    known = _known(work, ref, text)
    if known is None:
        return _raise(work, record, setting, ref, text)
    return _change(work, record, setting, known)


def _known(work: Work, ref: str, text: str) -> Action | None:
    """Return the action here that a row is about: by its reference there or here, without one by its words."""
    if not ref:
        same = work.all(select(Action).where(Action.text == text))
        return same[0] if len(same) == 1 else None
    theirs: Action | None = work.find(Action, known_as=ref)
    if theirs is not None:
        return theirs
    ours = _at(work, ref)
    if ours is not None and ours.known_as in ("", ref) and not _alike(ours.text, text):
        raise BoardError(
            f"Action {_ref(work, ours)} is here already and says something else: “{shorten(ours.text, 60)}”.",
            "",
            "If it is the same, give it these words first (Actions, w); if not, give the row another reference.",
        )
    return ours if ours is not None and ours.known_as in ("", ref) else None


def _at(work: Work, ref: str) -> Action | None:
    found = _OURS.fullmatch(ref)
    if found is None:
        return None
    here = select(Action).join(Meeting, col(Meeting.id) == Action.meeting_id)
    row: Action | None = work.first(here.where(Meeting.number == int(found[1]), Action.sequence == int(found[2])))
    return row


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _ALIKE


def _raise(work: Work, record: Record, setting: Setting, ref: str, text: str) -> Brought:
    values = record.values
    meeting, sequence = _meeting(work, record, setting, ref)
    first, now = _dates(record)
    owners = values.get("leads")
    due: Due | None = first.due
    before = actions.Before(
        known_as="" if sequence else ref,
        raised_on=values.get("raised"),
        due_said="" if due else first.words or NO_DATE,
        sequence=sequence,
    )
    lines, unknown = _lines(work, values.get("lines", ()))
    made = actions.raise_action(
        work,
        meeting,
        text,
        leads(owners, setting),
        _supporters(record),
        due=due,
        lines=lines,
        restricted=values.get("restricted"),
        before=before,
    )
    action = finding.action(work, made)
    elsewhere = _elsewhere(work, values.get("meeting"), meeting)
    log(
        work,
        action,
        UpdateKind.RAISED,
        f"From {setting.file}, row {record.row}{f', where it is {ref}' if ref else ''}.",
    )
    if now.due is not None and now.due != first.due:
        actions.move_due(work, made, now.due, f"Revised in {setting.file}")
    _report(work, action, record, setting, first)
    facts = [
        f"raised at meeting {meeting}",
        f"lead: {said(leads(owners, setting))}",
        f"due: {said(action.due or before.due_said or NEXT_MEETING)}",
    ]
    if action.state != ActionState.OPEN:
        facts.append(action.state)
    return new(record.row, made, text, *_became(ref, made), *record.notes, unknown, elsewhere, facts=facts)


def _elsewhere(work: Work, told: object, meeting: int) -> str:
    """Say that the meeting a row names is not here or takes nothing more, so that another one raises it."""
    held = work.get(Meeting, finding.meeting(work, meeting).id).held_on
    if not isinstance(told, date) or told == held:
        return ""
    return f"no meeting of {show(told)} is here that still takes an action, so it is raised at meeting {meeting}"


def _became(ref: str, made: str) -> tuple[str, ...]:
    same = _OURS.fullmatch(ref)
    if not ref or (same and f"{int(same[1])}/{int(same[2]):02}" == made):
        return ()
    return (f"“{ref}” becomes {made} here, and is found by either",)


def _meeting(work: Work, record: Record, setting: Setting, ref: str) -> tuple[int, int | None]:
    """Return the meeting that raises an action, and its number there where the row's own reference can stay."""
    found = _OURS.fullmatch(ref)
    if found is not None and _open(work, int(found[1])) and _at(work, ref) is None:
        return int(found[1]), int(found[2]) or None
    told = record.values.get("meeting")
    by_number = re.search(r"\b([0-9]{1,3})\b", told) if isinstance(told, str) and len(told) < 24 else None
    if by_number is not None and _open(work, int(by_number[1])):
        return int(by_number[1]), None
    for day in (told, record.values.get("raised")):
        held = work.find(Meeting, held_on=day) if isinstance(day, date) else None
        if held is not None and held.state not in LOCKED:
            return int(held.number), None
    if setting.meeting is not None:
        return setting.meeting, None
    raise BoardError(
        "There is no meeting yet that could raise it.",
        "",
        "Plan the first meeting: press {meetings}, then {meetings-add}.",
    )


def _open(work: Work, number: int) -> bool:
    row: Meeting | None = work.find(Meeting, number=number)
    return row is not None and row.state not in LOCKED


def default_meeting(work: Work) -> int | None:
    """Return the meeting that takes what names none: the last that began and is not signed, else the next to come."""
    rows: list[Meeting] = work.all(select(Meeting).order_by(col(Meeting.held_on)))
    begun = [row for row in rows if row.state in HELD and row.state not in LOCKED]
    to_come = [row for row in rows if row.state in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)]
    if begun:
        return begun[-1].number
    return to_come[0].number if to_come else None


def _dates(record: Record) -> tuple[When, When]:
    """Return when it was first due and when it is due now."""
    first: When = record.values.get("due", When())
    now: When = record.values.get("revised", When())
    if first.done and first.due is not None:
        first = When(None, f"done on {said(first.due)}", done=True)
    return first, now


def _report(work: Work, action: Action, record: Record, setting: Setting, first: When) -> None:
    """Write into the action's log what the row says of where it stands."""
    values = record.values
    state = values.get("state") or (ActionState.DONE if first.done else None)
    told: date | bool | None = values.get("ended")
    if told is not None and state is None:
        state = ActionState.DONE
    ended = told if isinstance(told, date) else None
    if ended is not None and ended > work.today:
        raise BoardError(f"It is said to be finished on {show(ended)}, which is still to come.", "", "Check the date.")
    update = one_line(values.get("update", ""))
    known = {line.text for line in updates(work, action)}
    if update and update not in known:
        log(work, action, UpdateKind.UPDATE, update)
    at = At(min(ended or work.today, work.today), one_line(work.who))
    evidence = one_line(values.get("evidence", "")) or update or f"As {setting.file} says"
    match state:
        case ActionState.DONE if action.state in (ActionState.OPEN, ActionState.RETURNED):
            log(work, action, UpdateKind.DONE, evidence, at)
            if ended is None:
                action.rating_when_done = None  # whether it was late on the day it was done, the sheet does not say
        case ActionState.CLOSED if action.state in OPEN_ACTIONS:
            log(work, action, UpdateKind.CLOSED, evidence, at)
        case ActionState.WITHDRAWN if action.state in OPEN_ACTIONS:
            log(work, action, UpdateKind.WITHDRAWN, f"As {setting.file} says", at)
        case _:
            pass


def _change(work: Work, record: Record, setting: Setting, action: Action) -> Brought:
    ref = _ref(work, action)
    changes = [
        *_reworded(work, action, ref, str(record.values["text"])),
        *_owned(work, action, ref, record, setting),
        *_moved(work, action, ref, record, setting),
    ]
    lines, unknown = _lines(work, record.values.get("lines", ()))
    served = {one.line_id for one in work.all(select(ActionLine).where(ActionLine.action_id == action.id))}
    if lines and {finding.line(work, line).id for line in lines} != served:
        actions.serve_lines(work, ref, lines)
        changes.append(f"plan lines: {said(lines)}")
    if record.values.get("restricted") and not action.restricted:
        actions.restrict(work, ref, record.values["restricted"])
        changes.append(f"restricted: {action.restricted}")
    logged, state = len(updates(work, action)), action.state
    asked = record.values.get("state")
    if asked == ActionState.CLOSED and state in OPEN_ACTIONS:
        require(work.role, Step.CLOSE_ACTION)
    _report(work, action, record, setting, _dates(record)[0])
    if action.state != state:
        changes.append(differs("state", state, action.state))
    elif len(updates(work, action)) > logged:
        changes.append("update added to its log")
    kept = f"is {state} here and stays so" if asked == ActionState.OPEN and state not in OPEN_ACTIONS else ""
    return changed(record.row, ref, action.text, changes, *record.notes, unknown, kept)


def _reworded(work: Work, action: Action, ref: str, text: str) -> list[str]:
    if action.text == text:
        return []
    old = action.text
    actions.reword(work, ref, text)
    return [f"words, were: {shorten(old, 80)}"]


def _owned(work: Work, action: Action, ref: str, record: Record, setting: Setting) -> list[str]:
    wanted, supporters = leads(record.values.get("leads"), setting), _supporters(record)
    now = _owners(work, action, "lead"), _owners(work, action, "supporter")
    asked = wanted, supporters or now[1]
    if not wanted or (asked[0] == now[0] and set(asked[1]) - set(asked[0]) == set(now[1]) - set(asked[0])):
        return []
    actions.change_owners(work, ref, *asked)
    return [differs("lead", (*now[0], *now[1]), (*asked[0], *asked[1]))]


def _moved(work: Work, action: Action, ref: str, record: Record, setting: Setting) -> list[str]:
    first, now = _dates(record)
    wanted = now.due or first.due
    if action.state not in OPEN_ACTIONS:
        return []
    if wanted is None:
        words = now.words or first.words
        if words and action.due is None and action.due_said != words:
            was, action.due_said = action.due_said, words
            return [differs("due", was, words)]
        return []
    follows = bool(action.due_meeting_id) or (action.due is None and not action.due_said)
    if wanted == action.due or (wanted == NEXT_MEETING and follows):
        return []
    was_due = action.due or action.due_said
    actions.move_due(work, ref, wanted, f"As {setting.file} says")
    return [differs("due", was_due, action.due or NEXT_MEETING)]


def _supporters(record: Record) -> tuple[str, ...]:
    named = [record.values.get(name) for name in ("leads", "supporters")]
    extra = (*(named[0].supporters if named[0] else ()), *(named[1].leads if named[1] else ()))
    return tuple(dict.fromkeys(extra))


def _owners(work: Work, action: Action, part: str) -> tuple[str, ...]:
    rows = work.all(
        select(Office.initials)
        .join(ActionOwner, col(ActionOwner.office_id) == Office.id)
        .where(ActionOwner.action_id == action.id, ActionOwner.part == part)
        .order_by(col(ActionOwner.position))
    )
    return tuple(rows)


def _lines(work: Work, refs: Sequence[str]) -> tuple[list[str], str]:
    """Return the plan lines that are here, and what to say of those that are not."""
    there = {line.ref for line in work.all(select(PlanLine))} if refs else set()
    missing = [ref for ref in refs if ref not in there]
    note = f"plan line {said(missing)} is not here, so it is not linked" if missing else ""
    return [ref for ref in dict.fromkeys(refs) if ref in there], note


def _ref(work: Work, action: Action) -> str:
    return f"{work.get(Meeting, action.meeting_id).number}/{action.sequence:02}"
