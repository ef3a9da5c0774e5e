"""How fast an indicator moves and how fast it must, as clauses of a sentence (rule 8; N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from boardtui.domain.dates import show
from boardtui.domain.figures import difference, figure, in_words, number, rounded
from boardtui.domain.measures import Frequency, Measure, Point, reaches, reported, target_in_hand
from boardtui.domain.periods import next_end, period_end, shown_period, stretch
from boardtui.domain.text import listed, plural
from boardtui.domain.trends import LAST_MOVES, LAST_VALUES, Runway, managed, moved_wrong, projection, runway

LEAST_PROJECTED = 3
"""How many values a sentence needs before it speaks of where they lead: two are only one move."""

PERIODS = {
    Frequency.MONTHLY: "month",
    Frequency.QUARTERLY: "quarter",
    Frequency.SIX_MONTHLY: "half-year",
    Frequency.ANNUAL: "year",
}


def may_be_projected(measure: Measure, points: Sequence[Point], there: Decimal | None) -> bool:
    """Say whether a projection tells anything: it rests on three values, and the last moves do not speak against it.

    One that ends where a percentage must, or that turns round what moved twice the same way, tells nothing.
    """
    known = reported(points)
    if there is None or len(known) < LEAST_PROJECTED:
        return False
    if _possible(there, measure, known) != there or (measure.unit == "%" and there in (0, 100)):
        return False
    moves = [later.value - earlier.value for earlier, later in pairwise(known[-LAST_MOVES:])]
    return not (_against(moves, there - known[-1].value))


def _against(moves: Sequence[Decimal], onwards: Decimal) -> bool:
    return onwards != 0 and all(move != 0 and (move > 0) != (onwards > 0) for move in moves)


def movement(measure: Measure, known: Sequence[Point]) -> str:
    """Say what the last figures did: the wrong way, no change, or better."""
    if len(known) < 2:
        return "This is the only figure reported so far, so there is no trend to go by"
    wrong = moved_wrong(measure.polarity, known)
    latest, before = known[-1], known[-2]
    if wrong > 1:
        return _wrong_way(measure, known[-LAST_MOVES - 1 :], wrong)
    since = stretch(measure, before.period)
    if latest.value == before.value:
        return f"The figure has not changed since {since}"
    verb = "improved" if reaches(measure.polarity, latest.value, before.value) else "worsened"
    return f"The figure {verb} from {figure(before.value, measure.unit)} in {since}"


def pace(measure: Measure, known: Sequence[Point], today: date) -> str:
    """Say what change the target in hand still needs, beside what was managed; nothing once it is reached.

    It follows a sentence that names the target of the latest value's own period.
    """
    left = runway(measure, known, today)
    if left is None or not known or reaches(measure.polarity, known[-1].value, left.target):
        return ""
    if left.on < today:
        return _overrun(measure, known, left)
    named_already = target_in_hand(measure, known[-1].period) == (left.target, left.on)
    reaching = "getting there" if named_already else f"reaching {figure(left.target, measure.unit)} by {show(left.on)}"
    gap = left.target - known[-1].value
    if left.needed is None:
        return f"{figure(left.target, measure.unit)} falls due today, {difference(gap, measure.unit)} away"
    if left.months < 1:
        days = plural((left.on - today).days, "day")
        return f"{reaching} needs {_change(gap, measure.unit)} in the {days} left"
    needs = f"{reaching} needs {_change(left.needed, measure.unit)} a month"
    beside = _beside(measure, known)
    return f"{needs} over the {number(left.months)} {'month' if left.months == 1 else 'months'} left{beside}"


def outlook(measure: Measure, known: Sequence[Point], today: date) -> str:
    """Say where the last figures lead by each target date still ahead; nothing under three of them."""
    ahead = [one for one in _targets(measure, today) if one[1] > today]
    if len(known) < LEAST_PROJECTED or not ahead:
        return ""
    led = []
    for target, on in ahead:
        there = projection(known, on)
        if there is not None and may_be_projected(measure, known, there):
            value = figure(rounded(there), measure.unit)
            led.append(f"{value} by {show(on)} (target {figure(target, measure.unit)})")
    if not led:
        return ""
    count = in_words(min(len(known), LAST_VALUES))
    return f"carried forward, the last {count} figures lead to {listed(led)}"


def _wrong_way(measure: Measure, last: Sequence[Point], wrong: int) -> str:
    """Say how many of the last moves went the wrong way and, where that is the whole story, from what to what."""
    moves = len(last) - 1
    ends = [period_end(measure.frequency, point.period) for point in last]
    steady = all(later == next_end(measure.frequency, earlier) for earlier, later in pairwise(ends))
    counted = f"{PERIODS[measure.frequency]}s" if steady else "moves between reported figures"
    which = "each" if wrong == moves else in_words(wrong)
    said = f"The figure has gone the wrong way in {which} of the last {in_words(moves)} {counted}"
    first, latest = last[0], last[-1]
    if reaches(measure.polarity, latest.value, first.value):
        return said
    since = stretch(measure, first.period)
    return f"{said}, from {figure(first.value, measure.unit)} in {since} to {figure(latest.value, measure.unit)}"


def _beside(measure: Measure, known: Sequence[Point]) -> str:
    """Set the change managed so far beside the change needed."""
    if (done := managed(known)) is None:
        return ""
    change, since = done
    from_then = f"since {shown_period(measure.frequency, since)}"
    if change == 0:
        return f", where there has been none overall {from_then}"
    return f", against an average {_change(change, measure.unit, '')} a month {from_then}"


def _overrun(measure: Measure, known: Sequence[Point], left: Runway) -> str:
    """Say how much longer a target whose date is past would take at the pace so far."""
    if (done := managed(known)) is None:
        return ""
    change, since = done
    gap = left.target - known[-1].value
    from_then = f"since {shown_period(measure.frequency, since)}"
    if change == 0 or (change > 0) != (gap > 0):
        return f"the gap has not narrowed {from_then}"
    months = rounded(gap / change)
    more = "month" if months == 1 else "months"
    return f"at the average pace {from_then} closing the gap would take another {number(months)} {more}"


def _targets(measure: Measure, today: date) -> list[tuple[Decimal, date]]:
    """Return the target in hand today and, after it, the 12-month one."""
    in_hand = target_in_hand(measure, today)
    last = target_in_hand(measure, date.max)
    return [one for one in dict.fromkeys((in_hand, last)) if one is not None]


def _possible(value: Decimal, measure: Measure, known: Sequence[Point]) -> Decimal:
    """Hold a projection to what can be: a percentage to 100 and, where nothing was below 0, to no less than that."""
    values = [point.value for point in known]
    if min(values) >= 0:
        value = max(value, Decimal(0))
    if measure.unit == "%" and max(values) <= 100:
        value = min(value, Decimal(100))
    return value


def _change(change: Decimal, unit: str, article: str = "a ") -> str:
    return f"{article}{'rise' if change > 0 else 'fall'} of {difference(change, unit)}"
