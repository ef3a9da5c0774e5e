"""The list of backups at the keyboard: made, read, restored after a question, and restored back with one key."""

from __future__ import annotations

from pathlib import Path

from boardtui.config import Config
from boardtui.domain.states import Role
from boardtui.services import backups, evidence
from boardtui.services.desk import Desk
from boardtui.store.reading.evidence import evidence as register
from boardtui.ui.app import BoardApp
from tests.ui.seeing import HOSTILE, LARGE, SMALL, Seat, seated


def enter(desk: Desk, title: str) -> None:
    desk.do(lambda work: evidence.add_evidence(work, line="1.1", title=title, kept="HR"))


def titles(desk: Desk) -> set[str]:
    return {one.title for one in desk.read(register)}


async def test_a_backup_is_made_and_restored_and_that_is_taken_back(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    enter(desk, HOSTILE)
    async with seated(desk, LARGE) as seat:
        await seat.press("b")
        assert "No backup yet" in seat.sees
        await seat.press("a")
        assert "asked for" in seat.sees
        assert "journal entries" in seat.sees
        enter(desk, "Later")
        await seat.press("r")
        assert "1 thing done since leaves the Board" in seat.sees
        await seat.press("escape")
        assert "Later" in titles(desk)
        await seat.press("r", "enter")
        assert "Later" not in titles(desk)
        assert "before restoring" in seat.sees
        await seat.press("r", "enter")
        assert "Later" in titles(desk)


async def test_a_role_that_does_not_restore_is_told_who_does(desk: Desk) -> None:
    backups.keep(desk)
    async with seated(desk, SMALL) as seat:
        await seat.press("b", "r")
        assert "Only the administrator or the Chair" in seat.sees


async def test_an_open_board_is_backed_up_by_itself_and_a_missing_drive_is_told(desk: Desk, tmp_path: Path) -> None:
    app = BoardApp(desk, Config(backup_to=str(tmp_path / "nowhere")), backs_up=True)
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        seat = Seat(pilot)
        await seat.settle()
        await seat.settle()
        assert [one.why for one in backups.listed(desk.path)] == ["automatic"]
        assert "nowhere is not there, so no copy was put into it" in seat.told
