"""The action log: overdue first, narrowed by words, one key for each step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardtui.domain.states import Role
from boardtui.domain.views import Action
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action, actions, updates
from boardtui.ui.screens import action_words
from boardtui.ui.screens.actions import ActionsScreen
from tests.ui.seeing import BOTH, LARGE, seated


def first(desk: Desk) -> Action:
    return desk.read(lambda db: actions(db, desk.today))[0]


def named(desk: Desk, ref: str) -> Action:
    return desk.read(lambda db: action(db, ref, desk.today))


@pytest.mark.parametrize("size", BOTH)
async def test_overdue_actions_come_first_with_letter_and_word(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("3")
        lines = seat.sees.splitlines()
        at = next(n for n, line in enumerate(lines) if line.split()[:1] == [first(desk).ref])
        assert " R " in lines[at]
        assert "overdue" in lines[at]


def test_an_action_returned_while_it_is_overdue_says_returned(desk: Desk) -> None:
    assert action_words.state(replace(first(desk), state="returned", days_late=9)).plain == "returned"


def test_what_is_due_at_a_meeting_not_yet_planned_is_whole_in_its_column(desk: Desk) -> None:
    widest = next(column.width for column in ActionsScreen.columns if column.title == "Due")
    waiting = replace(first(desk), due=None, due_said="")
    assert action_words.due_in_row(waiting) == "next Board"
    assert len(action_words.due_in_row(waiting)) <= widest
    assert action_words.due_in_row(first(desk)) == action_words.due(first(desk))


async def test_the_filter_takes_words_states_and_owners(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "slash")
        await seat.type("is:overdue owner:PIM")
        await seat.press("enter")
        assert "3 actions, 3 overdue, of 45" in seat.sees
        await seat.press("escape")
        assert "45 actions" in seat.sees


async def test_a_filter_without_a_hit_says_how_to_go_on(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "down", "down", "slash")
        stood = seat.app.screen.chosen  # type: ignore[attr-defined]  # a list
        await seat.type("zebra")
        assert "Press esc to see everything" in seat.sees
        await seat.press("escape", "escape")
        assert "45 actions" in seat.sees
        assert seat.app.screen.chosen == stood  # type: ignore[attr-defined]  # as before


async def test_a_filter_that_cannot_be_read_is_pointed_at_and_the_list_stays(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "slash")
        await seat.type("is:overdue")
        before = seat.sees.splitlines()[4:12]
        await seat.press("space")
        await seat.type("ownr:PIM")
        lines = seat.sees.splitlines()
        at = next(n for n, text in enumerate(lines) if "ownr:PIM" in text)
        assert lines[at + 1].index("^") == lines[at].index("ownr")
        assert "“ownr:” cannot be asked of actions." in seat.sees
        assert [text for text in before if text in lines]


@pytest.mark.parametrize("size", BOTH)
async def test_a_filter_offers_how_it_goes_on(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("3", "slash")
        await seat.type("is:open owner:P")
        assert "owner:PIM" in seat.sees
        await seat.type("I")
        await seat.press("right", "enter")
        assert "is:open owner:PIM" in seat.sees
        assert "of 45" in seat.sees


async def test_a_filter_is_kept_while_a_record_is_open(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "slash")
        await seat.type("is:overdue owner:PIM or due:none")
        await seat.press("enter", "enter")
        assert "Log, newest first" in seat.sees
        await seat.press("escape")
        assert "is:overdue owner:PIM or due:none" in seat.sees


async def test_an_action_opens_with_its_whole_log(desk: Desk) -> None:
    ref = first(desk).ref
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "enter")
        for update in desk.read(lambda db: updates(db, ref)):
            assert update.text[:30] in seat.sees


async def test_update_done_return_and_close_each_take_one_key(desk: Desk) -> None:
    ref = first(desk).ref
    async with seated(desk) as seat:
        await seat.press("3", "u")
        await seat.type("Rang twice")
        await seat.press("ctrl+s")
        assert named(desk, ref).last_update == "Rang twice"
        await seat.press("d")
        await seat.type("Signed by both")
        await seat.press("ctrl+s")
        assert named(desk, ref).state == "done"


async def test_the_cursor_stays_on_the_action_that_changed(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk) as seat:
        await seat.press("3", "enter")
        ref = first(desk).ref
        await seat.press("d")
        await seat.type("Done it")
        await seat.press("ctrl+s", "r")
        await seat.type("Not enough")
        await seat.press("ctrl+s")
        assert named(desk, ref).state == "returned"
        await seat.press("c")
        await seat.type("Letter of 2 May")
        await seat.press("ctrl+s")
        assert (named(desk, ref).state, named(desk, ref).evidence) == ("closed", "Letter of 2 May")
        await seat.press("c")
        assert f"Action {ref} is closed." in seat.told


async def test_a_reason_is_needed_to_move_a_date(desk: Desk) -> None:
    ref = first(desk).ref
    async with seated(desk) as seat:
        await seat.press("3", "m")
        await seat.type("14 jun")
        assert "Fri 14 Jun 2013" in seat.sees
        await seat.press("ctrl+s")
        assert "This is needed." in seat.sees
        await seat.type("Supplier late")
        await seat.press("ctrl+s")
        assert (str(named(desk, ref).due), named(desk, ref).slips) == ("2013-06-14", 1)


async def test_rewording_keeps_the_old_words_in_the_log(desk: Desk) -> None:
    chosen = first(desk)
    async with seated(desk) as seat:
        await seat.press("3", "w", "ctrl+home")
        await seat.type("NEW: ")
        await seat.press("ctrl+s")
        assert named(desk, chosen.ref).text == f"NEW: {chosen.text}"
        assert chosen.text in desk.read(lambda db: updates(db, chosen.ref))[-1].text


async def test_an_action_is_withdrawn_with_a_reason(desk: Desk) -> None:
    ref = first(desk).ref
    async with seated(desk) as seat:
        await seat.press("3", "delete")
        await seat.type("Overtaken")
        await seat.press("ctrl+s")
        assert named(desk, ref).state == "withdrawn"


async def test_a_new_action_is_raised_and_the_cursor_stands_on_it(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "a")
        await seat.type("Write to every school")
        await seat.press("tab")
        await seat.type("DCS, pol")
        await seat.press("tab", "tab")
        await seat.type("next meeting")
        await seat.press("ctrl+s")
        made = next(a for a in desk.read(lambda db: actions(db, desk.today)) if a.text == "Write to every school")
        assert made.leads == ("DCS", "POL")
        assert str(made.due) == "2013-06-27"
        assert f"{made.ref}  Write to every school" in seat.sees


async def test_an_unknown_lead_is_said_beside_the_field(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "a", "tab")
        await seat.type("XYZ")
        assert "Nobody here is called “XYZ”" in seat.sees


async def test_what_was_typed_is_kept_on_escape(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "u")
        await seat.type("Half a thought")
        await seat.press("escape", "u")
        assert "Half a thought" in seat.sees
        assert "What you typed here before is still here." in seat.sees


async def test_the_log_of_one_lead_is_exported(desk: Desk) -> None:
    from boardtui.config import Config
    from boardtui.paths import documents_folder

    async with seated(desk, settings=Config()) as seat:
        await seat.press("3", "x", "down", "enter")
        assert list(documents_folder().glob("actions-*.docx"))
        assert "Exported" in seat.sees


async def test_an_empty_log_says_what_to_press(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        await seat.press("3")
        assert "Press a to raise one" in seat.sees
