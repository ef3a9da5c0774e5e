"""Restricting an item or a paragraph by key, and choosing which version of a paper is exported (rule 12)."""

from __future__ import annotations

from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items
from boardtui.store.reading.minutes import entries
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
