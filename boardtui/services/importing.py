"""Bringing in a council's own sheets: tried first, with every problem named; then all of it or nothing (DESIGN 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from boardtui.domain.sheets.grid import Grid
from boardtui.domain.sheets.heads import find_head
from boardtui.domain.sheets.kinds import KINDS, Kind
from boardtui.domain.sheets.meanings import Knows
from boardtui.domain.sheets.outcome import Asked, Brought, Doing, Found
from boardtui.domain.sheets.people import NEW, Directory, folded
from boardtui.domain.sheets.records import Problem, Record, Understood
from boardtui.domain.sheets.understanding import Choices, understand
from boardtui.domain.text import listed, plural, shorten
from boardtui.errors import BoardError
from boardtui.services.bringing.outcome import Setting
from boardtui.services.bringing.people import add_office
from boardtui.services.desk import Desk
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work

__all__ = ["Asked", "Found", "bring_in", "brought", "preview", "read", "recalled", "refusal", "remember", "sheet_of"]

Told = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; raises BoardError to stop."""

_SHOWN = 30
_A_PERSONS = 2
"""Letters that a person's initials have."""

_OFTEN = 10
"""Records between two words of progress."""


class _TriedError(Exception):
    """Carries out what a trial came to; raising it takes the trial back."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found


def read(path: Path, told: Told = lambda _what, _done, _of: None) -> tuple[Grid, ...]:
    """Return the sheets of a file; raises BoardError, in one sentence, for one that cannot be read."""
    from boardtui.documents.sheets.opening import read as opened

    return opened(path, told)


def sheet_of(grids: Sequence[Grid], kind: Kind, wanted: str | None, choices: Choices | None = None) -> Grid:
    """Return the sheet that is named, or by its number; without a name the one that looks most like this kind."""
    if wanted is not None:
        by_name = next((grid for grid in grids if grid.name.casefold() == wanted.strip().casefold()), None)
        if by_name is None and wanted.strip().isdecimal() and 0 < int(wanted) <= len(grids):
            by_name = grids[int(wanted) - 1]
        if by_name is None:
            names = listed([f"“{shorten(grid.name, _SHOWN)}”" for grid in grids])
            raise BoardError(
                f"There is no sheet “{shorten(wanted, _SHOWN)}”.", "Nothing was brought in.", f"There is: {names}."
            )
        return by_name
    said = choices or Choices()

    def worth(grid: Grid) -> tuple[bool, int, int, int]:
        head = find_head(grid, kind, said.columns, said.row)
        matched = len(head.columns) if head else 0
        needed = sum(column.needed and head is not None and column.name in head.columns for column in kind.columns)
        return (not grid.hidden, needed, matched, len(grid.lines))

    return max(grids, key=worth)


def preview(desk: Desk, grids: Sequence[Grid], asked: Asked, told: Told = lambda _what, _done, _of: None) -> Found:
    """Try a sheet out on the Board and take it all back: what it would do, and every problem."""
    return _done(desk, grids, asked, told, keep=False)


def brought(desk: Desk, grids: Sequence[Grid], asked: Asked, told: Told = lambda _what, _done, _of: None) -> Found:
    """Bring a sheet in, in one change; with any problem nothing is brought in, and what it came to says which."""
    return _done(desk, grids, asked, told, keep=True)


def recalled(desk: Desk, grids: Sequence[Grid], asked: Asked) -> Asked:
    """Return what is asked with the columns as they were matched by hand for such a head before."""
    from boardtui.services.bringing import matches

    return matches.recalled(desk, grids, asked)


def remember(desk: Desk, grids: Sequence[Grid], asked: Asked, found: Found) -> None:
    """Keep how the columns were matched by hand, for the next sheet with such a head."""
    from boardtui.services.bringing import matches

    matches.remember(desk, grids, asked, found)


def _done(desk: Desk, grids: Sequence[Grid], asked: Asked, told: Told, *, keep: bool) -> Found:
    def try_out(work: Work) -> Found:
        found = _bring(work, grids, asked, told)
        if found.problems or not keep:
            raise _TriedError(found)
        return found

    try:
        return desk.do(try_out).value
    except _TriedError as tried:
        return tried.found


def bring_in(work: Work, grids: Sequence[Grid], asked: Asked, told: Told = lambda _what, _done, _of: None) -> Found:
    """Bring a sheet in, in one change; with any problem nothing is brought in and all of them are named."""
    found = _bring(work, grids, asked, told)
    if found.problems:
        raise refusal(found, asked)
    return found


def refusal(found: Found, asked: Asked) -> BoardError:
    """Say every problem of a sheet, each with its row and column."""
    return BoardError(
        f"“{found.understood.sheet}” in {asked.file} was not brought in: {plural(len(found.problems), 'problem')}.",
        "Nothing was changed.\n" + "\n".join(str(problem) for problem in found.problems) + "\n",
        "Mend the sheet, or say by hand what is meant, and bring it in again.",
    )


def _bring(work: Work, grids: Sequence[Grid], asked: Asked, told: Told) -> Found:
    kind = KINDS[asked.kind]
    work.say(f"Bring in {kind.name} from {asked.file}")
    grid = sheet_of(grids, kind, asked.sheet, asked.choices)
    told(f"Understanding “{shorten(grid.name, _SHOWN)}”", 0, 1)
    meeting = _meeting(work, asked)
    meant, made = _new_people(work, grid, kind, asked)
    understood = understand(grid, kind, _knows(work, meant, meeting), asked.choices)
    if asked.sheet is None and (others := _alike(grids, grid, kind, understood)):
        said = f"{listed(others)} {'has' if len(others) == 1 else 'have'} the same columns: choose each in turn"
        understood = replace(understood, notes=(*understood.notes, said))
    problems = list(understood.problems)
    rows: list[Brought] = []
    if understood.head is not None and not any(problem.row == 0 for problem in problems):
        percents = any(record.percent for record in understood.records)
        setting = Setting(asked.file, understood.head, meeting, asked.agreed, asked.reason, asked.path, made, percents)
        rows, refused = _each(work, kind, understood, setting, told)
        problems = sorted([*problems, *refused], key=lambda one: one.row)
    counts = Counter(row.doing for row in rows)
    if not problems:
        work.sentence = (
            f"Bring in {kind.name} from {asked.file}: {counts[Doing.NEW]} new, {counts[Doing.CHANGED]} changed"
        )
    return Found(understood, tuple(rows), tuple(problems), meeting, tuple(dict.fromkeys(made.values())))


def _alike(grids: Sequence[Grid], grid: Grid, kind: Kind, understood: Understood) -> list[str]:
    """Return the other sheets of a file that hold the same columns, such as one for each priority of a plan."""
    if understood.head is None:
        return []
    names = set(filter(None, understood.head.names))
    heads = [(one.name, find_head(one, kind)) for one in grids if one is not grid and not one.hidden]
    return [f"“{shorten(name, _SHOWN)}”" for name, head in heads if head and set(filter(None, head.names)) == names]


def _each(
    work: Work, kind: Kind, understood: Understood, setting: Setting, told: Told
) -> tuple[list[Brought], list[Problem]]:
    """Bring in every record that has no problem yet; what a service refuses is a problem of its row."""
    bring: Callable[[Work, Record, Setting], Brought] = import_module(f"boardtui.services.bringing.{kind.name}").bring
    wrong = {problem.row for problem in understood.problems}
    rows: list[Brought] = []
    problems: list[Problem] = []
    for number, record in enumerate(_in_order(understood.records, kind)):
        if number % _OFTEN == 0:
            told(f"{plural(number, kind.one)} of {len(understood.records)}", number, len(understood.records))
        if record.row not in wrong:
            try:
                with work.attempt():
                    rows.append(bring(work, record, setting))
                continue
            except BoardError as problem:
                problems.append(Problem(record.row, "", problem.title, _what_to_do(problem)))
        text = str(record.values.get(kind.text, ""))
        rows.append(Brought(record.row, str(record.values.get("ref", "")), Doing.PROBLEM, text, (), record.notes))
    return sorted(rows, key=lambda row: row.row), problems


def _in_order(records: Sequence[Record], kind: Kind) -> list[Record]:
    """Take people who deputise after those they deputise for; everything else as it stands."""
    return (
        sorted(records, key=lambda record: bool(record.values.get("deputy_of")))
        if kind.name == "people"
        else [*records]
    )


def _what_to_do(problem: BoardError) -> str:
    """Return what a refusal says to do, without what it says of nothing being saved: that is said once for all."""
    said = problem.message if not problem.message.startswith("Nothing was") else ""
    return " ".join(filter(None, (said, problem.hint)))


def _meeting(work: Work, asked: Asked) -> int | None:
    from boardtui.services.bringing.actions import default_meeting

    return asked.meeting if asked.meeting is not None else default_meeting(work)


def _new_people(work: Work, grid: Grid, kind: Kind, asked: Asked) -> tuple[dict[str, str], dict[str, str]]:
    """Add an office for everybody who is to be added; return who is meant by which name, and the initials made."""
    meant = dict(asked.meant)
    if asked.add_people and kind.name != "people":
        names = understand(grid, kind, _knows(work, meant, None), asked.choices).names
        told = {folded(name) for name in meant}
        meant |= {name: NEW for name in names if folded(name) not in told}
    made = _offices(work, [name for name, initials in meant.items() if initials == NEW])
    return {**meant, **made}, made


def _offices(work: Work, names: Sequence[str]) -> dict[str, str]:
    """Add an office for each name, the same name in another spelling once, and return the initials.

    Letters that are those of a title among the names mean that title; two letters may be a person's, and do not.
    """
    made: dict[str, str] = {}
    by_folded: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        short = name.strip().casefold()
        titled = next((one for one in by_folded.values() if one.casefold() == short and len(short) > _A_PERSONS), None)
        made[name] = by_folded.get(folded(name)) or titled or add_office(work, name)
        by_folded[folded(name)] = made[name]
    return made


def _knows(work: Work, meant: Mapping[str, str], meeting: int | None) -> Knows:
    db = work.db
    return Knows(Directory(people(db), meant), scheme(db), work.today, _after(db, work.today, meeting))


def _after(db: Database, today: date, meeting: int | None) -> Callable[[Mapping[str, Any]], date]:
    """Return which day a date without a year comes after: the row's own start, else its meeting's, else the Board's."""
    held: dict[int, date] = {
        number: date.fromisoformat(day) for number, day in db.execute("SELECT number, held_on FROM meeting").fetchall()
    }
    usual = min(held.get(meeting, today), today) if meeting is not None else board(db).commenced or today

    def after(values: Mapping[str, Any]) -> date:
        for name in ("raised", "starts", "meeting"):
            if isinstance(values.get(name), date):
                return values[name]  # type: ignore[no-any-return]  # values are of many kinds; this one is a day
        return usual

    return after
