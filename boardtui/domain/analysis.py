"""What is said of an indicator that misses its targets and timescales, as a person would write it (N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from boardtui.domain.dates import show
from boardtui.domain.figures import number, rounded
from boardtui.domain.indicators import IndicatorState, indicator_state
from boardtui.domain.measures import Measure, Point, expected, reaches, reported, target_in_hand
from boardtui.domain.pacing import PERIODS, movement, outlook, pace
from boardtui.domain.periods import latest_due, missing, period_end, stretch
from boardtui.domain.standing import Case, allowance, first_said, gap, keeping, standing, when, worked_out
from boardtui.domain.text import listed, one_line, plural
from boardtui.domain.trends import LAST_MOVES, months_between

KEEPS_PACE = frozenset({IndicatorState.MET, IndicatorState.ON_TRAJECTORY})
"""The states that need no analysis: the target is reached, or what is expected by now."""


def analysis(
    title: str,
    measure: Measure,
    points: Sequence[Point],
    today: date,
    *,
    lead: str = "",
    causes: Sequence[str] = (),
) -> str:
    """Analyse an indicator that misses its trajectory, in one to three sentences; nothing of one that keeps it (N 7.3).

    `lead` is the office that answers for it and `causes` are reasons people gave, each a clause without a full stop.
    """
    if indicator_state(measure, points, today) in KEEPS_PACE:
        return ""
    return commentary(title, measure, points, today, lead=lead, causes=causes)


def commentary(
    title: str,
    measure: Measure,
    points: Sequence[Point],
    today: date,
    *,
    lead: str = "",
    causes: Sequence[str] = (),
) -> str:
    """Say in one to three sentences how any indicator stands, for commentary target by target (N 8.1)."""
    known = reported(points, today)
    state = indicator_state(measure, known, today)
    case = Case(_opening(title), measure, known, today, state, one_line(lead))
    given = f"{'reason' if len(causes) == 1 else 'reasons'} given: {_reasons(causes)}" if causes else ""
    return " ".join(_sentence(said) for said in (*_body(case, given),) if said)


def _body(case: Case, given: str) -> tuple[str, ...]:
    """Choose what is said by how the indicator stands."""
    measure, known = case.measure, case.known
    if target_in_hand(measure, case.today) is None:
        return (_untargeted(case), given)
    if not known:
        return (*_never(case), given)
    if case.state is IndicatorState.NO_DATA:
        return (_late(case), _last_known(case), given)
    if case.state in KEEPS_PACE:
        return (keeping(case), given)
    moved = f"{movement(measure, known)}{_restated_before(case)}"
    needs = pace(measure, known, case.today)
    return (
        f"{standing(case)}{allowance(case)}",
        "; ".join(filter(None, (moved, needs))),
        "; ".join(filter(None, (outlook(measure, known, case.today), given))),
    )


def _untargeted(case: Case) -> str:
    said = f"{case.name} cannot be judged, because no target with a date has been set"
    if not case.known:
        return f"{said} and no figure has been reported"
    return f"{said}; the latest figure is {case.shown(case.latest.value)} {when(case)}{first_said(case)}"


def _never(case: Case) -> tuple[str, str]:
    """Speak of an indicator no figure has ever been reported for."""
    measure, first = case.measure, case.measure.baseline_on
    due = latest_due(measure.frequency, measure.lag_days, case.today)
    said = f"{case.name} cannot be judged, because no figure has been reported"
    if first is not None and due <= first:
        end = period_end(measure.frequency, first + timedelta(days=1))
        judged = f"{said} yet; the first, for {case.period(end)}, is due{_from(case)} by {_in_by(case, end)}"
    else:
        judged = f"{said} at all; the one for {case.period(due)} was due{_from(case)} by {_in_by(case, due)}"
    if measure.baseline is None or measure.baseline_on is None:
        return judged, f"The target is {_aim(case)}, and there is no baseline to start from"
    baseline = f"{case.shown(measure.baseline)} at {show(measure.baseline_on)}"
    return judged, f"The target is {_aim(case)}, from a baseline of {baseline}"


def _late(case: Case) -> str:
    """Name the periods whose values should be in and are not."""
    measure = case.measure
    since = period_end(measure.frequency, case.latest.period) + timedelta(days=1)
    gaps = missing(measure.frequency, measure.lag_days, case.known, since, case.today)
    due = _in_by(case, gaps[-1])
    said = f"{case.name} cannot be judged on current figures"
    if len(gaps) == 1:
        return f"{said}: the one for {case.period(gaps[0])} was due{_from(case)} by {due} and is not in"
    if len(gaps) == 2:
        both = listed([case.period(end) for end in gaps])
        return f"{said}: those for {both} are not in, the later of them due{_from(case)} by {due}"
    count = f"{plural(len(gaps), PERIODS[measure.frequency])} from {case.period(gaps[0])} on"
    return f"{said}: none has come in for the {count}, the latest due{_from(case)} by {due}"


def _last_known(case: Case) -> str:
    """Say how the last value stood against its own period, and what is aimed at now."""
    latest, polarity = case.latest, case.measure.polarity
    said = f"The last figure, {case.shown(latest.value)} {when(case)}{first_said(case)},"
    in_hand, there = target_in_hand(case.measure, latest.period), expected(case.measure, latest.period)
    aim = _aim(case)
    if in_hand is not None and reaches(polarity, latest.value, in_hand[0]):
        return f"{said} reached its target then; the one in hand is {aim}"
    if there is None:
        return f"{said} was short of the target of {aim}"
    if reaches(polarity, latest.value, there):
        return f"{said} was where it should have been then; the target is {aim}"
    return f"{said} was {gap(case, there)} the {worked_out(case, there)} expected then; the target is {aim}"


def _restated_before(case: Case) -> str:
    """Name the earlier values among the last moves that have been restated."""
    said = [
        f"{stretch(case.measure, point.period)} "
        f"(first reported as {case.shown(point.first)}, now {case.shown(point.value)})"
        for point in case.known[-LAST_MOVES - 1 : -1]
        if point.first is not None and point.first != point.value
    ]
    return f", after a restatement of {listed(said)}" if said else ""


def _aim(case: Case) -> str:
    """Write the target in hand today, its date and how far off that is."""
    in_hand = target_in_hand(case.measure, case.today)
    assert in_hand is not None
    target, on = in_hand
    return f"{case.shown(target)} by {show(on)}, {_away(case.today, on)}"


def _away(today: date, on: date) -> str:
    if on < today:
        return "a date now past"
    if on == today:
        return "which is today"
    months = months_between(today, on)
    if months < 1:
        return f"{plural((on - today).days, 'day')} away"
    left = rounded(Decimal(months.numerator) / Decimal(months.denominator))
    return f"{number(left)} {'month' if left == 1 else 'months'} away"


def _in_by(case: Case, end: date) -> str:
    """Return the day a period's value is in by."""
    return show(end + timedelta(days=case.measure.lag_days))


def _from(case: Case) -> str:
    return f" from {case.lead}" if case.lead else ""


def _opening(title: str) -> str:
    """Write a title so that it can open a sentence."""
    name = one_line(title).rstrip(".")
    return f"{name[:1].upper()}{name[1:]}"


def _reasons(causes: Sequence[str]) -> str:
    return listed([one_line(cause).rstrip(".") for cause in causes])


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."
