"""The row that says who has this file open where, beside the record and outside the journal."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from socket import gethostname

from boardtui.domain.lease import Lease

_FIND = "SELECT who, role, host, process, opened_at, seen_at FROM local_lease WHERE id = 1 AND process IS NOT NULL"
_TAKE = """
INSERT INTO local_lease (id, who, role, host, process, opened_at, seen_at) VALUES (1, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET who = excluded.who, role = excluded.role, host = excluded.host,
    process = excluded.process, opened_at = excluded.opened_at, seen_at = excluded.seen_at
"""
_MINE = "id = 1 AND host = ? AND process = ? AND opened_at = ?"


def new(who: str, role: str, now: datetime) -> Lease:
    """Return a lease of this very program."""
    return Lease(who, role, gethostname(), os.getpid(), now, now)


def found(db: sqlite3.Connection) -> Lease | None:
    """Return who has the file open, as far as is known; a program of this machine that is gone has it no longer."""
    row = db.execute(_FIND).fetchone()
    if row is None:
        return None
    who, role, host, process, opened_at, seen_at = row
    if host == gethostname() and not _runs(int(process)):
        return None
    return Lease(who, role, host, int(process), datetime.fromisoformat(opened_at), datetime.fromisoformat(seen_at))


def take(db: sqlite3.Connection, lease: Lease, *, over: bool = False) -> Lease | None:
    """Take the lease, `over` another's if need be; return the one that is in the way, or None once it is taken."""
    db.execute("BEGIN IMMEDIATE")
    try:
        other = found(db)
        if other is not None and not over and not other.same(lease):
            return other
        db.execute(
            _TAKE,
            (
                lease.who,
                lease.role,
                lease.host,
                lease.process,
                lease.opened_at.isoformat(),
                lease.seen_at.isoformat(timespec="seconds"),
            ),
        )
        db.execute("COMMIT")
        return None
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def leave(db: sqlite3.Connection, lease: Lease) -> None:
    """Give the lease back; another's is left alone."""
    db.execute(
        f"UPDATE local_lease SET process = NULL, opened_at = NULL, seen_at = NULL WHERE {_MINE}", _identity(lease)
    )


def in_the_way(db: sqlite3.Connection, lease: Lease) -> Lease | None:
    """Return the lease of another program that took this one's place; None while this one has it, or nobody."""
    other = found(db)
    return None if other is None or other.same(lease) else other


def _identity(lease: Lease) -> tuple[str, int, str]:
    return lease.host, lease.process, lease.opened_at.isoformat()


def _runs(process: int) -> bool:
    """Say whether a process of this machine runs; where that cannot be told, it may."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
