"""How a row of an older schema reads in the next one, so that what older versions wrote can still be replayed.

A revision that adds a column needs nothing here: an image that lacks a column takes its default. One that renames,
splits, moves or drops something ships one pure function, under the number of the schema it leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Image = Mapping[str, Any]
"""A row as the journal keeps it: column → value."""

Carried = tuple[str, Image]
"""The table a row is in and its image."""

ROWS: dict[int, Callable[[str, Image], Carried | None]] = {}
"""Schema → what makes a row of the schema before it a row of this one; None says that such a row is gone for good."""


def carried(table: str, image: Image, schema: int, to: int) -> Carried | None:
    """Return a row of one schema as it reads in a later one; None if a schema between them does without it."""
    row: Carried | None = (table, image)
    for step in range(schema + 1, to + 1):
        if row is not None and step in ROWS:
            row = ROWS[step](*row)
    return row
