"""Undo and redo: many levels, across restarts, up to a barrier, never over newer work (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing as closing_desk
from datetime import date, datetime
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.errors import AskFirstError, BoardError, LockedError, StaleError
from boardtui.services import actions, agenda, closing, letters, meetings, minutes
from boardtui.services.desk import Desk
from boardtui.services.undo import redo, redo_to, steps, undo, undo_to
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.unit import Work
from tests.services.small import enter, nothing_changed, tables


def test_the_last_change_is_undone_and_made_again(small: Desk) -> None:
    before = small.read(tables)
    enter(small, "! DCS by 1 Mar: Do it")
    after = small.read(tables)
    assert small.do(undo).value == "Undo: raise action 2/01"
    assert small.read(tables) == before
    assert small.do(redo).value == "Redo: raise action 2/01"
    assert small.read(tables) == after
    assert small.do(undo).value == "Undo: raise action 2/01"


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
    with nothing_changed(small), pytest.raises(LockedError) as refused:
        small.do(undo)
    assert str(refused.value) == (
        "The minutes of meeting 1 were signed off on 10 Jan 2013. What was signed cannot be undone, only amended. "
        "Amend it, saying why; what was signed stays readable."
    )
    assert small.read(lambda db: meeting(db, 1)).state == "signed off"


@pytest.mark.parametrize(
    ("barrier", "said"),
    [
        ("issue", "The agenda of meeting 3 was issued on 21 Feb 2013. What was issued cannot be undone."),
        ("sign minutes", "The minutes of meeting 2 were signed off on 21 Feb 2013. What was signed cannot be undone,"),
        ("sign letter", "Letter 1 was signed on 21 Feb 2013. What was signed cannot be undone, only amended."),
        ("send letter", "Letter 1 was sent on 21 Feb 2013. What was sent cannot be undone."),
    ],
)
def test_what_was_issued_signed_or_sent_is_a_barrier(small: Desk, chair: Desk, barrier: str, said: str) -> None:
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
    with nothing_changed(small), pytest.raises(LockedError) as refused:
        small.do(undo)
    assert str(refused.value).startswith(said)


def test_closing_a_meeting_that_confirmed_minutes_seals_them_and_is_a_barrier(small: Desk) -> None:
    enter(small, "confirmed: as presented")
    small.do(lambda work: meetings.close_meeting(work, 2))
    with (
        nothing_changed(small),
        pytest.raises(LockedError, match="Meeting 2 was closed, and the minutes that it confirm"),
    ):
        small.do(undo)


def test_several_changes_are_taken_back_at_once_and_made_again_at_once(small: Desk) -> None:
    kept = [small.read(tables)]
    for typed in ("One", "Two", "Three"):
        enter(small, typed)
        kept.append(small.read(tables))
    first = small.read(steps).done[2]
    assert small.do(lambda work: undo_to(work, first.entry)).value == ["Undo: minute at meeting 2, item 1"] * 3
    assert small.read(tables) == kept[0]
    second = small.read(steps).undone[1]
    small.do(lambda work: redo_to(work, second.entry))
    assert small.read(tables) == kept[2]
    assert len(small.read(steps).undone) == 1


def test_several_steps_are_one_transaction_of_which_each_is_an_entry(small: Desk) -> None:
    for typed in ("One", "Two"):
        enter(small, typed)
    before = small.read(lambda db: db.execute("SELECT max(sequence) FROM journal_entry").fetchone()[0])
    step = small.read(steps).done[1]
    small.do(lambda work: undo_to(work, step.entry))
    rows = small.read(
        lambda db: db.execute("SELECT undoes FROM journal_entry WHERE sequence > ?", (before,)).fetchall()
    )
    assert rows == [(before,), (before - 1,)]


def test_what_another_process_changed_since_is_said_and_not_undone(small: Desk, chair: Desk) -> None:
    enter(small, "Mine")
    seen = small.read(steps).undo
    assert seen is not None
    chair.do(lambda work: actions.raise_action(work, 2, "Theirs", ["DCS"], due=date(2013, 5, 1)))
    with nothing_changed(small), pytest.raises(StaleError) as refused:
        small.do(lambda work: undo(work, seen.entry))
    assert str(refused.value).startswith("Something else was changed since: “Raise action 2/01”, by Test.")
    with nothing_changed(small), pytest.raises(StaleError, match="Something else was changed since you looked"):
        small.do(lambda work: undo_to(work, 3))


def test_what_somebody_else_did_is_asked_first_even_where_it_closed_the_board(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    small.do(lambda work: closing.close_board(work, small.today, "The work is done"))
    with closing_desk(Desk(small.path, who="Other", role=Role.CHAIR, clock=lambda: small.now)) as other:
        with nothing_changed(small), pytest.raises(AskFirstError, match="Undo: close the Board") as asked:
            other.do(lambda work: undo(work, own_only=True))
        other.do(lambda work: undo(work, asked.value.entry))
    assert small.do(lambda work: redo(work)).value == "Redo: close the Board"


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
    assert (undone[0], undone[1]) == ("Undo: minute at meeting 2, item 1", "Test")
    assert undone[2] is not None
    assert made[2] is None
