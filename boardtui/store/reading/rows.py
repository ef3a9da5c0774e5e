"""Rows as frozen views: every field of a view takes the column that is named like it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, TypeVar

from boardtui.store.reading.reader import Database, while_wanted

View = TypeVar("View")
Columns = dict[str, Any]
"""One row by the names of its columns."""


def rows(db: Database, sql: str, **named: Any) -> list[Columns]:
    """Return every row of a query by the names of its columns.

    A number or a text that SQLite cannot hold names nothing in it: there is no such row, and no error.
    """
    try:
        found = db.execute(sql, named)
    except (OverflowError, UnicodeEncodeError):
        return []
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in while_wanted(found.fetchall())]


def fetch(db: Database, view: Callable[..., View], sql: str, **named: Any) -> list[View]:
    """Return every row of a query as a view; columns that the view does not have are left out."""
    return [made(view, row) for row in while_wanted(rows(db, sql, **named))]


def made(view: Callable[..., View], row: Columns, **known: Any) -> View:
    """Make one view from a row and what is known otherwise; a field that neither has is an error."""
    plain, readers = _taken(view, *known)
    told = {name: row[name] for name in plain}
    for name, read in readers:
        told[name] = read(row[name])
    return view(**told, **known)


def quoted(words: Iterable[str]) -> str:
    """Write a closed set of the program's own words as a list in SQL; never anything a person typed."""
    return ", ".join(f"'{word}'" for word in words)


def day(text: str | None) -> date | None:
    """Read a date as it is kept."""
    return date.fromisoformat(text) if text else None


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


_BY_TYPE: dict[str, Callable[[Any], Any]] = {
    "date": day,
    "date | None": day,
    "Day": day,
    "Day | None": day,
    "bool": bool,
    "tuple[str, ...]": _list,
}


@cache
def _taken(view: Any, *known: str) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """Name the fields of a view taken from a row as they are, and those that are read by their declared type.

    Those that are `known` otherwise are left out.
    """
    taken = [(field.name, _BY_TYPE.get(str(field.type))) for field in fields(view) if field.name not in known]
    return tuple(name for name, read in taken if not read), tuple((name, read) for name, read in taken if read)
