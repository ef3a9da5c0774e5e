"""The whole main job in a real terminal: hold a meeting, survive kill -9, close it, and find it all in Word."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document

from boardtui.domain.states import EntryKind
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.reader import Reader
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

TEN = (
    "Members were welcomed and the terms of the peer review were noted.",
    "! DCS, POL with LSCB by 14 Jul: write to every practice about conference reports",
    "= The peer review will begin in September.",
    "? Why are three in ten files still without the child's own words?",
    "> 5/03 done: the list of posts was tabled & read",
    "The Divisional Commander described the new rota.",
    "! HQA by next meeting: read thirty files again",
    "= The rota was agreed.",
    "? Who answers for visits over the summer?",
    "> 5/04 close: the paper of 20 June was accepted",
)
HALF = "The Department's observer said that the pace"


@pytest.fixture
def file(built_sample: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample."""
    path = tmp_path / "sample.board"
    shutil.copyfile(built_sample, path)
    return path


@pytest.fixture
def sit_down(file: Path) -> Iterator[Callable[..., Terminal]]:
    """Yield a way to open the Board in a terminal; all of them are closed afterwards."""
    opened: list[Terminal] = []

    def open_(*, size: tuple[int, int] = (80, 24), sees: str = "Next meeting") -> Terminal:
        terminal = Terminal("open", file, "--as", "secretary", size=size)
        opened.append(terminal)
        terminal.wait_for(sees, "✓")
        return terminal

    yield open_
    for terminal in opened:
        terminal.close()


def on_disk(file: Path) -> list[str]:
    """Return what was typed at meeting 6, as it is on disk."""
    return [one.typed for one in Reader(file).read(lambda db: entries(db, 6))]


def half_typed(file: Path) -> list[str]:
    """Return the half-typed texts on disk, read as another program would."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
        return [text for (text,) in db.execute("SELECT text FROM local_draft WHERE place LIKE 'live:6:%'")]


def start_meeting_6(terminal: Terminal) -> None:
    """Go to meeting 6, start it, and arrive in live mode."""
    terminal.press("2")
    terminal.wait_for("Days Items Lines", "n Issue the agenda")
    terminal.press("enter")
    terminal.wait_for("planned 120 min", "s start")
    terminal.press("s")
    terminal.wait_for("Start meeting 6")
    terminal.press("enter")
    terminal.wait_for("Type what is said.", "the register is not taken yet")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_meeting_survives_kill_and_reaches_word_whole(
    file: Path, tmp_path: Path, sit_down: Callable[..., Terminal], size: tuple[int, int]
) -> None:
    terminal = sit_down(size=size)
    start_meeting_6(terminal)
    terminal.press("f5")
    terminal.wait_for("ctrl+a the other members present")
    terminal.press("ctrl+a", "enter")
    terminal.wait_for("12 of 12 voting members, quorate")
    terminal.press("f3")
    terminal.wait_for("2 Declarations of interest")
    for number, typed in enumerate(TEN, 1):
        terminal.say(typed)
        terminal.wait_for(f"2.{number} ")
    terminal.wait_for("✓ Action 5/04 was closed")
    terminal.type(HALF)
    terminal.wait_until(lambda: half_typed(file) == [HALF], "waiting for the half-typed text on disk")
    terminal.kill(signal.SIGKILL)
    assert on_disk(file)[-10:] == list(TEN)

    terminal = sit_down(size=size, sees="Meeting 6 · 27 Jun 2013")
    terminal.wait_for("2 Declarations of interest", HALF, "2.10")
    terminal.say(" had changed.")
    terminal.wait_for("2.11")
    assert on_disk(file)[-11:] == [*TEN, f"{HALF} had changed."]
    assert half_typed(file) == []
    terminal.press("f9")
    terminal.wait_for("2 actions to read back", "DCS, POL with LSCB", "HQA")
    terminal.press("ctrl+e")
    terminal.wait_for("Close meeting 6?")
    terminal.press("enter")
    terminal.wait_for("minutes in draft")
    assert Reader(file).read(lambda db: meeting(db, 6)).state == "minutes in draft"
    terminal.press("ctrl+q")
    terminal.wait_to_end()

    written = said_in(exported(file, tmp_path))
    found = Reader(file).read(lambda db: entries(db, 6))
    today = Reader(file).read(lambda db: meeting(db, 6)).date
    kinds = {one.kind for one in found}
    assert {EntryKind.NOTE, EntryKind.ACTION, EntryKind.DECISION, EntryKind.CHALLENGE, EntryKind.UPDATE} <= kinds
    for entry in found:
        if entry.kind != EntryKind.REGISTER:
            assert folded(entry.text) in written, entry.text
    for action in Reader(file).read(lambda db: actions(db, today, meeting=6)):
        assert action.ref in written
        assert folded(action.text) in written


def exported(file: Path, folder: Path) -> Path:
    """Export the minutes as the command line does."""
    done = subprocess.run(
        [sys.executable, "-m", "boardtui", "export", "minutes", file, "--meeting", "6", "--to", folder],
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip().splitlines()[-1])


def said_in(path: Path) -> str:
    """Return every word of a Word file, tables included."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return folded(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def folded(text: str) -> str:
    """Return text without differences of white space and quotation marks."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return " ".join(plain.split())


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_end_keeps_the_last_moment_of_typing_and_restores_the_terminal(
    file: Path, sit_down: Callable[..., Terminal], how: int
) -> None:
    terminal = sit_down()
    start_meeting_6(terminal)
    terminal.type(HALF)
    terminal.wait_for(HALF)
    terminal.kill(how)
    assert half_typed(file) == [HALF]
    assert b"\x1b[?1049l" in terminal.raw
    assert b"Traceback" not in terminal.raw


def test_a_closed_window_loses_nothing_that_was_seen(file: Path, sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    start_meeting_6(terminal)
    terminal.type(HALF)
    terminal.wait_for(HALF)
    terminal.close()
    assert half_typed(file) == [HALF]
