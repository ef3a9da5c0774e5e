"""Nothing of the program uses a network, and what it writes beside the Board is its owner's alone (DESIGN 8)."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests import components

FORBIDDEN = """
import sys
def forbid(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        if not (event in ("socket.connect", "socket.bind") and isinstance(args[1], str)):  # a file, not a network
            raise RuntimeError(f"{event} {args[1:]}")
sys.addaudithook(forbid)
"""
COMMAND = f"{FORBIDDEN}\nfrom boardtui.cli import main\nmain()"
SCREENS = f"""{FORBIDDEN}
import asyncio
from datetime import datetime
from pathlib import Path
from boardtui.config import Config
from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from tests.ui.seeing import seated

async def main():
    desk = Desk(Path(sys.argv[1]), who="T", role=Role.CHAIR, clock=lambda: datetime(2013, 5, 20, 12, 0))
    async with seated(desk) as seat:
        await seat.press("escape", *"2345678", "1", "w", "escape", "h", "escape", "question_mark")
        print(seat.app.desk.path.name)
    desk.close()

asyncio.run(main())
"""


@pytest.fixture
def file(built_sample: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample in a folder of its own."""
    (tmp_path / "board").mkdir()
    copy = Path(shutil.copyfile(built_sample, tmp_path / "board" / "sample.board"))
    copy.chmod(0o600)
    return copy


def run(script: str, *arguments: object) -> str:
    """Run a script in a process that may not connect to anything; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_uses_a_network_or_leaves_what_others_can_read(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    papers = [("export", paper, file, "--to", out) for paper in ("minutes", "report", "archive")]
    run(COMMAND, "list", "actions", file, "--json")
    for command in (("status", file), ("history", file), ("check", file), ("backup", file), *papers):
        run(COMMAND, *command)
    run(COMMAND, "handover", file, "--to", "chair")
    assert run(SCREENS, file) == "sample.board\n"
    written = [path for place in (tmp_path, Path(os.environ["HOME"])) for path in place.rglob("*") if path.is_file()]
    readable = [path for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert len(written) >= 5
    assert readable == []


def test_a_command_that_connects_would_be_found() -> None:
    connect = f"{FORBIDDEN}\nimport socket\nsocket.create_connection(('192.0.2.1', 80), 1)"
    with pytest.raises(AssertionError, match="RuntimeError: socket"):
        run(connect)


def test_the_components_listed_are_those_that_are_installed() -> None:
    text = components.SECURITY.read_text(encoding="utf-8")
    assert components.renewed(text) == text, "renew it with: python -m tests.components"
