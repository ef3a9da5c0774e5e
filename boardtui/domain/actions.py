"""An action's computed rating and its lateness (rule 6)."""

from __future__ import annotations

from datetime import date, timedelta

from boardtui.domain.states import ActionState

AT_RISK_DAYS = 14
"""Days before its due date from which an action is at risk; the Board's own setting."""

WITH_OWNER = (ActionState.OPEN, ActionState.RETURNED)
"""States in which it is still with its owner."""


def action_rating(
    state: ActionState,
    due: date | None,
    today: date,
    not_before: date | None = None,
    at_risk_days: int = AT_RISK_DAYS,
    rating_when_done: str | None = None,
) -> str | None:
    """Compute an action's rating (rule 6).

    Closed is B; overdue R; due today or within `at_risk_days` A; later G. Reported done it keeps the rating
    of that day. Withdrawn, superseded, not yet started or dateless it has none.
    """
    if state == ActionState.CLOSED:
        return "B"
    if state == ActionState.DONE:
        return rating_when_done
    if state not in WITH_OWNER or due is None or (not_before is not None and not_before > today):
        return None
    if due < today:
        return "R"
    return "A" if due <= today + timedelta(days=at_risk_days) else "G"


def is_overdue(state: ActionState, due: date | None, today: date) -> bool:
    """Say whether it is still with its owner after its due date; due today is not overdue."""
    return state in WITH_OWNER and due is not None and due < today


def days_late(state: ActionState, due: date | None, today: date) -> int:
    """Count the days an overdue action is late; 0 when it is not overdue."""
    return (today - due).days if due is not None and is_overdue(state, due, today) else 0
