"""What every test of the screens has in common: stylesheets are read once, what nobody looks at is not drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, TextArea


@pytest.fixture(scope="session", autouse=True)
def stylesheets_read_once() -> Iterator[None]:
    """Let applications share what was read of a stylesheet with the same colours."""
    known: dict[tuple[Any, ...], list[Any]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, *told: Any, **named: Any) -> list[Any]:
        sheet = (frozenset(self._variables.items()), *told, *named.items())
        if sheet not in known:
            known[sheet] = parse(self, *told, **named)
        return known[sheet]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def cursors_do_not_blink(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a picture show the cursor whenever it is taken."""
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda _: None)
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)


@pytest.fixture(scope="session", autouse=True)
def drawn_when_looked_at() -> Iterator[None]:
    """Let a screen be drawn where a test looks at it, by `Seat.sees` or a picture, and nowhere else."""
    draw = Compositor.render_update

    def draw_whole(self: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False) -> Any:
        if full:
            return draw(self, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])  # what is seen behind a dialog
        self._dirty_regions.clear()
        return None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", draw_whole)
        yield
