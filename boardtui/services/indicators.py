"""The performance dataset: its indicators, their targets, and values as they come in (N 7.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import col, select

from boardtui.domain.amounts import PERCENT, amount, is_share, share, shown
from boardtui.domain.dates import show
from boardtui.domain.indicators import Basis, Frequency, Polarity
from boardtui.domain.periods import period_end, shown_period
from boardtui.domain.text import listed, one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.store.models import Indicator, IndicatorLine, IndicatorRequirement, IndicatorValue, Requirement
from boardtui.store.unit import Work

FIGURES = ("baseline", "target_6", "target_12", "tolerance", "neighbours", "national")
DAYS = ("baseline_on", "six_on", "twelve_on")
WORDS = ("unit", "numerator", "denominator", "source", "benchmark_of", "note")
KINDS: dict[str, Callable[[str], str]] = {"polarity": Polarity, "frequency": Frequency, "basis": Basis}
_LONGEST_LAG = 400


def add_indicator(
    work: Work, *, ref: str, title: str, lines: Iterable[str] = (), requirements: Iterable[str] = (), **columns: Any
) -> str:
    """Add an indicator by the columns of its table, its lead by initials; return its reference."""
    short = finding.wording(ref, "The reference")
    work.say(f"Add the indicator {short}")
    if not re.fullmatch(r"I[0-9]{1,3}", short):
        raise BoardError(f"“{shorten(short, 40)}” cannot be a reference.", "Nothing was saved.", "Write I1, I2 …")
    if work.find(Indicator, ref=short) is not None:
        raise BoardError(f"There already is an indicator {short}.", "Nothing was saved.", "Choose another reference.")
    (last,) = work.db.execute("SELECT coalesce(max(position), 0) FROM indicator").fetchone()
    row = Indicator(position=last + 1, ref=short, title=finding.wording(title, "The title"))
    _change(work, row, columns)
    work.add(row, short)
    link_lines(work, short, lines)
    link_requirements(work, short, requirements)
    return short


def edit_indicator(work: Work, ref: str, version: int | None = None, **changes: Any) -> None:
    """Change an indicator by the columns of its table; `lines` and `requirements` replace its links."""
    row = work.get(Indicator, of(work, ref).id, version, changes)
    work.say(f"Change the indicator {row.ref}")
    if "title" in changes:
        row.title = finding.wording(changes.pop("title"), "The title")
    if "lines" in changes:
        link_lines(work, ref, changes.pop("lines"))
    if "requirements" in changes:
        link_requirements(work, ref, changes.pop("requirements"))
    _change(work, row, changes)


def add_value(
    work: Work,
    ref: str,
    period: date,
    value: str | Decimal | None = None,
    *,
    numerator: str | Decimal | None = None,
    denominator: str | Decimal | None = None,
    meeting: int | None = None,
    because: str = "",
    on: date | None = None,
) -> date:
    """Enter the value of the period that `period` falls in; return that period's end.

    A percentage may be left out where its numerator and denominator are given. A second value for a period
    restates it: it needs a reason, and what was first reported is kept. `meeting` is the one that saw it.
    """
    row = of(work, ref)
    frequency = Frequency(row.frequency)
    end = period_end(frequency, period)
    named = f"{row.ref} for {shown_period(frequency, end)}"
    if end > work.today:
        raise BoardError(
            f"{shown_period(frequency, end)} has not ended yet.",
            "Nothing was saved.",
            f"Enter its value after {show(end)}, or check the period.",
        )
    said, above, below = _figure(row, value, numerator, denominator)
    earlier = _values(work, row.id, end)
    _check_restated(named, earlier, said, because, row.unit)
    work.say(f"{'Restate' if earlier else 'Enter'} {named}: {shown(said, row.unit)}")
    work.add(
        IndicatorValue(
            indicator_id=row.id,
            period=end,
            position=len(earlier) + 1,
            value=str(said),
            numerator=_kept(above),
            denominator=_kept(below),
            given_on=on or work.today,
            given_by=work.who,
            seen_at_id=finding.meeting(work, meeting).id if meeting is not None else None,
            because=one_line(because),
        ),
        f"{row.ref}:{end.isoformat()}",
    )
    return end


def link_lines(work: Work, ref: str, lines: Iterable[str]) -> None:
    """Say which plan lines an indicator shows the effect of."""
    row = of(work, ref)
    for old in work.all(select(IndicatorLine).where(IndicatorLine.indicator_id == row.id)):
        work.delete(old)
    for line in dict.fromkeys(lines):
        work.add(IndicatorLine(indicator_id=row.id, line_id=finding.line(work, line).id), f"{row.ref}:{line}")


def link_requirements(work: Work, ref: str, requirements: Iterable[str]) -> None:
    """Say which requirements an indicator measures."""
    row = of(work, ref)
    for old in work.all(select(IndicatorRequirement).where(IndicatorRequirement.indicator_id == row.id)):
        work.delete(old)
    for paragraph in dict.fromkeys(requirements):
        found = work.find(Requirement, ref=one_line(paragraph))
        if found is None:
            raise NotFoundError(
                f"There is no requirement {shorten(paragraph, 40)}.",
                "Nothing was saved.",
                "Give one of those listed under {notice}, such as N 5.7.",
            )
        work.add(IndicatorRequirement(indicator_id=row.id, requirement_id=found.id), f"{row.ref}:{paragraph}")


def of(work: Work, ref: str) -> Indicator:
    """Return the indicator `I3`, in either case."""
    row: Indicator | None = work.find(Indicator, ref=one_line(ref).upper())
    if row is None:
        raise NotFoundError(f"There is no indicator {shorten(ref, 40)}.", "", "Look under Indicators.")
    return row


def _change(work: Work, row: Indicator, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        if name in FIGURES:
            setattr(row, name, _typed(name, value))
        elif name in DAYS:
            setattr(row, name, value)
        elif name in WORDS:
            setattr(row, name, one_line(value))
        elif name in KINDS:
            setattr(row, name, _kind(name, value))
        elif name == "lag_days":
            row.lag_days = _lag(value)
        elif name == "lead":
            row.lead_id = finding.maybe_office(work, value)
        else:
            raise KeyError(name)
    _check_dates(row)


def _check_dates(row: Indicator) -> None:
    """Refuse a target dated before what it is to follow."""
    dated = [day for day in (row.baseline_on, row.six_on, row.twelve_on) if day is not None]
    if dated != sorted(dated):
        raise BoardError(
            f"The dates of {row.ref} are out of order: baseline, 6-month target, 12-month target.",
            "Nothing was saved.",
            "Check the three dates.",
        )


def _typed(name: str, value: str | Decimal | None) -> str | None:
    if value is None or not str(value).strip():
        return "0" if name == "tolerance" else None
    return str(_amount(value))


def _kind(name: str, value: str) -> str:
    try:
        return KINDS[name](one_line(value).lower())
    except ValueError:
        words = [str(word) for word in (Polarity, Frequency, Basis)[list(KINDS).index(name)]]
        raise BoardError(
            f"“{shorten(value, 40)}” is no {name}.", "Nothing was saved.", f"Write {listed(words, joined_by='or')}."
        ) from None


def _lag(days: int) -> int:
    if not 0 <= int(days) <= _LONGEST_LAG:
        raise BoardError(f"A lag of {days} days cannot be right.", "Nothing was saved.", "Give 0 to 400 days.")
    return int(days)


def _figure(
    row: Indicator, value: str | Decimal | None, numerator: str | Decimal | None, denominator: str | Decimal | None
) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """Return the value with its numerator and denominator, checked against each other."""
    above, below = _maybe(numerator), _maybe(denominator)
    said = _maybe(value)
    if above is not None and below is not None and row.unit == PERCENT:
        try:
            computed = share(above, below)
            agrees = said is None or is_share(said, above, below)
        except ValueError as problem:
            raise BoardError(str(problem), "Nothing was saved.", "Check the two figures.") from problem
        if said is not None and not agrees:
            raise BoardError(
                f"{shown(above)} of {shown(below)} is {shown(computed)}%, not {shown(said)}%.",
                "Nothing was saved.",
                "Check the three figures; leave the percentage out to have it worked out.",
            )
        said = computed if said is None else said
    if said is None:
        raise BoardError("The value is missing.", "Nothing was saved.", "Write a figure such as 73 or 22.5.")
    return said, above, below


def _check_restated(named: str, earlier: Sequence[IndicatorValue], said: Decimal, because: str, unit: str) -> None:
    if not earlier:
        return
    now = Decimal(earlier[-1].value)
    if now == said:
        raise BoardError(
            f"{named} is {shown(now, unit)} already.",
            "Nothing was saved.",
            "Write another value, or leave it with esc.",
        )
    if not one_line(because):
        raise BoardError(
            f"{named} was reported as {shown(now, unit)} on {show(earlier[-1].given_on)}.",
            "A second value restates it, and what was first reported is kept beside it; nothing was saved.",
            "Say why it is restated.",
        )


def _values(work: Work, indicator_id: str, end: date) -> list[IndicatorValue]:
    rows = select(IndicatorValue).where(IndicatorValue.indicator_id == indicator_id, IndicatorValue.period == end)
    return work.all(rows.order_by(col(IndicatorValue.position)))


def _maybe(typed: str | Decimal | None) -> Decimal | None:
    return None if typed is None or not str(typed).strip() else _amount(typed)


def _amount(typed: str | Decimal) -> Decimal:
    try:
        return amount(typed)
    except ValueError as problem:
        raise BoardError(str(problem), "Nothing was saved.", "Write the figure alone.") from problem


def _kept(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)
