"""Questions that several dialogs ask: a day that has come, a choice that may be left open, a record's reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from boardtui.domain.dates import parse_date, weekday
from boardtui.domain.obligations import add_months
from boardtui.domain.text import one_line
from boardtui.ui.widgets.fields import Field, day


def past_day(name: str, label: str, today: date, value: date | None = None, *, needed: bool = False) -> Field:
    """Ask for a day that has come; without a year it is the last such day."""

    def read(typed: str) -> date:
        on = parse_date(typed, add_months(today, -12))
        if on > today:
            raise ValueError(f"{weekday(on)} has not come yet.")
        return on

    return replace(day(name, label, today, value, needed=needed), reads=read)


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


def reference(name: str, label: str, known: Sequence[str], value: str | None = None, *, hint: str = "N 5.7") -> Field:
    """Ask for the reference of a requirement; left empty there is none."""
    by_name = {ref.casefold(): ref for ref in known}

    def read(typed: str) -> str:
        wanted = one_line(typed)
        if wanted and wanted.casefold() not in by_name:
            raise ValueError(f"There is no requirement “{wanted}”. They are under 6.")
        return by_name.get(wanted.casefold(), "")

    return Field(name, label, value or "", reads=read, hint=hint)
