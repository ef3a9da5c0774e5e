"""How an indicator stands, told for a report: briefly where it keeps pace, with its analysis where it does not."""

from __future__ import annotations

import re
from datetime import date

from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.reporting.material import ReportMaterial, lowered, title_in
from boardtui.documents.reporting.measures import in_full, latest_ref, period
from boardtui.domain.analysis import commentary
from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState, indicator_state
from boardtui.domain.measures import target_in_hand

_LAST_DAYS = re.compile(r"[;.] [Gg]etting there needs an? (?:rise|fall) of .+? in the \d+ days? left")
_AHEAD = re.compile(r"Carried forward, the last (\w+) figures lead to")
_OUTLOOKS = (
    r"Carried forward, the last \1 figures lead to",
    r"If the last \1 figures are a guide, it comes to",
    r"On the line of the last \1 figures it would stand at",
)


def verdict(material: ReportMaterial, indicator: Indicator, place: int) -> str:
    """Say how an indicator stands; an analysis as N 7.3 asks where it misses its trajectory."""
    if indicator.state == IndicatorState.MET and indicator.latest:
        return _met(material, indicator, place)
    if indicator.state == IndicatorState.ON_TRAJECTORY and indicator.latest:
        return _on_course(material, indicator, place)
    said = in_full(commentary(indicator.title, indicator.measure, indicator.points, _said_on(material, indicator)))
    said = _AHEAD.sub(_OUTLOOKS[place % len(_OUTLOOKS)], said)
    return _LAST_DAYS.sub("", said)


def _said_on(material: ReportMaterial, indicator: Indicator) -> date:
    """Return the day the commentary speaks on: the report's own, unless the indicator would stand otherwise by then."""
    same = indicator_state(indicator.measure, indicator.points, material.day) == indicator.state
    return material.day if same else material.paper.on


def _met(material: ReportMaterial, indicator: Indicator, place: int) -> str:
    now, target, day, when, name = _facts(material, indicator)
    return (
        f"The figure for {when}, {now}, meets the target of {target} set for {day}.",
        f"The target for {day}, {target}, has been reached: {lowered(name)} stood at {now} in {when}.",
        f"{name}: {now} in {when}. That meets the target of {target} for {day}.",
    )[place % 3]


def _on_course(material: ReportMaterial, indicator: Indicator, place: int) -> str:
    now, target, day, when, name = _facts(material, indicator)
    expected = material.measured(f"{latest_ref(indicator)} expected", indicator.measure.unit)
    return (
        f"{name} stood at {now} in {when}, where {expected} was to be expected on the way to {target} by {day}.",
        f"The figure for {when}, {now}, keeps to the path: {expected} was expected by then and {target} by {day}.",
    )[place % 2]


def _facts(material: ReportMaterial, indicator: Indicator) -> tuple[str, str, str, str, str]:
    """Return the latest value, the target in hand then, its day, the period, and the indicator's name."""
    measure, latest = indicator.measure, indicator.latest
    in_hand = target_in_hand(measure, latest.period) if latest else None
    six = in_hand is not None and in_hand[1] == measure.on_6 and in_hand[0] == measure.target_6
    target = material.measured(f"{indicator.ref} target {6 if six else 12}", measure.unit)
    day = day_in_full(in_hand[1]) if in_hand else ""
    name = title_in(indicator.title)
    return material.measured(latest_ref(indicator), measure.unit), target, day, period(indicator), name
