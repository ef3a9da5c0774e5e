"""Continuing this journal with the entries of a copy that continues it: the same rows, changes and hashes."""

from __future__ import annotations

import sqlite3

from boardtui.domain.progress import Progress
from boardtui.errors import BoardError
from boardtui.store import journal
from boardtui.store import pen as pens
from boardtui.store.adopting.moving import make_again, unlocked

_STAMP = "UPDATE journal_change SET id = ?, entry = ?, before_digest = ?, after_digest = ? WHERE id = ?"


def parted_at(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> int:
    """Return the last entry of theirs that this file knows, as its own or from an earlier adoption; 0 for none."""
    known = {digest for (digest,) in ours.execute("SELECT hash FROM journal_entry")}
    for (heads,) in ours.execute("SELECT their_heads FROM handover"):
        known.update(heads.split())
    entries = theirs.execute("SELECT sequence, hash FROM journal_entry ORDER BY sequence DESC")
    return next((sequence for sequence, digest in entries if digest in known), 0)


def continues(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> bool:
    """Say whether our last entry is one of theirs."""
    sequence, digest = journal.head(ours)
    found = theirs.execute("SELECT hash FROM journal_entry WHERE sequence = ?", (sequence,)).fetchone()
    return found is not None and found[0] == digest


def go_forward(db: sqlite3.Connection, theirs: sqlite3.Connection, told: Progress) -> int:
    """Bring every later entry of theirs over, exactly, in one transaction, and the pen; return how many.

    It is all or nothing: a hash that does not come out the same takes everything back.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("PRAGMA defer_foreign_keys=ON")
        if not continues(db, theirs):
            raise _other()
        last, _ = journal.head(db)
        entries = theirs.execute("SELECT * FROM journal_entry WHERE sequence > ? ORDER BY sequence", (last,)).fetchall()
        with unlocked(db):
            for done, entry in enumerate(entries):
                told("Bringing the entries over", done, len(entries))
                _bring(db, theirs, entry)
        pens.take(db)
        db.execute("COMMIT")
        return len(entries)
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _bring(db: sqlite3.Connection, theirs: sqlite3.Connection, entry: tuple[object, ...]) -> None:
    recorded = journal.changes(theirs, entry=int(str(entry[0])))
    make_again(db, recorded)
    made = db.execute(
        "SELECT id, table_name, row_id, op, before, after FROM journal_change WHERE entry IS NULL ORDER BY id"
    ).fetchall()
    wanted = [(one.table, one.row, one.op, one.before, one.after) for one in recorded]
    if [row[1:] for row in made] != wanted:
        raise _other()
    db.execute(f"INSERT INTO journal_entry VALUES ({', '.join('?' * len(entry))})", entry)
    ids = [row[0] for row in made]
    free = max((*ids, *(one.id for one in recorded))) + 1  # above both, so that no id is taken while they move
    db.executemany("UPDATE journal_change SET id = ? WHERE id = ?", [(free + n, one) for n, one in enumerate(ids)])
    db.executemany(
        _STAMP,
        [(one.id, entry[0], one.before_digest, one.after_digest, free + n) for n, one in enumerate(recorded)],
    )


def _other() -> BoardError:
    return BoardError(
        "The copy does not continue this file after all.",
        "Nothing was changed.",
        "Look at both with: boardtui check",
    )
