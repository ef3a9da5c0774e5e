"""`kill -9` in the middle of a save, an import, an export, a hand-over: all of it is there, or none."""

from __future__ import annotations

import hashlib
from contextlib import closing
from functools import partial
from pathlib import Path

from docx import Document

from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import handover, notes
from boardtui.services.export import export
from tests.faults import boards
from tests.faults.forks import Tell, killed, left_behind
from tests.faults.tally import Ground, Tally

NOTES = "\n".join(["present: IC, LM, DCS", "# 1", *map(boards.line, range(60))])
"""A meeting's notes that take a while to load."""


def save(ground: Ground, tries: int) -> Tally:
    """Kill while entries are saved one after another."""
    tally = Tally("kill -9 during save")
    for _ in range(tries):
        path = ground.copy(ground.small)
        told = killed(partial(boards.minute_on, path), ground.chance.randint(1, 8), ground.chance.uniform(0, 0.02))
        gone, wrong = boards.missing(path, told)
        try:
            with closing(boards.desk(path)) as opened:
                boards.minute(opened, 999)
        except BoardError as problem:
            wrong.append(f"it cannot be written to afterwards: {problem}")
        tally.count(*wrong, lost=gone)
    return tally


def load(ground: Ground, tries: int) -> Tally:
    """Kill while a file of notes is loaded: every line is there, or none."""
    tally = Tally("kill -9 during import")
    for _ in range(tries):
        path = ground.copy(ground.small)
        told = killed(partial(_load, path), 1, ground.chance.uniform(0, 0.4))
        found, wrong = boards.minuted(path), boards.unsound(path)
        if len(found) not in (0, 60):
            wrong.append(f"{len(found)} of 60 lines are there")
        tally.count(*wrong, lost="loaded" in told and len(found) != 60)
    return tally


def papers(ground: Ground, tries: int) -> Tally:
    """Kill while minutes are exported over older ones: the file is the old one, or the new one, whole."""
    tally = Tally("kill -9 during export")
    for _ in range(tries):
        path = ground.copy(ground.small)
        told = killed(partial(_export, path), ground.chance.randint(1, 2), ground.chance.uniform(0, 0.25))
        wrong = [*boards.unsound(path), *_broken(path.parent / "papers", told)]
        tally.count(*wrong)
    return tally


def copies(ground: Ground, tries: int) -> Tally:
    """Kill while a copy is handed over: the copy is whole or absent, and the Board is sound."""
    tally = Tally("kill -9 during hand-over")
    for _ in range(tries):
        path = ground.copy(ground.small)
        killed(partial(_hand_over, path), 1, ground.chance.uniform(0, 0.12))
        wrong = boards.unsound(path)
        for copy in (path.parent / "out").glob("*.board"):
            if not copy.name.startswith("."):
                wrong += [f"the copy: {said}" for said in boards.unsound(copy)]
        tally.count(*wrong)
    return tally


def _load(path: Path, tell: Tell) -> None:
    with closing(boards.desk(path)) as opened:
        tell("begins")
        opened.do(lambda work: notes.load_notes(work, boards.IN_SESSION, NOTES))
    tell("loaded")


def _export(path: Path, tell: Tell) -> None:
    with closing(boards.desk(path)) as opened:
        for number in range(1_000):
            boards.minute(opened, number)
            made = export(opened, "minutes", path.parent / "papers", number=boards.IN_SESSION)
            tell(f"{hashlib.sha256(made.read_bytes()).hexdigest()} {made.name}")


def _hand_over(path: Path, tell: Tell) -> None:
    (path.parent / "out").mkdir()
    with closing(boards.desk(path)) as opened:
        tell("begins")
        handover.hand_over(opened, Role.CHAIR, out=path.parent / "out" / "chair.board")
    tell("handed over")


def _broken(folder: Path, told: list[str]) -> list[str]:
    """Say what is wrong with the exports: the last acknowledged one is there, or a later one that opens whole."""
    if not told:
        return ["nothing was exported"]
    problems: list[str] = []
    digest, name = told[-1].split(" ", 1)
    there = folder / name
    if hashlib.sha256(there.read_bytes()).hexdigest() != digest:
        Document(str(there))  # raises if it is not whole
    if others := [one for one in left_behind(folder, name) if not one.startswith(".boardtui-")]:
        problems.append(f"other files lie there: {others}")
    return problems
