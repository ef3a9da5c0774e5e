"""Lists of any length, read page by page: a list's order is the numbers of its rows, a page the records of some.

The order is read from an index, eight bytes a record; records are read as they come into sight.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from boardtui.store.reading.filtering import EVERYTHING, Where
from boardtui.store.reading.reader import Database

PAGE = 100
"""Records read at once."""

FEW = 10_000
"""Rows up to which what a filter left is sorted; of more, each part of the list is asked in the order of its index."""

_GIVEN = "SELECT value FROM json_each(:rows)"


class Listed(Protocol):
    """A record that a list shows."""

    @property
    def id(self) -> str:
        """Return the identity of its row."""


Record = TypeVar("Record", bound=Listed)


@dataclass(frozen=True)
class Order:
    """A list's rows in order by their numbers; -1 is the first heading, -2 the second. `parts` counts each part.

    One that is not `whole` is the list's beginning, shown while the rest is read.
    """

    rows: array[int] = field(default_factory=lambda: array("q"))
    headings: Sequence[str] = ()
    parts: tuple[int, ...] = ()
    whole: bool = True

    @property
    def count(self) -> int:
        """Count the records."""
        return sum(self.parts)

    def heading(self, at: int) -> str | None:
        """Return the heading that stands at a place, if one does."""
        number = self.rows[at]
        return self.headings[-number - 1] if number < 0 else None

    def page(self, number: int) -> Sequence[int]:
        """Return the rows of a page."""
        return [row for row in self.rows[number * PAGE : (number + 1) * PAGE] if row > 0]

    def place(self, row: int | None) -> int | None:
        """Return where a row stands; None when it is not in the list."""
        try:
            return self.rows.index(row) if row is not None else None
        except ValueError:
            return None

    def arranged(self, titles: Mapping[str, str]) -> Order:
        """Return the list with what stands under each heading in the order of `titles`, under those titles."""
        begins = [at for at, row in enumerate(self.rows) if row < 0]
        stretches = {
            heading: self.rows[first + 1 : last]
            for heading, first, last in zip(self.headings, begins, [*begins[1:], len(self.rows)], strict=False)
        }
        rows, headings = array("q"), list[str]()
        for heading, title in titles.items():
            if heading in stretches:
                headings.append(title)
                rows.append(-len(headings))
                rows.extend(stretches[heading])
        return replace(self, rows=rows, headings=headings)


@dataclass(frozen=True)
class Listing(Generic[Record]):
    """How a kind of record is listed: its table with its alias, the SQL it is ordered by, and SQL for a record's name.

    `read` returns the records for which a condition holds. `parts` are conditions, one of which every record fulfils:
    the list has the records of the first before those of the second. `heading` is SQL for the heading that a record
    stands under, in a list of one part.
    """

    table: str
    ordered_by: str
    name: str
    read: Callable[..., Sequence[Record]]
    parts: tuple[str, ...] = (EVERYTHING,)
    heading: str = ""

    def order(self, db: Database, fits: Where, most: int | None = None, **named: object) -> Order:
        """Return the records that fit a filter, in order; with `most`, only the first of a list that has more."""
        if len(self.parts) > 1 and fits.sql != EVERYTHING and (few := self._few(db, fits)) is not None:
            return self._sorted(db, few, **named)
        rows, headings, counts = array("q"), list[str](), list[int]()
        for part in self.parts:
            left = None if most is None else most - sum(counts)
            found, under = self._part(db, f"{part} AND {fits.sql}", {**named, **fits.named}, left)
            counts.append(len(found))
            if self.heading:
                _under_headings(found, under, rows, headings)
            else:
                rows.extend(found)
        return Order(rows, headings, tuple(counts), most is None or sum(counts) < most)

    def _part(
        self, db: Database, where: str, named: Mapping[str, object], most: int | None
    ) -> tuple[list[int], list[str]]:
        """Return the rows of a part and their headings, gathered in one step: each step waits for the painting."""
        columns = {"row": self._row} | ({"heading": self.heading} if self.heading else {})
        asked = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
        ordered = f"SELECT {asked} FROM {self.table} WHERE {where} ORDER BY {self.ordered_by}"
        if most is not None:
            ordered += f" LIMIT {most}"
        gathered = ", ".join(f"json_group_array({name})" for name in columns)
        found = [json.loads(one) for one in db.execute(f"SELECT {gathered} FROM ({ordered})", named).fetchone()]
        return found[0], found[-1]

    def _few(self, db: Database, fits: Where) -> list[int] | None:
        """Return the rows that fit a filter; nothing where they are so many that the index orders them faster."""
        sql = f"SELECT {self._row} FROM {self.table} WHERE {fits.sql} LIMIT {FEW + 1}"
        found = [row for (row,) in db.execute(sql, fits.named)]
        return found if len(found) <= FEW else None

    def _sorted(self, db: Database, few: list[int], **named: object) -> Order:
        part = " ".join(f"WHEN {part} THEN {number}" for number, part in enumerate(self.parts))
        sql = f"SELECT {self._row}, CASE {part} END AS part FROM {self.table} WHERE {self._row} IN ({_GIVEN}) "
        given = {**named, "rows": json.dumps(few)}
        found = db.execute(f"{sql} ORDER BY part, {self.ordered_by}", given).fetchall()
        counted = Counter(part for _, part in found)
        return Order(array("q", [row for row, _ in found]), [], tuple(counted[n] for n in range(len(self.parts))))

    def page(self, db: Database, rows: Sequence[int], **known: object) -> dict[int, Record]:
        """Return the records of some rows by the rows' numbers; of a row that is gone, nothing."""
        listed = json.dumps(list(rows))
        these = f"{self._row} IN ({_GIVEN})"
        names = dict(
            db.execute(f"SELECT {self._alias}.id, {self._row} FROM {self.table} WHERE {these}", {"rows": listed})
        )
        return {names[one.id]: one for one in self.read(db, where=these, rows=listed, **known)}

    def records(self, db: Database, rows: Sequence[int], **known: object) -> Iterator[Record]:
        """Yield the records of some rows, in no order, reading a page of them at a time: never are all of them held."""
        for first in range(0, len(rows), PAGE):
            yield from self.page(db, rows[first : first + PAGE], **known).values()

    def every(self, db: Database, **known: object) -> Iterator[Record]:
        """Yield every record there is, in no order, reading a page of them at a time."""
        numbers = f"SELECT json_group_array({self._row}) FROM {self.table}"
        yield from self.records(db, json.loads(db.execute(numbers).fetchone()[0]), **known)

    def names(self, db: Database, rows: Sequence[int]) -> list[str]:
        """Return the names of the records of some rows, in the order of the rows; of a row that is gone, nothing."""
        sql = f"SELECT {self._row}, {self.name} FROM {self.table} WHERE {self._row} IN ({_GIVEN})"
        found = dict(db.execute(sql, {"rows": json.dumps(list(rows))}).fetchall())
        return [found[row] for row in rows if row in found]

    def row(self, db: Database, name: str | None) -> int | None:
        """Return the number of the row that a name means, if it is given and means one."""
        if name is None:
            return None
        found = db.execute(f"SELECT {self._row} FROM {self.table} WHERE {self.name} = ?", (name,)).fetchone()
        return int(found[0]) if found else None

    def newest(self, db: Database, after: int = 0) -> int | None:
        """Return the newest row, if one is newer than `after`."""
        sql = f"SELECT max({self._row}) FROM {self.table} WHERE {self._row} > ?"
        newest: int | None = db.execute(sql, (after,)).fetchone()[0]
        return newest

    @property
    def _alias(self) -> str:
        return self.table.split()[2]

    @property
    def _row(self) -> str:
        return f"{self._alias}.rowid"


def _under_headings(found: list[int], under: list[str], rows: array[int], headings: list[str]) -> None:
    """Put a heading before each record whose heading is another than that of the one before."""
    begins = [0, *(at for at, (before, here) in enumerate(pairwise(under), 1) if here != before)] if found else []
    for first, last in pairwise([*begins, len(found)]):
        headings.append(under[first])
        rows.append(-len(headings))
        rows.fromlist(found[first:last])
