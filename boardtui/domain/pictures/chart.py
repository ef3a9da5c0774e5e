"""An indicator over its periods: each value as a bar, with where the trajectory is and both targets (N 7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from boardtui.domain.amounts import shown
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.figures import number, rounded
from boardtui.domain.measures import expected
from boardtui.domain.periods import shown_period
from boardtui.domain.pictures.grid import NOTHING

TITLE = "Indicators"
BAR, COURSE, TARGET = "█", "│", "▒"
"""A bar's signs: a value, where the trajectory is by then, a target."""

_LONGEST, _NARROWEST = 60, 20


@dataclass(frozen=True)
class Bar:
    """A value, or with `aim` what is to be reached on that day; `expected` is where the trajectory is by then."""

    called: str
    on: date
    value: Decimal
    expected: Decimal | None = None
    aim: str = ""


@dataclass(frozen=True)
class Chart:
    """One indicator's bars, oldest first, its targets last."""

    ref: str
    title: str
    unit: str
    good: str
    standing: str
    bars: tuple[Bar, ...]

    def said(self, value: Decimal) -> str:
        """Write a value with its unit."""
        return shown(value, self.unit)


def chart(found: Indicator) -> Chart:
    """Return the picture of an indicator."""
    measure = found.measure
    bars = [
        Bar(shown_period(measure.frequency, one.period), one.period, one.value, expected(measure, one.period))
        for one in found.values
    ]
    if measure.baseline is not None and measure.baseline_on is not None:
        bars.insert(0, Bar(show(measure.baseline_on), measure.baseline_on, measure.baseline, aim="baseline"))
    for target, on, aim in (
        (measure.target_6, measure.on_6, "6-month target"),
        (measure.target_12, measure.on_12, "12-month target"),
    ):
        if target is not None and on is not None:
            bars.append(Bar(show(on), on, target, aim=aim))
    return Chart(found.ref, found.title, found.unit, str(measure.polarity), str(found.state), tuple(bars))


def as_table(charts: Sequence[Chart], width: int = 80) -> Iterator[str]:
    """Yield the charts as lines of text, one indicator after the other."""
    yield TITLE
    if not charts:
        yield NOTHING
        return
    yield f"{BAR} value   {TARGET} baseline or target   {COURSE} where the trajectory is by then"
    for one in charts:
        yield ""
        yield f"{one.ref}  {one.title}"
        yield f"{one.standing}; good is {one.good}"
        yield from _bars(one, width)


def _bars(one: Chart, width: int) -> Iterator[str]:
    if not one.bars:
        yield "no data"
        return
    called = max(len(bar.called) for bar in one.bars)
    figures = max(len(one.said(bar.value)) for bar in one.bars)
    room = min(max(width - called - figures - 20, _NARROWEST), _LONGEST)
    most = max(*(bar.value for bar in one.bars), *(bar.expected or Decimal(0) for bar in one.bars), Decimal(1))
    for bar in one.bars:
        drawn = (TARGET if bar.aim else BAR) * _length(bar.value, most, room)
        if bar.expected is not None:
            at = max(_length(bar.expected, most, room) - 1, 0)
            drawn = f"{drawn[:at]:<{at}}{COURSE}{drawn[at + 1 :]}"
        yield f"{bar.called:<{called}} {one.said(bar.value):>{figures}} {drawn} {bar.aim}".rstrip()


def _length(value: Decimal, most: Decimal, room: int) -> int:
    return round(max(value, Decimal(0)) * room / most)


def in_words(charts: Sequence[Chart]) -> Iterator[str]:
    """Yield the charts as sentences."""
    yield f"{TITLE}."
    if not charts:
        yield NOTHING
    for one in charts:
        yield f"{one.ref} {one.title}: {one.standing}; good is {one.good}."
        for bar in one.bars:
            if bar.aim:
                yield f"{bar.aim.capitalize()}: {one.said(bar.value)} on {show(bar.on)}."
            else:
                course = f", where {one.said(bar.expected)} was to be expected" if bar.expected is not None else ""
                yield f"{bar.called[:1].upper()}{bar.called[1:]}: {one.said(bar.value)}{course}."
        if not one.bars:
            yield "Nothing is entered of it."


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else number(rounded(value)).replace(",", "")


def as_shape(charts: Sequence[Chart]) -> dict[str, Any]:
    """Return the charts as plain lists and names, for a program."""
    return {
        "picture": "indicators",
        "title": TITLE,
        "indicators": [
            {
                "ref": one.ref,
                "title": one.title,
                "unit": one.unit,
                "good": one.good,
                "standing": one.standing,
                "bars": [
                    {
                        "called": bar.called,
                        "date": bar.on,
                        "value": _figure(bar.value),
                        "expected": _figure(bar.expected),
                        "aim": bar.aim or None,
                    }
                    for bar in one.bars
                ],
            }
            for one in charts
        ],
    }
