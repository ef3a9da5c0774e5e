"""The words that go with a lead's action sheet, to paste into an e-mail."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.domain.dates import show
from boardtui.domain.emails import Email
from boardtui.domain.papers import ActionLogPaper
from boardtui.domain.states import ActionState
from boardtui.domain.text import one_line, plural
from boardtui.domain.views import Action


def covering(paper: ActionLogPaper, lead: str, who: str) -> Email:
    """Return an e-mail to the lead of a sheet's actions: those overdue first; a restricted one is only counted."""
    person = paper.people.get(lead)
    to = (person.role or person.name) if person else lead
    told = [one for one in paper.open if one.restricted is None]
    late = sorted((one for one in told if one.days_late), key=lambda one: -one.days_late)
    rest = [one for one in told if not one.days_late]
    before = f" before the Board meets on {show(paper.next.date)}" if paper.next else ""
    body = [
        f"Dear {(person.name if person else '') or to},",
        "",
        f"Attached is your sheet of the Board's action log on {show(paper.on)}. Please write back{before}, for each "
        "action, what was done, with the evidence, or what stands in its way.",
        *_listed("Overdue", late),
        *_listed("Open", rest),
    ]
    if hidden := len(paper.open) - len(told):
        body += ["", f"{plural(hidden, 'restricted action')} of yours will be told to you apart from this."]
    body += ["", "Yours sincerely,", who, f"for the {paper.board.name}"]
    subject = f"{paper.board.name}: your actions, {show(paper.on)}"
    return Email(lead, one_line(to), one_line(subject), "\n".join(body))


def _listed(heading: str, some: Sequence[Action]) -> list[str]:
    return ["", f"{heading}:", *(f"- {_told(one)}" for one in some)] if some else []


def _told(action: Action) -> str:
    due = f"due {show(action.due)}" if action.due else "no date"
    late = f", {plural(action.days_late, 'day')} late" if action.days_late else ""
    done = "; you reported it done, and the Board has yet to close it" if action.state == ActionState.DONE else ""
    return f"{action.ref} ({due}{late}{done}): {one_line(action.text)}"
