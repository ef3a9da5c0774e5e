"""Showing Home waits for nothing that Home does not show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NEVER = ("sqlmodel", "sqlalchemy", "alembic", "docx", "docxtpl", "openpyxl", "holidays", "dateutil", "pydantic")
"""What Home does not load, however long it is looked at."""

FIRST = {
    *("boardtui", "boardtui.collecting", "boardtui.config", "boardtui.crash", "boardtui.errors"),
    *("boardtui.keys_said", "boardtui.paths"),
    *("boardtui.domain", "boardtui.domain.dates", "boardtui.domain.home", "boardtui.domain.moments"),
    *("boardtui.domain.pen", "boardtui.domain.progress", "boardtui.domain.ratings"),
    *("boardtui.domain.restriction", "boardtui.domain.roles"),
    *("boardtui.domain.states", "boardtui.domain.text", "boardtui.domain.waiting"),
    *("boardtui.domain.views", "boardtui.domain.views.board", "boardtui.domain.views.meetings"),
    *("boardtui.services", "boardtui.services.desk"),
    *("boardtui.store", "boardtui.store.engine", "boardtui.store.library", "boardtui.store.pen"),
    *("boardtui.store.reading", "boardtui.store.reading.board", "boardtui.store.reading.coming"),
    *("boardtui.store.reading.meetings", "boardtui.store.reading.reader", "boardtui.store.reading.restricted"),
    *("boardtui.store.reading.rows", "boardtui.store.rollback"),
    *("boardtui.ui", "boardtui.ui.app", "boardtui.ui.at_work", "boardtui.ui.commands", "boardtui.ui.ending"),
    *("boardtui.ui.going", "boardtui.ui.keys", "boardtui.ui.leaving", "boardtui.ui.places"),
    *("boardtui.ui.screens", "boardtui.ui.screens.base", "boardtui.ui.screens.bringing"),
    *("boardtui.ui.screens.home", "boardtui.ui.screens.home_figures", "boardtui.ui.stylesheet"),
    *("boardtui.ui.themes", "boardtui.ui.typing_ahead", "boardtui.ui.undoing"),
    *("boardtui.ui.widgets", "boardtui.ui.widgets.figures", "boardtui.ui.widgets.frame"),
    *("boardtui.ui.widgets.literal", "boardtui.ui.widgets.ratings"),
}
"""All of the program that is loaded before Home is first painted: whatever else is imported delays every start."""

SCRIPT = """
import asyncio, sys
from datetime import datetime
from pathlib import Path
from boardtui.config import Config
from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.ui.app import BoardApp
from boardtui.ui.screens.home import HomeScreen

read_all = HomeScreen._read_all

def painted(screen):
    print(*sorted(sys.modules))
    read_all(screen)

HomeScreen._read_all = painted

async def main():
    desk = Desk(Path(sys.argv[1]), who="T", role=Role.SECRETARY, clock=lambda: datetime(2013, 5, 20))
    app = BoardApp(desk, Config(), backs_up=True)
    async with app.run_test() as pilot:
        await pilot.pause()
        while app.busy:
            await app.workers.wait_for_complete()
            await pilot.pause()
        print(*sorted(sys.modules))
    desk.close()

asyncio.run(main())
"""


def test_home_is_painted_before_anything_else_is_loaded_and_loads_no_database_classes_and_no_word(
    sample_file: Path,
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample_file)], capture_output=True, text=True, check=True, timeout=120
    )
    first, settled = (line.split() for line in run.stdout.splitlines())
    early = {name for name in first if name.partition(".")[0] == "boardtui"}
    assert early - FIRST == set(), "imported before the first paint: import it where it is used"
    assert FIRST - early == set(), "not imported any more: take it from the list"
    assert not {name.partition(".")[0] for name in settled} & set(NEVER)
    assert "boardtui.ui.screens.actions" not in settled
