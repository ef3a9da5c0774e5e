"""The dataset in a letter: its targets counted, what weighs most, what is better for children (N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from boardtui.documents.drafting import decided
from boardtui.documents.drafting.children import tells_of_children
from boardtui.documents.drafting.indicators import compared, in_full, lowered, period, title_in, without_noun
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import counted, day_in_full, number
from boardtui.documents.drafting.opening import goes_with
from boardtui.documents.drafting.overtaken import letter_day
from boardtui.documents.drafting.phrases import paragraph
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_values import target_result
from boardtui.domain.figures import figure
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import deciding_target, reaches, target_in_hand

_KEEPS_PACE = (IndicatorState.MET, IndicatorState.ON_TRAJECTORY)
_NAMED = 2


def targets(material: Material) -> str:
    """Count the targets whose date has come as met, missed and unknown; before that the indicators that keep pace."""
    indicators = material.paper.indicators
    if not indicators:
        return paragraph("No dataset of indicators is recorded yet")
    where = "My report comments on each of them" if goes_with(material) else ""
    return paragraph(counted_results(material) or _pace(indicators), where)


def counted_results(material: Material) -> str:
    """Say how many of the targets that fall due about the letter's day are missed, met and unknown."""
    day = letter_day(material)
    found = [(one, due) for one in material.paper.indicators if (due := deciding_target(one.measure, day))]
    if not found:
        return ""
    months = found[0][1][0]
    told = [target_result(one, months) for one, due in found if due[0] == months]
    on = min(due[2] for _, due in found if due[0] == months)
    ahead, many = on >= day, number(len(told))
    if told.count("met") == len(told):
        return decided.all_met(many, f"{decided.TARGETS[months]} targets", ahead=ahead)
    counts = {what: told.count(what) for what in ("met", "missed", "unknown")}
    first = f"Of the {many} {decided.TARGETS[months]} targets, which {'fall' if ahead else 'fell'} due on"
    return f"{first} {day_in_full(on)}, {decided.counted(counts, lambda what: number(counts[what]), ahead=ahead)}"


def _pace(indicators: Sequence[Indicator]) -> str:
    keeping = sum(one.state in _KEEPS_PACE for one in indicators)
    many = number(keeping) if keeping else "none"
    of = counted(len(indicators), "indicator")
    return f"Of the dataset's {of}, {many} {_keep(keeping)} to the path of the targets"


def _keep(count: int) -> str:
    return "keeps" if count == 1 else "keep"


def going_wrong(material: Material) -> str:
    """Tell the indicators that miss their trajectory and moved the wrong way, the furthest from its target first."""
    failing = _furthest_first([one for one in material.paper.indicators if one.state is IndicatorState.FAILING])
    if not failing:
        return ""
    told = [stands(one) for one in failing[:_NAMED]]
    if len(failing) == 1:
        return f"One measure is going the wrong way: {told[0]}"
    among = ":" if len(failing) <= _NAMED else ", among them"
    return f"{number(len(failing))} measures are going the wrong way{among} {'; and '.join(told)}"


def furthest(material: Material) -> str:
    """Tell the indicator that is furthest from its target, as a share of that target."""
    behind = [one for one in material.paper.indicators if one.state is IndicatorState.OFF_TRAJECTORY]
    first = next(iter(_furthest_first(behind)), None)
    return f"Furthest from its target is {stands(first)}" if first else ""


def stands(one: Indicator) -> str:
    """Tell an indicator's latest value beside the target in hand: `visits on time, 74 per cent in April against 90`."""
    if one.latest is None:
        return f"{lowered(title_in(one.title))}, of which there is no figure"
    unit, aim = one.measure.unit, target_in_hand(one.measure, one.latest.period)
    bare = figure(aim[0], unit).removesuffix("%") if aim else ""
    against = f" against a target of {bare}" if aim else ""
    now = in_full(figure(one.latest.value, unit))
    return f"{lowered(title_in(one.title))} ({one.ref}), {now} in {period(one)}{against}"


def _furthest_first(indicators: Sequence[Indicator]) -> list[Indicator]:
    return sorted(indicators, key=lambda one: (-_still_to_go(one), one.ref))


def _still_to_go(one: Indicator) -> Decimal:
    """Return how far a value is from the target in hand, as a share of that target."""
    aim = target_in_hand(one.measure, one.latest.period) if one.latest else None
    if one.latest is None or aim is None or reaches(one.measure.polarity, one.latest.value, aim[0]):
        return Decimal(0)
    return abs(aim[0] - one.latest.value) / (abs(aim[0]) or Decimal(1))


def better_for_children(material: Material, most: int) -> list[str]:
    """Tell the indicators about children that are better than their baseline, the furthest on its way first."""
    better = [
        one for one in material.paper.indicators if one.latest and tells_of_children(one.title) and compared(one) > 0
    ]
    better.sort(key=lambda one: (-compared(one), one.ref))
    return [_risen(one, place) for place, one in enumerate(better[:most])]


def _risen(one: Indicator, place: int) -> str:
    measure, latest = one.measure, one.latest
    if latest is None or measure.baseline is None:
        return ""
    now, then = (without_noun(figure(value, measure.unit), one) for value in (latest.value, measure.baseline))
    verb = "rose" if latest.value > measure.baseline else "fell"
    on = f" at {day_in_full(measure.baseline_on)}" if measure.baseline_on else " at the start"
    behind = ""
    if measure.unit == "%" and latest.numerator is not None and latest.denominator is not None:
        behind = f" ({latest.numerator:,f} of {latest.denominator:,f})"
    name = title_in(one.title)
    if place % 2:
        return f"in {period(one)} {lowered(name)} stood at {now}{behind}; it was {then}{on}"
    return f"{name} {verb} from {then}{on} to {now} in {period(one)}{behind}"
