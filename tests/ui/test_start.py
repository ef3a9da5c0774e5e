"""Showing Home waits for nothing that Home does not show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LATE = ("sqlmodel", "sqlalchemy", "alembic", "docx", "docxtpl", "openpyxl", "holidays", "dateutil", "pydantic")
SCRIPT = """
import asyncio, sys
from datetime import datetime
from pathlib import Path
from boardtui.config import Config
from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.ui.app import BoardApp
from boardtui.ui.holding import Held

async def main():
    desk = Desk(Path(sys.argv[1]), who="T", role=Role.SECRETARY, clock=lambda: datetime(2013, 5, 20))
    desk.warm = Held.claim = lambda *_: None  # what is loaded after the first paint
    app = BoardApp(desk, Config())
    async with app.run_test() as pilot:
        while app.busy:
            await app.workers.wait_for_complete()
            await pilot.pause()
        print(*sorted(sys.modules))
    desk.close()

asyncio.run(main())
"""


def test_home_imports_no_database_classes_and_no_word(sample_file: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample_file)], capture_output=True, text=True, check=True, timeout=120
    )
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert not loaded & set(LATE)
    screens = {name for name in run.stdout.split() if name.startswith("boardtui.ui.screens.")}
    assert "boardtui.ui.screens.actions" not in screens
    assert "boardtui.services.actions" not in run.stdout.split()
