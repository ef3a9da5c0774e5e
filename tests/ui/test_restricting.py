"""Restricting an item or a paragraph by key, and choosing which version of a paper is exported (rule 12)."""

from __future__ import annotations

from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.seals import seals
from tests.ui.seeing import seated


async def test_an_item_is_restricted_with_a_reason_from_the_list_and_opened_again(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "v")
        assert "Identifies a child" in seat.sees
        await seat.press("down", "down", "down", "enter")
        assert desk.read(lambda db: items(db, 6))[0].restricted == "Identifies a child"
        assert "[restricted] Welcome" in seat.sees
        await seat.press("v")
        assert "Open it again (now: Identifies a child)" in seat.sees
        await seat.press("enter")
        assert desk.read(lambda db: items(db, 6))[0].restricted is None


async def test_a_paragraph_is_restricted_for_another_reason_in_ones_own_words(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "enter", "v")
        assert "The whole item" in seat.sees
        await seat.press("down", "enter", "end", "enter")
        await seat.type("A dispute")
        await seat.press("ctrl+s")
        first = next(one for one in desk.read(lambda db: entries(db, 5)) if one.paragraph == 1)
        assert first.restricted == "A dispute"


async def test_export_asks_which_version_only_where_something_is_restricted(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "x")
        assert "Exported" in seat.sees
        assert "Which version?" not in seat.sees
    async with seated(desk) as seat:
        await seat.press("2", "up", "enter", "x", "enter")
        assert "Open version, for everybody: without 2 paragraphs and 1 action" in seat.sees
        await seat.press("enter")
        assert "Withheld, each with its reason: 2 paragraphs and 1" in seat.sees


async def test_part_of_signed_minutes_is_restricted_in_a_new_edition_that_the_chair_agreed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "up", "enter", "v")
        assert "Only the administrator may record" in seat.sees
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk) as seat:
        await seat.press("2", "up", "up", "enter", "v", "down", "enter", "end", "up", "up", "enter")
        assert "Paragraph 1.1 of the signed minutes: restrict it" in seat.sees
        await seat.type("A street is named")
        await seat.press("ctrl+s")
        newest = desk.read(lambda db: seals(db, "minutes", 4))[-1]
        assert (newest.edition, newest.because) == (2, "Restricted: A street is named")
        first = next(one for one in desk.read(lambda db: entries(db, 4)) if one.paragraph == 1)
        assert first.restricted == "Identifies a child"
