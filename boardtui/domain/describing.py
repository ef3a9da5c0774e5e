"""What a typed line is understood as, in a few words, shown while it is typed (DESIGN 5, live mode)."""

from __future__ import annotations

from boardtui.domain import lines as ln
from boardtui.domain.dates import WEEKDAYS, show
from boardtui.domain.known import Known
from boardtui.domain.text import clean
from boardtui.domain.views import Day

TO_TIDY = "to tidy: "
"""Stands before what is wrong with a line that was not understood."""

_STEPS = {
    "done": "reported done",
    "closed": "closed, with this as evidence",
    "returned": "returned to its lead",
    "update": "update",
}


def describe(parsed: ln.Parsed | None, known: Known) -> str:
    """Say what a line is understood as, or what is to be tidied; nothing for a blank line."""
    if parsed is None:
        return ""
    said = _line(parsed.line, known)
    return f"Restricted ({clean(parsed.restricted)}) · {said}" if parsed.restricted else said


def steers(line: ln.Line) -> bool:
    """Say whether a line steers the meeting and makes no entry."""
    return isinstance(line, ln.GoTo | ln.AddUrgent | ln.Defer | ln.Restricts | ln.Reopens)


def _line(line: ln.Line, known: Known) -> str:
    match line:
        case ln.Untidy():
            return TO_TIDY + line.problem
        case ln.Note():
            return "Note"
        case ln.Decides():
            return "Decision"
        case ln.Challenges():
            return "Challenge"
        case ln.Raises():
            return f"Action · {_owners(line)} · {_due(line.due)}"
        case ln.UpdatesAction() if line.step == "moved" and line.due is not None:
            return f"Action {line.ref} · moved, now {_due(line.due)}"
        case ln.UpdatesAction():
            return f"Action {line.ref} · {_STEPS.get(line.step, line.step)}"
        case ln.Rates():
            return _rating(line, known)
        case ln.RemarksOnLine():
            return f"Plan line {line.ref} · remark"
        case ln.AnswersChallenge():
            return f"Answers the challenge at {line.ref}"
        case _:
            return _steering(line) if steers(line) else _formal(line)


def _formal(line: ln.Line) -> str:
    """Describe what is minuted of the register, of interests and of the last minutes."""
    match line:
        case ln.Register():
            return f"Register · {line.status}: {', '.join(line.who)}"
        case ln.Deputy():
            guest = ", ".join(filter(None, (line.name, line.title)))
            return f"Register · {line.initials or f'{guest} (a guest)'}, deputy for {line.deputy_for}"
        case ln.Moved():
            return f"{line.who} {'arrived' if line.arrived else 'left'}, by the clock"
        case ln.Presides():
            return f"{line.who} in the chair"
        case ln.Declares():
            leaves = " · leaves for it" if line.leaves else ""
            return f"Interest · {line.who} on item {line.item} · {line.nature}{leaves}"
        case ln.Amends():
            return f"Amendment of {line.ref} · “{line.old}” becomes “{line.new}”"
        case ln.Confirms():
            return f"Minutes of the last meeting · confirmed as {'amended' if line.amended else 'presented'}"
        case _:
            raise TypeError(line)


def _steering(line: ln.Line) -> str:
    match line:
        case ln.GoTo():
            return f"Go to item {line.item}"
        case ln.AddUrgent():
            return f"Urgent item · {line.title} · because {line.because}"
        case ln.Defer():
            return f"Move this item to meeting {line.meeting} · {line.because}"
        case ln.Restricts():
            return f"Restricted from here, until “open” · {line.because}"
        case _:
            return "Open again from here"


def _owners(line: ln.Raises) -> str:
    helping = f" with {', '.join(line.supporters)}" if line.supporters else ""
    return ", ".join(line.leads) + helping


def _rating(line: ln.Rates, known: Known) -> str:
    word = next((level.word for level in known.scheme if level.letter == line.level), line.level)
    before = known.rating(line.ref)
    was = "first rating" if before is None else f"was {before}"
    said = [f"Plan line {line.ref} · rated {line.level} ({word}), {was}"]
    if line.path:
        said.append("with its path to green")
    if line.evidence:
        said.append("with evidence")
    if line.recheck_on:
        said.append(f"looked at again {_day(line.recheck_on)}")
    return " · ".join(said)


def _due(due: ln.Due) -> str:
    return f"due {_day(due)}" if isinstance(due, Day) else f"due at the {due}"


def _day(day: Day) -> str:
    return f"{show(day)} ({WEEKDAYS[day.weekday()][:3]})"
