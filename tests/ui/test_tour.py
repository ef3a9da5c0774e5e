"""The guided tour: seven steps, each over its place; in a sample made for it unless a person asks otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardtui import bootstrap
from boardtui.bootstrap import start_file
from boardtui.domain.starting import NewBoard
from boardtui.services import people, tour_copy
from boardtui.services.desk import Desk
from boardtui.ui.at_work import ENDED, WELCOME, Wanted
from boardtui.ui.commands import commands_of
from boardtui.ui.keys import with_keys
from boardtui.ui.touring import STEPS
from tests.ui.seeing import seated


def test_there_are_seven_steps_and_each_names_keys_of_its_place() -> None:
    assert len(STEPS) == 7
    for step in STEPS:
        keys = {key for command in commands_of(step.place) for key in command.key.split(",")} | {"slash", "/", "s", "?"}
        for said, _what in step.keys:
            assert set(with_keys(said).split()) <= keys | {"1", "to", "8"}, (step.place, said)


async def test_each_step_stands_over_its_place_and_nothing_is_changed(desk: Desk) -> None:
    before = desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone())
    async with seated(desk) as seat:
        await seat.press("r")
        for number, step in enumerate(STEPS, 1):
            assert f"{number} of 7" in seat.sees
            assert seat.app.current_mode == step.place
            assert all(with_keys(key) in seat.sees for key, _what in step.keys)
            assert len(seat.app.screen_stack[0].query(".-toured")) == 1
            if number == 3:
                await seat.press("left")
                assert "2 of 7" in seat.sees
                await seat.press("enter")
            await seat.press("enter")
        assert seat.app.current_mode == "home"
        assert "That was the tour" in seat.told
        await seat.press("r", "escape")
        assert "of 7" not in seat.sees
    assert desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone()) == before


async def test_a_person_s_own_board_is_left_for_a_sample_unless_she_wants_the_tour_there(
    tmp_path: Path, open_desk: Callable[..., Desk]
) -> None:
    start_file(tmp_path / "new.board", NewBoard("B", "C", date(2013, 6, 6), commenced=date(2013, 5, 7)))
    async with seated(open_desk(tmp_path / "new.board")) as seat:
        await seat.press("r", "down", "enter")
        assert "1 of 7" in seat.sees
        await seat.press("escape", "r", "enter")
        assert seat.app.return_value == Wanted("tour")


async def test_the_welcome_offers_the_tour() -> None:
    async with seated(None) as seat:
        await seat.press("t")
        assert seat.app.return_value == Wanted("tour")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ([Wanted("tour"), None, None], ["welcome", "tour", "welcome"]),
        ([Wanted("tour"), ENDED], ["welcome", "tour"]),
        ([Wanted("tour"), WELCOME, None], ["welcome", "tour", "welcome"]),
    ],
)
def test_whoever_leaves_a_tour_is_where_she_was_unless_the_system_ends_the_program(
    answers: list[Wanted | None], shown: list[str], small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    class Answers:
        def __init__(self, desk: Desk | None, *_rest: Any, tour: bool, **_more: Any) -> None:
            seen.append("tour" if tour else "board" if desk else "welcome")

        def run(self) -> Wanted | None:
            return answers[len(seen) - 1]

    copy = shutil.copyfile(small_file, tmp_path / "tour.board")
    monkeypatch.setattr("boardtui.ui.app.BoardApp", Answers)
    monkeypatch.setattr(tour_copy, "made", lambda _build: copy)
    bootstrap.run_last()
    assert seen == shown


def test_the_tour_s_copy_is_fresh_each_time_and_goes_unless_something_was_done_in_it(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    built: list[str] = []

    def build(name: str, path: Path) -> None:
        built.append(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample_file, path)

    first = tour_copy.made(build)
    tour_copy.leave(first)
    assert not first.exists()
    second = tour_copy.made(build)
    assert (second, built) == (first, ["2012"])
    assert second.stat().st_mode & 0o777 == 0o600
    board = open_desk(second)
    board.do(lambda work: people.add_person(work, initials="ZM", name="Zoe Moss", role="Head of Housing"))
    tour_copy.leave(second)
    assert second.exists()
    assert tour_copy.made(build) != second
