"""Reads of the Board's calendar: the days it is closed or warned of, and the intervals that were agreed (N 7.2)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.variations import Variation
from boardtui.domain.working_days import WarningPeriod
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch


def closed_days(db: Database) -> dict[date, str]:
    """Return the Board's own closed days and why it is closed."""
    found = db.execute("SELECT day, why FROM closed_day ORDER BY day").fetchall()
    return {date.fromisoformat(closed): why for closed, why in found}


def warning_periods(db: Database) -> tuple[WarningPeriod, ...]:
    """Return the stretches of days that only warn."""
    return tuple(fetch(db, WarningPeriod, "SELECT first, last, why FROM warning_period ORDER BY first, last"))


def variations(db: Database) -> tuple[Variation, ...]:
    """Return the other intervals that the department agreed (N 7.2)."""
    return tuple(
        fetch(
            db,
            Variation,
            "SELECT days, applies_from, agreed_on, agreed_by FROM variation ORDER BY applies_from, agreed_on",
        )
    )
