"""Boards of any size: the 2012 sample many times over in one file, its journal true.

`python -m tests.bench.big_board FACTOR FILE` makes one. Every copy of a row has identities of its own, numbers and
references of its own; its meetings lie in earlier years and are over. The journal's triggers are on, and each copy is
stamped under one entry; the index of words is made once, at the end. `boardtui check` finds the file sound.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from boardtui.domain.backups import Why
from boardtui.services import sample
from boardtui.store import backups, journal, search, triggers
from boardtui.store.engine import connect

SEED = 2012
ONCE = frozenset(
    {"board", "closed_day", "warning_period", "rating_level", "office", "group_member", "holder", "instrument", "seal"}
)
"""What a Board has once however long it sits: its settings, its people, its scheme; seals are of one paper each."""

NUMBERED = {
    "meeting": ("number",),
    "letter": ("number", "first_meeting", "last_meeting"),
    "correspondence": ("number",),
    "assurance": ("number",),
    "evidence": ("number",),
    "support": ("number",),
    "agreement": ("number",),
}
"""Columns that count from 1 through the whole Board: each copy goes on where the one before ended."""

REFERENCES = {"plan_line": "ref", "indicator": "ref", "requirement": "ref", "obligation": "ref", "source": "code"}
"""Columns whose words name a record to people: each copy gets its own."""

OVER = {("meeting", "planned"): "cancelled", ("meeting", "with Chair"): "confirmed", ("letter", "draft"): "sent"}
"""How what is still to come in the sample stands in an earlier copy of it."""

DAYS = 280
"""Days between one copy's meetings and the next one's."""

_MOMENT = datetime(2013, 5, 20, 18, 0)


def build(factor: int, path: Path) -> None:
    """Make a Board `factor` times the 2012 sample at `path`; it appears there whole or not at all."""
    half = path.with_suffix(".part")
    half.unlink(missing_ok=True)
    sample.build("2012", half)
    with closing(connect(half)) as db:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("PRAGMA cache_size=-400000")
        of_words = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'fts_%'"
        for (name,) in db.execute(of_words).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        tables = [_Table(db, name) for name in _in_order(db)]
        chance = random.Random(SEED)
        for copy in range(1, factor):
            db.execute("BEGIN")
            db.execute("PRAGMA defer_foreign_keys=ON")
            for table in tables:
                db.executemany(table.insert, table.copied(copy, chance))
            journal.stamp(db, journal.Stamp(_MOMENT, "Bench", "administrator", f"Copy {copy} of the sample"))
            db.execute("COMMIT")
        search.build(db)
        triggers.install(db)
    half.rename(path)


def ready(factor: int, folder: Path) -> Path:
    """Return the Board of a factor in a folder, made the first time."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"factor-{factor}.board"
    if not path.exists():
        print(f"Building {path} …", file=sys.stderr, flush=True)
        build(factor, path)
    backed_up(path)
    return path


def backed_up(path: Path) -> None:
    """Give a Board the backup it has since it was last closed: none is then made while something is measured.

    It is the same file under a second name, so that it takes neither time nor room.
    """
    if not backups.named_in(path):
        backups.folder(path).mkdir(mode=0o700, exist_ok=True)
        backups.new_file(path, Why.AUTOMATIC, _MOMENT).hardlink_to(path)


class _Table:
    """One table's rows of the sample, and how each is copied."""

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self.name = name
        self.columns = [column for _, column, *_ in db.execute(f'PRAGMA table_info("{name}")')]
        self.rows = db.execute(f'SELECT * FROM "{name}"').fetchall()
        foreign = {column: of for _, _, of, column, *_ in db.execute(f'PRAGMA foreign_key_list("{name}")')}
        self.linked = {column for column, of in foreign.items() if of not in ONCE} | {"id", "item_in_hand_id"}
        self.most = {column: self._most(column) for column in NUMBERED.get(name, ())}
        self.insert = f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(self.columns))})'

    def copied(self, copy: int, chance: random.Random) -> Iterator[list[Any]]:
        """Yield the rows of one more copy of the sample."""
        days = DAYS * copy + chance.randrange(7)
        for row in self.rows:
            yield [self._value(column, value, copy, days) for column, value in zip(self.columns, row, strict=True)]

    def _value(self, column: str, value: Any, copy: int, days: int) -> Any:
        if value is None:
            return None
        if column in self.linked:
            return f"{copy:06d}{value[6:]}"
        if column in self.most:
            return value + self.most[column] * copy
        if column == REFERENCES.get(self.name):
            return f"{value}-{copy}"
        if column == "held_on":
            return (date.fromisoformat(value) - timedelta(days)).isoformat()
        if column == "state":
            return OVER.get((self.name, value), value)
        if column == "position":
            return value + 10_000 * copy if self.name in REFERENCES else value
        return value

    def _most(self, column: str) -> int:
        place = self.columns.index(column)
        return max((row[place] for row in self.rows if row[place] is not None), default=0)


def _in_order(db: sqlite3.Connection) -> list[str]:
    return [name for name in triggers.kept_tables(db) if name not in ONCE]


if __name__ == "__main__":
    build(int(sys.argv[1]), Path(sys.argv[2]))
