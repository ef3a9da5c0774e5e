"""Undo and redo: many levels, across restarts, up to a barrier, never over newer work (DESIGN 7)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from boardtui.errors import BoardError
from boardtui.services import actions, agenda, letters, meetings, minutes, people, plan
from boardtui.services.desk import Desk
from boardtui.services.undo import redo, steps, undo
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.unit import Work
from tests.conftest import assert_sound
from tests.services import small as board
from tests.services.small import enter, nothing_changed, tables

Tables = dict[str, set[tuple[Any, ...]]]


def test_the_last_change_is_undone_and_made_again(small: Desk) -> None:
    before = small.read(tables)
    enter(small, "! DCS by 1 Mar: Do it")
    after = small.read(tables)
    assert small.do(undo).value == "Undo: Raise action 2/01"
    assert small.read(tables) == before
    assert small.do(redo).value == "Redo: Raise action 2/01"
    assert small.read(tables) == after
    assert small.do(undo).value == "Undo: Raise action 2/01"


def test_many_changes_are_undone_and_made_again_across_a_restart(small: Desk, open_desk: Callable[..., Desk]) -> None:
    kept = [small.read(tables)]
    for typed in ("present: ALL", "# 4", "A note", "> 1/01 close: Seen", "# defer to 3: late", "= Agreed"):
        enter(small, typed)
        kept.append(small.read(tables))
    for expected in reversed(kept[:-1]):
        desk = open_desk(small.path, now=datetime(2013, 2, 21, 14, 0))
        desk.do(undo)
        assert desk.read(tables) == expected
    for expected in kept[1:]:
        desk = open_desk(small.path, now=datetime(2013, 2, 21, 14, 0))
        desk.do(redo)
        assert desk.read(tables) == expected


def test_a_new_change_clears_what_could_be_made_again(small: Desk) -> None:
    enter(small, "One")
    small.do(undo)
    assert small.read(steps).redo is not None
    enter(small, "Two")
    assert small.read(steps).redo is None
    with nothing_changed(small), pytest.raises(BoardError, match="nothing to redo"):
        small.do(redo)


def test_undo_stops_at_a_sign_off(small: Desk) -> None:
    enter(small, "A note")
    small.do(undo)  # the note
    small.do(undo)  # the start of meeting 2
    assert small.read(lambda db: meeting(db, 2)).state == "planned"
    with nothing_changed(small), pytest.raises(BoardError, match="nothing to undo"):
        small.do(undo)
    assert small.read(lambda db: meeting(db, 1)).state == "signed off"


@pytest.mark.parametrize("barrier", ["issue", "sign minutes", "sign letter", "send letter"])
def test_what_was_issued_signed_or_sent_is_a_barrier(small: Desk, chair: Desk, barrier: str) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    number = small.do(lambda work: letters.start_letter(work)).value
    judge(small, number)
    if barrier == "send letter":
        chair.do(lambda work: letters.sign_letter(work, number, by="Chair"))
        enter(small, "Between")
    steps_: dict[str, Callable[[Work], object]] = {
        "issue": lambda work: agenda.issue_agenda(work, 3),
        "sign minutes": lambda work: meetings.sign_minutes(work, 2, by="Chair"),
        "sign letter": lambda work: letters.sign_letter(work, number, by="Chair"),
        "send letter": lambda work: letters.send_letter(work, number, to="The Minister, by e-mail"),
    }
    chair.do(steps_[barrier])
    assert small.read(steps).undo is None
    with nothing_changed(small), pytest.raises(BoardError, match="nothing to undo"):
        small.do(undo)


def judge(desk: Desk, number: int) -> None:
    from boardtui.store.reading.letters import letter

    block = next(one for one in desk.read(lambda db: letter(db, number)).blocks if one.key == "judgement")
    desk.do(lambda work: letters.edit_block(work, block.id, block.version, "The pace is too slow."))


def test_nothing_to_undo_or_redo_is_said(empty_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(empty_file)
    for change, sentence in ((undo, "nothing to undo"), (redo, "nothing to redo")):
        with pytest.raises(BoardError, match=sentence):
            desk.do(change)


def test_an_undone_row_gets_a_higher_version_so_that_a_stale_save_is_refused(small: Desk) -> None:
    made = enter(small, "A note")
    small.do(lambda work: minutes.edit_entry(work, made, 1, "Changed"))
    small.do(undo)
    (found,) = small.read(lambda db: entries(db, 2))
    assert (found.text, found.version) == ("A note", 3)
    with pytest.raises(BoardError, match="changed elsewhere"):
        small.do(lambda work: minutes.edit_entry(work, made, 2, "Mine"))


def test_the_journal_says_what_was_undone_by_whom(small: Desk) -> None:
    enter(small, "A note")
    small.do(undo)
    rows = small.read(
        lambda db: db.execute(
            "SELECT sentence, who, undoes FROM journal_entry ORDER BY sequence DESC LIMIT 2"
        ).fetchall()
    )
    (undone, made) = rows
    assert (undone[0], undone[1]) == ("Undo: Minute at meeting 2, item 1", "Test")
    assert undone[2] is not None
    assert made[2] is None


class Changing(RuleBasedStateMachine):
    """Random changes, undone and redone in any order, always leave the tables of that point of the history."""

    source: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "board.board"
        shutil.copyfile(self.source, path)
        self.desk = board.at(path, datetime(2013, 2, 21, 14, 0))
        self.history: list[Tables] = [self.desk.read(tables)]
        self.at = 0
        self.least = 0
        self.number = 0

    def change(self, do: Callable[[Work], object]) -> None:
        self.number += 1
        last = self.desk.read(lambda db: db.execute("SELECT max(sequence) FROM journal_entry").fetchone())
        try:
            self.desk.do(do)
        except BoardError:
            return
        now = self.desk.read(lambda db: db.execute("SELECT max(sequence) FROM journal_entry").fetchone())
        if now != last:
            del self.history[self.at + 1 :]
            self.history.append(self.desk.read(tables))
            self.at += 1

    @rule(typed=st.sampled_from([
        "A note", "= Agreed", "! DCS, POL by next meeting: Do it", "> 1/01 done: x", "> 1/02 by 1 May: x",
        "> 1/01 close: x", "> 1.2 R: x; path: y", "present: ALL", "apologies: POL", "arrived: POL", "in the chair: LM",
        "# 4", "# 9", "# + More (urgent: now)", "# defer to 3: late", "restricted: child", "open", "nonsense: !",
        "confirmed: as presented", "interest: POL item 7: x; leaves",
    ]))  # fmt: skip
    def types(self, typed: str) -> None:
        self.change(lambda work: minutes.enter(work, 2, typed))

    @rule(which=st.integers(0, 5))
    def removes(self, which: int) -> None:
        found = self.desk.read(lambda db: entries(db, 2))
        if found:
            chosen = found[which % len(found)]
            self.change(lambda work: minutes.remove_entry(work, chosen.id))

    @rule(which=st.integers(0, 5), typed=st.sampled_from(["Otherwise", "> 1/02 x", "= Instead", "! LEG by 1 May: x"]))
    def edits(self, which: int, typed: str) -> None:
        found = self.desk.read(lambda db: entries(db, 2))
        if found:
            chosen = found[which % len(found)]
            self.change(lambda work: minutes.edit_entry(work, chosen.id, chosen.version, typed))

    @rule(day=st.dates(date(2013, 3, 1), date(2013, 4, 30)))
    def moves_a_meeting(self, day: date) -> None:
        self.change(lambda work: meetings.move_meeting(work, 3, day, "x"))

    @rule()
    def adds_records(self) -> None:
        n = self.number
        self.change(lambda work: people.add_person(work, initials=f"X{n}", name=f"Office {n}"))
        self.change(lambda work: plan.add_line(work, ref=f"9.{n}", theme="T", title="T", lead="DCS"))
        self.change(lambda work: actions.raise_action(work, 2, "x", ["POL"], due=date(2013, 5, 1), lines=["1.1"]))

    @precondition(lambda self: self.at > self.least)
    @rule()
    def undoes(self) -> None:
        self.desk.do(undo)
        self.at -= 1

    @precondition(lambda self: self.at < len(self.history) - 1)
    @rule()
    def redoes(self) -> None:
        self.desk.do(redo)
        self.at += 1

    @rule()
    def restarts(self) -> None:
        self.desk.close()
        self.desk = board.at(self.desk.path, datetime(2013, 2, 21, 14, 0))

    @invariant()
    def the_tables_are_those_of_this_point_of_the_history(self) -> None:
        assert self.desk.read(tables) == self.history[self.at]

    def teardown(self) -> None:
        while self.at > self.least:
            self.undoes()
            self.the_tables_are_those_of_this_point_of_the_history()
        while self.at < len(self.history) - 1:
            self.redoes()
        self.the_tables_are_those_of_this_point_of_the_history()
        self.desk.close()
        assert_sound(self.desk.path)
        shutil.rmtree(self.folder)


def test_random_changes_are_all_undone_and_all_made_again(built_small: Path) -> None:
    Changing.source = built_small
    run_state_machine_as_test(
        Changing,
        settings=settings(
            max_examples=6,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )
