"""Any list taken out of the program: as a workbook, CSV, JSON, or text to paste; whole, or what a filter shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from boardtui.documents.spreadsheet import table as as_csv
from boardtui.documents.versions import file_name
from boardtui.domain.dataset import Indicator
from boardtui.domain.progress import tell
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.tables import Form, Table, as_text, heads_of, in_words
from boardtui.domain.withholding import Withheld, open_version
from boardtui.errors import BoardError, NotFoundError
from boardtui.services.desk import Desk
from boardtui.services.export import Made
from boardtui.services.registers_out import REGISTERS
from boardtui.store.reading import board, indicators, meetings, minutes
from boardtui.store.reading.reader import Database

Read = Callable[[Database, date], Sequence[object]]


@dataclass(frozen=True)
class Listed:
    """A list that can be taken out: what it is, how it is read, its columns, and by what a filter names its records."""

    title: str
    read: Read
    fields: tuple[str, ...]
    key: str = "ref"


_MORE = {
    "meetings": Listed(
        "Meetings",
        lambda db, _: meetings.meetings(db),
        ("number", "date", "starts", "place", "state", "days_since_last", "signed_on", "signed_by", "confirmed_on"),
        "number",
    ),
    "entries": Listed(
        "Everything minuted",
        lambda db, _: minutes.every(db),
        ("ref", "kind", "text", "item", "action_ref", "line_ref", "decision_ref", "restricted"),
    ),
    "indicators": Listed(
        "Indicators as they stand",
        lambda db, today: [_Standing.of(one) for one in indicators.indicators(db, today)],
        ("ref", "title", "unit", "period", "value", "target_6", "target_12", "state", "trend", "lead"),
    ),
}
_KEYS = {"people": "id", "decisions": "decision_ref"}
LISTS: dict[str, Listed] = {
    **{name: Listed(what, read, tuple(names.split()), _KEYS.get(name, "ref")) for name, what, read, names in REGISTERS},
    **_MORE,
}
"""Every list by its name."""


@dataclass(frozen=True)
class _Standing:
    """An indicator as a row of its list."""

    ref: str
    title: str
    unit: str
    period: date | None
    value: Decimal | None
    target_6: Decimal | None
    target_12: Decimal | None
    state: str
    trend: str | None
    lead: str | None

    @classmethod
    def of(cls, one: Indicator) -> _Standing:
        """Return an indicator as it stands."""
        latest, measure = one.latest, one.measure
        return cls(
            one.ref,
            one.title,
            one.unit,
            latest.period if latest else None,
            latest.value if latest else None,
            measure.target_6,
            measure.target_12,
            str(one.state),
            one.trend,
            one.lead,
        )


def listed(
    desk: Desk, what: str, version: PaperVersion = PaperVersion.OPEN, only: Collection[str] | None = None
) -> tuple[Table, Withheld]:
    """Return a version of a list, and what the open one leaves out; `only` are the keys or ids of those wanted."""
    if what not in LISTS:
        raise NotFoundError(f"There is no list “{what}”.", "", f"There are: {', '.join(sorted(LISTS))}.")
    one = LISTS[what]
    tell("Reading the list", 0, 1)
    found = desk.read(lambda db: list(one.read(db, desk.today)), _wanted)
    tell("Reading the list", 1, 1)
    keys = None if only is None else frozenset(only)
    wanted = [view for view in found if keys is None or keys & _called(view, one.key)]
    opened = open_version(wanted)
    shown = opened.paper if version == PaperVersion.OPEN else wanted
    rows = tuple(tuple(getattr(view, field) for field in one.fields) for view in shown)
    return Table(what, one.title, heads_of(one.fields), rows, one.fields), opened.withheld


def _called(view: object, key: str) -> set[str]:
    return {str(getattr(view, key)), str(getattr(view, "id", ""))}


def _wanted() -> bool:
    """Say whether the list is still wanted: whoever shows how far it is may have stopped it."""
    try:
        tell("Reading the list", 0, 1)
    except BoardError:
        return False
    return True


def made(desk: Desk, table: Table, form: Form, version: PaperVersion, withheld: Withheld) -> Made:
    """Return a list in a form, with the name its file should have."""
    ending = "txt" if form is Form.TEXT else form.value
    name = file_name(f"{table.name}-{desk.today.isoformat()}.{ending}", version)
    return Made(data(desk, table, form), name, withheld, version)


def data(desk: Desk, table: Table, form: Form) -> bytes:
    """Write a list in a form; what would be a formula is a text in each of them."""
    match form:
        case Form.XLSX:
            from boardtui.documents.workbook import workbook

            return workbook(table, desk.read(board.board).name)
        case Form.CSV:
            return as_csv(table.heads, ([in_words(value) for value in row] for row in table.rows))
        case Form.JSON:
            return as_json(table).encode()
        case Form.TEXT:
            return as_text(table).encode()


def as_json(table: Table) -> str:
    """Write a list as one JSON document: days ISO, absent values null."""
    fields = table.fields or table.heads
    rows = [dict(zip(fields, map(_plain, row), strict=True)) for row in table.rows]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple() | list():
            return [_plain(getattr(one, "ref", one)) for one in value]
        case None | bool() | int():
            return value
        case _:
            return str(value) or None
