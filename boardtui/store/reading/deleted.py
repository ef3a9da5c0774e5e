"""Reads of what was deleted, from the journal alone: rows that are gone, and those that went with them (DESIGN 7).

What was deleted is an entry that says so, or a change that was undone and can no longer be made again. Rows of one
entry that name each other are one thing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from boardtui.domain.deleted import Deleted, InFull, deletes, restores
from boardtui.domain.history import Happening, Subject
from boardtui.domain.text import one_line
from boardtui.domain.undoing import UNDO
from boardtui.errors import NotFoundError
from boardtui.store import journal
from boardtui.store.reading import history
from boardtui.store.reading.naming import Names
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import rows
from boardtui.store.reading.undoing import steps

Image = Mapping[str, Any]

_WORDS = ("text", "title", "subject", "package", "name", "nature", "reason", "why", "new", "aspect", "said", "because")
"""Columns that hold what somebody wrote, the most telling first; a row without any is only a link."""

_GONE = """
    SELECT c.id, c.entry, c.table_name AS "table", c.row_id AS row FROM journal_change AS c
    JOIN (SELECT max(id) AS id FROM journal_change WHERE entry IS NOT NULL GROUP BY table_name, row_id) AS last
        ON last.id = c.id
    WHERE c.op = 'delete' ORDER BY c.id
"""


@dataclass(frozen=True)
class Gone:
    """A row that is gone: where it stood, the change that deleted it, and its image before that entry."""

    table: str
    row: str
    change: int
    image: Image
    links: frozenset[str]


@dataclass(frozen=True)
class Thing:
    """One thing that was deleted, with all its rows, the one it is named after first; `alone` in its entry or not."""

    deleted: Deleted
    rows: tuple[Gone, ...]
    alone: bool


def deleted(db: Database) -> list[Deleted]:
    """Return what was deleted and is not back, the last first."""
    return [thing.deleted for thing in things(db)]


def find(db: Database, number: int) -> Thing:
    """Return what has this number in the bin; raises NotFoundError."""
    found = next((thing for thing in things(db) if thing.deleted.number == number), None)
    if found is None:
        raise NotFoundError(
            f"Nothing that was deleted has the number {number}.",
            "It may have been restored already.",
            "Look at the list of what was deleted.",
        )
    return found


def in_full(db: Database, number: int) -> InFull:
    """Return what was deleted with every record that its deletion removed or changed."""
    thing = find(db, number)
    one, first = thing.deleted, thing.rows[0]
    entry = Happening(one.entry, one.at, one.who, one.role, one.sentence)
    told = history.in_full(db, entry, Subject(one.kind, one.ref, first.table, first.row))
    return InFull(one, told.changes)


def things(db: Database) -> list[Thing]:
    """Return everything in the bin with its rows, the last deleted first."""
    by_entry: dict[int, dict[tuple[str, str], int]] = {}
    names = Names(db)
    for row in rows(db, _GONE):
        if row["table"] in names.tables:
            by_entry.setdefault(row["entry"], {})[row["table"], row["row"]] = row["id"]
    told = {entry["sequence"]: entry for entry in _entries(db, by_entry)}
    return [
        thing
        for entry in sorted(told, reverse=True)
        for thing in _things(names, told[entry], _images(db, names, entry, by_entry[entry]))
    ]


def _entries(db: Database, among: Mapping[int, Any]) -> Iterator[dict[str, Any]]:
    """Yield the entries that deleted: those that say so, and what was undone for good."""
    can_be_redone = {step.entry for step in steps(db).undone}
    for entry in rows(db, "SELECT sequence, sentence, who, role, at FROM journal_entry"):
        said = entry["sentence"]
        undone = said.startswith(UNDO) and entry["sequence"] not in can_be_redone
        if entry["sequence"] in among and (deletes(said) or restores(said) or undone):
            yield entry


def _images(db: Database, names: Names, entry: int, gone: Mapping[tuple[str, str], int]) -> list[Gone]:
    """Return the rows that an entry deleted as they stood before it, with every identity they name."""
    first: dict[tuple[str, str], dict[str, Any]] = {}
    linked: dict[tuple[str, str], set[str]] = {}
    for change in journal.changes(db, entry=entry, present=True):
        key = (change.table, change.row)
        if key in gone and change.before is not None:
            image = json.loads(change.before)
            first.setdefault(key, image)["version"] = image["version"]
            linked.setdefault(key, set()).update(str(image[name]) for name in names.links(change.table) if image[name])
    return [Gone(*key, gone[key], image, frozenset(linked[key])) for key, image in first.items()]


def _things(names: Names, entry: Mapping[str, Any], found: list[Gone]) -> Iterator[Thing]:
    hanging = _hanging_together(found)
    for together in hanging:
        head = _head(names, together)
        if head is None:
            continue
        others = [one for one in together if one is not head]
        told = Deleted(
            number=head.change,
            entry=entry["sequence"],
            kind=names.kind(head.table),
            ref=names.row(head.table, head.row, head.image),
            words=words(head.image),
            sentence=entry["sentence"],
            who=entry["who"],
            role=entry["role"],
            at=entry["at"],
            rows=len(together),
            restricted=next((str(one.image["restricted"]) for one in together if one.image.get("restricted")), None),
        )
        yield Thing(told, (head, *others), alone=len(hanging) == 1)


def _hanging_together(found: list[Gone]) -> list[list[Gone]]:
    """Sort rows into those that name each other, directly or through others."""
    parts: list[list[Gone]] = []
    for one in found:
        mine = [part for part in parts if any(one.row in other.links or other.row in one.links for other in part)]
        parts = [part for part in parts if part not in mine]
        parts.append([*(other for part in mine for other in part), one])
    return parts


def _head(names: Names, together: list[Gone]) -> Gone | None:
    """Return the row that a thing is named after: written by somebody, naming none of the others, deleted last."""
    there = {one.row for one in together}
    written = [one for one in together if words(one.image)]
    own = [one for one in written if not any(one.image[name] in there for name in names.links(one.table))]
    return max(own or written, key=lambda one: one.change, default=None)


def words(image: Image) -> str:
    """Return what somebody wrote in a row; empty for one that only binds others together."""
    return next((one_line(str(image[name])) for name in _WORDS if image.get(name)), "")
