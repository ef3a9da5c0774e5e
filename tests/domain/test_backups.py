"""Which backups are kept, what their files are called, and what a restore says before it is done."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from boardtui.domain.backups import Backup, Change, Why, file_name, named, no_longer_needed, size_said

TODAY = date(2013, 5, 20)
NOON = datetime(2013, 5, 20, 12, 0)


def one(at: datetime, why: Why = Why.AUTOMATIC) -> Backup:
    return Backup(Path(file_name(at, why)), at, why, 1)


@pytest.mark.parametrize("why", Why)
def test_a_name_says_when_and_why(why: Why) -> None:
    name = file_name(datetime(2013, 5, 20, 12, 0, 5), why)
    assert named(Path(name)) == (datetime(2013, 5, 20, 12, 0, 5), why)
    assert named(Path(name).with_stem(f"{Path(name).stem}-2")) == (datetime(2013, 5, 20, 12, 0, 5), why)
    assert named(Path(f"{name}.damaged")) == (datetime(2013, 5, 20, 12, 0, 5), why)


@pytest.mark.parametrize(
    "name", ["notes.board", "2013-05-20-120005-because.board", "2013-13-20-120005-automatic.board"]
)
def test_another_file_is_no_backup(name: str) -> None:
    assert named(Path(name)) is None


def test_of_today_three_are_kept_and_of_each_day_before_the_last() -> None:
    today = [one(NOON - timedelta(hours=hours)) for hours in range(5)]
    before = [one(NOON - timedelta(days=days, hours=hours)) for days in (1, 9) for hours in range(3)]
    assert no_longer_needed([*before, *today], TODAY) == [*today[3:], *before[1:3], *before[4:]]


def test_a_day_keeps_its_backup_however_long_ago_until_thirty_others_were_worked_on() -> None:
    days = [one(NOON - timedelta(days=7 * week)) for week in range(1, 33)]
    assert no_longer_needed(days, TODAY) == days[30:]


def test_what_was_asked_for_and_what_is_before_a_newer_schema_is_always_kept() -> None:
    kept = [one(NOON - timedelta(days=day), why) for day in range(40) for why in (Why.ASKED, Why.MIGRATING)]
    assert no_longer_needed(kept, TODAY) == []


@pytest.mark.parametrize("why", [Why.ADOPTING, Why.RESTORING])
def test_the_last_ten_before_a_step_are_kept(why: Why) -> None:
    made = [one(NOON - timedelta(minutes=minute), why) for minute in range(12)]
    assert no_longer_needed(made, TODAY) == made[10:]


def test_a_clock_set_back_removes_nothing_of_the_days_after() -> None:
    made = [one(NOON), one(NOON + timedelta(days=3)), one(NOON + timedelta(days=1))]
    assert no_longer_needed(made, TODAY) == []


def test_it_is_said_what_leaves_the_board_and_what_comes_back() -> None:
    said = "\n".join(Change(one(NOON), tuple(f"Thing {n}" for n in range(8)), ("Other",)).said)
    assert "8 things done since leave the Board, the last first:" in said
    assert "… and 2 more" in said
    assert "1 thing that is not in it now comes back:" in said
    assert "kept first" in said
    assert "nothing would change" in Change(one(NOON)).said[0]
    assert "missing or damaged" in Change(one(NOON), readable=False).said[0]


@pytest.mark.parametrize(("size", "said"), [(0, "1 kB"), (4096, "4 kB"), (2_450_000, "2.5 MB")])
def test_a_size_reads_as_people_write_it(size: int, said: str) -> None:
    assert size_said(size) == said
