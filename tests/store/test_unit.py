"""One thing a person did is committed or rolled back as a whole, under one journal entry, in order (DESIGN 7)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from boardtui.domain.states import Role
from boardtui.errors import BoardError, LockedError, NotFoundError, StaleError
from boardtui.services.desk import Desk
from boardtui.services.writer import Outcome
from boardtui.store import engine as store_engine
from boardtui.store.engine import connect, writing_engine
from boardtui.store.journal import Stamp
from boardtui.store.models import ClosedDay, GroupMember, Office
from boardtui.store.unit import Work, random_id, sample_ids, unit_of_work

BY = Stamp(datetime(2013, 1, 10, 14, 0), "ADM", "administrator")
TODAY = date(2013, 1, 10)


@pytest.fixture
def engine(empty_file: Path) -> Iterator[Engine]:
    opened = writing_engine(empty_file)
    raw: Any = opened.raw_connection()
    yield opened
    kept = raw.driver_connection
    raw.close()
    opened.dispose()
    kept.close()


def close(work: Work, why: str = "Snow") -> ClosedDay:
    work.say(f"Close a day: {why}")
    return work.add(ClosedDay(day=TODAY, why=why), why)


def fail(work: Work) -> None:
    close(work, "Flood")
    work.tell("It floods.")
    raise ZeroDivisionError


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(connect(path)) as db:
        return db.execute(sql).fetchall()


def test_leaving_a_unit_of_work_commits_it_under_one_entry(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        close(work)
        close(work, "Flood")
    assert query(empty_file, "SELECT sequence, who, sentence FROM journal_entry") == [(1, "ADM", "Close a day: Snow")]
    assert query(empty_file, "SELECT count(*) FROM closed_day") == [(2,)]


def test_an_error_rolls_back_everything_the_journal_included(engine: Engine, empty_file: Path) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work(engine, BY, TODAY) as work:
        fail(work)
    for table in ("closed_day", "journal_entry", "journal_change"):
        assert query(empty_file, f"SELECT count(*) FROM {table}") == [(0,)]


def test_a_link_to_nothing_is_refused_at_commit(engine: Engine, empty_file: Path) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), unit_of_work(engine, BY, TODAY) as work:
        work.add(GroupMember(group_id="nobody", office_id="nobody"), "x")
    assert query(empty_file, "SELECT count(*) FROM journal_change") == [(0,)]


def test_rows_that_name_each_other_may_come_in_any_order(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        work.add(GroupMember(group_id="a", office_id="b"), "x")
        work.add(Office(id="a", position=1, initials="A", title="A"), "A")
        work.add(Office(id="b", position=2, initials="B", title="B"), "B")
    assert query(empty_file, "SELECT count(*) FROM group_member") == [(1,)]


def test_nothing_changed_leaves_no_entry(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        close(work)
    with unit_of_work(engine, BY, TODAY) as work:
        day = work.first(select(ClosedDay))
        day.why = "Snow"
        work.say("Say the same again")
    assert query(empty_file, "SELECT count(*) FROM journal_entry") == [(1,)]


def test_every_change_raises_the_rows_version(engine: Engine) -> None:
    versions = []
    with unit_of_work(engine, BY, TODAY) as work:
        versions.append(close(work).version)
    for why in ("Flood", "Fire"):
        with unit_of_work(engine, BY, TODAY) as work:
            day = work.first(select(ClosedDay))
            day.why = why
            work.session.flush()
            versions.append(day.version)
    assert versions == [1, 2, 3]


def test_a_row_that_has_moved_on_is_refused_with_what_it_says_now(engine: Engine) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        row = close(work).id
    with unit_of_work(engine, BY, TODAY) as work:
        work.get(ClosedDay, row, 1).why = "Flood"
    with pytest.raises(StaleError) as refused, unit_of_work(engine, BY, TODAY) as work:
        work.get(ClosedDay, row, 1, {"why": "Fire"})
    assert (refused.value.theirs, refused.value.ours) == ("Flood", "Fire")
    with pytest.raises(StaleError) as refused, unit_of_work(engine, BY, TODAY) as work:
        work.get(ClosedDay, row, 1, {"why": "Fire", "day": TODAY})
    assert refused.value.theirs == "why: Flood\nday: 2013-01-10"
    with unit_of_work(engine, BY, TODAY) as work:
        assert work.get(ClosedDay, row, 2).why == "Flood"


def test_a_row_that_is_gone_is_refused(engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="no longer there"), unit_of_work(engine, BY, TODAY) as work:
        work.get(ClosedDay, "gone")
    with pytest.raises(NotFoundError), unit_of_work(engine, BY, TODAY) as work:
        work.get(ClosedDay, None)


def test_the_first_sentence_said_is_the_one_kept(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        work.say("The whole")
        close(work)
    assert query(empty_file, "SELECT sentence FROM journal_entry") == [("The whole",)]


def test_a_part_that_fails_is_taken_back_alone_with_what_it_said_and_told(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        with pytest.raises(ZeroDivisionError), work.attempt():
            fail(work)
        close(work)
        assert work.told == []
    assert query(empty_file, "SELECT why FROM closed_day") == [("Snow",)]
    assert query(empty_file, "SELECT sentence FROM journal_entry") == [("Close a day: Snow",)]
    assert query(empty_file, "SELECT count(*) FROM journal_change") == [(1,)]


@pytest.mark.parametrize("number", [10**12, 10**30, -1])
def test_a_number_too_big_for_the_file_names_nothing(engine: Engine, number: int) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        assert work.first(select(Office).where(Office.position == number)) is None


def test_an_entry_knows_its_number_before_it_is_written(engine: Engine, empty_file: Path) -> None:
    for expected in (1, 2):
        with unit_of_work(engine, BY, TODAY) as work:
            assert work.next_entry() == expected
            close(work)


def test_random_ids_differ_and_sample_ids_repeat() -> None:
    assert random_id("office", "DCS") != random_id("office", "DCS")
    one, other, elsewhere = sample_ids("2012"), sample_ids("2012"), sample_ids("2019")
    first = [one("office", "DCS"), one("office", "DCS"), one("office", "IC")]
    assert first == [other("office", "DCS"), other("office", "DCS"), other("office", "IC")]
    assert len({*first, elsewhere("office", "DCS")}) == 4


def test_a_change_while_the_file_is_locked_is_refused_and_the_next_one_works(
    empty_file: Path, open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = tuple(p.replace("=5000", "=1") if "busy" in p else p for p in store_engine.PRAGMAS)
    monkeypatch.setattr(store_engine, "PRAGMAS", quick)
    desk = open_desk(empty_file)
    desk.do(close)
    with closing(connect(empty_file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BoardError, match="in use by another program"):
            desk.do(close)
        other.execute("ROLLBACK")
    desk.do(close)
    assert query(empty_file, "SELECT count(*) FROM closed_day") == [(2,)]


def test_changes_commit_in_the_order_they_were_queued(empty_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(empty_file)
    queued: list[str] = []
    futures: list[Future[Outcome[ClosedDay]]] = []
    turn = threading.Lock()

    def submit(name: str) -> None:
        for number in range(12):
            why = f"{name}{number}"
            with turn:  # what is queued is noted in the same order
                queued.append(why)
                futures.append(desk.write(lambda work, why=why: close(work, why)))  # type: ignore[misc]  # a lambda with defaults

    threads = [threading.Thread(target=submit, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for future in futures:
        future.result()
    sentences = query(empty_file, "SELECT sentence FROM journal_entry ORDER BY sequence")
    assert [sentence.removeprefix("Close a day: ") for (sentence,) in sentences] == queued


def test_one_change_that_fails_does_not_stop_those_behind_it(empty_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(empty_file)

    bad, good = desk.write(fail), desk.write(close)
    with pytest.raises(ZeroDivisionError):
        bad.result()
    assert good.result().sentence == "Close a day: Snow"


def test_closing_a_desk_first_finishes_what_was_queued(empty_file: Path) -> None:
    desk = Desk(empty_file, who="Test", role=Role.SECRETARY, clock=lambda: BY.at)
    futures = [desk.write(lambda work, n=n: close(work, f"day {n}")) for n in range(5)]  # type: ignore[misc]  # a lambda with defaults
    desk.close()
    assert all(future.done() for future in futures)
    assert query(empty_file, "SELECT count(*) FROM closed_day") == [(5,)]


def test_half_typed_text_is_kept_outside_the_record_and_forgotten_when_empty(
    empty_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(empty_file)
    desk.keep_draft("live:1", "The Board no\x1b[2Jted", 7).result()
    desk.keep_draft("form:1", "x", 1).result()
    (kept,) = open_desk(empty_file).drafts("live:")
    assert (kept.place, kept.text, kept.cursor) == ("live:1", "The Board no[2Jted", 7)
    desk.keep_draft("live:1", "A lone \ud800 surrogate", 3).result()
    assert [draft.text for draft in desk.drafts("live:1")] == ["A lone  surrogate"]
    desk.keep_draft("live:1", "", 0).result()
    assert desk.drafts("live:") == []
    assert query(empty_file, "SELECT count(*) FROM journal_change") == [(0,)]


def test_a_board_as_at_an_earlier_day_is_not_changed(sample_file: Path, open_desk: Callable[..., Desk]) -> None:
    with pytest.raises(LockedError, match="as at 1 Mar 2013"):
        open_desk(sample_file, as_at="2013-03-01").write(close)


def test_a_row_added_in_a_part_that_fails_is_not_found_again(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        row = ClosedDay(day=TODAY, why="Flood")
        with pytest.raises(ZeroDivisionError), work.attempt():
            assert work.add(row, "x").version / 0
        assert work.find(ClosedDay, why="Flood") is None
        with pytest.raises(NotFoundError):
            work.get(ClosedDay, row.id)
    assert query(empty_file, "SELECT count(*) FROM journal_change") == [(0,)]


def test_what_a_part_that_fails_wrote_past_the_session_is_taken_back(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work, pytest.raises(ZeroDivisionError), work.attempt():
        assert work.db.execute("INSERT INTO local_draft VALUES ('here', 'half', 0, '2013-01-10')").rowcount / 0
    assert query(empty_file, "SELECT * FROM local_draft") == []


def test_a_row_is_found_by_what_its_columns_say_and_by_what_they_do_not(engine: Engine) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        first = work.add(ClosedDay(day=TODAY, why="Flood"), "x")
        assert work.find(ClosedDay, day=TODAY, why="Flood") is first
        assert work.find(ClosedDay, day=TODAY, why="Snow") is None
        assert work.find(ClosedDay, why=None) is None


def test_adding_a_row_that_is_there_writes_what_it_says_now(engine: Engine, empty_file: Path) -> None:
    with unit_of_work(engine, BY, TODAY) as work:
        row = work.add(ClosedDay(day=TODAY, why="Flood"), "x")
        row.why = "Snow"
        work.add(row, "x")
    assert query(empty_file, "SELECT why, version FROM closed_day") == [("Snow", 2)]
