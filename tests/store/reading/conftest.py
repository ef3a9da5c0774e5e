"""A new Board file for each test, built in one unit of work and read as the program reads it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from boardtui.store import journal
from boardtui.store.engine import writing_engine
from boardtui.store.reading.reader import Database, Reader
from boardtui.store.unit import unit_of_work
from tests.store.reading.building import Building

T = TypeVar("T")


class Boardfile:
    """One Board file in a test: built with `building`, read with `read`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def building(self) -> Iterator[Building]:
        """Open a unit of work to put rows in; it commits at the end."""
        engine = writing_engine(self.path)
        connection = engine.raw_connection()
        try:
            by = journal.Stamp(datetime(2013, 5, 20, 12), "ADM", "administrator")
            with unit_of_work(engine, by, date(2013, 5, 20)) as work:
                work.say("Build")
                yield Building(work)
        finally:
            raw = connection.driver_connection
            connection.close()
            engine.dispose()
            assert raw is not None
            raw.close()

    def read(self, query: Callable[[Database], T]) -> T:
        """Run a read in a transaction of its own."""
        return Reader(self.path).read(query)


@pytest.fixture
def file(blank: Path, tmp_path: Path) -> Boardfile:
    """Return a Board file with every table and no row."""
    return Boardfile(Path(shutil.copyfile(blank, tmp_path / "test.board")))
