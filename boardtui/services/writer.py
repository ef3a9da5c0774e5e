"""The one thread that writes to a Board file: what is queued is done in order, each change one unit of work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from boardtui import collecting
from boardtui.store.engine import connect, explained, writing_engine
from boardtui.store.journal import Stamp
from boardtui.store.lease import in_the_way
from boardtui.store.unit import NewId, Work, random_id, unit_of_work

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlalchemy import Engine

    from boardtui.domain.lease import Lease
    from boardtui.domain.states import Role

T = TypeVar("T")


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a change came to: its result, the sentence the journal keeps, and anything the person should hear."""

    value: T
    sentence: str
    told: tuple[str, ...]

    @property
    def said(self) -> str:
        """Return the sentence as it is said once the change is made: `Issued the agenda of meeting 6`."""
        from boardtui.domain.past import done

        return done(self.sentence)


class Writer:
    """Holds the one connection that writes; SQLModel is loaded for the first change, and for nothing else."""

    def __init__(self, path: Path, new_id: NewId | None = None) -> None:
        self.path = path
        self._new_id = new_id or random_id
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._connection: Connection | None = None
        self._engine: Engine | None = None

    def queue(self, act: Callable[[], T]) -> Future[T]:
        """Do something on the writing thread, in turn with all that was queued before."""
        return self._thread.submit(act)

    def commit(
        self,
        change: Callable[[Work], T],
        at: datetime,
        by: tuple[str, Role],
        today: date,
        lease: Lease | None,
        *,
        penless: bool = False,
    ) -> Outcome[T]:
        """Make one change and commit it; on the writing thread. It is refused while another has taken the lease."""
        stamp = Stamp(at, *by)
        with (
            explained(self.path),
            _database_errors(),
            unit_of_work(self.warm(), stamp, today, self._new_id, penless=penless) as work,
        ):
            if lease is not None and (other := in_the_way(work.db, lease)):
                raise other.refusal()
            value = change(work)
        return Outcome(value, work.sentence, tuple(work.told))

    def on_file(self, act: Callable[[Connection], T]) -> T:
        """Do something to the file itself; on the writing thread."""
        with explained(self.path):
            return act(self._db)

    def warm(self) -> Engine:
        """Load what a change needs; on the writing thread."""
        if self._engine is None:
            self._engine = writing_engine(self.path, self._db)
        return self._engine

    def load(self) -> None:
        """Load all that changes need, ahead of the first of them; on the writing thread."""
        from boardtui.services import minutes  # noqa: F401  (brings the tables, and what writes them)

        self.warm()
        collecting.keep()  # what is loaded stays: looking it through for waste would hold a frame up

    def close(self) -> None:
        """Finish what is queued and let go of the file."""
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=True)

    @property
    def _db(self) -> Connection:
        if self._connection is None:
            self._connection = connect(self.path)
        return self._connection

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        if self._connection is not None:
            self._connection.close()
        self._engine = self._connection = None


class _database_errors:  # noqa: N801  (a context manager reads as a phrase)
    """Hands on the SQLite error inside SQLAlchemy's, so that there is one place that explains it."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        original = getattr(problem, "orig", None)
        if isinstance(original, Exception):
            raise original from problem
