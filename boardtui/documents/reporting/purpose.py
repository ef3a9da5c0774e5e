"""Which report this is: the paragraph that asks for it, when it is due, and what it covers (N 8.1, 8.2)."""

from __future__ import annotations

from boardtui.documents.drafting.numbers import day_in_full, days_in_full, number, weekday_in_full
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views
from boardtui.domain.obligations import Binds, add_months
from boardtui.domain.states import ReportKind

MONTHS = {ReportKind.INITIAL: 2, ReportKind.SIX_MONTH: 6, ReportKind.TWELVE_MONTH: 12}
"""How many months after commencement the Chair's reports are due."""

NAMES = {
    ReportKind.INITIAL: "initial report",
    ReportKind.SIX_MONTH: "six-month progress report",
    ReportKind.TWELVE_MONTH: "twelve-month progress report",
    ReportKind.AD_HOC: "report",
}
"""What each of the Chair's reports is called in a sentence."""


def why(material: ReportMaterial) -> str:
    """Say under which paragraph this report is made and when it is due."""
    paper = material.paper
    name, board = NAMES.get(ReportKind(paper.letter.kind), "report"), paper.board
    under = ""
    if material.notice:
        since = f" of {day_in_full(board.commenced)}" if board.commenced else ""
        under = f" under paragraph 8.1 of the {board.instrument or 'Improvement Notice'}{since}"
    duty = duty_of(material)
    due = f", due on {figure(weekday_in_full(duty.due), f'{duty.ref} due')}" if duty and duty.due else ""
    return f"This is my {name}{under}{due}"


def covers(material: ReportMaterial, mine: str = "my") -> str:
    """Say which meetings it covers, and which report it follows."""
    paper = material.paper
    follows = _follows(paper.earlier, mine)
    if not paper.meetings:
        return f"The Board has not met {'since then' if follows else 'yet'}{f'; this {follows}' if follows else ''}"
    days = days_in_full([one.date for one in paper.meetings])
    held = material.amount(f"meetings {material.span}")
    count = "meeting" if held == 1 else f"{number(held)} meetings"
    said = figure(f"{count} of {days}" if held > 1 else f"meeting of {days}", f"meetings {material.span}")
    return f"It covers the Board's {said}{f' and {follows}' if follows else ''}"


def duty_of(material: ReportMaterial) -> views.Obligation | None:
    """Return the duty that this report meets, by its kind."""
    months, commenced = MONTHS.get(ReportKind(material.paper.letter.kind)), material.paper.board.commenced
    if months is None or commenced is None:
        return None
    due = add_months(commenced, months)
    for duty in material.paper.obligations:
        asked = (duty.requirement or duty.ref).startswith("N 8.1") and duty.binds == Binds.CHAIR
        if asked and (duty.months == months or duty.due == due):
            return duty
    return None


def since(material: ReportMaterial, mine: str = "my") -> str:
    """Say since when things are compared: the last report, or the Board's first rating."""
    return f"since {mine} last report" if material.paper.earlier else "since they were first rated"


def _follows(earlier: views.Letter | None, mine: str) -> str:
    day = (earlier.sent_on or earlier.dated or earlier.signed_on) if earlier else None
    return f"follows {mine} report of {day_in_full(day)}" if day else ""
