"""The dialog for the Board's own thresholds: from when something is pressing."""

from __future__ import annotations

from textual.content import Content

from boardtui import services
from boardtui.domain.views import Board
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import number


def thresholds(board: Board) -> Form:
    """Ask from when a duty is due soon, an action is amber, and an overdue action comes before the Chair."""
    return Form(
        "Thresholds of this Board",
        [
            number("soon_days", "Duty due soon", board.soon_days, 0, 366),
            number("at_risk_days", "Action amber", board.at_risk_days, 0, 366),
            number("slips_asked", "Moves of date", board.slips_asked, 0, 20),
        ],
        lambda answers: lambda work: services.board.change_settings(work, **answers),
        says=Content(
            "Days before its date from which a duty is due soon, and an action amber; how often the date of an overdue "
            "action has moved before the Chair is asked. They are this Board's, on every screen and in every paper. "
            "What the Notice fixes is not a threshold; an indicator has its own tolerance."
        ),
    )
