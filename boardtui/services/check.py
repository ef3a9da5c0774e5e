"""Is the file sound? SQLite's own check, links, the journal's chain, every row against its replay, every seal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtui.domain.progress import Progress, silent
from boardtui.domain.seals import typed
from boardtui.domain.text import plural, shorten
from boardtui.errors import BoardError
from boardtui.store import journal, search
from boardtui.store.engine import schema_of
from boardtui.store.reading import seals
from boardtui.store.reading.reader import Database
from boardtui.store.triggers import kept_tables

if TYPE_CHECKING:
    from boardtui.services.desk import Desk


def check(db: Database, against: str | None = None, told: Progress = silent) -> list[journal.Problem]:
    """Return every unsound thing in the file, each with its place; none means sound.

    `against` is a seal, or a head of the journal, printed in a signed paper: a record that was cut off before it is
    unsound too.
    """
    told("Checking the file itself", 0, 1)
    problems = [journal.Problem("file", said) for (said,) in db.execute("PRAGMA integrity_check") if said != "ok"]
    problems += [
        journal.Problem(f"{table} row {row}", f"it names a row of {parent} that is not there")
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check")
    ]
    return [*problems, *journal.verify(db, told), *seals.broken(db), *_reaches(db, against)]


def search_index(desk: Desk) -> str:
    """Say whether the index of words agrees with the records; one that does not is made anew, which changes no record.

    Raises BoardError where the file cannot be written.
    """
    if desk.read(search.agrees):
        return "The search index agrees with the records."
    desk.on_file(search.build).result()
    return "The search index did not agree with the records, and was made anew."


@dataclass(frozen=True)
class Counted:
    """What a file consists of: its schema, its triggers, the rows of each of its tables that has any."""

    schema: int
    triggers: int
    entries: int
    changes: int
    rows: dict[str, int]

    @property
    def said(self) -> tuple[str, str]:
        """Say it in two lines: the file as a whole, and its tables."""
        of = ", ".join(f"{table} {count}" for table, count in self.rows.items())
        whole = (
            f"Schema {self.schema}, {plural(self.triggers, 'trigger')}, "
            f"{plural(self.entries, 'journal entry', 'journal entries')} of {plural(self.changes, 'change')}, "
            f"{plural(sum(self.rows.values()), 'row')} in {plural(len(self.rows), 'table')}."
        )
        return whole, f"Rows: {of}." if of else "No row yet."


def counted(db: Database) -> Counted:
    """Count what the file consists of."""

    def count(table: str) -> int:
        return int(db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])

    (triggers,) = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
    rows = {table: found for table in kept_tables(db) if (found := count(table))}
    return Counted(schema_of(db), triggers, count("journal_entry"), count("journal_change"), rows)


def _reaches(db: Database, against: str | None) -> Iterator[journal.Problem]:
    """Say if a printed seal is not in this record."""
    if against is None:
        return
    digits = typed(against)
    if digits is None:
        raise BoardError(
            f"“{shorten(against, 40)}” is not a seal.",
            "Nothing was checked.",
            "Type it as the footer prints it: 9f3a-12cd-77b0-41e2.",
        )
    if not seals.holds(db, digits):
        yield journal.Problem(
            f"seal {against}",
            "it is not in this record: the end of the file was cut off, or the paper is of another Board or copy",
        )
