"""Which rows of a sheet are records: not blank ones, headings within the table, repeated heads, totals and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boardtui.domain.sheets.grid import NOTHING, Grid, Line
from boardtui.domain.sheets.heads import Head, plain
from boardtui.domain.sheets.kinds import Kind, Meaning
from boardtui.domain.sheets.records import LeftOut
from boardtui.domain.text import shorten

_TOTAL = re.compile(
    r"(grand |sub ?-?|overall )?totals?\b.*|(number|no\.?|count) of .*|average\b.*|sum\b|.*\btotal\s*:?\s*[0-9]*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(key|legend|rag( rating)? key|key to ratings?|notes?|footnotes?|guidance|(rag )?definitions?|rag ratings?)"
    r"\s*:?|(key|notes?|guidance|legend|source|updated|last updated|version|prepared by|produced by)\s*:.*"
    r"|\*.{3,}|(page|printed) [0-9].*|end of (sheet|log|document|table)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(red|amber|green|blue|[ragb]|open|closed|completed?|overdue|on track|off track|in progress|not (yet )?started"
    r"|ongoing|outstanding|not rated)([\s:=-]+(?P<number>[0-9]{1,4}( ?%)?))?\s*:?",
    re.IGNORECASE,
)
"""A line of a count below the table: `Red 3`."""

_NUMBER = re.compile(r"[0-9]{1,4}( ?%)?|[0-9]{1,3}\.[0-9]+ ?%?")
_KEY = re.compile(r"(rag )?(key|legend)( to (the )?(rag|ratings?))?\s*:?", re.IGNORECASE)
_SHOWN = 60
_NAMED = 3
"""Columns that a row names to be the head of a table."""


@dataclass(frozen=True)
class Kept:
    """A row that is a record, with the heading it stands under."""

    line: Line
    section: str


def split(grid: Grid, head: Head, kind: Kind) -> Iterator[Kept | LeftOut]:
    """Yield the rows below the head: those that are records with their heading, the others with the reason."""
    section = ""
    ended, other = False, 0
    wanted = [*head.columns.values(), *head.periods, *head.counts]
    for line in grid.lines[head.last + 1 :]:
        said = line.said
        if not line.own:
            continue
        if other or _is_other_head(line, head, kind):
            why = f"of the table whose head is in row {other}" if other else ANOTHER
            other = other or line.number
            yield LeftOut(line.number, shorten("  ".join(said), _SHOWN), why)
            continue
        filled = len({at for at in wanted if not line.at(at).empty and not line.at(at).spread})
        if why := _no_record(line, head, kind, filled, ended=ended):
            if why == _NOTE:
                ended = ended or bool(_ENDS.fullmatch(said[0]) or _KEY.fullmatch(said[0]))
            if why == _HEADING:
                section = said[0]
            yield LeftOut(line.number, shorten("  ".join(said), _SHOWN), why)
        else:
            yield Kept(line, section)


ANOTHER = "the head of another table"
_REPEATED, _HEADING, _SUM, _NOTE = "the head again", "a heading", "a total", "a note below the table"


def _no_record(line: Line, head: Head, kind: Kind, filled: int, *, ended: bool) -> str:
    """Say why a row is no record; nothing for one that is."""
    first = line.said[0] if line.said else ""
    thin = filled <= max(2, len(head.columns) // (2 if ended else 3))
    if _is_head(line, head):
        return _REPEATED
    if thin and (_TOTAL.fullmatch(first) or _counts(line.said)):
        return _SUM
    if (thin and (ended or _ENDS.fullmatch(first))) or _KEY.fullmatch(first):
        return _NOTE
    if len(line.said) == 1 and filled < 2 and not _stands_alone(line, head, kind):
        return _HEADING
    text = line.at(head.columns[kind.text]) if kind.text in head.columns else NOTHING
    return _NOTE if text.empty and len(line.said) <= 2 and filled <= 1 else ""


def _counts(said: tuple[str, ...]) -> bool:
    """Say whether a row does nothing but count: `Red 3`, `Open`, `12`, `40%`."""
    found = _COUNTED.fullmatch(said[0]) if said else None
    numbers = [text for text in said[1:] if _NUMBER.fullmatch(text)]
    return found is not None and len(numbers) == len(said) - 1 and bool(numbers or found["number"])


def _stands_alone(line: Line, head: Head, kind: Kind) -> bool:
    """Say whether the one text of a row can be a whole record: nothing else is needed, and it has no reference."""
    if len(head.columns) < 3:
        return True
    at = next(place for place, cell in enumerate(line.cells) if not cell.empty)
    spread = sum(1 for cell in line.cells if not cell.empty) > 1
    needs_more = any(column.needed and column.name != kind.text for column in kind.columns)
    numbered = any(column.means is Meaning.REF and column.name in head.columns for column in kind.columns)
    return at == head.columns.get(kind.text) and not (spread or needs_more or numbered)


def _is_other_head(line: Line, head: Head, kind: Kind) -> bool:
    """Say whether a row names columns of a table with other ones, such as that of what was completed."""
    if _is_head(line, head):
        return False
    names = [plain(cell.text) for cell in line.cells if cell.text and not cell.spread]
    known = [name for name in names if any(name in column.called for column in kind.columns)]
    main = kind.column(kind.text)
    return len(known) >= _NAMED and main is not None and any(name in main.called for name in known)


def _is_head(line: Line, head: Head) -> bool:
    """Say whether a row repeats the head, as it does on each printed page."""
    same = [
        at
        for at in head.columns.values()
        if line.at(at).text and plain(line.at(at).text) in plain(head.names[at]).strip() and plain(line.at(at).text)
    ]
    return len(head.columns) > 1 and len(same) >= max(2, len(head.columns) - 1)
