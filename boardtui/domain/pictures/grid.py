"""A picture made of cells: records down, meetings or months across, a letter where there is something to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from boardtui.domain.text import listed, shorten

EMPTY = "·"
"""What stands where nothing is to be seen."""

NOTHING = "Nothing here yet."

_REF, _NAME = 12, 20
"""Characters that a reference takes at most, and a name at least."""


@dataclass(frozen=True)
class Line:
    """One record: its reference, what it is called, a letter or nothing for each column, and what it comes to.

    `words` say its cells in a sentence, where letter and column would not.
    """

    ref: str
    name: str
    cells: tuple[str, ...]
    sum: str = ""
    words: str = ""


@dataclass(frozen=True)
class Grid:
    """The whole picture; `key` says what each letter means, `now` is the column that is today's, if one is.

    `across` is what the columns are called together (*meeting*), each of them has a short head of one or two lines and
    a full name; `notes` say what the cells do not, `empty` what a cell without a letter means.
    """

    name: str
    title: str
    across: str
    heads: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    key: Mapping[str, str]
    now: int | None = None
    notes: tuple[str, ...] = ()
    empty: str = ""

    @property
    def meanings(self) -> Mapping[str, str]:
        """Return what each sign that stands in a cell means, that of an empty one too where there is one."""
        gaps = self.empty and any(not cell for line in self.lines for cell in line.cells)
        return {**self.key, EMPTY: self.empty} if gaps else self.key

    @property
    def cell(self) -> int:
        """Return how many characters a column takes, with the space before it."""
        return max((len(part) for head in self.heads for part in head[1:]), default=1) + 1

    def window(self, room: int, last: int | None = None) -> range:
        """Return the columns for which there is room, up to and with `last`; without one the latest of them."""
        count = len(self.columns)
        shown = max(min(room // self.cell, count), 1 if count else 0)
        end = count if last is None else min(max(last, shown), count)
        return range(end - shown, end)

    def heading(self, shown: Sequence[int]) -> tuple[str, str]:
        """Return the two lines of heads over the columns shown; a first line says in full where it changes."""
        groups = [at for at in shown if at == shown[0] or self.heads[at][0] != self.heads[at - 1][0]]
        upper = ""
        for at, after in zip(groups, [*groups[1:], None], strict=True):
            said = f" {self.heads[at][0]}"
            if after is None or len(said) <= (after - at) * self.cell:
                upper = f"{upper:<{(at - shown[0]) * self.cell}}{said}"
        return upper.rstrip(), "".join(self.heads[at][1].rjust(self.cell) for at in shown)


@dataclass(frozen=True)
class Fitted:
    """A picture fitted to a width: characters for references and names, the columns shown, whether sums are."""

    grid: Grid
    refs: int
    names: int
    shown: range
    sums: bool

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the lines above the cells."""
        return tuple(f"{' ' * self.indent}{head}" for head in self.grid.heading(self.shown) if head)

    @property
    def indent(self) -> int:
        """Return where the cells begin."""
        return self.refs + 1 + self.names

    def before(self, line: Line) -> tuple[str, str]:
        """Return a record's reference and name as they stand before its cells."""
        ref = line.ref if len(line.ref) <= self.refs else brief(line.ref)
        return ref.ljust(self.refs + 1), shorten(line.name, self.names).ljust(self.names)

    def cells(self, line: Line) -> list[str]:
        """Return what stands in the columns shown, each behind its space."""
        return [(line.cells[at] or EMPTY).rjust(self.grid.cell) for at in self.shown]

    def after(self, line: Line) -> str:
        """Return what stands behind the cells."""
        return f"  {line.sum}" if self.sums and line.sum else ""


def brief(ref: str) -> str:
    """Return a long reference's paragraph alone: `N 8.1` of `N 8.1 6-month report`, whose name says the rest."""
    return ref if len(ref) <= _REF else shorten(" ".join(ref.split()[:2]), _REF)


def fitted(grid: Grid, width: int, last: int | None = None) -> Fitted:
    """Fit a picture to a width: references give way first, then names, sums, the columns farthest from `last`."""
    widest = max((len(line.ref) for line in grid.lines), default=0)
    names = max((len(line.name) for line in grid.lines), default=0)
    sums = max((len(line.sum) + 2 for line in grid.lines if line.sum), default=0)
    refs = max((len(brief(line.ref)) for line in grid.lines), default=0)
    for ref, taken in ((widest, sums), (refs, sums), (refs, 0)):
        room = width - ref - 1 - len(grid.columns) * grid.cell - taken
        if room >= min(names, _NAME):
            return Fitted(grid, ref, min(names, room), range(len(grid.columns)), bool(taken))
    names = min(names, _NAME)
    return Fitted(grid, refs, names, grid.window(width - refs - 1 - names, last), False)


def as_table(grid: Grid, width: int = 10_000) -> Iterator[str]:
    """Yield the picture as lines of text: the key, letters under the columns, the notes."""
    yield grid.title
    if not grid.lines:
        yield NOTHING
        return
    fit = fitted(grid, width)
    yield key(grid)
    yield from fit.heads
    for line in grid.lines:
        yield "".join((*fit.before(line), *fit.cells(line), fit.after(line))).rstrip()
    yield from under(fit)


def under(fit: Fitted) -> Iterator[str]:
    """Yield what stands below the cells: which columns are shown, the notes."""
    if len(fit.shown) < len(fit.grid.columns):
        first, last = fit.grid.columns[fit.shown[0]], fit.grid.columns[fit.shown[-1]]
        yield f"{first} to {last}, of {fit.grid.columns[0]} to {fit.grid.columns[-1]}."
    yield from fit.grid.notes


def key(grid: Grid) -> str:
    """Say what each letter means."""
    return "   ".join(f"{letter} {word}" for letter, word in grid.meanings.items())


def in_words(grid: Grid) -> Iterator[str]:
    """Yield the picture as sentences, one for each record: what its letters mean, and at which columns."""
    yield f"{grid.title}."
    if not grid.lines:
        yield NOTHING
    for line in grid.lines:
        if line.words:
            yield f"{line.ref} {line.name}: {line.words}."
            continue
        seen = [(letter, at) for at, letter in enumerate(line.cells) if letter]
        said = [
            f"{grid.key.get(letter, letter)} {_at(grid, [at for _, at in run])}"
            for letter, run in ((letter, list(run)) for letter, run in groupby(seen, key=lambda one: one[0]))
        ]
        about = f"{line.ref} {line.name}: {'; '.join(said) or 'nothing'}."
        yield f"{about} {line.sum}." if line.sum else about
    yield from grid.notes


def _at(grid: Grid, places: Sequence[int]) -> str:
    """Say at which columns: one, several, or from one to another."""
    runs: list[list[int]] = []
    for at in places:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    said = [
        grid.columns[run[0]] if len(run) == 1 else f"{grid.columns[run[0]]} to {grid.columns[run[-1]]}" for run in runs
    ]
    return f"at {grid.across}{'s' if len(places) > 1 else ''} {listed(said)}"


def as_shape(grid: Grid) -> dict[str, Any]:
    """Return the picture as plain lists and names, for a program."""
    return {
        "picture": grid.name,
        "title": grid.title,
        "columns": list(grid.columns),
        "key": dict(grid.key),
        "rows": [
            {
                "ref": line.ref,
                "name": line.name,
                "cells": [cell or None for cell in line.cells],
                "sum": line.sum or None,
            }
            for line in grid.lines
        ],
        "notes": list(grid.notes),
    }
