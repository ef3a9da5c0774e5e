"""How an indicator stands, told for a report: briefly where it keeps pace, with its analysis where it does not."""

from __future__ import annotations

import re
from datetime import date

from boardtui.documents.drafting.indicators import in_full, lowered, period, period_of, title_in
from boardtui.documents.drafting.numbers import day_in_full, number
from boardtui.documents.reporting.figures import paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import can_be_projected, latest_ref
from boardtui.documents.reporting.results import result
from boardtui.domain.analysis import commentary
from boardtui.domain.dataset import Indicator
from boardtui.domain.figures import difference
from boardtui.domain.indicators import IndicatorState, indicator_state
from boardtui.domain.measures import Basis, deciding_target, reaches, reported, target_in_hand
from boardtui.domain.pacing import movement
from boardtui.domain.trends import LAST_VALUES

_LAST_DAYS = re.compile(r"[;.] [Gg]etting there needs an? (?:rise|fall) of .+? in the \d+ days? left")
_AHEAD = re.compile(r"Carried forward, the last (\w+) figures lead to")
_OUTLOOKS = (
    r"Carried forward, the last \1 figures lead to",
    r"If the last \1 figures are a guide, it comes to",
    r"On the line of the last \1 figures it would stand at",
)


def verdict(material: ReportMaterial, indicator: Indicator, place: int) -> str:
    """Say how an indicator stands; an analysis as N 7.3 asks where it misses its trajectory."""
    if (told := result(material, indicator)) and indicator.latest:
        return _decided(material, indicator, told, place)
    if indicator.state == IndicatorState.MET and indicator.latest:
        return _met(material, indicator, place)
    if indicator.state == IndicatorState.ON_TRAJECTORY and indicator.latest:
        return _on_course(material, indicator, place)
    said = in_full(commentary(indicator.title, indicator.measure, indicator.points, _said_on(material, indicator)))
    said = _AHEAD.sub(_OUTLOOKS[place % len(_OUTLOOKS)], said)
    return _LAST_DAYS.sub("", said)


def _decided(material: ReportMaterial, indicator: Indicator, told: str, place: int) -> str:
    """Tell a target whose date has come as met, missed or unknown, then the way the figures lead to the next one."""
    measure, latest = indicator.measure, indicator.latest
    found = deciding_target(measure, material.day)
    if latest is None or found is None:
        return ""
    months, target, on = found
    now, when = material.measured(latest_ref(indicator), measure.unit), period(indicator)
    aim, day = material.measured(f"{indicator.ref} target {months}", measure.unit), day_in_full(on)
    name, at = title_in(indicator.title), _at(indicator)
    ahead = on >= material.day
    if told == "met":
        is_met, meets = ("is reached", "reaches") if ahead else ("is met", "meets")
        return paragraph(
            (
                f"The target of {aim} for {day} {is_met}: the figure {at} is {now}",
                f"The target for {day}, {aim}, {is_met}: {lowered(name)} stood at {now} {at}",
                f"{name} stood at {now} {at}; that {meets} the target of {aim} for {day}",
            )[place % 3]
        )
    if told == "unknown":
        late = indicator.missing[-1] if indicator.missing else None
        lacking = f", because no figure for {period_of(measure, late)} is in" if late else ""
        short = "" if reaches(measure.polarity, latest.value, target) else ", short of it"
        return paragraph(
            f"Whether the target of {aim} for {day} is {'reached' if ahead else 'met'} is not known{lacking}",
            f"The last figure, {now} in {when}, was {short.removeprefix(', ')}" if short else f"The last was {now}",
        )
    apart = in_full(difference(latest.value - target, measure.unit))
    side = "below" if latest.value < target else "above"
    missed = (
        f"The target of {aim} for {day} is {'not reached yet' if ahead else 'missed'}: {lowered(name)} stood at {now} "
        f"{at}, {apart} {side} it",
        f"{name} stood at {now} {at}; the target for {day} is {aim}, {apart} away"
        if ahead
        else f"{name} stood at {now} {at}, and the target for {day} was {aim}: it is missed by {apart}",
        f"The figure {at} is {now}, {apart} {side} the target of {aim} for {day}"
        if ahead
        else f"The figure {at} is {now}, which misses the target of {aim} for {day} by {apart}",
    )[place % 3]
    near = "though the figure keeps to its path" if indicator.state == IndicatorState.ON_TRAJECTORY else ""
    if indicator.state == IndicatorState.WITHIN_TOLERANCE:
        near = f"though it is within {in_full(difference(measure.tolerance, measure.unit))} of its path"
    moved = in_full(movement(measure, reported(indicator.points, material.day)))
    return paragraph(f"{missed}{f', {near}' if near else ''}", moved, _leads_to(material, indicator, months, place))


def _at(indicator: Indicator) -> str:
    """Say when the latest figure was: `in April 2013`, `for the year to date at 31 March 2013`, `at 30 April 2013`."""
    measure, latest = indicator.measure, indicator.latest
    if latest is None:
        return ""
    if measure.basis is Basis.SNAPSHOT:
        return f"at {day_in_full(latest.period)}"
    link = "for" if measure.basis is Basis.YEAR_TO_DATE else "in"
    return f"{link} {period(indicator)}"


def _leads_to(material: ReportMaterial, indicator: Indicator, months: int, place: int) -> str:
    """Say where the recent figures lead by the twelve-month target, once the six-month one is decided."""
    measure = indicator.measure
    if months == 12 or not can_be_projected(indicator) or measure.on_12 is None or measure.target_12 is None:
        return ""
    many = number(min(len(indicator.values), LAST_VALUES))
    there = material.measured(f"{indicator.ref} projection 12", measure.unit)
    aim = material.measured(f"{indicator.ref} target 12", measure.unit)
    outlook = _OUTLOOKS[place % len(_OUTLOOKS)].replace("\\1", many)
    return f"{outlook} {there} by {day_in_full(measure.on_12)} (target {aim})"


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
