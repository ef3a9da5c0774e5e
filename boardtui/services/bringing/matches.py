"""How a person matched the columns of a sheet by hand, kept beside the record for the next sheet with the same head."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from boardtui.domain.sheets.grid import Grid, Line
from boardtui.domain.sheets.heads import LOOKED_AT, plain
from boardtui.domain.sheets.outcome import Asked, Found
from boardtui.domain.sheets.understanding import Choices

if TYPE_CHECKING:
    from boardtui.services.desk import Desk


def remember(desk: Desk, grids: Sequence[Grid], asked: Asked, found: Found) -> None:
    """Keep how the columns were matched by hand, if they were, under the names in the head."""
    said, head = asked.choices, found.understood.head
    if head is None or not (said.columns or said.row):
        return
    grid = next(one for one in grids if one.name == found.understood.sheet)
    kept = {"columns": dict(said.columns), "row": said.row is not None}
    desk.keep_draft(f"{_place(asked.kind)}{_names(grid.lines[head.last])}", json.dumps(kept, ensure_ascii=False), 0)


def recalled(desk: Desk, grids: Sequence[Grid], asked: Asked) -> Asked:
    """Return what is asked with the columns matched as they were for such a head before, unless they are said now."""
    if asked.choices.columns or asked.choices.row:
        return asked
    place = _place(asked.kind)
    known = {draft.place.removeprefix(place): json.loads(draft.text) for draft in desk.drafts(place)}
    for grid in grids if known else ():
        if asked.sheet is not None and grid.name.casefold() != asked.sheet.casefold():
            continue
        for line in grid.lines[:LOOKED_AT]:
            if (kept := known.get(_names(line))) is not None:
                row = line.number if kept["row"] else None
                return replace(asked, sheet=asked.sheet or grid.name, choices=Choices(kept["columns"], row))
    return asked


def _place(kind: str) -> str:
    return f"columns:{kind}:"


def _names(line: Line) -> str:
    """Return what tells a head from others: its names in order, whatever their case and punctuation."""
    names = "\n".join(plain(cell.text) for cell in line.cells).rstrip()
    return hashlib.sha256(names.encode()).hexdigest()[:32]
