"""What adopting has to know of the tables: which columns link, which number, which rows are one and the same.

Links and unique columns are read from the file itself; the rest is the short list below.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boardtui.store.journal import Tables
from boardtui.store.triggers import kept_tables

Image = dict[str, Any]
Rows = dict[str, dict[str, Image]]
"""Table → row id → the row's image: column → value."""

NUMBERS = (
    ("action", "sequence", ("meeting_id",)),
    ("agenda_item", "number", ("meeting_id",)),
)
"""Columns people refer to that are numbered within others, without the schema saying so."""

ORDERS = {"indicator_value": ("indicator_id", "period"), "entry": ("meeting_id",)}
"""Within which columns a `position` counts; elsewhere within the first link that every row has."""

ORDERED_TOO = (("entry", "decision_number", ("meeting_id",)),)
"""Numbers that follow an order, so that what comes after stays after."""

SAME = (
    ("attendance", ("meeting_id", "office_id", "guest_name")),
    ("check_setting", ("name",)),
    ("rating_level", ("letter",)),
    ("closed_day", ("day",)),
    ("term", ("text",)),
    ("overridden", ("paper", "finding")),
    ("readback", ("paper", "finding")),
    ("sign_off_lock", ()),
)
"""Rows that both sides added and that are one record, because nothing may be there twice; links come first."""

PASSING = {"meeting": ("ticked_at", "item_in_hand_id"), "agenda_item": ("used_seconds",)}
"""Columns that no person fills in; where only they differ, ours stay."""

POSITIONS = {"meeting": "journal_at_close", "letter": "journal_at_signing", "seal": "entry"}
"""Columns that hold a place in the journal."""

PAPERS = {
    "meeting": (
        *(("agenda_item", "meeting_id"), ("entry", "meeting_id"), ("attendance", "meeting_id")),
        *(("register_mark", "attendance_id"), ("movement", "meeting_id"), ("interest", "meeting_id")),
        ("seal", "meeting_id"),
    ),
    "letter": (
        *(("letter_block", "letter_id"), ("figure", "block_id"), ("fact_comment", "letter_id")),
        ("seal", "letter_id"),
    ),
}
"""What belongs to the minutes of a meeting, or to a letter, and is signed with it; parents come first."""

_NOT_SAID = ("id", "version")


@dataclass(frozen=True)
class Numbering:
    """A column that numbers or names a row within others; `ordered` keeps what comes after after it."""

    table: str
    column: str
    within: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Link:
    """A column that names a row of another table, and whether it may be empty."""

    table: str
    column: str
    parent: str
    optional: bool


@dataclass(frozen=True)
class Schema:
    """The links and the numberings of a Board file."""

    links: tuple[Link, ...]
    numberings: tuple[Numbering, ...]

    def links_of(self, table: str) -> list[Link]:
        """Return the links of one table."""
        return [link for link in self.links if link.table == table]

    def leads_nowhere(self, table: str) -> bool:
        """Say whether no other table links to this one: its rows only bind others together, or say something."""
        return all(link.parent != table for link in self.links)

    def keyed(self, table: str) -> list[tuple[str, ...]]:
        """Return the columns of a table whose values no two rows may share, however they are numbered."""
        return [(*one.within, one.column) for one in self.numberings if one.table == table and not one.ordered]


def schema(db: sqlite3.Connection) -> Schema:
    """Read the links and numberings of a Board file."""
    tables = kept_tables(db)
    links = tuple(link for table in tables for link in _links(db, table))
    return Schema(links, (*_unique(db, tables), *_declared(), *_orders(db, tables, links)))


def images(tables: Tables) -> Rows:
    """Read the images that a replay gives."""
    return {table: {row: json.loads(text) for row, text in rows.items()} for table, rows in tables.items()}


def content(image: Image | None) -> Image | None:
    """Return what a row says, whoever saved it how often."""
    return None if image is None else {name: value for name, value in image.items() if name not in _NOT_SAID}


def _links(db: sqlite3.Connection, table: str) -> Iterator[Link]:
    needed = {name for _, name, _, not_null, *_ in db.execute(f'PRAGMA table_info("{table}")') if not_null}
    for _, _, parent, column, *_ in db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
        yield Link(table, column, parent, column not in needed)


def _unique(db: sqlite3.Connection, tables: list[str]) -> Iterator[Numbering]:
    for table in tables:
        for _, name, unique, origin, _ in db.execute(f'PRAGMA index_list("{table}")').fetchall():
            if unique and origin != "pk":
                *within, column = [info[2] for info in db.execute(f'PRAGMA index_info("{name}")')]
                yield Numbering(table, column, tuple(within))


def _declared() -> Iterator[Numbering]:
    for table, column, within in NUMBERS:
        yield Numbering(table, column, within)
    for table, column, within in ORDERED_TOO:
        yield Numbering(table, column, within, ordered=True)


def _orders(db: sqlite3.Connection, tables: list[str], links: tuple[Link, ...]) -> Iterator[Numbering]:
    for table in tables:
        columns = [name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')]
        if "position" in columns:
            always = {link.column for link in links if link.table == table and not link.optional}
            first = tuple(name for name in columns if name in always)[:1]
            yield Numbering(table, "position", ORDERS.get(table, first), ordered=True)
