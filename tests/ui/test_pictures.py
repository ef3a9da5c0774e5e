"""One picture of each screen at both sizes, one in each run, the other with `thorough`.

Renew them with `pytest -m "" --snapshot-update tests/ui/test_pictures.py`, after looking at each.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot

from boardtui.config import Config
from boardtui.services import meetings, minutes
from boardtui.services.desk import Desk
from boardtui.ui.app import BoardApp
from boardtui.ui.at_work import Wanted
from tests.sheets.building import workbook
from tests.ui.seeing import BOTH, LARGE, SMALL, Seat

Ready = Callable[[Pilot[Wanted]], Awaitable[None]]
SCREENS: dict[str, tuple[str, ...]] = {
    "home": (),
    "meetings": ("2",),
    "agenda": ("2", "enter"),
    "minutes": ("2", "up", "enter", "down", "down", "down", "down"),
    "actions": ("3",),
    "action": ("3", "down", "down", "enter"),
    "plan": ("4",),
    "line": ("4", "enter"),
    "rate": ("4", "g"),
    "challenge": ("4", "t"),
    "evidence": ("4", "left"),
    "thread": ("4", "down", "down", "down", "down", "down", "o"),
    "indicators": ("5",),
    "indicator": ("5", *["down"] * 8, "enter"),
    "value": ("5", "a"),
    "measure": ("5", "e"),
    "requirements": ("6",),
    "duties": ("6", "t"),
    "compliance": ("6", "t", "t"),
    "agreed": ("6", "t", "t", "t"),
    "assurance": ("6", "t", "t", "t", "t"),
    "audit": ("6", "t", "t", "t", "t", "down", "enter"),
    "support": ("6", "left", "left"),
    "versions": ("6", "left"),
    "lifting": ("6", "left", "l"),
    "letters": ("7",),
    "reports": ("7", "t"),
    "report": ("7", "t", "enter", "down"),
    "received": ("7", "t", "t"),
    "preflight": ("7", "t", "b"),
    "letter": ("7", "down", "enter", "down"),
    "forward": ("2", "f"),
    "brief": ("c", "t"),
    "words": ("8", "w"),
    "people": ("8",),
    "attendance": ("8", "t"),
    "ratings-picture": ("4", "p"),
    "attendance-picture": ("8", "p"),
    "duties-picture": ("6", "p"),
    "actions-picture": ("3", "p"),
    "queue": ("c",),
    "history": ("h",),
    "changes": ("w", "t", "ctrl+s"),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "handing": ("o",),
}

SAID = (
    "present: All members",
    "apologies: CCG",
    "deputy: DDN for CCG",
    "# 4",
    "> 3/08 close: the telephone line has been open since 3 June",
    "! CCG with DDN by next meeting: name the practices still to begin, and the week each will be visited",
    "! XX by 14 Jul: a line to tidy",
    "? Why should a family wait for a date that has moved twice?",
    "= A third date would be reported to the Minister.",
    "(restricted: staffing) The post was discussed.",
)
"""A meeting under way, for the pictures of live mode."""


def reached(*keys: str) -> Ready:
    """Return what presses the keys, each when the one before has had its effect."""

    async def press(pilot: Pilot[Wanted]) -> None:
        seat = Seat(pilot)
        await seat.settle()
        await seat.press(*keys)

    return press


def at_both_sizes(*names: str) -> list[Any]:
    """Return each picture by its name and size; of two neighbours one is small in each run, the other is large."""
    return [
        pytest.param(name, size, id=f"{name}-{size[0]}x{size[1]}", marks=[pytest.mark.thorough] * (number % 2 != large))
        for number, name in enumerate(names)
        for large, size in enumerate((SMALL, LARGE))
    ]


@pytest.mark.parametrize(("name", "size"), at_both_sizes(*SCREENS))
def test_screen_looks_as_it_did(
    name: str, size: tuple[int, int], desk: Desk, snap_compare: Callable[..., bool]
) -> None:
    app = BoardApp(desk, Config())
    assert snap_compare(app, terminal_size=size, run_before=reached(*SCREENS[name]))


@pytest.mark.parametrize(("name", "size"), at_both_sizes("live", "f1", "f4", "f5", "f6", "f9"))
def test_live_mode_looks_as_it_did(
    name: str, size: tuple[int, int], desk: Desk, snap_compare: Callable[..., bool]
) -> None:
    desk.do(lambda work: meetings.start_meeting(work, 6))
    for typed in SAID:
        desk.do(partial(minutes.enter, meeting=6, typed=typed))
    keys = () if name == "live" else (name,)
    assert snap_compare(BoardApp(desk, Config()), terminal_size=size, run_before=reached(*keys))


LOG = (
    ("Action log of the Improvement Board",),
    ("Ref", "Action required", "Action owner", "By when", "Status", "Signed"),
    ("A1", "Report caseloads by team to each meeting", "DCS & JB", "end of June 2013", "Open", ""),
    ("A2", "Write to every school about the referral form", "POL", "Ongoing", "Open", ""),
    ("A3", "Confirm the date of the peer review", "DCS", "31/02/2013", "Complete", ""),
    ("Total", "3"),
)
"""A council's log, for the picture of bringing it in."""


@pytest.mark.parametrize("size", BOTH, ids=["80x24", "120x40"])
def test_bringing_in_looks_as_it_did(size: tuple[int, int], desk: Desk, snap_compare: Callable[..., bool]) -> None:
    workbook(desk.path.with_name("Action log.xlsx"), LOG)
    app = BoardApp(desk, Config())
    assert snap_compare(app, terminal_size=size, run_before=reached("3", "i", "enter"))


@pytest.mark.parametrize("size", BOTH, ids=["80x24", "120x40"])
def test_welcome_looks_as_it_did(size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(BoardApp(None, Config()), terminal_size=size)
