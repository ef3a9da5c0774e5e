"""Holding a Board open: its lease is taken, renewed, taken over by choice, and others' changes are noticed."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from boardtui.domain.lease import Lease
from boardtui.services.desk import Desk
from boardtui.store import lease as leases
from boardtui.store.journal import head
from boardtui.store.reading.reader import Database

RENEWED = timedelta(seconds=20)
"""How often the lease is renewed."""


@dataclass(frozen=True)
class Looked:
    """What a look at the file found: whether another program changed it, and whose lease is in the way."""

    changed: bool
    other: Lease | None
    now: datetime


class Holding:
    """A running program's hold on the Board it has open; everything happens in turn with the desk's changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lease = leases.new(desk.who, desk.role, desk.wall_clock())
        self._seen: tuple[int, int] | None = None
        desk.lease = self._lease

    def claim(self, *, over: bool = False) -> Future[Lease | None]:
        """Take the lease, `over` another's if so chosen; the result is the lease in the way, or None once it is ours.

        While another's is in the way the desk refuses changes.
        """
        now = self._desk.wall_clock()
        return self._desk.on_file(lambda db: leases.take(db, replace(self._lease, seen_at=now), over=over))

    def look(self) -> Future[Looked]:
        """Look at the file: changes of others, a lease that was lost; ours is renewed when it is time."""
        return self._desk.on_file(self._look)

    def leave(self) -> Future[None]:
        """Give the lease back as the last thing that is done to the file."""
        self._desk.lease = None
        return self._desk.on_file(lambda db: leases.leave(db, self._lease))

    def _look(self, db: Database) -> Looked:
        now = self._desk.wall_clock()
        (version,) = db.execute("PRAGMA data_version").fetchone()  # moves when another program commits, never for us
        before, self._seen = self._seen, (int(version), head(db)[0])
        changed = before is not None and before[0] != self._seen[0] and before[1] != self._seen[1]
        other = leases.in_the_way(db, self._lease)
        if other is None and not timedelta() <= now - self._lease.seen_at < RENEWED:
            self._lease = replace(self._lease, seen_at=now)
            leases.take(db, self._lease)
        return Looked(changed, other, now)
