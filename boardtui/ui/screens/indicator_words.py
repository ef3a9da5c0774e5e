"""How an indicator reads: its standing in short, its particulars, and its values period by period (N 7.3)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain

from textual.content import Content

from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.dates import show
from boardtui.domain.figures import difference, figure, number, rounded
from boardtui.domain.measures import Basis, expected, target_in_hand
from boardtui.domain.pacing import pace
from boardtui.domain.periods import shown_period
from boardtui.domain.text import listed, plural
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.literal import assembled, hanging, line, literal, side_by_side
from boardtui.ui.widgets.ratings import arrow
from boardtui.ui.widgets.standing import named

_LABEL = 12
_GOOD = {"high": "high is good", "low": "low is good"}


def said(indicator: Indicator, value: Decimal) -> str:
    """Write a figure of an indicator, rounded, with its unit."""
    return figure(rounded(value), indicator.unit)


def bare(indicator: Indicator, value: Decimal) -> str:
    """Write a figure for a column: with its sign for a percentage or money, else without its unit."""
    return said(indicator, value) if indicator.unit in ("%", "£") else number(rounded(value))


def period(indicator: Indicator, end: date) -> str:
    """Name a period as the indicator's basis asks: `Apr 2013`, `the year to Apr 2013`, `28 Apr 2013`."""
    match indicator.measure.basis:
        case Basis.SNAPSHOT:
            return show(end)
        case Basis.ROLLING_YEAR:
            return f"the year to {end:%b} {end.year}"
        case Basis.YEAR_TO_DATE:
            return f"the year to date at {show(end)}"
        case _:
            return shown_period(indicator.measure.frequency, end)


def standing(indicator: Indicator, width: int) -> Content:
    """Return status, latest value and its trend on one line, or on two where they do not fit."""
    parts = [named(indicator.state)]
    if (latest := indicator.latest) is not None:
        now = said(indicator, latest.value)
        parts.append(assembled((now, "bold"), " ", line(f"for {period(indicator, latest.period)}")))
    if indicator.trend:
        parts.append(line(f"{arrow(indicator.trend)} {indicator.trend}"))
    return side_by_side(parts, width, "   ", "  ")


def target(indicator: Indicator, today: date) -> str:
    """Say the target in hand and what reaching it still takes."""
    in_hand = target_in_hand(indicator.measure, today)
    if in_hand is None:
        return with_keys("No target is set: press {indicator-edit}.")
    aim = f"{said(indicator, in_hand[0])} by {show(in_hand[1])}"
    needs = pace(indicator.measure, indicator.points, today)
    if indicator.latest is None:
        return f"{aim}."
    return f"{aim}; {needs}." if needs else f"{aim}: reached."


def runway(indicator: Indicator, today: date) -> str:
    """Write the runway for a narrow column: time left and the change each month still needed."""
    left = indicator.runway
    if left is None:
        return ""
    time = f"{number(left.months)} mo" if left.months >= 1 else plural(max((left.on - today).days, 0), "day")
    if left.on < today:
        time = "past"
    if left.needed is None:
        return time
    change = rounded(left.needed)
    return f"{time}, {'+' if change > 0 else ''}{number(change)}{'/mo' if left.months >= 1 else ''}"


def brief(indicator: Indicator, width: int, today: date) -> Content:
    """Return an indicator to read without opening it."""
    told = [hanging(f"{indicator.ref}  ", indicator.title, width, "bold"), standing(indicator, width)]
    told.append(hanging("Target: ", target(indicator, today), width))
    if compared := _benchmarks(indicator):
        told.append(hanging("Compared: ", compared, width))
    if indicator.analysis:
        told.append(hanging("", indicator.analysis, width))
    restated = [value for value in indicator.values if value.restated]
    if restated:
        told.append(hanging("* Restated: ", first_reported(indicator, restated[-1]), width))
    return Content("\n").join(told)


def head(indicator: Indicator, width: int, today: date) -> Content:
    """Return what stands above the chart."""
    return assembled(
        hanging(f"{indicator.ref}  ", indicator.title, width, "bold"),
        "\n",
        standing(indicator, width),
        "\n",
        hanging("Target ", target(indicator, today), width),
    )


def analysis(indicator: Indicator, width: int) -> Content:
    """Return the analysis N 7.3 asks for, where the indicator misses its trajectory."""
    if not indicator.analysis:
        return Content("")
    heading = Content.styled("What the figures say (N 7.3)", "bold $primary")
    return assembled(heading, "\n", hanging("", indicator.analysis, width))


