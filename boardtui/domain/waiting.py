"""What waits for whom: the next step of each meeting, action, rating and letter (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.states import LOCKED, OPEN_ACTIONS, ActionState, LetterState, MeetingState, Role
from boardtui.domain.text import plural, times

if TYPE_CHECKING:
    from boardtui.domain.deadlines import Deadlines

MEETINGS, ACTIONS, PLAN, LETTERS, QUEUE = "2", "3", "4", "7", "c"
"""The keys of the places where it waits (DESIGN 5); `c` is the Chair's queue."""

SLIPS = 2
"""Moves of an overdue action's date from which the Chair looks at it, unless the Board says otherwise."""

NEAR_DAYS = 7
"""Days before a deadline of a meeting from which Home names it."""

_Found = tuple[str, str, str]

_ARRANGED = (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)


@dataclass(frozen=True)
class Waiting:
    """Something that waits for somebody: for which role, in one sentence, and the key of the place it is at.

    `looking_for` finds it there, as typed into the filter, or `at:` and the number of the record.
    """

    role: str
    sentence: str
    place: str
    looking_for: str = ""


class InHand(NamedTuple):
    """What is asked of an open action here: where it stands, how late it is, how often moved, and who leads it."""

    state: ActionState
    due: date | None
    days_late: int
    slips: int
    leads: tuple[str, ...]


def waiting(
    meetings: Sequence[views.Meeting],
    actions: Sequence[InHand],
    proposed: int,
    letters: Sequence[tuple[str, str]],
    today: date,
    queries: Sequence[tuple[int, str, str]] = (),
    deadlines: Mapping[int, Deadlines] | None = None,
    slips: int = SLIPS,
) -> tuple[Waiting, ...]:
    """Say what waits for the Chair, the Secretary and the administrator; `letters` are names and states.

    Each sentence is short enough for a line of Home at 80 columns.

    `actions` are the open ones; `proposed` counts the plan lines whose proposed rating waits for the Board. `queries`
    are the Chair's that nobody has answered: number, what about, and of which office. `deadlines` are the meetings', by
    number: papers, agenda and draft minutes are named when theirs is near or missed. `slips` moves of its date bring an
    overdue action before the Chair.
    """
    due = deadlines or {}
    chair = [
        *(
            (f"Minutes of meeting {m.number} to sign off", MEETINGS, f"at:{m.number}")
            for m in meetings
            if _with_chair(m)
        ),
        *_to_close(actions),
        *_slipped(actions, slips),
        *_to_agree(proposed),
        *(
            (f"{name.capitalize()} waits for signature", LETTERS, _listed(name))
            for name, state in letters
            if state == LetterState.WITH_CHAIR
        ),
        *(
            (f"{name.capitalize()} is in draft", LETTERS, _listed(name))
            for name, state in letters
            if state == LetterState.DRAFT
        ),
    ]
    administrator = [
        *_to_answer(queries),
        *_to_arrange(meetings, today, due),
        *_to_complete(actions),
        *(
            (f"{name.capitalize()} is signed and not sent", LETTERS, _listed(name))
            for name, state in letters
            if state == LetterState.SIGNED
        ),
        *(
            (f"{name.capitalize()} is in its fact check", LETTERS, _listed(name))
            for name, state in letters
            if state == LetterState.FACT_CHECK
        ),
    ]
    secretary = [
        *(
            (sentence, MEETINGS, f"at:{meeting.number}")
            for meeting in meetings
            for sentence in _to_write(meeting, today, due)
        ),
        *_returned(actions),
    ]
    for_role = ((Role.CHAIR, chair), (Role.SECRETARY, secretary), (Role.ADMINISTRATOR, administrator))
    return tuple(Waiting(role, *one) for role, found in for_role for one in found)


def _listed(name: str) -> str:
    """Return where a letter or report stands: `reports at:report 2`."""
    return f"{name.partition(' ')[0]}s at:{name}"


