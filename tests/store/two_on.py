"""The program as it would be two schemas further on: one that adds a column, and one that renames another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from boardtui.store import engine, migrations
from boardtui.store.migrations.rows import ROWS

NEW = 3
REVISIONS = Path(__file__).parent / "revisions"


def venue(table: str, image: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Read a row of schema 2 in schema 3: a meeting's place is its venue."""
    if table != "meeting":
        return table, image
    return table, {**image, "venue": image["place"]}


@contextmanager
def two_schemas_on() -> Iterator[None]:
    """Let the program be two schemas further on."""
    with (
        patch.object(engine, "SCHEMA", NEW),
        patch.object(migrations, "VERSIONS", [*migrations.VERSIONS, REVISIONS]),
        patch.dict(ROWS, {3: venue}),
    ):
        yield
