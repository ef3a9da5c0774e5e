"""Indicators told in a sentence: what has improved since the baseline, what has not, how many keep pace (N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from boardtui.documents.drafting.children import tells_of_children
from boardtui.documents.drafting.indicators import compared, in_full, lowered, period, title_in, without_noun
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain.dataset import Indicator
from boardtui.domain.figures import difference
from boardtui.domain.figures import figure as with_unit
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import Measure, reaches, target_in_hand
from boardtui.domain.pacing import may_be_projected
from boardtui.domain.periods import stretch
from boardtui.domain.text import listed

_STATES = (
    (IndicatorState.MET, "reached the target in hand"),
    (IndicatorState.ON_TRAJECTORY, "on the path to it"),
    (IndicatorState.WITHIN_TOLERANCE, "within tolerance of that path"),
    (IndicatorState.OFF_TRAJECTORY, "off it"),
    (IndicatorState.FAILING, "off it and going the wrong way"),
    (IndicatorState.NO_DATA, "without a current figure"),
)

_FIRST = {
    "on the path to it": "on the path to the target in hand",
    "within tolerance of that path": "within tolerance of the path to the target in hand",
    "off it": "off the path to the target in hand",
    "off it and going the wrong way": "off the path to the target in hand and going the wrong way",
}
"""How a state is told that comes first, so that what *it* is stands before it."""


def short_period(measure: Measure, end: date) -> str:
    """Name that stretch of time as a table has room for: `Apr 2013`, `year to date at 31 Mar 2013`."""
    return stretch(measure, end).removeprefix("the ")


def latest_ref(indicator: Indicator) -> str:
    """Return the reference of the latest value."""
    return f"{indicator.ref} {indicator.latest.period:%Y-%m}" if indicator.latest else ""


def can_be_projected(indicator: Indicator) -> bool:
    """Say whether the values tell where they lead: enough of them, and the last moves do not say otherwise."""
    return may_be_projected(indicator.measure, indicator.points, indicator.projected_12)


def projected_to_miss(material: ReportMaterial) -> list[Indicator]:
    """Return the indicators that on their recent values miss the twelve-month target."""
    return [
        one
        for one in material.paper.indicators
        if can_be_projected(one)
        and one.projected_12 is not None
        and one.measure.target_12 is not None
        and not reaches(one.measure.polarity, one.projected_12, one.measure.target_12)
    ]


def furthest(material: ReportMaterial) -> list[Indicator]:
    """Return the indicators that are off their path, without a figure, or led astray, the furthest from target first.

    How far is the share of the way from baseline to the twelve-month target that is still to go.
    """
    astray = {one.ref for one in projected_to_miss(material)}
    off = (IndicatorState.OFF_TRAJECTORY, IndicatorState.FAILING, IndicatorState.NO_DATA)
    found = [one for one in material.paper.indicators if one.latest and (one.state in off or one.ref in astray)]
    return sorted(found, key=compared)


def gains(material: ReportMaterial) -> list[Indicator]:
    """Return the indicators better than their baseline: those about children first, then the furthest.

    One whose figure is not in, or is in doubt, is no gain yet.
    """
    found = [one for one in material.paper.indicators if compared(one) > 0 and one.state != IndicatorState.NO_DATA]
    return sorted(found, key=lambda one: (not tells_of_children(one.title), -compared(one)))


def losses(material: ReportMaterial) -> list[Indicator]:
    """Return the indicators that are worse than their baseline, the worst first."""
    return sorted((one for one in material.paper.indicators if compared(one) < 0), key=compared)


def moved_from_baseline(material: ReportMaterial, indicator: Indicator, place: int = 0) -> str:
    """Tell an indicator's way from its baseline to its latest value, with the children behind it where known."""
    measure, latest = indicator.measure, indicator.latest
    if latest is None or measure.baseline is None:
        return ""
    now = _without_noun(material, latest_ref(indicator), indicator)
    then = _without_noun(material, f"{indicator.ref} baseline", indicator)
    verb = "rose" if latest.value > measure.baseline else "fell"
    on = f" at {day_in_full(measure.baseline_on)}" if measure.baseline_on else " at the start"
    name = f"{title_in(indicator.title)} ({indicator.ref})"
    behind = _behind(indicator)
    if place % 2 == 0:
        return f"{name} {verb} from {then}{on} to {now} in {period(indicator)}{behind}"
    return f"In {period(indicator)} {lowered(name)} stood at {now}{behind}; it was {then}{on}"


def _without_noun(material: ReportMaterial, ref: str, indicator: Indicator) -> str:
    """Write a figure of an indicator whose title, just named, may count its noun already."""
    value = material.value(ref)
    return figure(without_noun(with_unit(Decimal(value), indicator.measure.unit), indicator), ref) if value else ""


def best_gain(material: ReportMaterial) -> list[str]:
    """Tell the indicator that has gone furthest, for the first page."""
    found = gains(material)
    return [moved_from_baseline(material, found[0])] if found else []


def held_back(material: ReportMaterial) -> list[str]:
    """Tell the indicator that has gone back furthest, or say that the one told is not all."""
    found = losses(material)
    if not found:
        return []
    return [f"Against that, {lowered(moved_from_baseline(material, found[0]))}"]


def tally(material: ReportMaterial) -> list[str]:
    """Count the indicators by how they stand."""
    if not material.paper.indicators:
        return ["No dataset of indicators is recorded yet"]
    parts = [
        (material.number(f"indicators {state}"), words)
        for state, words in _STATES
        if material.amount(f"indicators {state}")
    ]
    (first, words), *rest = parts
    has = "has" if words.startswith("reached") and material.amount("indicators met") == 1 else "have"
    if not words.startswith("reached"):
        has = "is" if material.amount(f"indicators {_state_of(words)}") == 1 else "are"
    said = listed(
        [
            f"{first} {has} {_FIRST.get(words, words)}",
            *(f"{count} {_be(material, words_)} {words_}" for count, words_ in rest),
        ]
    )
    return [f"Of the {material.counted('indicators', 'indicator')}, {said}"]


def short(material: ReportMaterial, indicators: Sequence[Indicator]) -> str:
    """List indicators with the latest value of each: `visits in time (I3), 91 per cent in April 2013`."""
    return "; ".join(
        f"{lowered(title_in(one.title))} ({one.ref}), "
        f"{material.measured(latest_ref(one), one.measure.unit)} in {period(one)}"
        for one in indicators
        if one.latest
    )


def gap(indicator: Indicator) -> str:
    """Say how far the latest value is from the target in hand at its period, without a sign."""
    latest = indicator.latest
    in_hand = target_in_hand(indicator.measure, latest.period) if latest else None
    if latest is None or in_hand is None:
        return ""
    return in_full(difference(latest.value - in_hand[0], indicator.measure.unit))


def _behind(indicator: Indicator) -> str:
    """Say how many of how many stand behind a value, where that was reported."""
    latest = indicator.latest
    if latest is None or latest.numerator is None or latest.denominator is None or indicator.measure.unit != "%":
        return ""
    return f" ({latest.numerator:,f} of {latest.denominator:,f})"


def _state_of(words: str) -> IndicatorState:
    return next(state for state, said in _STATES if said == words)


def _be(material: ReportMaterial, words: str) -> str:
    return "is" if material.amount(f"indicators {_state_of(words)}") == 1 else "are"
