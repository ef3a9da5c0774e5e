"""A list of records as a table that leaves the program: its heads, its rows, and the forms it can take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from boardtui.domain.dates import show
from boardtui.domain.text import one_line


class Form(StrEnum):
    """What a list can be taken out as."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    TEXT = "text"


@dataclass(frozen=True)
class Table:
    """A list: `name` is part of its file's name, `title` says what it is; `fields` name the columns for programs."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    fields: tuple[str, ...] = ()


def in_words(value: Any) -> Any:
    """Return a value as a cell of a table holds it: days and figures as they are, several things as one text."""
    match value:
        case tuple() | list():
            return ", ".join(str(in_words(getattr(one, "ref", one))) for one in value)
        case None:
            return ""
        case _:
            return value


def as_text(table: Table) -> str:
    """Write a list as text to paste: a tab between cells, so that it becomes a table where it is pasted."""
    lines = [table.heads, *(tuple(_said(value) for value in row) for row in table.rows)]
    return "\n".join("\t".join(line).rstrip("\t") for line in lines) + "\n"


def heads_of(fields: Sequence[str]) -> tuple[str, ...]:
    """Return fields as the heads of a table: `original_due` is `Original due`."""
    return tuple(_HEADS.get(field, field.replace("_", " ").capitalize()) for field in fields)


_HEADS = {
    "ref": "Ref",
    "on": "Given on",
    "by": "Given by",
    "meeting_on": "Meeting of",
    "kept": "Kept where",
    "asks": "Asks",
}


def _said(value: Any) -> str:
    plain = in_words(value)
    return show(plain) if isinstance(plain, date) else one_line(str(plain))
