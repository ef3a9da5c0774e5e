"""A closed Board is read everywhere and written nowhere (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from boardtui.errors import BoardError, LockedError
from boardtui.services import actions, board, export, meetings, minutes, notice, people, plan
from boardtui.services.closing import close_board
from boardtui.services.desk import Desk
from boardtui.services.undo import redo, steps, undo
from boardtui.store.reading import board as reading
from boardtui.store.reading.actions import actions as log
from boardtui.store.reading.notice import obligations
from boardtui.store.unit import Work
from tests.services.small import nothing_changed, tables

ENDED = date(2013, 3, 1)


@pytest.fixture
def closed(small_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return a desk over the small Board after it was closed on 1 Mar 2013."""
    desk = open_desk(small_file, now=datetime(2013, 3, 1, 12))
    desk.do(lambda work: meetings.close_meeting(work, 2))
    desk.do(lambda work: close_board(work, ENDED, "The plan is complete"))
    return desk


@pytest.mark.parametrize(
    "change",
    [
        lambda work: plan.add_line(work, ref="9", theme="x", title="x"),
        lambda work: actions.close(work, "1/01", "Seen", None),
        lambda work: meetings.plan_meeting(work, date(2013, 9, 1)),
        lambda work: people.add_person(work, initials="X", name="x", role="x", organisation="x", kind="member"),
        lambda work: board.change_settings(work, place="Elsewhere"),
        lambda work: notice.meet_obligation(work, "N 5.7 file audit", ENDED),
        lambda work: minutes.enter(work, 2, "One more thing"),
        lambda work: close_board(work, ENDED, "Again"),
        lambda work: notice.meet_obligation(work, "no such duty", ENDED),
    ],
)
def test_whatever_is_written_is_refused_with_the_same_words(closed: Desk, change: Callable[[Work], object]) -> None:
    with nothing_changed(closed), pytest.raises(LockedError) as refused:
        closed.do(change)
    assert refused.value.title == "This Board was closed on 1 Mar 2013."
    assert refused.value.hint


def test_a_row_changed_without_any_service_is_refused_too(closed: Desk) -> None:
    def sneak(work: Work) -> None:
        work.db.execute("UPDATE plan_line SET title = 'x', version = version + 1")

    with nothing_changed(closed), pytest.raises(LockedError):
        closed.do(sneak)


def test_it_is_read_as_before(closed: Desk) -> None:
    assert closed.read(reading.board).closed_on == ENDED
    assert closed.read(lambda db: log(db, closed.today))
    assert closed.do(lambda work: work.today).value == ENDED, "a unit of work that writes nothing is none"


def test_the_closing_is_what_can_be_taken_back_and_then_everything_is_written_again(closed: Desk) -> None:
    shut = closed.read(tables)
    assert closed.do(undo).value == "Undo: close the Board"
    assert closed.read(reading.board).closed_on is None
    closed.do(redo)
    assert closed.read(tables) == shut
    closed.do(undo)
    closed.do(lambda work: board.change_settings(work, place="Elsewhere"))
    assert closed.read(steps).undo is not None


def test_nothing_before_the_closing_is_undone_while_it_is_closed(closed: Desk) -> None:
    closed.do(undo)
    closed.do(lambda work: close_board(work, ENDED, "After all"))
    assert closed.do(undo).value == "Undo: close the Board"


def test_duties_do_not_come_again_after_the_closing(closed: Desk) -> None:
    found = [one.ref for one in closed.read(lambda db: obligations(db, date(2016, 1, 1)))]
    assert "N 8.1 12-month report" in found
    assert "N 8.1 18-month report" not in found


def test_what_stays_open_is_told(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    told = small.do(lambda work: close_board(work, small.today, "Done")).told
    assert told == ("The minutes of meeting 2 are not signed off.", "3 actions stay open.")


def test_a_board_is_not_closed_during_a_meeting_nor_without_a_reason_nor_ahead_of_time(small: Desk) -> None:
    for on, because, sentence in (
        (small.today, "Done", "Meeting 2 is in session"),
        (small.today, " ", "reason for closing the Board is missing"),
        (date(2013, 2, 22), "Done", "has not come yet"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match=sentence):
            small.do(lambda work, o=on, b=because: close_board(work, o, b))  # type: ignore[misc]  # a lambda with defaults


def test_its_papers_are_still_exported(closed: Desk, tmp_path: Path) -> None:
    with nothing_changed(closed):
        made = export.export(closed, "minutes", tmp_path, number=1)
    assert made.is_file()
