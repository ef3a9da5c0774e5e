"""The program as it would be two schemas further on: one that adds a column, and one that renames another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from boardtui.store import engine, migrations, search
from boardtui.store.migrations.rows import ROWS

NEW = 3
AS_RELEASED = search.SEARCHED
REVISIONS = Path(__file__).parent / "revisions"


def venue(table: str, image: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Read a row of schema 2 in schema 3: a meeting's place is its venue."""
    if table != "meeting":
        return table, image
    return table, {**image, "venue": image["place"]}


def _searched() -> tuple[search.Searched, ...]:
    """Return what search finds at schema 3."""
    return tuple(
        replace(
            of,
            text=of.text.replace("x.place", "x.venue"),
            columns=tuple("venue" if column == "place" else column for column in of.columns),
        )
        if of.table == "meeting"
        else of
        for of in AS_RELEASED
    )


@contextmanager
def two_schemas_on() -> Iterator[None]:
    """Let the program be two schemas further on."""
    with (
        patch.object(engine, "SCHEMA", NEW),
        patch.object(migrations, "VERSIONS", [*migrations.VERSIONS, REVISIONS]),
        patch.dict(ROWS, {3: venue}),
        patch.object(search, "SEARCHED", _searched()),
    ):
        yield
