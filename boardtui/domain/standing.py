"""How an indicator's latest value stands against its target and trajectory, as part of a sentence (rule 8; N 7.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from boardtui.domain.dates import show
from boardtui.domain.figures import difference, figure, places_of, rounded
from boardtui.domain.indicators import IndicatorState, indicator_state
from boardtui.domain.measures import Basis, Frequency, Measure, Point, expected, reaches, target_in_hand
from boardtui.domain.periods import shown_period


@dataclass(frozen=True, slots=True)
class Case:
    """One indicator as it stands today, for the sentences about it."""

    name: str
    measure: Measure
    known: tuple[Point, ...]
    today: date
    state: IndicatorState
    lead: str

    @property
    def latest(self) -> Point:
        """Return the latest value."""
        return self.known[-1]

    def shown(self, value: Decimal) -> str:
        """Write a value with the indicator's unit."""
        return figure(value, self.measure.unit)

    def period(self, end: date) -> str:
        """Name a period."""
        return shown_period(self.measure.frequency, end)


def keeping(case: Case) -> str:
    """Speak of an indicator that reaches its target or what is expected by now."""
    in_hand = target_in_hand(case.measure, case.latest.period)
    there = expected(case.measure, case.latest.period)
    assert in_hand is not None  # without a target there is no such state
    target = f"{case.shown(in_hand[0])} due by {show(in_hand[1])}"
    if case.state is IndicatorState.MET or there is None:
        return f"{reading(case)}, which meets the target of {target}"
    return f"{reading(case)}, on course for the {target} ({worked_out(case, there)} was expected by then)"


def standing(case: Case) -> str:
    """Set the latest value beside the target missed, or beside what the trajectory expected of it."""
    in_hand = target_in_hand(case.measure, case.today)
    then = target_in_hand(case.measure, case.latest.period)
    there = expected(case.measure, case.latest.period)
    assert in_hand is not None
    assert then is not None
    (now, now_on), (target, on) = in_hand, then
    if now_on < case.today:
        return f"{reading(case)}, {gap(case, now)} the target of {case.shown(now)} that was due by {show(now_on)}"
    passed = ", a date that has passed since" if on < case.today else ""
    if there is None:
        aim = f"the target of {case.shown(target)} by {show(on)}{passed}"
        return f"{reading(case)}, {gap(case, target)} {aim}; without a baseline there is no trajectory to judge it by"
    course = f"the {worked_out(case, there)} expected by then on the way to {case.shown(target)} by {show(on)}{passed}"
    return f"{reading(case)}, {gap(case, there)} {course}{_missed_earlier(case)}"


def allowance(case: Case) -> str:
    """Say that the miss is tolerated, where it is."""
    if case.state is not IndicatorState.WITHIN_TOLERANCE:
        return ""
    return f", within the {difference(case.measure.tolerance, case.measure.unit, _places(case))} allowed"


def _missed_earlier(case: Case) -> str:
    """Say that the 6-month target is still not reached, once its date is past."""
    target, on = case.measure.target_6, case.measure.on_6
    if target is None or on is None or on >= case.latest.period:
        return ""
    if reaches(case.measure.polarity, case.latest.value, target):
        return ""
    return f" and still short of the {case.shown(target)} due by {show(on)}"


def reading(case: Case) -> str:
    """Say what the latest value is, and what was first reported where it has been restated."""
    return f"{case.name}{_lead(case)} stood at {case.shown(case.latest.value)} {when(case)}{first_said(case)}"


def first_said(case: Case) -> str:
    """Say what was first reported, and how that would have stood where it is a different answer (rule 8)."""
    first = case.latest.first
    if first is None or first == case.latest.value:
        return ""
    said = f"first reported as {case.shown(first)}"
    as_first = (*case.known[:-1], replace(case.latest, value=first))
    would_be = indicator_state(case.measure, as_first, case.today)
    if would_be is case.state:
        return f" ({said})"
    return f" ({said}, which would have {_WOULD_HAVE[would_be]})"


_WOULD_HAVE = {
    IndicatorState.MET: "met the target",
    IndicatorState.ON_TRAJECTORY: "been on trajectory",
    IndicatorState.WITHIN_TOLERANCE: "been within tolerance",
    IndicatorState.OFF_TRAJECTORY: "been off trajectory but not failing",
    IndicatorState.FAILING: "been failing",
    IndicatorState.NO_DATA: "been no figure at all",
}


def gap(case: Case, other: Decimal) -> str:
    """Say how far the latest value is from another, in figures that agree with those printed beside it."""
    places = _places(case)
    apart = case.latest.value - rounded(other, places)
    side = "below" if case.latest.value < other else "above"
    return f"{difference(apart, case.measure.unit, places)} {side}" if apart else f"just {side}"


def worked_out(case: Case, there: Decimal) -> str:
    """Write an expected value, rounded to what the latest value was given with and one place at least."""
    return case.shown(rounded(there, _places(case)))


def _places(case: Case) -> int:
    """Return the decimal places of worked-out figures: one, or as many as the latest value was given with."""
    return max(1, places_of(case.latest.value))


def when(case: Case) -> str:
    """Say what stretch of time the latest value speaks of."""
    end, frequency = case.latest.period, case.measure.frequency
    match case.measure.basis:
        case Basis.SNAPSHOT:
            return f"at {show(end)}"
        case Basis.YEAR_TO_DATE:
            return f"for the year to date at {show(end)}"
        case Basis.ROLLING_YEAR:
            return f"in the {shown_period(Frequency.ANNUAL, end)}"
        case Basis.IN_MONTH:
            return f"in {'the ' if frequency is Frequency.ANNUAL else ''}{case.period(end)}"


def _lead(case: Case) -> str:
    return f" (lead: {case.lead})" if case.lead else ""
