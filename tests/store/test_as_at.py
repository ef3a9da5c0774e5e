"""The Board as at an earlier meeting is what the same queries found on that day (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import actions, meetings, minutes, people
from boardtui.services.desk import Desk
from boardtui.store import journal, triggers
from boardtui.store.engine import connect
from boardtui.store.reading.actions import actions as action_log
from boardtui.store.reading.as_at import AsAtReader
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.plan import lines
from boardtui.store.reading.reader import Database

Kept = dict[str, list[tuple[Any, ...]]]


def tables(db: Database) -> Kept:
    return {
        table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in sorted(triggers.kept_tables(db))
    }


def test_reading_as_at_an_entry_finds_the_tables_as_they_were_then(new_desk: Desk) -> None:
    kept: dict[int, Kept] = {}

    def keep() -> None:
        (last,) = new_desk.read(lambda db: db.execute("SELECT max(sequence) FROM journal_entry").fetchone())
        kept[last] = new_desk.read(tables)

    keep()
    for initials in ("IC", "DCS"):
        new_desk.do(lambda work, i=initials: people.add_person(work, initials=i, name=i, role=f"Office {i}"))  # type: ignore[misc]  # a lambda with defaults
        keep()
    new_desk.do(lambda work: meetings.start_meeting(work, 1))
    keep()
    for typed in ("present: IC, DCS", "A note", "! DCS by 1 Mar: Report", "> 1/01 done: It is done", "= Agreed"):
        made = new_desk.do(lambda work, t=typed: minutes.enter(work, 1, t)).value  # type: ignore[misc]  # a lambda with defaults
        keep()
    new_desk.do(lambda work: minutes.remove_entry(work, made))
    keep()
    assert len(kept) == 10
    for entry, then in kept.items():
        assert AsAtReader(new_desk.path, entry).read(tables) == then


def test_as_at_a_meeting_is_the_moment_it_closed(new_desk: Desk, open_desk: Callable[..., Desk]) -> None:
    new_desk.do(lambda work: people.add_person(work, initials="DCS", name="DCS", role="Director"))
    new_desk.do(lambda work: meetings.start_meeting(work, 1))
    new_desk.do(lambda work: minutes.enter(work, 1, "! DCS by 1 Mar: Report"))
    new_desk.do(lambda work: meetings.close_meeting(work, 1))
    then = new_desk.read(tables)
    new_desk.act_as(Role.ADMINISTRATOR)
    new_desk.do(lambda work: actions.close(work, "1/01", "Received"))
    new_desk.do(lambda work: minutes.enter(work, 1, "An afterthought"))
    earlier = open_desk(new_desk.path, as_at="1")
    assert earlier.read(tables) == then
    assert earlier.today == date(2013, 1, 10)
    (action,) = earlier.read(lambda db: action_log(db, earlier.today))
    assert (action.state, action.closed_on) == ("open", None)
    assert [entry.kind for entry in earlier.read(lambda db: entries(db, 1))] == ["action"]


def test_the_sample_as_at_each_of_its_meetings_is_the_replay_at_its_close(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    with closing(connect(sample_file)) as db:
        closed = db.execute(
            "SELECT number, journal_at_close FROM meeting WHERE journal_at_close IS NOT NULL ORDER BY number"
        ).fetchall()
        assert [number for number, _ in closed] == [1, 2, 3, 4, 5]
        for number, position in closed:
            told = {name: len(rows) for name, rows in journal.replay(db, position).items() if rows}
            read = open_desk(sample_file, as_at=str(number)).read(tables)
            assert {name: len(rows) for name, rows in read.items() if rows} == told


def test_ratings_grow_from_meeting_to_meeting(sample_file: Path, open_desk: Callable[..., Desk]) -> None:
    def rated(as_at: str) -> int:
        desk = open_desk(sample_file, as_at=as_at)
        return sum(len([h for h in line.history if h[1]]) for line in desk.read(lambda db: lines(db, desk.today)))

    found = [rated(str(number)) for number in (1, 3, 5)]
    assert found == sorted(found)
    assert found[0] < found[2]


def test_as_at_a_day_is_the_last_entry_of_that_day(sample_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(sample_file, as_at="2013-03-01")
    assert desk.today == date(2013, 3, 1)
    last = desk.read(lambda db: db.execute("SELECT max(at) FROM journal_entry").fetchone()[0])
    assert datetime.fromisoformat(last).date() <= date(2013, 3, 1)
    assert desk.read(lambda db: len(action_log(db, desk.today))) > 0


@pytest.mark.parametrize("as_at", ["6", "99", "2012-01-01", "spring", "", "4.5"])
def test_a_moment_that_is_none_is_refused_in_words(
    sample_file: Path, open_desk: Callable[..., Desk], as_at: str
) -> None:
    with pytest.raises(BoardError):
        open_desk(sample_file, as_at=as_at)
