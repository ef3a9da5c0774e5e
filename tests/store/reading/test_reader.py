"""A read that nobody wants any more is given up, and the next one is not the worse for it."""

from __future__ import annotations

from datetime import date
from itertools import count, repeat
from pathlib import Path

import pytest

from boardtui.errors import BoardError
from boardtui.store.reading.reader import Database, Reader, while_wanted
from boardtui.store.reading.watch import watch

ENDLESS = "WITH RECURSIVE n (x) AS (VALUES (0) UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


def _endless(db: Database) -> object:
    return db.execute(ENDLESS).fetchone()


def _counted(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM (SELECT 1 FROM journal_change LIMIT 3)").fetchone()[0])


def test_a_read_is_given_up_once_it_is_not_wanted_any_more(sample_file: Path) -> None:
    reader, asked = Reader(sample_file), count()
    with pytest.raises(BoardError):
        reader.read(_endless, lambda: next(asked) < 3)
    assert next(asked) == 4
    assert reader.read(_counted) == 3
    reader.close()


def test_a_read_that_stays_wanted_is_finished_and_the_next_one_is_not_asked_about(sample_file: Path) -> None:
    reader, still = Reader(sample_file), repeat(True)
    assert reader.read(_counted, lambda: next(still)) == 3
    assert reader.read(_counted) == 3
    reader.close()


def test_what_a_read_goes_through_in_memory_is_given_up_too(sample_file: Path) -> None:
    reader, asked, gone_through = Reader(sample_file), count(), list[int]()
    with pytest.raises(BoardError):
        reader.read(lambda _db: gone_through.extend(while_wanted(count())), lambda: next(asked) < 3)
    assert next(asked) == 4
    assert gone_through == list(range(300))
    assert list(while_wanted(gone_through)) == gone_through, "outside a read nobody is asked"
    reader.close()


def test_the_flags_and_the_dataset_are_given_up_at_the_first_question(sample_file: Path) -> None:
    reader, asked = Reader(sample_file), count()
    with pytest.raises(BoardError):
        reader.read(lambda db: watch(db, date(2013, 5, 20)), lambda: next(asked) < 9)
    assert next(asked) == 10
    reader.close()
