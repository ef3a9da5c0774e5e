"""Questions that several dialogs ask: a day that has come, a day before or after today, a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardtui.domain.dates import weekday
from boardtui.domain.relative_days import parse_past_day
from boardtui.ui.widgets.fields import Field, day


def past_day(name: str, label: str, today: date, value: date | None = None, *, needed: bool = False) -> Field:
    """Ask for a day that has come; without a year it is the last such day."""

    def read(typed: str) -> date:
        on = parse_past_day(typed, today)
        if on > today:
            raise ValueError(f"{weekday(on)} has not come yet.")
        return on

    hint = "14 Jan, last thu, today"
    return replace(day(name, label, today, value, needed=needed, hint=hint), reads=read)


def any_day(name: str, label: str, today: date, value: date | None = None, *, needed: bool = False) -> Field:
    """Ask for a day before or after today; without a year it is the next one."""
    return day(name, label, today, value, needed=needed)


def count(name: str, label: str, value: int | None = None, *, high: int = 240, hint: str = "") -> Field:
    """Ask for a whole number that may be left open."""

    def read(typed: str) -> int:
        if not typed.strip().isdecimal() or not 0 <= int(typed) <= high:
            raise ValueError(f"Write a number from 0 to {high}.")
        return int(typed)

    return Field(name, label, "" if value is None else str(value), reads=read, hint=hint)
