"""Which row is the head of a sheet, and which of its columns is what: by name, or as the person said by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from boardtui.domain.sheets.dates import month_of, period_of
from boardtui.domain.sheets.grid import Cell, Grid, Line, letter
from boardtui.domain.sheets.kinds import Column, Kind, Meaning
from boardtui.domain.text import one_line

LOOKED_AT = 60
"""Rows from the top among which the head is looked for."""

NOT_USED = "none"
"""Said by hand of a column of ours that no column of the sheet is to fill."""

_LONGEST = 70
_EXACT, _ENDS, _HOLDS = 9, 3, 2
_SHORT = 3
"""Letters up to which a name must stand alone: “no” or “by” is part of many others."""

_SHORT_YET_PLAIN = ("rag",)
"""Names that mean the same in whatever stands around them: `Overall RAG`, `RAG Jan 13`."""

_SOMETHING_ELSE = {
    Meaning.REF: re.compile(r"\b(minutes?|agenda|meeting)\b"),
    Meaning.RATING: re.compile(r"\b(previous|last|former|initial|original|target)\b"),
    Meaning.STATE: re.compile(r"\b(previous|last|former)\b"),
    Meaning.POLARITY: re.compile(r"\btravel\b"),
}
"""Words in a column's name that make it something else: two actions may have one minute number."""

_PART = re.compile(
    r"(?P<month>.*?)\s*(?P<part>num(erator|\.)?|denom(inator|\.)?|den\.?|%|per ?cent|percentage|value|result|rate)",
    re.IGNORECASE,
)
"""What stands under a month, or behind its name: what is counted, of how many, or the figure itself."""

_SECOND_ROW = 0.4
"""What a second row of the head has to be worth, so that a row of data is not taken for one."""


@dataclass(frozen=True)
class Head:
    """The head of a sheet: `first` and `last` are the places of its rows, `names` what each column is called.

    `columns` maps what a kind has to the column that fills it; `periods` the columns that are months of a dataset, and
    `counts` those that hold a month's numerator or denominator. `quarterly` says that the months stand for quarters.
    """

    first: int
    last: int
    names: tuple[str, ...]
    columns: Mapping[str, int]
    periods: Mapping[int, date]
    counts: Mapping[int, tuple[date, str]] = field(default_factory=dict)
    quarterly: bool = False

    def named(self, column: int) -> str:
        """Return how a person finds a column: its name and its letter."""
        name = self.names[column] if column < len(self.names) else ""
        return f"{name} ({letter(column)})" if name else f"column {letter(column)}"

    @property
    def unused(self) -> tuple[str, ...]:
        """Return the columns that have a name and fill nothing."""
        taken = {*self.columns.values(), *self.periods, *self.counts}
        return tuple(self.named(at) for at, name in enumerate(self.names) if name and at not in taken)


_REMARK = re.compile(r"[(\[].*?[)\]]")
_ENDING = re.compile(r"(?<=[a-z])\((s|d|ed)\)", re.IGNORECASE)
_WHICH = re.compile(r"[(\[](?:if )?(revised|original|new|amended|extended)\b", re.IGNORECASE)
"""A remark in brackets that says which of two dates it is."""


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """Fold a column's name: no case, no brackets with remarks in them, no punctuation.

    `Owner(s)` is `owners`, `Target date (revised)` is `revised target date`, `Action #` is `action no`.
    """
    whole = _ENDING.sub(r"\1", name)
    without = _REMARK.sub(" ", whole) if _REMARK.sub("", whole).strip() else whole
    if which := _WHICH.search(whole):
        without = f"{which[1]} {without}"
    words = without.replace("&", " and ").replace("#", " no ").replace("'", "").replace("’", "")
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words.casefold()).split())


def find_head(grid: Grid, kind: Kind, by_hand: Mapping[str, str] | None = None, row: int | None = None) -> Head | None:
    """Return the head that names most of what the kind has, in one row or two; `row` says which row it is."""
    told = by_hand or {}
    best: tuple[float, Head] | None = None
    for at, line in enumerate(grid.lines[:LOOKED_AT] if row is None else grid.lines):
        if row is not None and line.number != row:
            continue
        if line.own < 2 and row is None:
            continue
        for head in _heads(grid, kind, at, told):
            score = _score(kind, head, told)
            if score > 0 and (best is None or score > best[0]):
                best = (score, head)
        if row is not None and best is None:
            head = _head(grid, kind, at, at, told)
            best = (0, head)
    return best[1] if best else None


def _heads(grid: Grid, kind: Kind, at: int, told: Mapping[str, str]) -> list[Head]:
    """Return the head that a row makes alone, and together with the row above it where that groups columns."""
    heads = [_head(grid, kind, at, at, told)]
    if at and _groups(grid.lines[at - 1]):
        heads.append(_head(grid, kind, at - 1, at, told))
    return heads


def _groups(line: Line) -> bool:
    """Say whether a row can be the upper one of two head rows: several short names, not one title over everything."""
    said = [text for text in line.said if len(text) <= _LONGEST]
    return len(said) > 1 and len(said) == len(line.said)


def _head(grid: Grid, kind: Kind, first: int, last: int, told: Mapping[str, str]) -> Head:
    lower = grid.lines[last]
    names = [_name(grid.lines[first] if first < last else None, lower, at) for at in range(grid.width)]
    shown = tuple(name if len(name) <= _LONGEST else "" for name, _ in names)
    periods, counts, quarters = _months(grid, first, last) if kind.periods else ({}, {}, set())
    dated = {*periods, *counts}
    free = {at: spoken for at, (name, spoken) in enumerate(names) if at not in dated and name and len(name) <= _LONGEST}
    columns = _by_hand(kind, told, shown)
    unwanted = {
        kind_column.name for kind_column in kind.columns if told.get(kind_column.name, "").casefold() == NOT_USED
    }
    columns |= _by_name(kind, free, columns, unwanted)
    periods = {at: day for at, day in periods.items() if at not in columns.values()}
    return Head(first, last, shown, columns, periods, counts, bool(periods) and quarters.issuperset(periods))


