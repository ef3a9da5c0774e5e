"""Values as a row of small bars, oldest first; a period without a value leaves a gap."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from boardtui.domain.dataset import Indicator
from boardtui.domain.periods import next_end, period_end

BARS = "▁▂▃▄▅▆▇█"
GAP = "·"


def sparkline(indicator: Indicator, most: int) -> str:
    """Return the last periods up to the latest value, at most `most` of them."""
    frequency = indicator.measure.frequency
    values = {period_end(frequency, value.period): value.value for value in indicator.values}
    if not values:
        return ""
    ends, last = [min(values)], max(values)
    while ends[-1] < last:
        ends.append(next_end(frequency, ends[-1]))
    return _bars([values.get(end) for end in ends[-most:]])


def _bars(values: list[Decimal | None]) -> str:
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    return "".join(GAP if value is None else _bar(value, low, high) for value in values)


def _bar(value: Decimal, low: Decimal, high: Decimal) -> str:
    if high == low:
        return BARS[len(BARS) // 2]
    return BARS[int((value - low) / (high - low) * (len(BARS) - 1))]


def short_month(day: date) -> str:
    """Write a month for a narrow column: `Apr 13`."""
    return f"{day:%b} {day.year % 100:02}"
