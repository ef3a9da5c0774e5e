"""A read that nobody wants any more is given up, and the next one is not the worse for it."""

from __future__ import annotations

from itertools import count, repeat
from pathlib import Path

import pytest

from boardtui.errors import BoardError
from boardtui.store.reading.reader import Database, Reader

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
