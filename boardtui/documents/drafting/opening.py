"""Why the Chair writes: under which paragraph, since which letter, and about which meetings (N 8.1)."""

from __future__ import annotations

import re
from datetime import date

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import day_in_full, number, weekday_in_full
from boardtui.documents.drafting.phrases import paragraph
from boardtui.domain import views
from boardtui.domain.obligations import Binds, ObligationState

REPORTING = "N 8.1"
"""The paragraph of the Notice under which the Chair reports to the Minister."""

_MONTHS = re.compile(r"\b(\d{1,2})-month\b")
_WAITING = (ObligationState.DUE_SOON, ObligationState.OVERDUE)
_DONE = (ObligationState.MET, ObligationState.MET_LATE, ObligationState.NOT_APPLICABLE)


def why(material: Material) -> str:
    """Say as whom, under which paragraph and since when the Chair writes."""
    paper = material.paper
    chair = next((person.role for person in paper.people.values() if person.kind == "chair"), "") or "Chair"
    name = paper.board.name.removeprefix("The ").removeprefix("the ")
    return paragraph(f"I write as {chair} of the {name}{_under(material)}", _report(material), _follows(material))


def reports_to_send(material: Material) -> list[views.Obligation]:
    """List the Chair's reports under N 8.1 that are still to be made, the first one first."""
    duties = [
        duty
        for duty in material.paper.obligations
        if duty.requirement == REPORTING and duty.binds == Binds.CHAIR and duty.state not in _DONE and duty.due
    ]
    return sorted(duties, key=lambda duty: (duty.due or date.max, duty.ref))


def this_report(material: Material) -> views.Obligation | None:
    """Return the report that this letter is, or goes with, where one is due about now."""
    reports = reports_to_send(material)
    is_report = bool(material.paper.beside) or "report" in material.paper.letter.subject.casefold()
    return reports[0] if is_report and reports and reports[0].state in _WAITING else None


def goes_with(material: Material) -> views.Obligation | None:
    """Return the report that goes with this letter: one is begun, or the letter bears the day it is to be sent."""
    duty = next(iter(reports_to_send(material)), None)
    if duty is None or duty.due is None or duty.state not in _WAITING:
        return None
    dated = material.paper.letter.dated
    on_its_day = dated is not None and (duty.send_by or duty.due) <= dated <= duty.due
    return duty if material.paper.beside or (on_its_day and this_report(material) is None) else None


def last_letter_on(earlier: views.Letter) -> date | None:
    """Return the day the last letter bears."""
    return earlier.sent_on or earlier.dated or earlier.signed_on


def _under(material: Material) -> str:
    board = material.paper.board
    since = f" in force since {day_in_full(board.commenced)}" if board.commenced else ""
    if material.notice:
        return f", under paragraph 8.1 of the {board.instrument or 'Improvement Notice'}{since}"
    works = f", which works under the {board.instrument}{since}," if board.instrument else ""
    return f"{works} to report on its progress"


def _report(material: Material) -> str:
    report, beside = this_report(material), goes_with(material)
    if material.paper.beside or beside:
        return _with_report(material)
    if report is None or report.due is None:
        return ""
    return f"This is {title_of(material, report)}, due on {weekday_in_full(report.due)}"


def _with_report(material: Material) -> str:
    """Say that the letter goes with the Chair's report, which alone is the report that the Notice asks for."""
    duty = goes_with(material)
    if duty is None or duty.due is None:
        return ""
    return f"This letter goes with {title_of(material, duty)}, due on {weekday_in_full(duty.due)}"


def title_of(material: Material, report: views.Obligation) -> str:
    """Name a report as its author does: `my 6-month progress report`."""
    return _MONTHS.sub(
        lambda found: f"{number(int(found[1]))}-month", material.told(report.title, 20).removesuffix(" to you")
    )


def _follows(material: Material) -> str:
    earlier = material.paper.earlier
    this, mine = ("It", "my letter") if this_report(material) or _report(material) else ("This letter", "mine")
    if earlier is None:
        return f"{this} is the first from me to you"
    sent = last_letter_on(earlier)
    return f"{this} follows {mine} of {day_in_full(sent)}" if sent else f"{this} follows my last"
