"""The journal's five functions: stamp, changes, apply, replay, verify (DESIGN 7).

Triggers put every row change, before and after, into `journal_change`; these functions are all that reads
or seals it. Tables are what the journal replays to.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from boardtui.domain.progress import Progress, reported, silent
from boardtui.errors import StaleError
from boardtui.store.carrying import Carrying
from boardtui.store.carrying import Change as Change  # the journal's own word for it
from boardtui.store.comparing import as_found, compared
from boardtui.store.engine import schema_of
from boardtui.store.library import errors
from boardtui.store.triggers import image, unsound

START = "0" * 64
"""What the first entry of a journal names as the hash before it."""

HOLDS = """(row_id = {0} OR instr(before, '"' || {0} || '"') > 0 OR instr(after, '"' || {0} || '"') > 0)"""
"""SQL for a change of the row `{0}`, or of a row one of whose fields is its identity: its owners, its log."""

ALTERED = "it was altered, or changes were added to it, taken from it or put in another order"
"""What is said of an entry whose seal does not hold."""

_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode

Tables = dict[str, dict[str, str]]
"""Table name → row id → the row's image, as canonical JSON text."""


@dataclass(frozen=True)
class Stamp:
    """Who changes the Board, in which role, when, and in one sentence what they did."""

    at: datetime
    who: str
    role: str
    sentence: str = ""
    undoes: int | None = None
    barrier: bool = False


@dataclass(frozen=True)
class Problem:
    """One thing that is not sound, where it is, in words."""

    place: str
    message: str


