"""Where a new row goes: after the last one of its table."""

from __future__ import annotations

from boardtui.store.unit import Work


def following(work: Work, table: str, column: str = "position") -> int:
    """Return the next position (or number) in a table of the program's own."""
    (last,) = work.db.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()
    return int(last) + 1
