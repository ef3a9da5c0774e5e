"""The three states that adopting compares: where the two parted, this file now, and the copy."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from boardtui.store import journal
from boardtui.store.adopting.differences import Difference, differences
from boardtui.store.adopting.same import one_record
from boardtui.store.adopting.schema import Rows, Schema, images, schema


@dataclass(frozen=True)
class Sides:
    """Where the two parted, ours, theirs as they stand in the copy, theirs under our identities, what differs."""

    schema: Schema
    base: Rows
    ours: Rows
    theirs: Rows
    paired: Rows
    found: list[Difference]


def compared(ours: sqlite3.Connection, theirs: sqlite3.Connection, parted: int) -> Sides:
    """Compare this file with a copy, from what both journals replay to; `parted` is an entry of the copy's."""
    tables = schema(ours)
    base, here, there = (
        images(journal.replay(theirs, parted)),
        images(journal.replay(ours)),
        images(journal.replay(theirs)),
    )
    paired = one_record(tables, base, here, there)
    return Sides(tables, base, here, there, paired, differences(base, here, paired))
