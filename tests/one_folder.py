"""`python -m tests.one_folder PROGRAM`: try the one-folder build as a person would, outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document

from tests.terminal.terminal import Terminal

FOLDERS = {"HOME": "", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}
SECRET = "correct horse battery"


class Build:
    """The program in its folder, a sample Board that it made, and a folder for its papers."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.board, self.papers = program, folder / "demo.board", folder / "papers"

    def run(self, *words: str | Path, typed: str = "") -> str:
        """Run one command, which must succeed; return what it printed."""
        call = [self.program, *words]
        done = subprocess.run(call, input=typed, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(map(str, call))}: {done.stdout}{done.stderr}"
        return done.stdout.strip()

    def tried(self) -> Iterator[str]:
        """Try what needs a part that could have been left out; the first thing that fails ends it."""
        yield self.run("--version").splitlines()[0]
        yield self.run("demo", "--no-open", "--file", self.board)
        yield from self._papers()
        yield self.run("add", "meetings", self.board, "--count", "2")
        yield self.run("check", self.board)
        yield self._screens()
        yield self.run("templates", "copy", "minutes")
        yield self.run("templates", "check", "minutes")  # in a process of its own, which is this program again
        yield self._encrypted()

    def _papers(self) -> Iterator[str]:
        """Minutes (Word), the report (its charts), the pack (LibreOffice, if there is one), a workbook, a calendar."""
        for paper in ("minutes", "report", "pack", "invitations"):
            yield self.run("export", paper, self.board, "--to", self.papers)
        yield self.run("list", "actions", self.board, "--format", "xlsx", "--to", self.papers)
        minutes = Document(str(next(self.papers.glob("minutes-*.docx"))))
        assert any("Apologies" in cell.text for cell in minutes.element.iter() if isinstance(cell.text, str))
        if shutil.which("soffice"):
            assert list(self.papers.glob("*.pdf")), "LibreOffice made no PDF of the pack"

    def _screens(self) -> str:
        """Open the Board in a terminal, look at Home and an indicator's chart, and leave."""
        terminal = Terminal("open", self.board, program=[str(self.program)])
        terminal.wait_for("Next meeting", "✓")
        terminal.press("5")
        terminal.wait_for("Children on protection plans")
        terminal.press("enter")
        terminal.wait_for("baseline")
        terminal.press("ctrl+q")
        terminal.wait_to_end()
        return "In a terminal: Home, the indicators, a chart"

    def _encrypted(self) -> str:
        self.run("encrypt", self.board, typed=f"{SECRET}\n" * 2)
        terminal = Terminal("open", self.board, program=[str(self.program)])
        terminal.wait_for("assphrase")
        terminal.say(SECRET)
        terminal.wait_for("Next meeting")
        terminal.press("ctrl+q")
        terminal.wait_to_end()
        return "Encrypted, and opened with its passphrase"


def main(program: Path) -> None:
    """Try the build in an empty home, in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        os.environ |= {name: str(home / place) for name, place in FOLDERS.items()}
        os.environ.pop("PYTHONPATH", None)
        os.chdir(folder)
        for said in Build(program, Path(folder)).tried():
            print(said, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
