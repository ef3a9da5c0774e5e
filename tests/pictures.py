"""The pictures the README shows, made from the sample: `python -m tests.pictures [NAME …]` renews them, or some."""

from __future__ import annotations

import asyncio
import hashlib
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PIL import Image, PngImagePlugin
from textual.widgets import TextArea

from boardtui import paths
from boardtui.config import Config
from boardtui.documents import pdf
from boardtui.documents.reopening import paragraphs
from boardtui.domain.states import Role
from boardtui.services import agenda, meetings, minutes, sample
from boardtui.services.desk import Desk
from boardtui.services.export import render
from boardtui.ui.app import BoardApp
from tests.ui.seeing import Seat

FOLDER = Path(__file__).parent.parent / "docs"
SIZE = (110, 34)
TODAY, IN_SESSION = datetime(2013, 5, 20, 14, 0), datetime(2013, 6, 27, 14, 25)
SAID = (
    "present: All members",
    "apologies: CCG",
    "deputy: DDN for CCG",
    "# 4",
    "> 3/08 close: the telephone line has been open since 3 June; ten schools have used it",
    "> 1/07 by 26 Jul: thirteen practices are left, and the Chief Officer will visit each of them",
    "? The Chair asked what a family in one of those thirteen practices should make of the wait.",
    "! CCG with DDN by next meeting: name the practices still to begin, and the week each one will be visited",
    "= The Board agreed that a third date would be reported to the Minister.",
)
"""A meeting under way, as the secretary typed it."""


@dataclass(frozen=True)
class Shown:
    """A screen of the sample: who reads it, the keys that lead there, and what was typed in meeting 6 before."""

    keys: tuple[str, ...]
    role: Role = Role.ADMINISTRATOR
    now: datetime = TODAY
    said: Sequence[str] = ()


SCREENS = {
    "home": Shown(()),
    "live": Shown((), Role.SECRETARY, IN_SESSION, SAID),
    "actions": Shown(("3",)),
    "plan": Shown(("4",)),
    "indicator": Shown(("5", *["down"] * 8, "enter")),
    "duties": Shown(("6", "t")),
    "queue": Shown(("c",), Role.CHAIR),
}
WORD, MEETING, PAGE = "minutes", 4, 5
"""The picture of a page of Word: whose signed minutes it shows, and which page of them."""
MADE_FROM = "Made from"
"""Under what name a picture of a page keeps the digest of the paper that it shows."""


def main(names: Sequence[str]) -> None:
    """Make these pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        board = Path(folder) / "sample-2012.board"
        sample.build("2012", board)
        for name in filter(SCREENS.__contains__, names):
            path = Path(folder, name, board.name)
            path.parent.mkdir()
            path.write_bytes(board.read_bytes())
            (FOLDER / f"{name}.svg").write_text(asyncio.run(drawn(path, SCREENS[name])), encoding="utf-8")
        if WORD in names:
            (FOLDER / f"{WORD}.png").write_bytes(_page(paper(board)))


async def drawn(path: Path, shown: Shown) -> str:
    """Return a screen as a picture; the Board file is changed where something was said in a meeting."""
    desk = Desk(path, who="Sample", role=shown.role, clock=lambda: shown.now)
    if shown.said:
        desk.do(lambda work: agenda.issue_agenda(work, 6))
        desk.do(lambda work: meetings.start_meeting(work, 6))
    for line in shown.said:
        desk.do(partial(minutes.enter, meeting=6, typed=line))
    app = BoardApp(desk, Config())
    with patch.object(TextArea, "_toggle_cursor_blink_visible", lambda _: None):
        async with app.run_test(size=SIZE) as pilot:
            seat = Seat(pilot)
            await seat.settle()
            await seat.press(*shown.keys)
            picture = app.export_screenshot()
    desk.close()
    return _self_contained(picture)


def paper(board: Path) -> bytes:
    """Return the Word file of the minutes that are shown as a page."""
    desk = Desk(board, who="Sample", role=Role.SECRETARY, clock=lambda: TODAY)
    try:
        return render(desk, "minutes", MEETING).data
    finally:
        desk.close()


def digest(data: bytes) -> str:
    """Return what tells a paper from another one: its words and its template, not its seal, which any record moves."""
    template = (paths.shipped_templates() / "word" / f"{WORD}.docx").read_bytes()
    return hashlib.sha256("\n".join(paragraphs(data)).encode() + template).hexdigest()


def shown_page() -> str:
    """Return the digest of the paper that the picture of a page was made from."""
    with Image.open(FOLDER / f"{WORD}.png") as picture:
        return str(picture.info[MADE_FROM])


def _page(data: bytes) -> bytes:
    """Return a page of a Word file as LibreOffice prints it, in 64 colours, with the digest of the file."""
    call = ["pdftoppm", "-r", "80", "-f", str(PAGE), "-l", str(PAGE), "-png", "-"]
    whole = pdf.joined({"minutes.docx": data}, "Minutes")
    printed = subprocess.run(call, input=whole, capture_output=True, check=True).stdout
    told = PngImagePlugin.PngInfo()
    told.add_text(MADE_FROM, digest(data))
    made = io.BytesIO()
    Image.open(io.BytesIO(printed)).quantize(64).save(made, "PNG", optimize=True, pnginfo=told)
    return made.getvalue()


def _self_contained(drawn: str) -> str:
    """Leave out the fonts that would be fetched, and the number that changes every time; keep every space."""
    drawn = drawn.replace("<text ", '<text xml:space="preserve" ')
    return re.sub(r"@font-face \{.*?\}", "", re.sub(r"terminal-\d+", "terminal", drawn), flags=re.S)


if __name__ == "__main__":
    main(sys.argv[1:] or (*SCREENS, WORD))
