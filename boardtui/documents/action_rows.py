"""Actions as rows of a table, in minutes and in the log."""

from __future__ import annotations

from boardtui.documents.offices import owners
from boardtui.documents.sentences import capital, opening, sentence, times
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.states import ActionState
from boardtui.domain.text import plural

_FACTS = ("owners", "due", "slips", "position", "origin", "restricted")


def row(action: views.Action) -> Context:
    """Return what every table of actions prints of one; of one that is withheld its reference and why."""
    if action.withheld:
        return {"ref": action.ref, "text": action.text, **dict.fromkeys(_FACTS, "")}
    return {
        "ref": action.ref,
        "text": opening(action.text),
        "owners": owners(action),
        "due": due(action),
        "slips": slips(action),
        "position": position(action),
        "origin": origin(action),
        "restricted": f"Restricted: {action.restricted}" if action.restricted else "",
    }


def due(action: views.Action, *, agreed: bool = False) -> str:
    """Return when an action is due; `agreed` gives the date that was agreed when it was raised."""
    day = action.original_due if agreed else action.due
    if day is None:
        return capital(action.due_said or NEXT_MEETING)
    meeting = f" (meeting {action.due_meeting})" if action.due_meeting and day == action.due else ""
    return f"{show(day)}{meeting}"


def slips(action: views.Action) -> str:
    """Say how often an action's date was moved, and from which day; nothing if it never was."""
    if not action.slips:
        return ""
    first = f"{', first' if action.slips > 1 else ''} from {show(action.original_due)}" if action.original_due else ""
    return f"Moved {times(action.slips)}{first}"


def origin(action: views.Action) -> str:
    """Say where an action was raised, which lines it serves, and whether it is restricted."""
    where = f"Raised at meeting {action.raised_at}"
    if action.item is not None:
        where += f", item {action.item}"
    serves = f"Plan {'line' if len(action.lines) == 1 else 'lines'} {', '.join(action.lines)}" if action.lines else ""
    restricted = f"Restricted: {action.restricted}" if action.restricted else ""
    return ". ".join(filter(None, (where, serves, restricted)))


def position(action: views.Action) -> str:
    """Say where an action stands, and the last that was reported of it."""
    state = _state(action)
    if action.state == ActionState.CLOSED:
        return _joined(state, action.evidence or action.last_update)
    return _joined(state, action.last_update) or "No update yet."


def _state(action: views.Action) -> str:
    match action.state:
        case ActionState.DONE:
            on = f" on {show(action.done_on)}" if action.done_on else ""
            return f"Reported done{on}, not yet closed"
        case ActionState.CLOSED:
            on = f" on {show(action.closed_on)}" if action.closed_on else ""
            return f"Closed{on}"
        case ActionState.RETURNED:
            return _joined("Returned to its lead", _late(action)).rstrip(".")
        case ActionState.WITHDRAWN | ActionState.SUPERSEDED:
            return str(action.state).capitalize()
        case _:
            return _late(action)


def _late(action: views.Action) -> str:
    return f"{plural(action.days_late, 'day')} overdue" if action.days_late else ""


def _joined(*said: str) -> str:
    return sentence(capital(": ".join(part for part in said if part)))
