"""The pictures the README shows, made from the sample: run `python -m tests.pictures` to renew them."""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path

from boardtui.config import Config
from boardtui.domain.states import Role
from boardtui.services import agenda, meetings, minutes, sample
from boardtui.services.desk import Desk
from boardtui.ui.app import BoardApp

FOLDER = Path(__file__).parent.parent / "docs"
SIZE = (110, 34)
SAID = (
    "present: All members",
    "# 4",
    "> 3/08 close: the telephone line has been open since 3 June; ten schools have used it",
    "> 1/07 by 26 Jul: thirteen practices are left, and the Chief Officer will visit each of them",
    "? The Chair asked what a family in one of those thirteen practices should make of the wait.",
    "! CCG with DDN by next meeting: name the practices still to begin, and the week each one will be visited",
    "= The Board agreed that a third date would be reported to the Minister.",
)


def main() -> None:
    """Make every picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample-2012.board"
        sample.build("2012", path)
        desk = Desk(path, who="Sample", role=Role.SECRETARY, clock=lambda: datetime(2013, 5, 20, 14, 0))
        asyncio.run(_picture(desk, "home"))
        asyncio.run(_picture(desk, "plan", "4"))
        desk.do(lambda work: agenda.issue_agenda(work, 6))
        desk.do(lambda work: meetings.start_meeting(work, 6))
        for line in SAID:
            desk.do(partial(minutes.enter, meeting=6, typed=line))
        asyncio.run(_picture(desk, "live", live=6))
        desk.close()


async def _picture(desk: Desk, name: str, *keys: str, live: int | None = None) -> None:
    app = BoardApp(desk, Config())
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        if live is not None:
            app.open_live(live)
        await pilot.press(*keys)
        for _ in range(5):
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
        drawn = app.export_screenshot()
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(_self_contained(drawn), encoding="utf-8")


def _self_contained(drawn: str) -> str:
    """Leave out the fonts that would be fetched, and the number that changes every time; keep every space."""
    drawn = drawn.replace("<text ", '<text xml:space="preserve" ')
    return re.sub(r"@font-face \{.*?\}", "", re.sub(r"terminal-\d+", "terminal", drawn), flags=re.S)


if __name__ == "__main__":
    main()
