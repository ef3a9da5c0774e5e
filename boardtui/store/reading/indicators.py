"""Reads of the performance dataset: every indicator with its values, and how each stands on a day (N 7.3)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.indicators import IndicatorState, Measure, Point, expected, indicator_state
from boardtui.domain.measures import Basis, Frequency, Polarity
from boardtui.domain.obligations import add_months
from boardtui.domain.trends import trend
from boardtui.errors import NotFoundError
from boardtui.store.reading.board import board
from boardtui.store.reading.meetings import HELD_STATES
from boardtui.store.reading.reader import Database, while_wanted
from boardtui.store.reading.rows import Columns, day, made, rows

_INDICATORS = """
SELECT i.*, o.initials AS lead,
    (SELECT json_group_array(ref) FROM (
        SELECT l.ref FROM indicator_line AS w JOIN plan_line AS l ON l.id = w.line_id
        WHERE w.indicator_id = i.id ORDER BY l.position, l.ref
    )) AS lines,
    (SELECT json_group_array(ref) FROM (
        SELECT r.ref FROM indicator_requirement AS w JOIN requirement AS r ON r.id = w.requirement_id
            JOIN source AS s ON s.id = r.source_id
        WHERE w.indicator_id = i.id ORDER BY s.kind <> 'notice', s.published, s.code, r.position, r.ref
    )) AS requirements
FROM indicator AS i LEFT JOIN office AS o ON o.id = i.lead_id
WHERE {where}
ORDER BY i.position, i.ref
"""
_VALUES = f"""
SELECT v.indicator_id, v.period, v.value, v.numerator, v.denominator, v.given_on, v.given_by, v.because,
    coalesce(s.number, (
        SELECT m.number FROM meeting AS m
        WHERE m.held_on >= v.given_on AND m.state IN ({HELD_STATES}) ORDER BY m.held_on, m.number LIMIT 1
    )) AS seen_at
FROM indicator_value AS v JOIN indicator AS i ON i.id = v.indicator_id LEFT JOIN meeting AS s ON s.id = v.seen_at_id
WHERE {{where}}
ORDER BY v.indicator_id, v.period, v.position, v.id
"""

_GIVEN = """
SELECT v.indicator_id, v.period, v.value FROM indicator_value AS v JOIN indicator AS i ON i.id = v.indicator_id
WHERE {where}
ORDER BY v.indicator_id, v.period, v.position, v.id
"""


def indicators(db: Database, today: date) -> list[Indicator]:
    """Return the dataset in its order, each indicator as it stands on `today`."""
    return chosen(db, today, "1")


def indicator(db: Database, ref: str, today: date) -> Indicator:
    """Return the indicator `I3`, in either case; raises NotFoundError."""
    found = chosen(db, today, "i.ref = :ref", ref=ref.strip().upper())
    if not found:
        raise NotFoundError(f"There is no indicator {ref}.", "", "Look under Indicators.")
    return found[0]


def standings(db: Database, today: date, where: str, **named: object) -> Counter[IndicatorState]:
    """Count how the indicators stand for which the SQL `where` holds, from light rows: `i` is the indicator."""
    commenced = board(db).commenced
    given = db.execute(_GIVEN.format(where=where), named).fetchall()
    points = {
        key: [Point(date.fromisoformat(period), Decimal(value)) for _, period, value in group]
        for key, group in groupby(while_wanted(given), key=itemgetter(0))
    }
    found = rows(db, f"SELECT i.* FROM indicator AS i WHERE {where}", **named)
    return Counter(
        indicator_state(_measure(row, commenced), points.get(row["id"], []), today) for row in while_wanted(found)
    )


def chosen(db: Database, today: date, where: str, **named: object) -> list[Indicator]:
    """Return the indicators for which the SQL `where` holds: `i` is the indicator."""
    found = rows(db, _INDICATORS.format(where=where), **named)
    if not found:
        return []
    commenced = board(db).commenced
    given = rows(db, _VALUES.format(where=where), **named)
    values = {key: list(group) for key, group in groupby(given, key=itemgetter("indicator_id"))}
    return [_made(row, _by_period(values.get(row["id"], [])), commenced, today) for row in while_wanted(found)]


def _by_period(given: list[Columns]) -> tuple[Value, ...]:
    """Return one value a period: what is said now, with what was first reported where that differs."""
    return tuple(_value(list(group)) for _, group in groupby(given, key=itemgetter("period")))


def _value(given: list[Columns]) -> Value:
    first, now = given[0], given[-1]
    restated = len(given) > 1
    return made(
        Value,
        now,
        value=Decimal(now["value"]),
        numerator=_decimal(now["numerator"]),
        denominator=_decimal(now["denominator"]),
        first=Decimal(first["value"]) if restated else None,
        first_seen_at=first["seen_at"] if restated else None,
    )


def _made(row: Columns, values: tuple[Value, ...], commenced: date | None, today: date) -> Indicator:
    measure = _measure(row, commenced)
    known = tuple(value for value in values if value.period <= today)
    points = tuple(Point(value.period, value.value, value.first) for value in known)
    state = indicator_state(measure, points, today)
    way = trend(measure.polarity, points)
    return made(
        Indicator,
        row,
        measure=measure,
        values=known,
        state=state,
        expected=expected(measure, points[-1].period) if points else None,
        trend=str(way) if way else None,
        on=today,
        since=measure.baseline_on or (points[0].period if points else commenced),
        neighbours=_decimal(row["neighbours"]),
        national=_decimal(row["national"]),
    )


def _measure(row: Columns, commenced: date | None) -> Measure:
    """Return what is measured; targets without a date of their own fall 6 and 12 months after commencement."""
    return Measure(
        polarity=Polarity(row["polarity"]),
        frequency=Frequency(row["frequency"]),
        basis=Basis(row["basis"]),
        lag_days=row["lag_days"],
        baseline=_decimal(row["baseline"]),
        baseline_on=day(row["baseline_on"]),
        target_6=_decimal(row["target_6"]),
        on_6=day(row["six_on"]) or (add_months(commenced, 6) if commenced else None),
        target_12=_decimal(row["target_12"]),
        on_12=day(row["twelve_on"]) or (add_months(commenced, 12) if commenced else None),
        tolerance=Decimal(row["tolerance"]),
        unit=row["unit"],
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
