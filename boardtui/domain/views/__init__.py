"""What the screens, the documents and the command line are given: frozen views of the records, one file per place.

People are named by their initials, records by their references. `id` and `version` are for writing back. A place's
views are imported when one of them is first used, so that reading starts fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtui.domain.views.actions import Action as Action
    from boardtui.domain.views.actions import Update as Update
    from boardtui.domain.views.board import Board as Board
    from boardtui.domain.views.board import Person as Person
    from boardtui.domain.views.letters import TABLED as TABLED
    from boardtui.domain.views.letters import Block as Block
    from boardtui.domain.views.letters import FactComment as FactComment
    from boardtui.domain.views.letters import Figure as Figure
    from boardtui.domain.views.letters import Letter as Letter
    from boardtui.domain.views.meetings import Attendance as Attendance
    from boardtui.domain.views.meetings import Day as Day
    from boardtui.domain.views.meetings import Interest as Interest
    from boardtui.domain.views.meetings import Item as Item
    from boardtui.domain.views.meetings import Meeting as Meeting
    from boardtui.domain.views.meetings import Movement as Movement
    from boardtui.domain.views.minutes import Amendment as Amendment
    from boardtui.domain.views.minutes import Entry as Entry
    from boardtui.domain.views.notice import Obligation as Obligation
    from boardtui.domain.views.notice import Requirement as Requirement
    from boardtui.domain.views.notice import Source as Source
    from boardtui.domain.views.plan import LineMove as LineMove
    from boardtui.domain.views.plan import LineWord as LineWord
    from boardtui.domain.views.plan import PlanLine as PlanLine
    from boardtui.domain.views.plan import Rating as Rating

_WHERE = {
    "board": ("Board", "Person"),
    "meetings": ("Meeting", "Item", "Attendance", "Movement", "Interest", "Day"),
    "minutes": ("Entry", "Amendment"),
    "actions": ("Action", "Update"),
    "plan": ("Rating", "LineWord", "PlanLine", "LineMove"),
    "notice": ("Requirement", "Source", "Obligation"),
    "letters": ("Figure", "Block", "Letter", "FactComment", "TABLED"),
}


def __getattr__(name: str) -> object:
    for place, names in _WHERE.items():
        if name in names:
            globals()[name] = found = getattr(import_module(f"boardtui.domain.views.{place}"), name)
            return found
    raise AttributeError(name)
