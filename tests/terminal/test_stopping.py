"""ctrl+c on the command line, and typing while the disk is busy, in a real terminal."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pexpect
import pytest

from boardtui.store.reading.minutes import entries
from boardtui.store.reading.reader import Reader
from tests.bench.commits import desk_of, take
from tests.terminal.terminal import PATIENCE, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

AT_ONCE = "from boardtui import cli, terminal; terminal.PATIENCE = 0; cli.main()"
"""The program as it is, but that it tells at once how far something is."""

SAID = "The Designated Nurse spoke of the waiting list"
TYPED_ON = "and nobody waited for the disk"


@pytest.fixture
def file(built_sample: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample with meeting 6 in session."""
    path = tmp_path / "sample.board"
    shutil.copyfile(built_sample, path)
    with closing(desk_of(path, iter(range(10_000)))) as desk:
        take(desk)
    return path


@pytest.fixture
def terminal(file: Path) -> Iterator[Terminal]:
    """Yield live mode in a terminal."""
    opened = Terminal("open", file, "--as", "secretary")
    opened.wait_for("Type what is said.", "✓")
    yield opened
    opened.close()


def test_an_export_stopped_by_ctrl_c_leaves_the_old_one_and_nothing_half_written(file: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    old = papers / "archive-2013-05-20.zip"
    old.write_bytes(b"as it was")
    ran = pexpect.spawn(
        sys.executable, ["-c", AT_ONCE, "export", "archive", str(file), "--to", str(papers)], timeout=PATIENCE
    )
    ran.expect_exact("(ctrl+c stops)")
    ran.sendintr()
    ran.expect_exact("Stopped.")
    ran.expect(pexpect.EOF)
    ran.close()
    assert ran.exitstatus == 130
    assert list(papers.iterdir()) == [old]
    assert old.read_bytes() == b"as it was"


def test_every_key_is_painted_while_an_entry_waits_for_the_disk(file: Path, terminal: Terminal) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        terminal.say(SAID)
        terminal.wait_for(f"… {SAID}")
        frames = 0
        for end in range(1, len(TYPED_ON) + 1):
            terminal.type(TYPED_ON[end - 1])
            terminal.wait_until(lambda end=end: TYPED_ON[:end].strip() in terminal.words)  # type: ignore[misc]  # a lambda with defaults
            frames += 1
        assert frames == len(TYPED_ON)
        assert SAID not in [one.text for one in Reader(file).read(lambda db: entries(db, 6))]
        other.execute("ROLLBACK")
    terminal.wait_for(f"✓ {SAID}", TYPED_ON)
    assert SAID in [one.text for one in Reader(file).read(lambda db: entries(db, 6))]
