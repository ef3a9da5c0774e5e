"""Two programs over one Board: the second reads along, takes over by choice, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from boardtui.errors import LockedError
from boardtui.services import people
from boardtui.services.desk import Desk
from boardtui.services.holding import Holding
from boardtui.store import lease as leases
from boardtui.store.unit import Work
from boardtui.ui.modals.choose import Choose
from tests.conftest import NOON
from tests.ui.seeing import BOTH, seated

Open = Callable[..., Desk]


def write(work: Work, initials: str = "AAA") -> None:
    people.add_person(
        work, initials=initials, name=f"Named {initials}", role="Officer", organisation="", kind="officer"
    )


def elsewhere(path: Path, open_desk: Open) -> tuple[Desk, Holding]:
    """Return a desk that has the Board open as another program."""
    desk = open_desk(path, now=NOON - timedelta(minutes=3))
    held = Holding(desk)
    assert held.claim().result() is None
    return desk, held


def test_the_second_reads_the_first_writes(sample_file: Path, open_desk: Open) -> None:
    first, _ = elsewhere(sample_file, open_desk)
    second = open_desk(sample_file)
    held = Holding(second)
    other = held.claim().result()
    assert other is not None
    assert other.holder.startswith("Test (the secretary) on ")
    first.do(write)
    with pytest.raises(LockedError, match="open elsewhere: Test") as refused:
        second.do(write)
    assert "what you typed is still here" in str(refused.value)


def test_taken_over_by_choice_the_first_is_refused_until_it_takes_it_back(sample_file: Path, open_desk: Open) -> None:
    first, held_first = elsewhere(sample_file, open_desk)
    second = open_desk(sample_file)
    assert Holding(second).claim(over=True).result() is None
    with pytest.raises(LockedError):
        first.do(write)
    second.do(write)
    assert held_first.look().result().other is not None
    held_first.claim(over=True).result()
    first.do(lambda work: write(work, "BBB"))
    with pytest.raises(LockedError):
        second.do(lambda work: write(work, "CCC"))


def test_a_lease_that_was_given_back_or_whose_program_is_gone_is_in_nobodys_way(
    sample_file: Path, open_desk: Open
) -> None:
    _, held = elsewhere(sample_file, open_desk)
    held.leave().result()
    desk = open_desk(sample_file)
    gone = replace(leases.new("Ann", "secretary", desk.wall_clock()), process=2**22 + 1)  # beyond any process there is
    assert desk.on_file(lambda db: leases.take(db, gone)).result() is None
    assert Holding(desk).claim().result() is None


def test_a_lease_that_was_not_renewed_is_said_to_be_left_and_still_taken_over_by_choice_alone(
    sample_file: Path, open_desk: Open
) -> None:
    desk = open_desk(sample_file)
    asleep = replace(leases.new("Ann", "secretary", desk.wall_clock()), host="LAPTOP-7")
    assert desk.on_file(lambda db: leases.take(db, asleep)).result() is None
    other = Holding(desk).claim().result()
    assert other is not None
    assert other.said(asleep.seen_at + timedelta(seconds=30)).startswith(
        "Ann (the secretary) on LAPTOP-7 has had this Board open since"
    )
    assert "was last seen 5 minutes ago" in other.said(asleep.seen_at + timedelta(minutes=5))


def test_only_what_another_program_commits_is_news(sample_file: Path, open_desk: Open) -> None:
    desk, held = elsewhere(sample_file, open_desk)
    held.look().result()
    desk.do(write)
    assert not held.look().result().changed
    open_desk(sample_file).do(lambda work: write(work, "BBB"))
    assert held.look().result().changed
    assert not held.look().result().changed


@pytest.mark.parametrize("size", BOTH)
async def test_on_the_screen_it_is_offered_read_along_and_taken_over(
    sample_file: Path, open_desk: Open, size: tuple[int, int]
) -> None:
    first, _ = elsewhere(sample_file, open_desk)
    async with seated(open_desk(sample_file), size) as seat:
        assert isinstance(seat.app.screen, Choose)
        assert "This Board is open elsewhere" in seat.sees
        assert "Test (the secretary) on" in seat.sees
        await seat.press("enter")
        assert "read only" in seat.sees
        first.do(write)
        assert seat.app.held is not None
        seat.app.held.look()
        await seat.settle()
        await seat.press("8", "end")
        assert "Named AAA" in seat.sees
        await seat.press("1", "g")
        assert "read only" not in seat.sees
        assert "yours to change" in seat.told
        with pytest.raises(LockedError):
            first.do(lambda work: write(work, "BBB"))


async def test_when_the_other_program_closes_the_board_can_be_changed_here(sample_file: Path, open_desk: Open) -> None:
    _, other = elsewhere(sample_file, open_desk)
    async with seated(open_desk(sample_file)) as seat:
        assert isinstance(seat.app.screen, Choose)
        other.leave().result()
        assert seat.app.held is not None
        seat.app.held.look()
        await seat.settle()
        assert "read only" not in seat.sees
        assert not isinstance(seat.app.screen, Choose)
        assert "has closed the Board" in seat.told
