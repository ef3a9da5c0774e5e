"""Every kind of change, undone and made again in any order (DESIGN 7): the judge of undo, redo, recover and as-at.

`UNDO_EXAMPLES` and `UNDO_STEPS` in the environment make the random part longer.
"""

from __future__ import annotations

import inspect
import os
import pkgutil
import shutil
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

import boardtui.services
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.services.undo import redo, redo_to, steps, undo, undo_to
from boardtui.store.reading.as_at import AsAtReader
from boardtui.store.reading.reader import Database, Reader
from boardtui.store.unit import Work
from tests.services import small
from tests.services.small import tables
from tests.soundness import assert_sound
from tests.store import full_board
from tests.store.changes import BARRIERS, CHANGES, FIRST, PARTS, make

Tables = dict[str, set[tuple[Any, ...]]]
SEEDS = range(40)


@pytest.fixture(scope="module")
def built_full(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Return the Board that has some of everything; copy it before changing it."""
    return made_once("full", full_board.build)


@pytest.fixture
def full(built_full: Path, tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the administrator's desk over a copy of it, during meeting 3."""
    path = tmp_path / "full.board"
    shutil.copyfile(built_full, path)
    return open_desk(path, role=Role.ADMINISTRATOR, now=full_board.LATER)


def test_every_service_that_changes_the_board_is_among_the_changes_or_said_to_be_part_of_one() -> None:
    known = {*CHANGES, *PARTS}
    missing = [name for name in _services() if name not in known and name.partition(".")[0] not in known]
    assert missing == [], "enter these in tests/store/changes.py: CHANGES, or PARTS with the reason"


def _services() -> list[str]:
    """Return every public service that takes a unit of work first."""
    found = []
    for module in pkgutil.iter_modules(boardtui.services.__path__):
        loaded = import_module(f"boardtui.services.{module.name}")
        for name, service in inspect.getmembers(loaded, inspect.isfunction):
            own = service.__module__ == loaded.__name__ and not name.startswith("_")
            if own and next(iter(inspect.signature(service).parameters), "") == "work":
                found.append(f"{module.name}.{name}")
    return found


def last(db: Database) -> tuple[int, int]:
    """Return the number of the last entry, and whether it is a barrier."""
    sequence, barrier = db.execute("SELECT max(sequence), barrier FROM journal_entry").fetchone()
    return sequence, barrier


def made(desk: Desk, name: str) -> bool:
    """Make the first change of a kind that this Board allows; say whether there was one."""
    before = desk.read(last)
    for seed in SEEDS:
        try:
            desk.do(make(name, seed))
        except (BoardError, LookupError):
            continue
        if desk.read(last) != before:
            return True
    return False


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_change_is_undone_and_made_again_or_is_a_barrier(full: Desk, name: str) -> None:
    for first in FIRST.get(name, ()):
        assert made(full, first)
    before = full.read(tables)
    assert made(full, name)
    after = full.read(tables)
    assert after != before
    if full.read(last)[1]:
        assert name in BARRIERS
        with pytest.raises(BoardError, match=r"2013.*cannot be undone"):
            full.do(undo)
        return
    sentence = full.read(steps).undo
    assert sentence is not None
    assert full.do(undo).sentence.casefold() == f"undo: {sentence.sentence}".casefold()
    assert full.read(tables) == before
    full.do(redo)
    assert full.read(tables) == after


class Changing(RuleBasedStateMachine):
    """Random changes, undone, made again and recovered in any order, leave what stood at that point of the history."""

    source: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.source.parent))
        self.path = self.folder / "board.board"
        shutil.copyfile(self.source, self.path)
        self.desk = small.at(self.path, full_board.LATER, Role.ADMINISTRATOR)
        self.history: list[Tables] = [self.desk.read(tables)]
        self.at = self.least = 0
        self.kept: dict[int, Path] = {}
        if self.desk.read(steps).undo is not None:  # begin where nothing can be undone
            self.least = -len(self.desk.read(steps).done)

    @rule(name=st.sampled_from(sorted(CHANGES)), seed=st.integers(0, 999))
    def changes(self, name: str, seed: int) -> None:
        self._change(make(name, seed))

    @rule(seed=st.integers(0, 999))
    def minutes_a_line(self, seed: int) -> None:
        self._change(make("minutes.enter", seed))

    @rule(name=st.sampled_from(sorted(name for name in CHANGES if ".remove_" in name)), seed=st.integers(0, 99))
    def removes(self, name: str, seed: int) -> None:
        self._change(make(name, seed))

    @rule(seed=st.integers(0, 99))
    def recovers(self, seed: int) -> None:
        self._change(make("recover.recover", seed))

    def _change(self, change: Callable[[Work], object]) -> None:
        before = self.desk.read(last)
        try:
            self.desk.do(change)
        except (BoardError, LookupError):
            assert self.desk.read(last) == before
            return
        sequence, barrier = self.desk.read(last)
        if sequence == before[0]:
            return
        del self.history[self.at + 1 :]
        self.history.append(self.desk.read(tables))
        self.at += 1
        if barrier:
            self.least = self.at

    @precondition(lambda self: self.at > max(self.least, 0))
    @rule()
    def undoes(self) -> None:
        self.desk.do(undo)
        self.at -= 1

    @precondition(lambda self: self.at < len(self.history) - 1)
    @rule()
    def makes_again(self) -> None:
        self.desk.do(redo)
        self.at += 1

    @precondition(lambda self: self.at > max(self.least, 0) + 1)
    @rule(many=st.integers(2, 9))
    def goes_back_several_steps(self, many: int) -> None:
        many = min(many, self.at - max(self.least, 0))
        step = self.desk.read(steps).done[many - 1]
        assert len(self.desk.do(lambda work: undo_to(work, step.entry)).value) == many
        self.at -= many

    @precondition(lambda self: self.at < len(self.history) - 2)
    @rule(many=st.integers(2, 9))
    def goes_forward_several_steps(self, many: int) -> None:
        many = min(many, len(self.history) - 1 - self.at)
        step = self.desk.read(steps).undone[many - 1]
        assert len(self.desk.do(lambda work: redo_to(work, step.entry)).value) == many
        self.at += many

    @precondition(lambda self: self.at == self.least > 0)
    @rule()
    def is_refused_past_a_barrier(self) -> None:
        with pytest.raises(BoardError, match=r"cannot be undone"):
            self.desk.do(undo)

    @rule()
    def restarts(self) -> None:
        self.desk.close()
        self.desk = small.at(self.path, full_board.LATER, Role.ADMINISTRATOR)

    @precondition(lambda self: len(self.kept) < 3)
    @rule()
    def keeps_a_copy(self) -> None:
        sequence, _ = self.desk.read(last)
        self.kept[sequence] = self.folder / f"{sequence}.board"
        shutil.copyfile(self.path, self.kept[sequence])

    @invariant()
    def the_tables_are_those_of_this_point_of_the_history(self) -> None:
        found, broken = self.desk.read(lambda db: (tables(db), db.execute("PRAGMA foreign_key_check").fetchall()))
        assert found == self.history[self.at]
        assert broken == []

    @rule()
    def the_chain_holds_and_replays_to_the_tables(self) -> None:
        assert_sound(self.path)

    def teardown(self) -> None:
        """Undo all the way, make all of it again; what was broken at any step, the journal still shows at the end."""
        while self.at > max(self.least, 0):
            self.undoes()
            self.the_tables_are_those_of_this_point_of_the_history()
        self.the_chain_holds_and_replays_to_the_tables()
        while self.at < len(self.history) - 1:
            self.makes_again()
            self.the_tables_are_those_of_this_point_of_the_history()
        self.desk.close()
        self.the_chain_holds_and_replays_to_the_tables()
        for sequence, copy in self.kept.items():
            _is_the_copy_kept_then(self.path, sequence, copy)
        shutil.rmtree(self.folder)


def _is_the_copy_kept_then(path: Path, sequence: int, copy: Path) -> None:
    """Fail unless the Board as at an entry reads as the file did that was kept then, versions and all."""
    then = AsAtReader(path, sequence)
    for query in (_whole, small.seen):
        assert then.read(query) == Reader(copy).read(query)
    then.close()


def _whole(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall()) for name in tables(db)}


def test_random_changes_are_all_undone_and_all_made_again(built_full: Path) -> None:
    Changing.source = built_full
    run_state_machine_as_test(
        Changing,
        settings=settings(
            max_examples=int(os.environ.get("UNDO_EXAMPLES", "15")),
            stateful_step_count=int(os.environ.get("UNDO_STEPS", "25")),
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize="UNDO_EXAMPLES" not in os.environ,
            database=None,
        ),
    )
