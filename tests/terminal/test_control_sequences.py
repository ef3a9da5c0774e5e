"""Whatever the Board's records say, no control sequence of theirs reaches the terminal (DESIGN 8, *Text*)."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.test_main_job import start_meeting_6

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

ATTACK = "\x1b]52;c;cHduZWQ=\x07\x1b[31mpwned\x9b2J\x1b]0;pwned\x07\x85[/b][@click=app.quit]x[/]\u202edenwp"
FORBIDDEN = (b"\x1b]52", b"\x1b]0;", b"\x1b[31mpwned", b"pwned\x07", b"\xc2\x9b", b"\xc2\x85", b"\xe2\x80\xae")
"""A clipboard write, a title, a colour, the bell that ends a title, two of C1, an override of direction."""
TEXTS = (
    ("entry", "text"),
    ("entry", "typed"),
    ("agenda_item", "title"),
    ("agenda_item", "paper"),
    ("action", "text"),
    ("office", "title"),
    ("office", "organisation"),
    ("board", "name"),
    ("plan_line", "title"),
    ("requirement", "text"),
    ("letter", "subject"),
    ("meeting", "place"),
)


@pytest.fixture
def poisoned(built_sample: Path, tmp_path: Path) -> Path:
    """Return a sample whose records hold raw control sequences, as another program might write them."""
    path = tmp_path / "poisoned.board"
    shutil.copyfile(built_sample, path)
    with closing(sqlite3.connect(path)) as db:
        triggers = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for table, column in TEXTS:
            db.execute(f"UPDATE {table} SET {column} = {column} || ?", (ATTACK,))
        db.commit()
    return path


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_stored_control_sequences_never_reach_the_terminal(poisoned: Path, size: tuple[int, int]) -> None:
    terminal = Terminal("open", poisoned, "--as", "secretary", size=size)
    try:
        terminal.wait_for("Next meeting", "✓")
        for place in "345678":
            terminal.press(place)
            terminal.read_out()
        start_meeting_6(terminal)
        for key in ("f4", "f6", "f9", "f5", "f1"):
            terminal.press(key)
            terminal.read_out()
            terminal.press("esc")
            terminal.read_out()
        terminal.type("> 5/03 done: all")
        terminal.wait_for("reported done")
        terminal.press("f6")
        terminal.wait_for("Action 5/03")
    finally:
        terminal.close()
    for sequence in FORBIDDEN:
        at = terminal.raw.find(sequence)
        assert at < 0, bytes(terminal.raw[at - 60 : at + 40])
    assert b"pwned" in terminal.raw