def _months(grid: Grid, first: int, last: int) -> tuple[dict[int, date], dict[int, tuple[date, str]], set[int]]:
    """Return the columns that are months, those that hold what a month's figure is made of, and those of quarters.

    What a figure is made of stands under a month, or beside its name.
    """
    periods: dict[int, date] = {}
    counts: dict[int, tuple[date, str]] = {}
    quarters: set[int] = set()
    for at in range(grid.width):
        lower, upper = grid.lines[last].at(at), grid.lines[first].at(at)
        if (period := period_of(lower, upper.text if first < last else "")) is not None:
            if not lower.spread:
                periods[at] = period[0]
                quarters |= {at} if period[1] else set()
            continue
        named = _PART.fullmatch(one_line(lower.text))
        if named is None:
            continue
        month = month_of(Cell(named["month"])) if named["month"] else month_of(upper) if first < last else None
        if month is not None and (part := _part(named["part"])):
            counts[at] = (month, part)
        elif month is not None:
            periods[at] = month
    return periods, counts, quarters


def _part(word: str) -> str:
    """Say which part of a figure a word names; nothing for the figure itself."""
    said = word.casefold()
    return "numerator" if said.startswith("num") else "denominator" if said.startswith("den") else ""


def _name(upper: Line | None, lower: Line, at: int) -> tuple[str, tuple[str, ...]]:
    """Return a column's name and the ways it may be read: the lower row, both rows, the upper row."""
    below = one_line(lower.at(at).text)
    above = one_line(upper.at(at).text) if upper is not None else ""
    if not above or above == below or (upper is not None and lower.at(at).spread and not below):
        return below or above, (below or above,)
    if not below:
        return above, (above,)
    return f"{above} {below}", (below, f"{above} {below}", f"{below} {above}")


def _by_hand(kind: Kind, told: Mapping[str, str], names: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for name, said in told.items():
        if kind.column(name) is None or said.casefold() == NOT_USED:
            continue
        found = column_at(said, names)
        if found is not None:
            columns[name] = found
    return columns


def column_at(said: str, names: Sequence[str]) -> int | None:
    """Return the column that a person means by its name, its letter or its number; None if there is none."""
    wanted = plain(said)
    exact = [at for at, name in enumerate(names) if name and plain(name) == wanted]
    if exact:
        return exact[0]
    if re.fullmatch("[A-Za-z]{1,2}", said.strip()):
        at = next((at for at in range(len(names)) if letter(at) == said.strip().upper()), None)
        if at is not None:
            return at
    if said.strip().isdecimal() and 1 <= int(said) <= len(names):
        return int(said) - 1
    held = [at for at, name in enumerate(names) if wanted and wanted in plain(name)]
    return held[0] if len(held) == 1 else None


def _by_name(
    kind: Kind, free: Mapping[int, tuple[str, ...]], taken: Mapping[str, int], unwanted: set[str]
) -> dict[str, int]:
    """Match columns by name, the surest first; each column of the sheet fills one thing.

    Of several that are as sure the first is taken, of ratings the last: a month's stands right of the month before.
    """
    pairs = [
        (-strength, order, -at if column.means is Meaning.RATING else at, at, column.name)
        for order, column in enumerate(kind.columns)
        if column.name not in taken and column.name not in unwanted
        for at, spoken in free.items()
        if at not in taken.values() and (strength := _alike(column, spoken))
    ]
    columns: dict[str, int] = {}
    for *_, at, name in sorted(pairs):
        if name not in columns and at not in columns.values():
            columns[name] = at
    return columns


@lru_cache(maxsize=20_000)
def _alike(column: Column, spoken: tuple[str, ...]) -> float:
    """Say how surely a column's name is one of those councils use: exactly, at its end, somewhere in it."""
    return max((_sure(column, plain(said)) for said in spoken), default=0.0)


def _sure(column: Column, said: str) -> float:
    if said in column.called:
        return _EXACT - column.called.index(said) / 100
    if (other := _SOMETHING_ELSE.get(column.means)) and other.search(said):
        return 0.0
    held = [
        known
        for known in column.called
        if (len(known) > _SHORT or known in _SHORT_YET_PLAIN) and f" {known} " in f" {said} "
    ]
    return max((_ENDS if said.endswith(f" {known}") else _HOLDS) + len(known) / 100 for known in held) if held else 0.0


def _score(kind: Kind, head: Head, told: Mapping[str, str]) -> float:
    """Say how good a head is: what is needed counts most, then how much is matched, then fewer rows."""
    there = [column for column in kind.columns if column.name in head.columns and column.name not in told]
    by_hand = len([name for name in told if name in head.columns])
    if len(there) + by_hand < 2 and not head.periods:
        return 0
    if kind.text not in head.columns and not any(column.needed for column in there):
        return 0
    sure = sum(_surely(column, head) for column in there) + (len(head.periods) + len(head.counts)) / 4
    needed = sum(column.needed for column in there)
    return 10 * needed + 20 * by_hand + sure - _SECOND_ROW * (head.last - head.first)


def _surely(column: Column, head: Head) -> float:
    return 3 if plain(head.names[head.columns[column.name]]) in column.called else 2