def head(db: sqlite3.Connection) -> tuple[int, str]:
    """Return the sequence and the hash of the last entry; 0 and START of an empty journal."""
    row = db.execute("SELECT sequence, hash FROM journal_entry ORDER BY sequence DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, START)


def stamp(db: sqlite3.Connection, by: Stamp, *, always: bool = False) -> int | None:
    """Seal every change since the last entry under a new entry; return its sequence, or None if nothing changed.

    `always` makes an entry all the same: of what was done to the file as a whole.
    """
    loose = list(_changes(db, "entry IS NULL"))
    if not loose and not always:
        return None
    last, previous = head(db)
    sequence = last + 1
    digested = [(c, _digest(c.before), _digest(c.after)) for c in loose]
    at = by.at.isoformat(timespec="seconds")
    facts = (sequence, at, by.who, str(by.role), by.sentence, by.undoes, int(by.barrier), schema_of(db), previous)
    sealed = _seal(facts, ((c.table, c.row, c.op, before, after) for c, before, after in digested))
    db.execute(f"INSERT INTO journal_entry VALUES ({', '.join('?' * 10)})", (*facts, sealed))
    db.executemany(
        "UPDATE journal_change SET entry = ?, before_digest = ?, after_digest = ? WHERE id = ?",
        [(sequence, before, after, c.id) for c, before, after in digested],
    )
    return sequence


def changes(
    db: sqlite3.Connection,
    *,
    entry: int | None = None,
    row: tuple[str, str] | None = None,
    upto: int | None = None,
    holding: str | None = None,
    present: bool = False,
) -> list[Change]:
    """Return the stamped changes of one entry, of one row (`(table, id)`), or of all up to an entry, in order.

    Of an entry's, `holding` keeps those of the row of that identity and of the rows that name it. `present` makes what
    an older schema wrote rows of the file's own schema, as whoever applies them must.
    """
    if present:
        found = changes(db, entry=entry, row=row, upto=upto, holding=holding)
        return list(Carrying(db).present(found))
    if entry is not None and holding is not None:
        return list(_changes(db, f"entry = ?1 AND {HOLDS.format('?2')}", entry, holding))
    if entry is not None:
        return list(_changes(db, "entry = ?", entry))
    if row is not None:
        return list(_changes(db, "entry IS NOT NULL AND table_name = ? AND row_id = ?", *row))
    if upto is not None:
        return list(_changes(db, "entry <= ?", upto))
    return list(_changes(db, "entry IS NOT NULL"))


def apply(db: sqlite3.Connection, to_apply: Iterable[Change], *, reverse: bool = False) -> None:
    """Make the changes again, or with `reverse` take them back; every row they write gets a higher version.

    Raises StaleError, with both texts, when a row has moved on since: nothing newer is ever overwritten.
    """
    ordered = list(to_apply)
    for change in reversed(ordered) if reverse else ordered:
        found, wanted = (change.after, change.before) if reverse else (change.before, change.after)
        now = db.execute(
            f"SELECT {image(db, change.table, 't')} FROM {change.table} AS t WHERE id = ?", (change.row,)
        ).fetchone()
        current = now[0] if now else None
        if _without_version(current) != _without_version(found):
            raise StaleError(
                "This was changed again afterwards.",
                "It can no longer be taken back by itself; nothing was changed.",
                "Undo the later change first.",
                theirs=current or "",
                ours=wanted or "",
            )
        _put(db, change.table, change.row, wanted, _version(current, change.before, change.after) + 1)


def replay(db: sqlite3.Connection, upto: int | None = None, told: Progress = silent) -> Tables:
    """Return every row as the journal says it is, at entry `upto` or now, as a row of the file's own schema."""
    stamped = ("entry IS NOT NULL",) if upto is None else ("entry <= ?", upto)
    return _replayed(db, _changes(db, *stamped, told=told))


def verify(db: sqlite3.Connection, told: Progress = silent) -> list[Problem]:
    """Return everything unsound: triggers, chain, images, and each row that the replay does not bear out.

    Whatever was put into the file is named, never an error: a flipped bit need not leave text that can be read.
    """
    try:
        return _unsound(db, told)
    except errors():
        with as_found(db):
            return _unsound(db, told)


def _unsound(db: sqlite3.Connection, told: Progress) -> list[Problem]:
    """Read the journal once, along its chain and into the tables it replays to; then compare the rows with them."""
    problems = [Problem(name, "this trigger is missing, was altered, or does not belong here") for name in unsound(db)]
    replayed = _replayed(db, _along_the_chain(db, _changes(db, "1", told=told), problems))
    return [*problems, *(Problem(*found) for found in compared(db, replayed, told))]


def _replayed(db: sqlite3.Connection, stamped: Iterable[Change]) -> Tables:
    tables: Tables = {}
    for change in Carrying(db).told(stamped):
        rows = tables.setdefault(change.table, {})
        if change.after is None:
            rows.pop(change.row, None)
        else:
            rows[change.row] = change.after
    return tables


def _along_the_chain(db: sqlite3.Connection, changes: Iterable[Change], problems: list[Problem]) -> Iterator[Change]:
    """Yield the stamped changes as they go by, and note everything that is not sound in the chain of entries."""
    entries = {entry[0]: entry for entry in db.execute("SELECT * FROM journal_entry ORDER BY sequence")}
    problems += _linked(entries.values())
    left = dict(entries)
    for sequence, run in groupby(changes, attrgetter("entry")):
        inside = list(run)
        if sequence is None:
            problems += (Problem(f"{c.table} {c.row}", f"this {c.op} was made outside the program") for c in inside)
        elif sequence not in entries:
            still = f"this entry is missing, but {len(inside)} of its changes remain"
            problems.append(Problem(f"journal entry {sequence}", still))
        elif sequence not in left:
            problems.append(Problem(f"journal entry {sequence}", ALTERED))
        else:
            problems += _sealed(left.pop(sequence), inside)
        if sequence is not None:
            yield from inside
    for entry in left.values():
        problems += _sealed(entry, [])


def _linked(entries: Iterable[tuple[Any, ...]]) -> Iterator[Problem]:
    """Name every entry that is missing, or that does not name the hash of the one before it."""
    expected, previous = 1, START
    for sequence, *_, follows, sealed in entries:
        if sequence != expected:
            yield Problem(f"journal entry {expected}", "this entry is missing")
        if follows != previous:
            yield Problem(f"journal entry {sequence}", "it does not follow from the entry before it")
        expected, previous = sequence + 1, sealed


def _sealed(entry: tuple[Any, ...], inside: list[Change]) -> Iterator[Problem]:
    """Name each change of an entry that is not what was sealed, and the entry if its seal is broken."""
    *facts, sealed = entry
    place = f"journal entry {facts[0]}"
    for change in inside:
        if _digest(change.before) != change.before_digest or _digest(change.after) != change.after_digest:
            yield Problem(f"{place}, {change.table} {change.row}", "the recorded change was altered")
    parts = [(c.table, c.row, c.op, c.before_digest, c.after_digest) for c in inside]
    if _seal(tuple(facts), parts) != sealed:
        yield Problem(place, ALTERED)


def _changes(db: sqlite3.Connection, where: str, *values: Any, told: Progress = silent) -> Iterator[Change]:
    """Yield changes in the order they were made, telling how far it is."""
    of = 0 if told is silent else db.execute(f"SELECT count(*) FROM journal_change WHERE {where}", values).fetchone()[0]
    sql = (
        "SELECT id, entry, table_name, row_id, op, before, after, before_digest, after_digest "
        f"FROM journal_change WHERE {where} ORDER BY id"
    )
    return reported(map(Change._make, db.execute(sql, values)), "Reading the journal", of, told)


def _digest(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(_bytes(text)).hexdigest()


def _seal(facts: tuple[Any, ...], parts: Iterable[tuple[Any, ...]]) -> str:
    return hashlib.sha256(_bytes(_canonical([facts, list(parts)]))).hexdigest()


def _bytes(text: Any) -> bytes:
    return str(text).encode(errors="surrogateescape")


def _without_version(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {name: value for name, value in json.loads(text).items() if name != "version"}


def _version(*images: str | None) -> int:
    return max((json.loads(text)["version"] for text in images if text), default=0)


def _put(db: sqlite3.Connection, table: str, row: str, wanted: str | None, version: int) -> None:
    if wanted is None:
        db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        return
    values = json.loads(wanted) | {"version": version}
    names = list(values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    db.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT (id) DO UPDATE SET {updates}",
        [values[name] for name in names],
    )
