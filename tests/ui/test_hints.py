"""The last line of every screen: hints that fit, whole, with help and the way out always among them."""

from __future__ import annotations

import pytest

from boardtui.services.desk import Desk
from boardtui.ui.commands import COMMANDS, EVERYWHERE, commands_of
from boardtui.ui.keys import shown_key
from boardtui.ui.places import PLACES
from boardtui.ui.widgets.frame import Hints
from tests.ui.seeing import seated

WALKS = (
    ("1",), ("2",), ("2", "enter"), ("2", "up", "enter"), ("3",), ("3", "enter"), ("4",), ("4", "t"), ("4", "left"),
    ("4", "enter"), ("5",), ("5", "enter"), ("6",), *(("6", *["t"] * n) for n in range(1, 7)), ("7",), ("7", "enter"),
    ("7", "t"), ("7", "enter"), ("7", "t"), ("7", "t"), ("8",), ("8", "t"), ("1", "c"), ("1", "h"), ("1", "w"),
    ("1", "z"), ("1", "d"), ("1", "b"), ("3", "o"),
)  # fmt: skip
"""Keys that bring each place, section and record to the front."""


async def test_the_hints_of_every_screen_fit_in_80_columns_and_none_is_cut(desk: Desk) -> None:
    async with seated(desk) as seat:
        for keys in WALKS:
            await seat.press("1", keys[0], *keys)  # twice: back from the record that was open there
            screen = seat.app.screen
            said = seat.sees.splitlines()[-1]
            assert len(said) <= 80, keys
            assert "? keys  q quit" in said, keys
            assert ("esc back" in said) == (getattr(screen, "where", "") not in PLACES), keys
            labels = dict(getattr(screen, "labels", {}))
            known = {
                f"{shown_key(command.key)} {labels.get(command.id, command.label)}"
                for command in (*commands_of(getattr(screen, "where", "")), *commands_of(EVERYWHERE))
            } | {"SAMPLE"}
            assert {part.strip() for part in said.split("  ") if part.strip()} <= known, keys


@pytest.mark.parametrize("where", sorted({command.where for command in COMMANDS} - {EVERYWHERE, "live"}))
def test_every_screen_hints_at_something_and_no_hint_is_longer_than_a_few_words(where: str) -> None:
    labels = [command.label for command in commands_of(where) if command.footer]
    assert labels
    assert max(len(label) for label in labels) <= 18


async def test_a_screen_narrower_than_its_hints_leaves_the_last_ones_out(desk: Desk) -> None:
    async with seated(desk, (60, 24)) as seat:
        await seat.press("3")
        line = seat.app.screen.query_one(Hints).render()
        assert len(str(line)) <= 58
        assert "q quit" in str(line)
