"""A Board file at hand: reads on any thread, writes on one, in the order they were asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from boardtui.domain.dates import show
from boardtui.domain.progress import Progress, silent
from boardtui.domain.states import Role
from boardtui.errors import LockedError
from boardtui.store.library import key_of
from boardtui.store.reading.reader import Database, Reader, journal_position

if TYPE_CHECKING:
    from concurrent.futures import Future

    from boardtui.domain.lease import Lease
    from boardtui.domain.pen import Pen
    from boardtui.services.writer import Outcome, Writer
    from boardtui.store.drafts import Draft
    from boardtui.store.unit import NewId, Work

T = TypeVar("T")


class Desk:
    """One open Board file: who works on it, in which role, on which day, and the two ways to its records."""

    def __init__(
        self,
        path: Path,
        *,
        who: str,
        role: Role,
        clock: Callable[[], datetime],
        as_at: str | None = None,
        new_id: NewId | None = None,
        who_as: Callable[[Role], str] | None = None,
        at_close: Callable[[Desk], object] | None = None,
        told: Progress = silent,
    ) -> None:
        self.path = path
        self._at_close = at_close
        self._who_as = who_as
        self.who = who
        self.role = role
        self.as_at = as_at
        self._new_id = new_id
        self._reader = Reader(path)
        self._day: date | None = None
        if as_at is not None:
            entry, self._day = self._reader.read(lambda db: journal_position(db, as_at))
            self._reader = _as_at(path, entry, told)
        stored: str | None = self._reader.read(_stored_today)
        self.wall_clock = clock
        self.lease: Lease | None = None
        self._clock = _sample_clock(clock, date.fromisoformat(stored)) if stored else clock
        self._wrote = False
        self._writer: Writer | None = None
        self._one_writer = threading.Lock()

    @property
    def today(self) -> date:
        """The day it is for this Board: the sample's own, the day read as at, or the clock's."""
        return self._day or self._clock().date()

    @property
    def encrypted(self) -> bool:
        """Say whether the file is encrypted."""
        return key_of(self.path) is not None

    @property
    def as_at_said(self) -> str:
        """Say as at which day and meeting the Board is read: `as at 4 Apr 2013 (meeting 4)`; nothing for now."""
        if self.as_at is None or self._day is None:
            return ""
        return f"as at {show(self._day)}{f' (meeting {self.as_at})' if self.as_at.isdigit() else ''}"

    @property
    def now(self) -> datetime:
        """The moment it is for this Board."""
        return self._clock()

    def act_as(self, role: Role) -> None:
        """Work on in another role, under the name that goes with it; what was queued before keeps the old one."""
        self.role = role
        if self._who_as is not None:
            self.who = self._who_as(role)

    def read(self, query: Callable[[Database], T], wanted: Callable[[], bool] | None = None) -> T:
        """Run a read in one short transaction; safe on any thread. Once it is not `wanted` any more it is given up."""
        return self._reader.read(query, wanted)

    def copy_into(self, copy: Database) -> None:
        """Copy the Board as it is read here, whole and from one moment, into an empty file."""
        self._reader.copy_into(copy)

    def read_as_at(self, entry: int, query: Callable[[Database], T]) -> T:
        """Run a read on the Board as it stood at an entry of its journal."""
        then = _as_at(self.path, entry)
        try:
            return then.read(query)
        finally:
            then.close()

    def pen(self) -> Pen:
        """Return who has the pen of this file: without it the Board is read, not changed."""
        from boardtui.store.pen import pen

        return Reader(self.path).read(pen)

    def write(self, change: Callable[[Work], T], *, penless: bool = False) -> Future[Outcome[T]]:
        """Queue one unit of work; changes commit in the order they were queued.

        Without the pen it is refused, in words; `penless` is for what brings the pen back.
        """
        if self.as_at is not None:
            raise LockedError(
                f"This is the Board {self.as_at_said}.",
                "It can be read, not changed.",
                "Open the Board without an earlier date to change it.",
            )
        return self.writer.queue(partial(self._change, change, (self.who, self.role), penless))

    def do(self, change: Callable[[Work], T], *, penless: bool = False) -> Outcome[T]:
        """Make one change and wait for it; for the command line and for tests."""
        return self.write(change, penless=penless).result()

    def on_file(self, act: Callable[[Database], T]) -> Future[T]:
        """Queue what is done to the file itself, in turn with the changes: a copy of it, its pen, a copy's journal."""
        return self.writer.queue(partial(self.writer.on_file, act))

    def keep_draft(self, place: str, text: str, cursor: int) -> Future[None]:
        """Keep half-typed text on disk, outside the record; an empty text forgets it."""
        from boardtui.store import drafts

        return self.on_file(lambda db: drafts.keep(db, place, text, cursor, self._clock()))

    def drafts(self, place: str) -> list[Draft]:
        """Return the half-typed texts kept for places that begin with `place`, oldest first."""
        from boardtui.store import drafts

        return Reader(self.path).read(lambda db: drafts.kept(db, place))

    @property
    def writer(self) -> Writer:
        """What writes to the file, made when something is first written or kept there."""
        from boardtui.services.writer import Writer

        with self._one_writer:
            if self._writer is None:
                self._writer = Writer(self.path, self._new_id)
            return self._writer

    def warm(self) -> None:
        """Load what the first change will need."""
        self.writer.queue(self.writer.load)

    def close(self) -> None:
        """Finish every queued change and let go of the file; where something was written, do what is to follow."""
        if self._writer is not None:
            self._writer.close()
        if self._wrote and self._at_close is not None:
            self._wrote = False
            self._at_close(self)
        self._reader.close()

    def _change(self, change: Callable[[Work], T], by_whom: tuple[str, Role], penless: bool) -> Outcome[T]:
        outcome = self.writer.commit(change, self._clock(), by_whom, self.today, self.lease, penless=penless)
        self._wrote = True
        return outcome


def _as_at(path: Path, entry: int, told: Progress = silent) -> Reader:
    from boardtui.store.reading.as_at import AsAtReader

    return AsAtReader(path, entry, told)


def _stored_today(db: Database) -> str | None:
    row = db.execute("SELECT today FROM board").fetchone()
    return row[0] if row else None


def _sample_clock(clock: Callable[[], datetime], day: date) -> Callable[[], datetime]:
    return lambda: datetime.combine(day, clock().time())
