"""Indicators with their targets, and their values month by month, from a council's own dataset (N 7.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import col, select

from boardtui.domain.amounts import shown
from boardtui.domain.measures import Frequency
from boardtui.domain.periods import period_end, shown_period
from boardtui.domain.sheets.outcome import Brought
from boardtui.domain.sheets.records import Record
from boardtui.services import indicators
from boardtui.services.bringing.outcome import Setting, changed, differs, leads, new
from boardtui.store.models import Indicator, IndicatorLine, IndicatorValue, Office, PlanLine
from boardtui.store.unit import Work

_REF = re.compile(r"(?:I|PI|KPI)?[\s.-]*0*([1-9][0-9]{0,2})", re.IGNORECASE)
_SHARE = re.compile(r"%|\bper ?cent|\bproportion|\brate\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"(number|no\.?|count|volume|total|average|mean|median|caseloads?|ratio|length|time|days|weeks)\b"
    rf"(?!.*({_SHARE.pattern}))",
    re.IGNORECASE,
)
_UNITS = {
    "percentage": "%",
    "percent": "%",
    "per cent": "%",
    "number": "",
    "count": "",
    "no": "",
    "no.": "",
    "numeric": "",
}
_FIGURES = ("baseline", "target_6", "target_12", "tolerance", "neighbours", "national")
_PLAIN = ("numerator", "denominator", "source", "polarity", "frequency", "baseline_on")
_MOST_PERCENT = 100


def bring(work: Work, record: Record, setting: Setting) -> Brought:
    """Add the indicator a row holds with its values, or what the row says otherwise of one that is here."""
    typed, title = str(record.values.get("ref", "")), str(record.values["title"])
    row = _known(work, typed, title)
    columns = _columns(record, setting)
    lines = _lines(work, record)
    if row is None:
        ref = _ref(work, typed)
        columns.setdefault("unit", _unit(record, setting))
        columns.setdefault("frequency", Frequency.QUARTERLY if setting.head.quarterly else Frequency.MONTHLY)
        indicators.add_indicator(work, ref=ref, title=title, lines=lines, **columns)
        row = indicators.of(work, ref)
        values = _values(work, row, record, setting)
        became = f"“{typed}” becomes {ref} here" if typed and typed != ref else ""
        return new(record.row, ref, title, became, *record.notes, facts=values)
    changes = _changed(work, row, columns, title, lines)
    return changed(record.row, row.ref, title, [*changes, *_values(work, row, record, setting)], *record.notes)


def _known(work: Work, typed: str, title: str) -> Indicator | None:
    """Return the indicator here that a row is about: by its title, else by its number."""
    rows: list[Indicator] = work.all(select(Indicator))
    same = [row for row in rows if row.title.casefold() == title.casefold()]
    if same:
        return same[0]
    found = _REF.fullmatch(typed.strip())
    return next((row for row in rows if found and row.ref == f"I{found[1]}"), None)


def _ref(work: Work, typed: str) -> str:
    """Return the reference a new indicator gets: its own number where that is free, else the next."""
    taken = {row.ref for row in work.all(select(Indicator))}
    found = _REF.fullmatch(typed.strip())
    if found and f"I{found[1]}" not in taken:
        return f"I{found[1]}"
    return f"I{max((int(ref[1:]) for ref in taken), default=0) + 1}"


def _columns(record: Record, setting: Setting) -> dict[str, Any]:
    """Return what a row says of an indicator, by the columns of its table."""
    values = record.values
    columns: dict[str, Any] = {name: values[name] for name in _PLAIN if values.get(name)}
    columns |= {name: f"{values[name]:f}" for name in _FIGURES if values.get(name) is not None}
    lead = leads(values.get("lead"), setting)
    if lead:
        columns["lead"] = lead[0]
    if values.get("unit"):
        columns["unit"] = _UNITS.get(str(values["unit"]).casefold(), values["unit"])
    return columns


def _unit(record: Record, setting: Setting) -> str:
    """Say what an indicator without a unit is counted in: in percent unless its title or figures say otherwise.

    Where a sheet writes percentages with their sign, what has none is a count, but for a rate or a proportion.
    """
    values = record.values
    figures = [values.get(name) for name in _FIGURES] + list(values.get("values", {}).values())
    large = any(isinstance(figure, Decimal) and figure > _MOST_PERCENT for figure in figures)
    title = str(values["title"])
    if record.percent:
        return "%"
    return "" if large or _COUNTS.match(title) or (setting.percents and not _SHARE.search(title)) else "%"


def _lines(work: Work, record: Record) -> list[str]:
    there = {line.ref for line in work.all(select(PlanLine))}
    return [ref for ref in record.values.get("lines", ()) if ref in there]


def _changed(work: Work, row: Indicator, columns: dict[str, Any], title: str, lines: list[str]) -> list[str]:
    now: dict[str, Any] = {name: getattr(row, name) for name in columns if name != "lead"}
    if "lead" in columns:
        now["lead"] = work.get(Office, row.lead_id).initials if row.lead_id else None
    wanted = {name: value for name, value in columns.items() if not _same(name, now[name], value)}
    if title != row.title:
        now["title"], wanted["title"] = row.title, title
    have = set(
        work.all(
            select(PlanLine.ref)
            .join(IndicatorLine, col(IndicatorLine.line_id) == PlanLine.id)
            .where(IndicatorLine.indicator_id == row.id)
        )
    )
    if lines and set(lines) != have:
        now["lines"], wanted["lines"] = sorted(have), lines
    changes = [differs(name.replace("_", " "), now[name], value) for name, value in wanted.items()]
    if wanted:
        indicators.edit_indicator(work, row.ref, **wanted)
    return changes


def _same(name: str, now: Any, wanted: Any) -> bool:
    if name in _FIGURES:
        return now is not None and Decimal(now) == Decimal(wanted)
    return bool(now == wanted)


def _values(work: Work, row: Indicator, record: Record, setting: Setting) -> list[str]:
    """Enter the months a row has figures for; one that differs from what was reported restates it."""
    done = []
    frequency = Frequency(row.frequency)
    for month, given in _figures(record):
        end = period_end(frequency, month)
        kept = select(IndicatorValue).where(IndicatorValue.indicator_id == row.id, IndicatorValue.period == end)
        last: IndicatorValue | None = work.first(kept.order_by(col(IndicatorValue.position).desc()))
        if last is not None and given.is_in(last):
            continue
        because = f"As {setting.file} says" if last else ""
        was = Decimal(last.value) if last is not None else None
        indicators.add_value(
            work,
            row.ref,
            month,
            given.value,
            numerator=given.numerator,
            denominator=given.denominator,
            because=because,
        )
        entered: IndicatorValue = work.first(kept.order_by(col(IndicatorValue.position).desc()))
        said = f"{shown_period(frequency, end)}: {shown(Decimal(entered.value), row.unit)}"
        done.append(said if was is None else f"{said}, was {shown(was, row.unit)}")
    return done


@dataclass(frozen=True)
class _Given:
    """What a row gives for a month: the figure, or what it is made of, or both."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None

    def is_in(self, kept: IndicatorValue) -> bool:
        """Say whether it is what was reported already."""
        pairs = (
            (self.value, kept.value),
            (self.numerator, kept.numerator),
            (self.denominator, kept.denominator),
        )
        return all(mine is None or (there is not None and Decimal(there) == mine) for mine, there in pairs)


def _figures(record: Record) -> list[tuple[date, _Given]]:
    """Return what a row gives, month by month; a numerator needs its denominator."""
    parts: list[dict[date, Decimal]] = [
        record.values.get(name, {}) for name in ("values", "numerators", "denominators")
    ]
    months = sorted({month for part in parts for month in part})
    found = [(month, _Given(*(part.get(month) for part in parts))) for month in months]
    return [
        (month, given)
        for month, given in found
        if given.value is not None or (given.numerator is not None and given.denominator is not None)
    ]
