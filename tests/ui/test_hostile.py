"""Whatever text a Board holds, a screen shows it and does nothing else."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.text import Text
from textual.content import Content

import boardtui.ui
from boardtui.errors import StaleError
from boardtui.services.desk import Desk
from boardtui.ui.widgets.literal import cell, hanging, line, literal
from tests.ui.seeing import HOSTILE, LARGE, Seat, seated

VISIBLE = "[/b] [@click=app.quit]x[/]"


async def test_hostile_text_typed_into_each_kind_of_box_is_kept(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "slash")
        await seat.type(HOSTILE)
        assert _inert(seat)
        await seat.press("escape", "escape", "u")
        await seat.type(HOSTILE)
        await seat.press("ctrl+s")
        assert VISIBLE in seat.sees
        await seat.press("8", "a")
        for _ in range(4):
            await seat.type(HOSTILE)
            await seat.press("tab")
        await seat.press("ctrl+s")
        assert _inert(seat)
        assert "cannot be initials" in seat.sees


async def test_hostile_text_in_errors_and_notices_is_only_text(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        seat.app.say(HOSTILE)
        seat.app.complain(StaleError(HOSTILE, HOSTILE, HOSTILE, theirs=HOSTILE, ours=HOSTILE))
        await seat.settle()
        assert VISIBLE in seat.sees
        assert _inert(seat)


@pytest.mark.parametrize("made", [literal, line, cell])
def test_what_could_command_a_terminal_never_reaches_a_widget(made: Callable[[str], Content | Text]) -> None:
    shown = made(f"{HOSTILE}{'x' * 100_000}").plain
    assert VISIBLE in shown
    assert not set(shown) & set("\x1b\x00\x07\u202e\ud800")
    assert not made(HOSTILE).spans


def test_a_hanging_text_keeps_every_word() -> None:
    assert hanging("1.1  ", "one two three four", 14).plain.split() == ["1.1", "one", "two", "three", "four"]


@pytest.mark.parametrize("path", sorted(Path(boardtui.ui.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_no_screen_makes_markup(path: Path) -> None:
    """Widgets are given Content or Text made by `literal`; markup is read nowhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("from_markup", "render_markup")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify":
            assert any(word.arg == "markup" for word in node.keywords), f"line {node.lineno}"


def _inert(seat: Seat) -> bool:
    return seat.app.is_running and not set(seat.sees) & set("\x1b\x07\u202e")
