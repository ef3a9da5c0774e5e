"""Whether external validation of progress is commissioned and carried out before the Notice ends (N 8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dated_duties import DatedDuty
from boardtui.domain.dates import show
from boardtui.domain.obligations import add_months
from boardtui.domain.text import plural

REF = "N 8.1"
CHECK = "External validation commissioned and carried out"
NEAR = 90
"""Days before the twelve-month date from which what is not carried out is at risk."""


@dataclass(frozen=True, slots=True)
class Validation:
    """A review from outside that validates progress, `A4`, from planned to carried out."""

    ref: str
    title: str
    planned_for: date | None = None
    commissioned_on: date | None = None
    done_on: date | None = None
    restricted: str | None = None

    @property
    def name(self) -> str:
        """Return how a reason names it; a restricted one keeps its title."""
        return self.ref if self.restricted else f"{self.ref} ({self.title})"

    def commissioned(self, today: date) -> bool:
        """Say whether it is commissioned by today."""
        return self.commissioned_on is not None and self.commissioned_on <= today


def is_validation(ref: str, title: str) -> bool:
    """Say whether a dated duty of N 8.1 is the external validation, not one of the Chair's reports."""
    return "validation" in f"{ref} {title}".casefold()


def validation_check(
    validations: Iterable[Validation], today: date, commenced: date | None, duty: DatedDuty | None = None
) -> Check:
    """Check the external validation (N 8.1); `duty` is its dated duty, which may say that it was met or does not apply.

    The Notice gives it no date but its own end. Until that is known we count from the twelve-month date: within 90
    days of it what is not carried out is at risk, and from that day on it is not met, commissioned or not. Carried
    out later, while the Notice still runs, is met.
    """
    entered = list(validations)
    done = [one for one in entered if one.done_on and one.done_on <= today]
    if done:
        return _check(CheckState.MET, _done(min(done, key=lambda one: (one.done_on or today, one.ref))))
    if duty and duty.met_on and duty.met_on <= today:
        return _check(CheckState.MET, f"Carried out on {show(duty.met_on)} ({duty.ref}).")
    if duty and duty.not_applicable:
        return _check(CheckState.NOT_APPLICABLE, duty.not_applicable)
    return _waiting(entered, today, add_months(commenced, 12) if commenced else None)


def _waiting(entered: Sequence[Validation], today: date, ends: date | None) -> Check:
    state, when = _by_date(today, ends)
    commissioned = [one for one in entered if one.commissioned(today)]
    if state is CheckState.NOT_YET_DUE and any(one.planned_for and one.planned_for < today for one in entered):
        state = CheckState.AT_RISK
    if commissioned:
        one = min(commissioned, key=lambda found: (found.commissioned_on or today, found.ref))
        on = show(one.commissioned_on) if one.commissioned_on else ""
        still = f"is not carried out yet{_planned(one, today)}"
        return _check(state, f"{one.name} was commissioned on {on} and {still}{when}.")
    if entered:
        one = min(entered, key=lambda found: (found.planned_for or date.max, found.ref))
        return _check(state, f"{one.name} is entered and not commissioned yet{_planned(one, today)}{when}.")
    return _check(state, f"None is commissioned yet{when}.")


def _by_date(today: date, ends: date | None) -> tuple[CheckState, str]:
    """Judge what is not carried out by the days to the twelve-month date."""
    if ends is None:
        return CheckState.NOT_YET_DUE, "; it is due before the Notice ends"
    left = (ends - today).days
    if left <= 0:
        return CheckState.NOT_MET, f"; the Notice's twelve months ended on {show(ends)}"
    near = CheckState.AT_RISK if left <= NEAR else CheckState.NOT_YET_DUE
    return near, f"; the Notice's twelve months end on {show(ends)}, in {plural(left, 'day')}"


def _planned(one: Validation, today: date) -> str:
    if one.planned_for is None:
        return ""
    planned = f"planned for {show(one.planned_for)}"
    return f", though {planned}" if one.planned_for < today else f" ({planned})"


def _done(one: Validation) -> str:
    commissioned = f"was commissioned on {show(one.commissioned_on)} and " if one.commissioned_on else "was "
    return f"{one.name} {commissioned}carried out on {show(one.done_on) if one.done_on else ''}."


def _check(state: CheckState, reason: str) -> Check:
    return Check(REF, CHECK, state, reason)
