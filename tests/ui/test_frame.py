"""The frame: eight places on the same keys, keys from one registry, errors in words."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.binding import Binding

from boardtui import paths
from boardtui.config import Config
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.ui.commands import COMMANDS, EVERYWHERE, commands_of
from boardtui.ui.keys import key_table, keys_in_force, shown_key
from boardtui.ui.places import PLACES
from boardtui.ui.widgets.record_list import RecordList
from tests.ui.seeing import BOTH, LARGE, seated


@pytest.mark.parametrize("size", BOTH)
async def test_each_number_key_shows_its_place_from_everywhere(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        for number, place in [*enumerate(PLACES, 1), *reversed(list(enumerate(PLACES, 1)))]:
            await seat.press(str(number))
            assert seat.app.current_mode == place
            assert f"{number} {place.capitalize()}" in seat.sees


async def test_a_place_left_on_a_record_says_that_its_key_again_goes_to_the_list(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "enter", "4")
        assert "as you left it" not in seat.told
        await seat.press("3")
        assert "Actions is as you left it: 3 again goes to the list." in seat.told
        assert getattr(seat.app.screen, "where", "") == "action"
        await seat.press("3")
        assert getattr(seat.app.screen, "where", "") == "actions"


async def test_every_command_of_the_registry_can_be_given_on_its_screen(desk: Desk) -> None:
    async with seated(desk) as seat:
        for number, place in enumerate(PLACES, 1):
            await seat.press(str(number))
            for command in (*commands_of(place), *commands_of(EVERYWHERE)):
                name = command.action.partition("(")[0]
                owner = seat.app if command.where == EVERYWHERE else seat.app.screen
                assert hasattr(owner, f"action_{name}"), command.id


@pytest.mark.parametrize("place", [command.where for command in COMMANDS])
def test_no_two_commands_share_a_key(place: str) -> None:
    assert keys_in_force({})
    keys = [key for command in commands_of(place) for key in command.key.split(",")]
    assert len(keys) == len(set(keys))


def test_no_command_has_a_key_of_the_lists() -> None:
    """A list that has the keyboard takes its own keys first, so the command would never hear them."""
    of_lists = {key for one in RecordList.BINDINGS for key in Binding.make_bindings([one])}
    taken = {key.key for key in of_lists}
    assert "k" in taken
    assert not [one.id for one in COMMANDS if taken & set(one.key.split(","))]


def test_the_table_of_keys_names_every_command() -> None:
    table = key_table()
    assert all(f"`{command.id}`" in table and command.help in table for command in COMMANDS)


def test_two_commands_on_one_key_are_refused_with_a_sentence() -> None:
    with pytest.raises(BoardError, match="The key u is given to two commands"):
        keys_in_force({"actions-done": "u"})


async def test_a_clash_in_the_settings_is_shown_and_the_usual_keys_work(desk: Desk) -> None:
    async with seated(desk, settings=Config(keys={"actions-done": "u"})) as seat:
        assert "is given to two commands" in seat.sees
        await seat.press("escape", "3", "u")
        assert "What is new" in seat.sees


async def test_a_remapped_key_works_and_is_shown(desk: Desk) -> None:
    async with seated(desk, LARGE, Config(keys={"actions-update": "b"})) as seat:
        await seat.press("3")
        assert "b update" in seat.sees
        await seat.press("b")
        assert "What is new" in seat.sees


async def test_help_lists_the_keys_of_this_screen(desk: Desk) -> None:
    async with seated(desk, (100, 60)) as seat:
        await seat.press("3", "question_mark")
        for command in commands_of("actions"):
            assert command.help[:40] in seat.sees
            assert shown_key(command.key) in seat.sees


async def test_the_palette_gives_commands(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("ctrl+p")
        await seat.type("series of meetings")
        await seat.press("enter")
        assert seat.app.current_mode == "meetings"


async def test_the_palette_finds_records_too_once_something_is_typed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("ctrl+p")
        assert "Plan line" not in seat.sees
        await seat.type("early legal advice")
        assert "Plan line 3.6" in seat.sees
        await seat.press("enter")
        assert "Early legal advice when plans repeat" in seat.sees
        assert seat.app.screen_place() == "line"


async def test_search_finds_a_record_and_opens_it(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("ctrl+f")
        await seat.type("1.1")
        await seat.press("enter")
        assert "Early help strategy" in seat.sees
        await seat.press("ctrl+f")
        await seat.type("N 5.7")
        await seat.press("enter")
        assert seat.app.current_mode == "notice"
        assert "N 5.7  Audit all case files" in seat.sees
        await seat.press("ctrl+f")
        await seat.type("LSCB  Independent")
        await seat.press("enter")
        assert seat.app.current_mode == "people"
        assert "LSCB  Independent Chair of the Safeguarding" in seat.sees


async def test_escape_goes_back_and_home(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "enter")
        assert "Log, newest first" in seat.sees
        await seat.press("escape")
        assert "Log, newest first" not in seat.sees
        await seat.press("escape")
        assert seat.app.current_mode == "home"


async def test_a_number_leads_from_a_record_back_to_its_list(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "enter", "4")
        assert "Last six meetings" in seat.sees


async def test_undo_and_redo(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "u")
        await seat.type("Telephoned again")
        await seat.press("ctrl+s")
        assert "Telephoned again" in seat.sees
        await seat.press("ctrl+z")
        assert "Telephoned again" not in seat.sees
        await seat.press("ctrl+y")
        assert "Telephoned again" in seat.sees


async def test_nothing_to_undo_is_said_in_passing(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        for _ in range(3):
            await seat.press("ctrl+y")
        assert seat.app.screen.id != "problem"
        assert seat.told


async def test_an_error_is_shown_in_words_and_a_failure_is_logged_without_records(desk: Desk) -> None:
    async with seated(desk) as seat:

        def fail(_db: object) -> None:
            secret = "what a child said"  # noqa: F841  (a local that must not reach the log)
            raise KeyError("what a child said")

        seat.app.read(fail, lambda _: None)
        await seat.settle()
        assert "That did not work" in seat.sees
        log = next(paths.state_folder().glob("crash-*.log"))
        assert "KeyError" in log.read_text()
        assert "child" not in log.read_text()
        assert stat.S_IMODE(log.stat().st_mode) == 0o600
        await seat.press("c", "escape")
        assert "That did not work" not in seat.sees


async def test_only_the_newest_of_two_reads_is_shown(desk: Desk) -> None:
    async with seated(desk) as seat:
        found: list[int] = []
        seat.app.read(lambda _: 1, found.append, slot="same")
        seat.app.read(lambda _: 2, found.append, slot="same")
        await seat.settle()
        assert found == [2]


async def test_as_at_an_earlier_meeting_nothing_can_be_changed(sample_file: Path, open_desk: object) -> None:
    assert callable(open_desk)
    async with seated(open_desk(sample_file, as_at="3"), LARGE) as seat:
        assert "as at meeting 3, read only" in seat.sees
        await seat.press("3")
        assert "u update" not in seat.sees
        await seat.press("u")
        assert "What is new" not in seat.sees


async def test_each_theme_can_be_chosen(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("f12", "down", "enter")
        assert seat.app.theme == "light"
        await seat.press("f12", "down", "enter")
        assert seat.app.theme == "high contrast"


async def test_a_notice_covers_neither_the_frame_nor_the_list(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3")
        before = seat.sees.splitlines()
        seat.app.say("✓ Something was done")
        await seat.settle()
        lines = seat.sees.splitlines()
        (at,) = [number for number, line in enumerate(lines) if "Something was done" in line]
        assert at == len(lines) - 2
        assert lines[:at] == before[:at]
        assert lines[-1] == before[-1]


async def test_tab_out_of_a_list_shows_where_the_focus_is(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3")
        assert "━" not in seat.sees
        await seat.press("tab")
        assert "━" in seat.sees
