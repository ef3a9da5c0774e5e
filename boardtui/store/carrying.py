"""Reading what older schemas wrote into the journal as rows of the schema that the file has now (DESIGN 8)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from boardtui.store.engine import schema_of
from boardtui.store.migrations.rows import Image, carried


class Change(NamedTuple):
    """One row's change: the table, the row's id, the kind of change, and its image before and after."""

    id: int
    entry: int | None
    table: str
    row: str
    op: str
    before: str | None
    after: str | None
    before_digest: str | None = None
    after_digest: str | None = None


class Carrying:
    """Makes the images of one file's journal rows of its present schema; costs nothing where all of them are."""

    def __init__(self, db: sqlite3.Connection, to: int | None = None) -> None:
        self._db = db
        self.schema = schema_of(db) if to is None else to
        entries = _entries(db, self.schema)
        before = [schema for _, schema in entries[:1]] + [schema for _, schema in entries]
        self._steps = {n for (n, schema), last in zip(entries, before, strict=False) if schema > last}
        self._old = {n: schema for n, schema in entries if schema < self.schema}
        self._columns: dict[str, dict[str, object]] = {}

    def present(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Yield changes with the images they would have now; what a change of schema itself wrote is left out."""
        for change in changes:
            if change.entry not in self._old and change.entry not in self._steps:
                yield change
            elif change.entry not in self._steps and (now := self._change(change)) is not None:
                yield now

    def told(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Hand on changes with the images they would have now, and what a change of schema wrote as it is."""
        return self._carried(changes) if self._old else iter(changes)

    def _carried(self, changes: Iterable[Change]) -> Iterator[Change]:
        for change in changes:
            now = self._change(change) if change.entry in self._old else change
            if now is not None:
                yield now

    def image(self, table: str, text: str, schema: int) -> tuple[str, str] | None:
        """Return the table and the image that a row of an older schema has now; None where it is gone for good."""
        row = carried(table, json.loads(text), schema, self.schema)
        return None if row is None else (row[0], _text(self._filled(*row)))

    def _change(self, change: Change) -> Change | None:
        try:
            before, after = (self._image(change, text) for text in (change.before, change.after))
        except (ValueError, TypeError, KeyError, AttributeError):  # the image was altered: checking names that
            return change
        if before is None and after is None:
            return None
        table = (after or before or (change.table, ""))[0]
        return change._replace(table=table, before=before and before[1], after=after and after[1])

    def _image(self, change: Change, text: str | None) -> tuple[str, str] | None:
        return None if text is None else self.image(change.table, text, self._old[change.entry or 0])

    def _filled(self, table: str, image: Image) -> Image:
        """Return an image with the table's columns, in their order; one that it lacks takes its default."""
        columns = self._columns.get(table)
        if columns is None:
            found = self._db.execute(f'PRAGMA table_info("{table}")').fetchall()
            columns = self._columns[table] = {
                name: None if default is None else self._db.execute(f"SELECT {default}").fetchone()[0]
                for _, name, _, _, default, _ in found
            }
        return {name: image.get(name, default) for name, default in columns.items()} or image


def _entries(db: sqlite3.Connection, schema: int) -> list[tuple[int, int]]:
    """Return every entry with its schema; none where all of them are of this one."""
    older = db.execute("SELECT 1 FROM journal_entry WHERE schema <> ? LIMIT 1", (schema,)).fetchone()
    if older is None:
        return []
    entries = db.execute("SELECT sequence, schema FROM journal_entry ORDER BY sequence").fetchall()
    return [(n, said if isinstance(said, int) else schema) for n, said in entries]


def _text(image: Image) -> str:
    """Write an image as SQLite's `json_object` does."""
    return json.dumps(image, ensure_ascii=False, separators=(",", ":"))
