"""The unit of work: one thing a person did, committed or rolled back as a whole, under one journal entry."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import NAMESPACE_URL, uuid4, uuid5

from boardtui.domain.dates import show
from boardtui.errors import AskFirstError, BoardError, LockedError, NotFoundError, StaleError
from boardtui.keys_said import with_keys
from boardtui.store import engine as engine_of
from boardtui.store import journal
from boardtui.store.engine import schema_of
from boardtui.store.pen import pen

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from boardtui.store.models import Row

    Kept = TypeVar("Kept", bound=Row)

NewId = Callable[[str, str], str]
"""Makes a row's identity from its table and its reference."""


def random_id(table: str, reference: str) -> str:  # noqa: ARG001  (the reference matters to samples only)
    """Return a fresh UUID."""
    return str(uuid4())


def sample_ids(board: str) -> NewId:
    """Return a factory that gives the same reference of the same sample the same UUID, on every machine."""
    seen: Counter[str] = Counter()
    namespace = uuid5(NAMESPACE_URL, f"boardtui:{board}")

    def make(table: str, reference: str) -> str:
        name = f"{table}:{reference}"
        seen[name] += 1
        return str(uuid5(namespace, name if seen[name] == 1 else f"{name}:{seen[name]}"))

    return make


@dataclass
class Work:
    """What a service is handed: the session, the day, who acts, and the sentence the journal will keep."""

    session: Session
    db: sqlite3.Connection
    now: datetime
    today: date
    who: str
    role: str
    new_id: NewId
    sentence: str = ""
    undoes: int | None = None
    barrier: bool = False
    told: list[str] = field(default_factory=list)
    _added: list[Row] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Name what is being done; the outermost service's words win."""
        self.sentence = self.sentence or sentence

    def tell(self, sentence: str) -> None:
        """Add something the person should hear about what was done, with the keys as they have them."""
        self.told.append(with_keys(sentence))

    def add(self, row: Kept, reference: str) -> Kept:
        """Put a new row into the Board under a new identity, or one from it back, at once, and return it."""
        if not getattr(row, "id", None):
            row.id = self.new_id(str(row.__tablename__), reference)
        from boardtui.store import short_ways

        short_ways.put(self.session, self.db, row)
        self._added.append(row)
        return row

    def get(
        self,
        kind: type[Kept],
        row_id: str | None,
        version: int | None = None,
        ours: Mapping[str, object] | None = None,
    ) -> Kept:
        """Return the row, refusing one that is gone or has moved on from `version`.

        `ours` is what would be saved, by column; the refusal shows it beside what is there now.
        """
        from boardtui.store import short_ways

        row = short_ways.of_identity(self.session, kind, row_id) if row_id else None
        if row is None:
            raise NotFoundError("This record is no longer there.", "Somebody removed it.", "Go back and look again.")
        if version is not None and row.version != version:
            raise StaleError(
                "This was changed elsewhere since you opened it.",
                "Your text was not saved over it; both are kept.",
                "Compare the two, then save again.",
                theirs=_said({name: getattr(row, name, None) for name in ours or ()}),
                ours=_said(ours or {}),
            )
        return row

    def delete(self, row: Row) -> None:
        """Remove a row; the journal keeps it."""
        self.session.delete(row)
        self.session.flush()

    def find(self, kind: type[Kept], **named: object) -> Kept | None:
        """Return the first row whose columns say this, or None; at less cost than a select made to be asked once."""
        from boardtui.store import short_ways

        try:
            return short_ways.first(self.session, kind, named)
        except OverflowError:
            return None

    def all(self, statement: Any) -> list[Any]:
        """Return every row of a SQLModel select."""
        return list(self.session.exec(statement).all())

    def first(self, statement: Any) -> Any:
        """Return the first row of a SQLModel select, or None; a number SQLite cannot hold names nothing in it."""
        try:
            return self.session.exec(statement).first()
        except OverflowError:
            return None

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Try a part of the work: an error takes back that part alone, with what it said and told."""
        sentence, barrier, told, added = self.sentence, self.barrier, list(self.told), len(self._added)
        try:
            with self.session.begin_nested():
                self.session.connection()  # sets the savepoint now: what is written past the session is taken back too
                yield
        except BaseException:
            self.sentence, self.barrier, self.told[:] = sentence, barrier, told
            for row in self._added[added:]:
                if row in self.session:
                    self.session.expunge(row)
            del self._added[added:]
            raise

    def seal(self) -> int | None:
        """Seal what was done so far under a journal entry of its own, still within this transaction; return it."""
        self.session.flush()
        by = journal.Stamp(self.now, self.who, self.role, self.sentence, self.undoes, self.barrier)
        return journal.stamp(self.db, by)

    def next_entry(self) -> int:
        """Return the journal sequence this unit of work will have."""
        (last,) = self.db.execute("SELECT coalesce(max(sequence), 0) FROM journal_entry").fetchone()
        return int(last) + 1


def _said(values: Mapping[str, object]) -> str:
    """Put a value as it stands, and several on a line each under their names."""
    if len(values) == 1:
        return str(*values.values())
    return "\n".join(f"{name}: {value}" for name, value in values.items() if value not in (None, ""))


@contextmanager
def unit_of_work(
    engine: Engine, by: journal.Stamp, today: date, new_id: NewId = random_id, *, penless: bool = False
) -> Iterator[Work]:
    """Open a unit of work; leaving it commits under one journal entry, an error rolls everything back.

    Of a closed Board nothing is written but what takes the closing itself back (DESIGN 4); without the pen nothing
    is, unless `penless`: what brings the pen back.
    """
    from sqlalchemy.orm.exc import StaleDataError
    from sqlmodel import Session

    with Session(engine, expire_on_commit=False) as session:
        db: Any = session.connection().connection.driver_connection
        work = Work(session, db, by.at, today, by.who, by.role, new_id)
        closed_on = _closed_on(db)
        try:
            _require_schema(db)
            if not penless:
                pen(db).require()
            yield work
            written = work.seal()
            if closed_on and written and _closed_on(db):
                raise _closed(closed_on)
            session.commit()
        except StaleDataError as problem:
            session.rollback()
            raise StaleError(
                "This was changed elsewhere while you worked on it.",
                "Your change was not saved over it.",
                "Look at it again, then save.",
            ) from problem
        except BoardError as problem:
            session.rollback()
            if closed_on and not isinstance(problem, AskFirstError):
                raise _closed(closed_on) from problem
            raise
        except BaseException:
            session.rollback()
            raise


def _require_schema(db: sqlite3.Connection) -> None:
    """Refuse to write once a newer program has brought the file to a newer schema meanwhile."""
    if schema_of(db) != engine_of.SCHEMA:
        raise LockedError(
            "A newer boardtui has brought this file to a newer schema.",
            "Nothing was saved; half-typed text is kept.",
            "Leave, and open the file with the newer boardtui.",
        )


def _closed_on(db: sqlite3.Connection) -> str | None:
    """Return the day this Board was closed, if it is."""
    found = db.execute("SELECT closed_on FROM board WHERE closed_on IS NOT NULL").fetchone()
    return found[0] if found else None


def _closed(on: str) -> LockedError:
    return LockedError(
        f"This Board was closed on {show(date.fromisoformat(on))}.",
        "It can be read and exported; nothing in it is changed any more.",
        "To go on with it, undo the closing.",
    )
