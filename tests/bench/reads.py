"""What is measured without a screen: the read behind each place, the check, and opening as at an earlier meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
READS: dict[str, tuple[Callable[[Database], object], str]] = {
    "Home": (lambda db: home.home(db, TODAY), "plan_line"),
    "Home's dataset and flags": (lambda db: watch.watch(db, TODAY), "plan_line"),
    "meetings": (meetings.meetings, "meeting"),
    "actions": (lambda db: actions.actions(db, TODAY), "action"),
    "plan": (lambda db: plan.lines(db, TODAY), "plan_line"),
    "indicators": (lambda db: indicators.indicators(db, TODAY), "indicator_value"),
    "requirements": (notice.requirements, "requirement"),
    "people": (people.people, "office"),
}
"""Each read, and the table whose plain read it is set against."""


def reads(board: Path, factor: int) -> Iterator[Measured]:
    """Measure the read behind each place; the goal is that it grows no faster than what it reads."""
    with closing(connect(board)) as db:
        for name, (query, of) in READS.items():
            plain = f"SELECT * FROM {of}"
            ours, reference = in_turn(
                partial(seconds, partial(query, db)), partial(seconds, partial(_fetched, db, plain)), runs=1
            )
            yield Measured(f"read {name} / SELECT * FROM {of}", factor, ours, reference, 40)


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


def _fetched(db: Database, sql: str) -> object:
    return db.execute(sql).fetchall()


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
