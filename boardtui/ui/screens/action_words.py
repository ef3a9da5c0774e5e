"""How an action reads: its state in words, its dates, its owners."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import ActionState
from boardtui.domain.text import plural, times
from boardtui.domain.views import Action
from boardtui.ui.widgets.literal import cell, hanging, line, literal
from boardtui.ui.widgets.ratings import named
from boardtui.ui.widgets.restricted import marked


def state(action: Action) -> Text:
    """Return the state in one word; an overdue action says so, and one returned as well stands out in bold."""
    if action.days_late and action.state == ActionState.RETURNED:
        return cell(action.state, "bold")
    if action.days_late and action.state != ActionState.DONE:
        return cell("overdue", "bold")
    return cell(action.state)


def due(action: Action) -> str:
    """Return the due date, the words that stand in its place, or `next meeting` while that is not planned yet."""
    return show(action.due) if action.due else action.due_said or NEXT_MEETING


def due_in_row(action: Action) -> str:
    """Return the same for a row of the log, whose column is as wide as a date."""
    said = due(action)
    return "next Board" if said == NEXT_MEETING else said


def text(action: Action) -> str:
    """Return the words of an action for a row; of a restricted one they follow the word that says so."""
    return marked(action.text, action.restricted)


def who(action: Action) -> str:
    """Return the first lead, who reports, and how many others lead."""
    if not action.leads:
        return "nobody"
    others = len(action.leads) - 1
    return f"{action.leads[0]} +{others}" if others else action.leads[0]


def brief(action: Action, scheme: Scheme, width: int) -> Content:
    """Return what the preview says of an action."""
    said = [hanging(f"{action.ref}  ", action.text, width, "bold"), facts(action, scheme)]
    if action.known_as:
        said.append(line(f"{action.known_as} in the log it came from", "$foreground-muted"))
    if action.restricted:
        said.append(hanging("Restricted: ", action.restricted, width, "$text-warning"))
    if action.last_update:
        said.append(hanging("Last: ", action.last_update, width))
    return Content("\n").join(said)


def facts(action: Action, scheme: Scheme) -> Content:
    """Return rating, owners and dates in one sentence."""
    owners = ", ".join(action.leads) or "no lead"
    if action.supporters:
        owners += f", with {', '.join(action.supporters)}"
    parts = [named(scheme, action.rating), literal(action.state), line(owners), literal(dates(action))]
    return Content(" · ").join(parts)


def dates(action: Action) -> str:
    """Return when it is due, how late it is, and how often it moved."""
    said = f"due {show(action.due)}" if action.due else _no_date(action)
    if action.days_late:
        said += f", {plural(action.days_late, 'day')} late"
    if action.slips and action.original_due:
        said += f", moved {times(action.slips)} from {show(action.original_due)}"
    return said


def _no_date(action: Action) -> str:
    return f"no due date: “{action.due_said}”" if action.due_said else f"due at the {NEXT_MEETING}, once it is planned"