def _with_chair(meeting: views.Meeting) -> bool:
    return meeting.state == MeetingState.WITH_CHAIR


def _to_close(actions: Sequence[InHand]) -> Iterator[_Found]:
    done = sum(action.state == ActionState.DONE for action in actions)
    if done:
        yield f"{plural(done, 'action')} reported done, to be closed", ACTIONS, "is:done"


def _slipped(actions: Sequence[InHand], slips: int) -> Iterator[_Found]:
    found = sum(action.days_late > 0 and action.slips >= slips for action in actions)
    if found:
        moved = f" moved {times(slips)} or more" if slips else ""
        yield f"{plural(found, 'overdue action')}{moved}", QUEUE, ""


def _returned(actions: Sequence[InHand]) -> Iterator[_Found]:
    found = sum(action.state == ActionState.RETURNED for action in actions)
    if found:
        whom = "its lead" if found == 1 else "their leads"
        yield f"{plural(found, 'returned action')}: ask {whom}", ACTIONS, "is:returned"


def _to_answer(queries: Sequence[tuple[int, str, str]]) -> Iterator[_Found]:
    for number, about, lead in queries:
        whom = f" for {lead}" if lead else ""
        yield f"Query {number} on {about} waits{whom}", QUEUE, about


def _to_agree(proposed: int) -> Iterator[_Found]:
    if proposed:
        yield f"{plural(proposed, 'proposed rating')} {_wait(proposed)} for the Board", PLAN, "is:proposed"


def _to_write(meeting: views.Meeting, today: date, due: Mapping[int, Deadlines]) -> Iterator[str]:
    if meeting.state == MeetingState.IN_SESSION:
        yield f"Meeting {meeting.number} is in session"
    if meeting.state == MeetingState.DRAFT:
        by = due[meeting.number].minutes if meeting.number in due else None
        if by is not None:
            yield f"Meeting {meeting.number}: draft {'was ' * (by < today)}due {show(by)}"
        else:
            yield f"Minutes of meeting {meeting.number} are in draft"
    if meeting.to_tidy and meeting.state not in LOCKED:
        yield f"{plural(meeting.to_tidy, 'line')} of meeting {meeting.number} to tidy"


def _to_arrange(meetings: Sequence[views.Meeting], today: date, due: Mapping[int, Deadlines]) -> Iterator[_Found]:
    arranged = [meeting for meeting in meetings if meeting.state in _ARRANGED]
    for meeting in arranged:
        at = f"at:{meeting.number}"
        if meeting.date < today:
            yield f"Meeting {meeting.number}, {show(meeting.date)}, was not held", MEETINGS, at
        elif meeting.state == MeetingState.PLANNED and meeting.number in due:
            for sentence in _to_prepare(meeting, today, due[meeting.number]):
                yield sentence, MEETINGS, at
    if not any(meeting.date >= today for meeting in arranged):
        yield "The next meeting is not arranged", MEETINGS, ""


def _to_prepare(meeting: views.Meeting, today: date, due: Deadlines) -> Iterator[str]:
    """Say what of a planned meeting is to be ready soon, or should be."""
    if (due.papers - today).days <= NEAR_DAYS:
        yield f"Meeting {meeting.number}: papers {'were ' * (due.papers < today)}due {show(due.papers)}"
    if (due.agenda - today).days <= NEAR_DAYS:
        yield f"Meeting {meeting.number}: agenda {'was ' * (due.agenda < today)}due {show(due.agenda)}"


def _to_complete(actions: Sequence[InHand]) -> Iterator[_Found]:
    lacking = sum(a.state in OPEN_ACTIONS and (not a.leads or a.due is None) for a in actions)
    if lacking:
        yield f"{plural(lacking, 'open action')} lacking a lead or date", ACTIONS, ""


def _wait(number: int) -> str:
    return "waits" if number == 1 else "wait"
