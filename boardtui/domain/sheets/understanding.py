"""A sheet understood: every record with what its cells mean, every problem by row and column (DESIGN 8, *Imports*)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from boardtui.domain.sheets import states
from boardtui.domain.sheets.cells import UnclearError
from boardtui.domain.sheets.dates import When
from boardtui.domain.sheets.grid import Grid
from boardtui.domain.sheets.headings import meeting_named
from boardtui.domain.sheets.heads import Head, column_at, find_head, plain
from boardtui.domain.sheets.kinds import ACTIONS, PEOPLE, PLAN, RATINGS, Column, Kind, Meaning
from boardtui.domain.sheets.meanings import Knows, read, read_figure
from boardtui.domain.sheets.people import UnknownNameError
from boardtui.domain.sheets.ratings import hue
from boardtui.domain.sheets.records import LeftOut, Problem, Record, Understood
from boardtui.domain.sheets.rows import ANOTHER, Kept, split
from boardtui.domain.text import listed, one_line, plural, shorten

_SHOWN = 60
_DAYS = (Meaning.DUE, Meaning.DATE, Meaning.ENDED)


@dataclass(frozen=True)
class Choices:
    """What the person said by hand: which column is what, in which row the head is."""

    columns: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None


def understand(grid: Grid, kind: Kind, knows: Knows, choices: Choices | None = None) -> Understood:
    """Return what a sheet says; its problems are complete, so that all can be mended at once."""
    said = choices or Choices()
    head = find_head(grid, kind, said.columns, said.row)
    if head is None:
        return Understood(grid.name, None, problems=(_no_head(grid, kind),))
    problems = _columns_missing(head, kind, said)
    head, notes = _with_colour(grid, head, kind)
    problems += [_needed(column, head) for column in kind.columns if column.needed and column.name not in head.columns]
    left_out: list[LeftOut] = []
    records: list[Record] = []
    names: dict[str, list[int]] = {}
    for row in split(grid, head, kind):
        if isinstance(row, LeftOut):
            left_out.append(row)
            continue
        record, wrong = _record(row, grid, head, kind, knows)
        if not wrong and _unrated(record, head, kind):
            left_out.append(LeftOut(row.line.number, shorten("  ".join(row.line.said), _SHOWN), "not rated"))
            continue
        records.append(record)
        problems += wrong
        for one in wrong:
            for name in one.names:
                names.setdefault(name, []).append(one.row)
    if not records and not problems:
        problems.append(Problem(0, "", f"No row below the head is {_a(kind.one)}.", "Is it the right sheet?"))
    problems += _twice(records, kind, head)
    if (rated := _rated_elsewhere(head, kind)) is not None:
        notes.append(f"the ratings in {rated} are brought in by themselves, as ratings")
    if other := next((one for one in left_out if one.why == ANOTHER), None):
        notes.append(f"another table begins in row {other.row}: bring it in next, with its head in that row")
    hidden = sum(record.hidden for record in records)
    if hidden:
        notes.append(f"{plural(hidden, 'hidden row')} read too")
    return Understood(
        grid.name,
        head,
        tuple(records),
        tuple(left_out),
        tuple(sorted(problems, key=lambda one: one.row)),
        tuple(notes),
        {name: tuple(rows) for name, rows in names.items()},
    )


def _unrated(record: Record, head: Head, kind: Kind) -> bool:
    """Say whether a row of ratings gives none: neither a word nor a colour."""
    rating = next((one.name for one in kind.columns if one.means is Meaning.RATING and one.needed), None)
    return rating is not None and rating in head.columns and rating not in record.values


def _rated_elsewhere(head: Head, kind: Kind) -> str | None:
    """Return the column of a plan that holds its ratings, which are a kind of their own."""
    if kind.name != PLAN.name:
        return None
    called = next(column.called for column in RATINGS.columns if column.means is Meaning.RATING)
    taken = head.columns.values()
    return next(
        (head.named(at) for at, name in enumerate(head.names) if at not in taken and plain(name) in called), None
    )


def _record(row: Kept, grid: Grid, head: Head, kind: Kind, knows: Knows) -> tuple[Record, list[Problem]]:
    values: dict[str, Any] = {}
    notes: list[str] = []
    problems: list[Problem] = []
    ordered = sorted(kind.columns, key=lambda column: column.means in _DAYS)
    for column in ordered:
        at = head.columns.get(column.name)
        if at is None:
            continue
        cell = row.line.at(at)
        try:
            found = read(cell, column, knows, values, since_1904=grid.since_1904)
        except UnclearError as unclear:
            unknown = unclear.names if isinstance(unclear, UnknownNameError) else ()
            problems.append(Problem(row.line.number, head.named(at), unclear.said, unclear.do, unknown))
            continue
        if found.value not in (None, "", (), When()):
            values[column.name] = found.value
        if found.note:
            notes.append(f"{column.label}: {found.note}")
        if column.needed and _is_nothing(found.value) and column.means is not Meaning.RATING:
            problems.append(_empty(row, head.named(at), column))
    figures = {at: ("values", month) for at, month in head.periods.items()}
    figures |= {at: (f"{part}s", month) for at, (month, part) in head.counts.items()}
    for at, (part, month) in figures.items():
        try:
            figure = read_figure(row.line.at(at))
        except UnclearError as unclear:
            problems.append(Problem(row.line.number, head.named(at), unclear.said, unclear.do))
            continue
        if figure.value is not None:
            values.setdefault(part, {})[month] = figure.value
        if figure.note:
            notes.append(f"{head.named(at)}: {figure.note}")
    if kind.name == ACTIONS.name and row.section and "meeting" not in values:
        raised_at = meeting_named(one_line(row.section), knows.today)
        if raised_at is not None:
            values["meeting"] = raised_at
    plays = states.part_headed(row.section) if kind.name == PEOPLE.name else None
    if plays is not None:
        values.setdefault("part", plays)
    elif kind.section and row.section and kind.section not in values:
        values[kind.section] = one_line(row.section)
    told = [at for column in kind.columns if column.means is Meaning.FIGURE and (at := head.columns.get(column.name))]
    percent = any(row.line.at(at).text.rstrip().endswith("%") for at in (*told, *figures))
    return Record(row.line.number, values, tuple(notes), row.line.hidden, percent), problems


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or (hasattr(value, "leads") and not (value.leads or value.new))


def _empty(row: Kept, named: str, column: Column) -> Problem:
    if column.means in (Meaning.PEOPLE, Meaning.PERSON):
        return Problem(row.line.number, named, "Nobody is named.", "Write who leads; an action needs a lead.")
    return Problem(row.line.number, named, f"The {_within(column.label)} is missing.", "Write it, or take the row out.")


def _twice(records: Sequence[Record], kind: Kind, head: Head) -> list[Problem]:
    """Find references that stand twice; a sheet of numbers turns 1.10 into 1.1."""
    column = next((one for one in kind.columns if one.means is Meaning.REF or one.name == "initials"), None)
    if column is None or column.name not in head.columns:
        return []
    first: dict[str, int] = {}
    problems = []
    for record in records:
        ref = str(record.values.get(column.name, "")).casefold()
        if ref and ref in first:
            do = "Give each its own; or say that no column is the reference."
            if re.fullmatch(r"[0-9]+\.1", ref):
                do = f"A sheet shows 1.10 as 1.1 where the column holds numbers: write it as text ('{ref}0)."
            said = f"“{record.values[column.name]}” stands in row {first[ref]} too."
            problems.append(Problem(record.row, head.named(head.columns[column.name]), said, do))
        elif ref:
            first[ref] = record.row
    return problems


def _with_colour(grid: Grid, head: Head, kind: Kind) -> tuple[Head, list[str]]:
    """Take the column that is coloured red, amber and green for the rating where none is called so."""
    column = next((one for one in kind.columns if one.means is Meaning.RATING), None)
    if column is None:
        return head, []
    if column.name in head.columns:
        return head, _of_several(head, head.columns[column.name])
    counted: dict[int, set[str]] = {}
    for row in split(grid, head, kind):
        if isinstance(row, Kept):
            for at, cell in enumerate(row.line.cells):
                if colour := hue(cell.fill):
                    counted.setdefault(at, set()).add(colour)
    coloured = [at for at, colours in counted.items() if len(colours) > 1]
    if not coloured:
        return head, []
    free = [at for at in coloured if at not in head.columns.values()] or coloured
    columns = {**head.columns, column.name: free[0]}
    found = replace(head, columns=columns)
    return found, [f"the rating is the colour of {found.named(free[0])}"]


def _of_several(head: Head, taken: int) -> list[str]:
    """Say which rating is read where a sheet keeps those of several months."""
    others = [at for at, name in enumerate(head.names) if at != taken and re.search(r"\bb? ?rag\b", plain(name))]
    return [f"of several ratings the one in {head.named(taken)} is read"] if others else []


def _columns_missing(head: Head, kind: Kind, said: Choices) -> list[Problem]:
    """Name what the person matched by hand and is not there."""
    there = listed([name for name in head.names if name])
    problems = []
    for name, wanted in said.columns.items():
        if kind.column(name) is None:
            known = listed([column.name for column in kind.columns])
            problems.append(Problem(0, "", f"{_a(kind.one).capitalize()} has no “{name}”.", f"It has {known}."))
        elif name not in head.columns and wanted.casefold() != "none" and column_at(wanted, head.names) is None:
            problems.append(Problem(0, "", f"The sheet has no column “{shorten(wanted, 40)}”.", f"It has {there}."))
    return problems


def _needed(column: Column, head: Head) -> Problem:
    there = listed([name for name in head.names if name]) or "none"
    called = listed(column.called[:3], joined_by="or")
    return Problem(
        0,
        "",
        f"No column is the {_within(column.label)}.",
        f"Say which one is; or call it {called}. The sheet has: {shorten(there, 200)}.",
    )


def _no_head(grid: Grid, kind: Kind) -> Problem:
    needed = listed([_within(column.label) for column in kind.columns if column.needed])
    if not any(line.own for line in grid.lines):
        return Problem(0, "", f"“{grid.name}” is empty.", "Is it the right sheet?")
    return Problem(
        0,
        "",
        f"In “{grid.name}” no row names the columns of {_a(kind.one)}.",
        f"One row must name at least the {needed} and one more; or say which row it is and which column is what.",
    )


def _within(label: str) -> str:
    """Write a label within a sentence; an abbreviation stays one."""
    return label if label.isupper() else label.lower()


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
