"""Handing the Board over: one side has the pen, the other reads; what comes back continues the same journal."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.errors import BoardError, LockedError
from boardtui.services import actions, adopting, handover
from boardtui.services.desk import Desk
from boardtui.services.undo import steps
from tests.services.apart import handed, parted, sound, whole
from tests.services.small import enter


def test_the_pen_goes_with_the_copy(small: Desk, tmp_path: Path) -> None:
    both = handed(small, tmp_path)
    assert stat.S_IMODE(both.theirs.path.stat().st_mode) == 0o600
    assert both.theirs.pen().here
    assert small.pen().holder == "the Chair, Ann Smith"
    assert small.pen().since == date(2013, 2, 21)
    assert whole(small.path) == whole(both.theirs.path)
    sound(small)


def test_who_lacks_the_pen_reads_only_and_is_told_who_has_it(small: Desk, tmp_path: Path) -> None:
    handed(small, tmp_path)
    before = whole(small.path)
    with pytest.raises(LockedError, match="The pen is with the Chair, Ann Smith since 21 Feb 2013") as refused:
        enter(small, "A note")
    assert "handover FILE --take-back" in refused.value.hint
    assert whole(small.path) == before
    small.keep_draft("live:2", "half a sen", 10).result()
    assert [draft.text for draft in small.drafts("live:")] == ["half a sen"]


def test_drafts_stay_on_this_machine(small: Desk, tmp_path: Path) -> None:
    small.keep_draft("live:2", "half a sen", 10).result()
    assert handed(small, tmp_path).theirs.drafts("") == []
    assert b"half a sen" not in (tmp_path / "for-chair.board").read_bytes()


def test_a_file_that_is_there_is_never_overwritten(small: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken.board"
    taken.write_text("mine")
    before = whole(small.path)
    with pytest.raises(BoardError, match="already a file"):
        handover.hand_over(small, Role.CHAIR, out=taken)
    assert (taken.read_text(), whole(small.path), small.pen().here) == ("mine", before, True)


def test_where_the_copy_cannot_be_made_the_pen_stays(small: Desk, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(BoardError):
        handover.hand_over(small, Role.CHAIR, out=tmp_path / "a file" / "copy.board")
    assert small.pen().here
    enter(small, "We go on")
    sound(small)


def test_undo_does_not_reach_past_a_hand_over(small: Desk, tmp_path: Path) -> None:
    enter(small, "A note")
    assert handed(small, tmp_path).theirs.read(steps).undo is None


def test_the_pen_is_taken_back_by_an_explicit_step_only(small: Desk, tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="The pen is here already"):
        small.do(handover.take_back, penless=True)
    handed(small, tmp_path)
    assert small.do(handover.take_back, penless=True).value == "the Chair, Ann Smith"
    enter(small, "We go on")
    sound(small)


def test_a_copy_that_continues_ours_is_brought_over_to_the_last_hash(small: Desk, tmp_path: Path) -> None:
    both = handed(small, tmp_path)
    enter(both.theirs, "! DCS by 1 Mar: Do it")
    enter(both.theirs, "> 1/01 close: Seen")
    both.theirs.do(lambda work: actions.withdraw(work, "2/01", "Not needed"))
    assert both.compare().way == "forward"
    done = both.adopt()
    assert (done.way, done.changes) == ("forward", 3)
    assert whole(small.path) == whole(both.theirs.path)
    assert small.pen().here
    enter(small, "We go on")
    sound(small)


def test_a_copy_in_which_nothing_was_done_brings_the_pen_back(small: Desk, tmp_path: Path) -> None:
    both = handed(small, tmp_path)
    assert both.adopt().way == "same"
    assert small.pen().here


def test_a_copy_handed_back_and_handed_on_again_keeps_one_journal(small: Desk, tmp_path: Path) -> None:
    both = handed(small, tmp_path)
    enter(both.theirs, "From the Chair")
    back = handover.hand_over(both.theirs, Role.ADMINISTRATOR, out=tmp_path / "back.board")
    assert not both.theirs.pen().here
    with adopting.returned(small, back.copy) as copy:
        adopting.adopt(small, copy)
    assert whole(small.path) == whole(back.copy)
    again = handover.hand_over(small, Role.CHAIR)
    assert again.copy.name == "small-to-chair-2013-02-21.board"
    ended = small.read(lambda db: db.execute("SELECT ended_how FROM handover ORDER BY number").fetchall())
    assert ended == [("handed on to the administrator",), ("handed on to the Chair",), ("",)]


def test_stopping_while_the_entries_are_brought_over_leaves_ours_as_it_was(small: Desk, tmp_path: Path) -> None:
    both = handed(small, tmp_path)
    for text in ("One", "Two"):
        enter(both.theirs, text)
    before = small.path.read_bytes()

    def stop(what: str, done: int, _of: int) -> None:
        if (what, done) == ("Bringing the entries over", 1):
            raise BoardError("Stopped.")

    with adopting.returned(small, both.theirs.path) as copy, pytest.raises(BoardError, match="Stopped"):
        adopting.adopt(small, copy, told=stop)
    assert small.path.read_bytes() == before


def test_work_under_way_elsewhere_refuses_the_hand_over(
    small: Desk, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    other = open_desk(small.path)

    def meanwhile(what: str, _done: int, _of: int) -> None:
        if what == "Checking the copy":
            enter(other, "Typed meanwhile")

    with pytest.raises(BoardError, match="changed the Board while it was copied"):
        handover.hand_over(small, Role.CHAIR, out=tmp_path / "copy.board", told=meanwhile)
    assert small.pen().here
    assert not (tmp_path / "copy.board").exists()
    assert list(tmp_path.glob(".*")) == []
    sound(small)


def test_a_copy_without_news_brings_nothing_after_we_worked_on(small: Desk, tmp_path: Path) -> None:
    both = parted(small, tmp_path)
    enter(small, "We went on")
    before = whole(small.path)
    assert both.adopt().way == "same"
    assert whole(small.path) == before
