"""What a sheet comes to before anything is written: its records, what was left out, and every problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from boardtui.domain.sheets.heads import Head


@dataclass(frozen=True)
class Problem:
    """Something that keeps a sheet from being brought in: where, what is wrong, and what to do.

    `names` are people who are not known here, so that the person can say who is meant.
    """

    row: int
    column: str
    said: str
    do: str
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = ", ".join(filter(None, (f"row {self.row}" if self.row else "", self.column)))
        return f"{where}: {self.said} {self.do}".strip() if where else f"{self.said} {self.do}".strip()


@dataclass(frozen=True)
class Record:
    """One record of a sheet: what its cells mean, by the names of the kind's columns; an empty cell is absent.

    `notes` say what was made of a cell where that is not plain to see; `percent` that a figure has its sign there.
    """

    row: int
    values: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    hidden: bool = False
    percent: bool = False


@dataclass(frozen=True)
class LeftOut:
    """A row that is no record, and why: a heading, a total, a note below the table."""

    row: int
    text: str
    why: str


@dataclass(frozen=True)
class Understood:
    """A sheet as it was understood: its head, its records in order, and what stands in the way."""

    sheet: str
    head: Head | None
    records: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    names: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
