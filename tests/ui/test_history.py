"""The history on the screen: of the whole Board and of a record, by pages, filtered, exported."""

from __future__ import annotations

from functools import partial

from boardtui import paths
from boardtui.domain.history import Wanted
from boardtui.services import plan
from boardtui.services.desk import Desk
from boardtui.store.reading import history
from boardtui.store.reading.actions import actions
from tests.ui.seeing import HOSTILE, LARGE, seated


async def test_the_history_of_an_action_is_one_key_away(desk: Desk) -> None:
    late = desk.read(lambda db: actions(db, desk.today))[0].ref
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "h")
        assert f"History of action {late}: " in seat.sees
        assert f"action update {late}, added" in seat.sees
        assert "kind: update" in seat.sees
        await seat.press("escape")
        assert "History of" not in seat.sees


TOLD = (
    (("4", "enter"), "plan line "),
    (("2",), "meeting 6"),
    (("2", "enter"), "meeting 6"),
    (("5",), "indicator I"),
    (("6",), "requirement "),
    (("7", "enter"), "letter "),
    (("8",), "office IC"),
)
"""The keys to each screen, and of which record its history is."""


async def test_each_screen_tells_of_its_own_record(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        for keys, record in TOLD:
            await seat.press(*keys, "h")
            assert f"History of {record}" in seat.sees, keys
            await seat.press("escape")
            assert "History of" not in seat.sees, keys


async def test_the_whole_board_s_history_is_paged_filtered_and_exported(desk: Desk) -> None:
    many = desk.read(lambda db: history.count(db, Wanted()))
    async with seated(desk, LARGE) as seat:
        await seat.press("h")
        assert f"History of the Board: {many} entries, 1 to 200, newest first" in seat.sees
        assert "p newer" not in seat.sees
        await seat.press("n")
        assert "201 to 400" in seat.sees
        await seat.press("p", "slash")
        await seat.type("kind:rating role:secretary until:2013-04-30 agree")
        await seat.press("enter")
        assert "of the Board: " in seat.sees
        assert "Agree the ratings of meeting 4" in seat.sees
        assert "Agree the ratings of meeting 5" not in seat.sees
        await seat.press("enter")
        assert "Entry " in seat.sees
        await seat.press("escape", "x")
        assert "history-board-2013-05-20.csv" in seat.sees
        written = (paths.documents_folder() / "history-board-2013-05-20.csv").read_text("utf-8-sig")
        assert "Agree the ratings of meeting 4" in written
        assert "Agree the ratings of meeting 5" not in written


async def test_hostile_text_is_shown_as_it_is(desk: Desk) -> None:
    desk.do(partial(plan.add_line, ref="9.9", theme="Theme", title=HOSTILE))
    async with seated(desk, LARGE) as seat:
        await seat.press("h")
        assert "[/b] [@click=app.quit]x[/]" in seat.sees
        assert "\x1b" not in seat.sees
        await seat.press("enter", "escape")


async def test_an_empty_filter_says_what_to_do(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("h", "slash")
        await seat.type("who:nobody")
        assert "Nothing has these words" in seat.sees
