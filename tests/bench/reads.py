"""What is measured without a screen: the read behind each place, the check, and opening as at an earlier meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from boardtui.domain.filter_keys import Kind
from boardtui.domain.searching import parts
from boardtui.store import journal
from boardtui.store.engine import connect
from boardtui.store.reading import (
    actions,
    filtering,
    home,
    indicators,
    meetings,
    notice,
    people,
    plan,
    searching,
    watch,
)
from boardtui.store.reading.as_at import AsAtReader
from boardtui.store.reading.listings import ACTIONS
from boardtui.store.reading.reader import Database
from boardtui.store.triggers import kept_tables
from tests.bench.measuring import Measured, in_turn, seconds

TODAY = date(2013, 5, 20)
READS: dict[str, Callable[[Database], object]] = {
    "Home": lambda db: home.home(db, TODAY),
    "Home's dataset and flags": lambda db: watch.watch(db, TODAY),
    "meetings": meetings.meetings,
    "actions": lambda db: actions.actions(db, TODAY),
    "plan": lambda db: plan.lines(db, TODAY),
    "indicators": lambda db: indicators.indicators(db, TODAY),
    "requirements": notice.requirements,
    "people": people.people,
}
"""What is read whole: for papers, exports and the command line."""


def reads(board: Path, factor: int) -> Iterator[Measured]:
    """Measure each whole read against sqlite3 running the same statements and fetching the same rows.

    The goal leaves room for what a read works out: an indicator stands where its values, targets and dates say.
    """
    with closing(connect(board)) as db:
        for name, query in READS.items():
            statements = _asked(db, query)
            ours, reference = in_turn(
                partial(seconds, partial(query, db)), partial(seconds, partial(_all, db, statements)), runs=3
            )
            yield Measured(f"read {name} / its statements", factor, ours, reference, 15)


def _asked(db: Database, query: Callable[[Database], object]) -> list[str]:
    """Return the statements of a read, with what they are given."""
    seen = list[str]()
    db.set_trace_callback(seen.append)
    query(db)
    db.set_trace_callback(None)
    return [sql for sql in seen if not sql.startswith("--")]


def _all(db: Database, statements: Sequence[str]) -> None:
    for sql in statements:
        db.execute(sql).fetchall()


FILTERS = ("is:open owner:DCS", "due:<30d or rating:R", "assessment")
SEARCHES = ("prot vis", "audit", "early help")


def typing(board: Path, factor: int) -> Iterator[Measured]:
    """Measure what a key in the filter of the actions, and in the search, waits for against the query alone."""
    with closing(connect(board)) as db:
        for typed in FILTERS:
            fits = filtering.where(db, Kind.ACTIONS, typed, TODAY)
            raw = f"SELECT a.rowid FROM action AS a WHERE {fits.sql}"
            ours, reference = in_turn(
                partial(seconds, partial(_listed, db, typed)), partial(seconds, partial(_named, db, raw, fits.named))
            )
            yield Measured(f"filter “{typed}” / its query", factor, ours, reference, 3)
        for typed in SEARCHES:
            wanted = {"wanted": searching.query(parts(typed)), "most": searching.MOST}
            ours, reference = in_turn(
                partial(seconds, partial(searching.found, db, typed)),
                partial(seconds, partial(_named, db, searching.FOUND, wanted)),
            )
            yield Measured(f"search “{typed}” / its query", factor, ours, reference, 3)


def _listed(db: Database, typed: str) -> object:
    fits = filtering.where(db, Kind.ACTIONS, typed, TODAY)
    order = ACTIONS.order(db, fits, on=TODAY.isoformat())
    return ACTIONS.page(db, order.page(0), today=TODAY)


def _named(db: Database, sql: str, named: Mapping[str, object]) -> object:
    return db.execute(sql, named).fetchall()


def checks(board: Path, factor: int) -> Iterator[Measured]:
    """Measure the check of the journal, and opening as at the last meeting, against a plain read of the same rows."""

    def plain() -> None:
        with closing(connect(board)) as db:
            for table in ("journal_entry", "journal_change", *kept_tables(db)):
                db.execute(f"SELECT * FROM {table}").fetchall()

    def check() -> None:
        with closing(connect(board)) as db:
            assert journal.verify(db) == []

    with closing(connect(board)) as db:
        entry = journal.head(db)[0]
    runs = 1 if factor > 10 else 3
    ours, reference = in_turn(lambda: seconds(check), lambda: seconds(plain), runs)
    yield Measured("check / plain read", factor, ours, reference, 3)
    ours, reference = in_turn(lambda: seconds(lambda: AsAtReader(board, entry).close()), lambda: seconds(plain), runs)
    yield Measured("as at / plain read", factor, ours, reference, 3)
