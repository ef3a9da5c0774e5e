"""Under NO_COLOR no code for a colour reaches the terminal, and what a colour would show is in reverse."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from boardtui.ui.no_colour import WithoutColour
from tests.terminal.terminal import Terminal

NOT_COLOURS = {"", "0", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29"}
"""Codes of bold, underline, reverse and their ends."""


@pytest.fixture
def terminal(sample_file: Path) -> Iterator[Terminal]:
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal")
    shown = Terminal("open", sample_file, NO_COLOR="1")
    yield shown
    shown.close()


def reversed_lines(terminal: Terminal) -> list[str]:
    """Return the text that stands in reverse, line by line."""
    lines = []
    for y, line in enumerate(terminal._screen.display):
        said = "".join(sign for x, sign in enumerate(line) if terminal._screen.buffer[y][x].reverse)
        lines.append(said.strip())
    return [line for line in lines if line]


def test_no_code_for_a_colour_is_written_and_the_cursor_stands_out(terminal: Terminal) -> None:
    terminal.wait_for("Next meeting")
    terminal.wait_until(lambda: any("Meeting 6" in line for line in reversed_lines(terminal)))
    terminal.press("3")
    terminal.wait_until(lambda: any("3/08" in line and "overdue" in line for line in reversed_lines(terminal)))
    terminal.press("down")
    terminal.wait_until(lambda: any("2/09" in line and "overdue" in line for line in reversed_lines(terminal)))
    assert "3 Actions" in reversed_lines(terminal)
    terminal.press("4")
    terminal.wait_for("42 lines")
    terminal.wait_until(lambda: any("1.1" in line for line in reversed_lines(terminal)))
    codes = {code for found in re.findall(rb"\x1b\[([0-9;:]*)m", bytes(terminal.raw)) for code in found.split(b";")}
    assert {code.decode() for code in codes} <= NOT_COLOURS


def test_a_ground_that_stands_out_is_reversed_and_bold_stays() -> None:
    bright, dark = (RichColor.parse(name) for name in ("#ffffff", "#101010"))
    given = [
        Segment("row", Style(bold=True, color=dark, bgcolor=bright)),
        Segment("mark", Style(reverse=True, color=bright, bgcolor=dark)),
        Segment("both", Style(reverse=True, color=dark, bgcolor=bright)),
        Segment("text", Style(underline=True, color=bright, bgcolor=dark)),
        Segment("none", None),
    ]
    styles = [one.style for one in WithoutColour().apply(given, Color.parse("#000000"))]
    assert [bool(style and style.reverse) for style in styles] == [True, True, False, False, False]
    assert styles[0] is not None
    assert styles[0].bold
    assert all(style is None or (style.color is None and style.bgcolor is None) for style in styles)
