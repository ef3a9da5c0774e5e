"""What people call a row and its fields, from its image and the schema alone: never an identity (DESIGN 2 and 7)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from boardtui.domain.text import one_line, shorten
from boardtui.store.reading import thread
from boardtui.store.reading.reader import Database
from boardtui.store.triggers import kept_tables

Image = Mapping[str, Any]
"""A row as the journal kept it: column → value."""

_OWN = ("ref", "initials", "code", "name", "title", "guest_name", "sender", "paper", "letter")
"""Columns that name a row, the best first."""

_WORDS = ("text", "title", "subject")
"""Columns that hold what a record says, the best first."""

_WITHIN = {"sequence": "{}/{:02d}", "number": "{}/{}"}
"""Columns that number a row within the meeting it belongs to, and how that is written."""

_KINDS = {"entry": "minute entry", "overridden": "finding let stand", "readback": "point from Word", "term": "word"}
_LONGEST = 40


class Names:
    """Names rows and fields; what it has looked up it keeps, for one read."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.tables = tuple(kept_tables(db))
        self._links: dict[str, dict[str, tuple[str, bool]]] = {}
        self._types: dict[str, dict[str, str]] = {}
        self._labels: dict[str, str] = {}

    def kind(self, table: str) -> str:
        """Return what people call such a record: `plan line`, `duty`."""
        return _KINDS.get(table) or thread.kind_of(table) or table.replace("_", " ")

    @staticmethod
    def field(column: str) -> str:
        """Return what people call a field: `lead`, `held on`."""
        return column.removesuffix("_id").replace("_", " ")

    def value(self, table: str, column: str, value: Any) -> str:
        """Return a field's value in words: a reference for an identity, yes or no for a flag, else as it is kept."""
        if value is None or value == "":
            return ""
        if column.endswith("_id"):
            linked = self.links(table).get(column)
            return self.label(linked[0] if linked else "", str(value))
        if self._type(table, column) == "BOOLEAN":
            return "yes" if value else "no"
        return str(value)

    def row(self, table: str, row: str, image: Image) -> str:
        """Return what people call the row of this image: its own name, else the records it binds together."""
        return (
            thread.reference_of(self._db, table, row)
            or thread.reference_then(self._db, table, image)
            or self._own(table, image)
            or self._bound(table, image)
        )

    def words(self, table: str, image: Image) -> str:
        """Return what a record says, on one line: its own words, else those of a record it always belongs to."""
        own = next((one_line(str(image[column])) for column in _WORDS if image.get(column)), "")
        if own:
            return own
        parents = [(parent, image.get(column)) for column, (parent, always) in self.links(table).items() if always]
        return next((said for parent, row in parents if row and (said := self.words_of(parent, str(row)))), "")

    def words_of(self, table: str, row: str) -> str:
        """Return what the record of this identity says, as the journal knows it last."""
        return self.words(table, self._image(table, row))

    def label(self, table: str, row: str) -> str:
        """Return what people call the record of this identity; it may be gone, the journal still knows it."""
        if row not in self._labels:
            self._labels[row] = self._label(table, row)
        return self._labels[row]

    def links(self, table: str) -> dict[str, tuple[str, bool]]:
        """Return each column of a table that names another record: which table, and whether it always does."""
        if table not in self._links:
            needed = {
                name for _, name, _, not_null, *_ in self._db.execute(f'PRAGMA table_info("{table}")') if not_null
            }
            self._links[table] = {
                column: (parent, column in needed)
                for _, _, parent, column, *_ in self._db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            }
        return self._links[table]

    def _label(self, table: str, row: str) -> str:
        marks = ", ".join("?" * len(self.tables))
        tables, where = ((table,), "?") if table else (self.tables, marks)
        found = self._db.execute(
            "SELECT table_name, coalesce(after, before) FROM journal_change "
            f"WHERE table_name IN ({where}) AND row_id = ? ORDER BY id DESC LIMIT 1",
            (*tables, row),
        ).fetchone()
        if found is None or found[1] is None:
            return "a record that is gone"
        return self.row(found[0], row, json.loads(found[1]))

    def _image(self, table: str, row: str) -> Image:
        """Return a record as the journal knows it last; nothing of one it does not know."""
        found = self._db.execute(
            "SELECT coalesce(after, before) FROM journal_change "
            "WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1",
            (table, row),
        ).fetchone()
        return json.loads(found[0]) if found and found[0] else {}

    def _own(self, table: str, image: Image) -> str:
        for column, form in _WITHIN.items():
            if image.get(column) is not None and image.get("meeting_id"):
                meeting = self.label("meeting", image["meeting_id"]).removeprefix("meeting ")
                return form.format(meeting, image[column])
        if image.get("number") is not None:
            return f"{image.get('series') or self.kind(table)} {image['number']}"
        found = next((str(image[column]) for column in _OWN if image.get(column)), "")
        return shorten(found, _LONGEST)

    def _bound(self, table: str, image: Image) -> str:
        links = self.links(table)
        named = [column for column, (_, always) in links.items() if always or column == "office_id"]
        needed = [column for column in named if image.get(column)]
        columns = sorted(needed or [column for column in links if image.get(column)], key=list(image).index)
        labels = list(dict.fromkeys(self.label(links[column][0], image[column]) for column in columns))
        within = [(f"{one}, ", f"{one.removeprefix('meeting ')}/") for one in labels]
        return ", ".join(
            one for one, more in zip(labels, within, strict=True) if not any(o.startswith(more) for o in labels)
        )

    def _type(self, table: str, column: str) -> str:
        if table not in self._types:
            found = self._db.execute(f'PRAGMA table_info("{table}")').fetchall()
            self._types[table] = {name: kind for _, name, kind, *_ in found}
        return self._types[table].get(column, "")