def particulars(indicator: Indicator, width: int) -> Content:
    """Return the figures of the chart in words, and what is measured how."""
    measure = indicator.measure
    facts = [
        ("Baseline", _dated(indicator, measure.baseline, measure.baseline_on, "at")),
        ("6 months", _dated(indicator, measure.target_6, measure.on_6, "by")),
        ("12 months", _dated(indicator, measure.target_12, measure.on_12, "by")),
        ("Expected", _expected(indicator)),
        ("Projection", _projection(indicator)),
        ("Compared", _benchmarks(indicator)),
        ("Tolerance", difference(measure.tolerance, indicator.unit) if measure.tolerance else "none"),
        ("Reported", f"{measure.frequency}, {measure.basis}, {_GOOD[measure.polarity]}; in after {_lag(indicator)}"),
        ("Numerator", indicator.numerator),
        ("Denominator", indicator.denominator),
        ("Source", indicator.source),
        ("Lead", indicator.lead or "nobody"),
        ("Plan lines", ", ".join(indicator.lines) or with_keys("none: press {indicator-edit}")),
        ("Measures", ", ".join(indicator.requirements) or with_keys("no requirement: press {indicator-edit}")),
        ("Note", indicator.note),
    ]
    told = [hanging(literal(f"{name:<{_LABEL}}", "$foreground-muted"), text, width) for name, text in facts if text]
    return Content("\n").join([Content.styled("The measure", "bold $primary"), *told])


def values(indicator: Indicator, width: int) -> Content:
    """Return every value, newest first, with what was first reported where it has been restated."""
    told = [Content.styled("Values, newest first", "bold $primary")]
    if not indicator.values and not indicator.missing:
        told.append(literal(with_keys("None yet. Press {indicator-add} to add one."), "$foreground-muted"))
        return Content("\n").join(told)
    counted = max((len(_counted(value)) for value in indicator.values), default=0)
    named_periods = [_short(indicator, end) for end in chain((v.period for v in indicator.values), indicator.missing)]
    first = max(len(text) for text in named_periods)
    told.append(
        literal(f"{'Period':<{first}}  {'Value':>7}  {'Expected':>8}  {'Of':<{counted}}  Seen", "$foreground-muted")
    )
    by_end: dict[date, Value | None] = {value.period: value for value in indicator.values}
    for end in sorted({*by_end, *indicator.missing}, reverse=True):
        value = by_end.get(end)
        before = f"{_short(indicator, end):<{first}}  "
        if value is None:
            told.append(assembled(before, (with_keys("no value: press {indicator-add}"), "$text-warning")))
            continue
        told.append(_row(indicator, value, before, counted))
        if value.restated:
            told.append(hanging("  ", first_reported(indicator, value), width, "$text-warning"))
    return Content("\n").join(told)


def first_reported(indicator: Indicator, value: Value) -> str:
    """Say what was first reported and seen where, what is said now, and why (rule 8)."""
    first = said(indicator, value.first) if value.first is not None else ""
    seen = f", seen at meeting {value.first_seen_at}" if value.first_seen_at else ""
    named_period = shown_period(indicator.measure.frequency, value.period)
    return f"{named_period} was first reported as {first}{seen}; now {said(indicator, value.value)}: {value.because}"


def _row(indicator: Indicator, value: Value, before: str, counted: int) -> Content:
    there = expected(indicator.measure, value.period)
    mark = "*" if value.restated else " "
    now = f"{bare(indicator, value.value)}{mark}"
    then = bare(indicator, there) if there is not None else "–"
    seen = f"meeting {value.seen_at}" if value.seen_at else "not yet"
    return assembled(before, (f"{now:>8}", "bold"), f" {then:>8}  {_counted(value):<{counted}}  {seen}")


def _counted(value: Value) -> str:
    if value.numerator is None or value.denominator is None:
        return number(value.numerator or value.denominator or Decimal(0)) if value.numerator else ""
    return f"{number(value.numerator)} of {number(value.denominator)}"


def _short(indicator: Indicator, end: date) -> str:
    return shown_period(indicator.measure.frequency, end)


def _dated(indicator: Indicator, value: Decimal | None, on: date | None, word: str) -> str:
    if value is None:
        return with_keys("none: press {indicator-edit}")
    return (
        f"{said(indicator, value)} {word} {show(on)}"
        if on
        else f"{said(indicator, value)}, without a date: press {with_keys('{indicator-edit}')}"
    )


def _expected(indicator: Indicator) -> str:
    if indicator.expected is None or indicator.latest is None:
        return ""
    return f"{said(indicator, indicator.expected)} for {_short(indicator, indicator.latest.period)}"


def _projection(indicator: Indicator) -> str:
    measure = indicator.measure
    led = [
        f"{_possible(indicator, value)} at {show(on)}"
        for value, on in ((indicator.projected_6, measure.on_6), (indicator.projected_12, measure.on_12))
        if value is not None and on is not None
    ]
    if not led:
        return "none: it takes two values" if indicator.values else ""
    return f"{listed(led)}, from the last {plural(min(len(indicator.values), 6), 'value')}"


def _possible(indicator: Indicator, value: Decimal) -> str:
    if indicator.unit == "%" and value > 100:
        return "past 100%"
    return "below 0" if value < 0 else said(indicator, value)


def _benchmarks(indicator: Indicator) -> str:
    told = [
        f"{name} {said(indicator, value)}"
        for name, value in (("statistical neighbours", indicator.neighbours), ("national", indicator.national))
        if value is not None
    ]
    if not told:
        return ""
    return ", ".join(told) + (f" ({indicator.benchmark_of})" if indicator.benchmark_of else "")


def _lag(indicator: Indicator) -> str:
    return plural(indicator.measure.lag_days, "day")
