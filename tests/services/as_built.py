"""The 2012 sample as it was built, for tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from boardtui.store.engine import connect
from boardtui.store.reading.reader import Database

TODAY = date(2013, 5, 20)


def reading(built_sample: Path) -> Iterator[Database]:
    """Yield a connection to the sample; `built = pytest.fixture(scope="module")(reading)` shares it."""
    with closing(connect(built_sample)) as db:
        yield db
