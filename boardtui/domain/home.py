"""Everything the Home screen shows, gathered in one read, so that all its figures are of one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from boardtui.domain import views
from boardtui.domain.ratings import Level
from boardtui.domain.waiting import Waiting

if TYPE_CHECKING:
    from boardtui.domain.checklist import SetUp


@dataclass(frozen=True)
class Spread:
    """How many plan lines had each rating after a meeting; `unrated` had none."""

    meeting: int
    counts: Mapping[str, int]
    unrated: int


@dataclass(frozen=True)
class InspectionDuties:
    """What an inspection asked for in its bands, counted: Home names none of them singly."""

    source: str
    title: str
    overdue: int
    due_soon: int
    met: int
    total: int


class Coming(NamedTuple):
    """What Home says first: the next meeting, in how many days, and how far apart meetings may be (N 7.2)."""

    next: views.Meeting | None
    days: int | None
    interval: int


@dataclass(frozen=True)
class Home:
    """The Board on a day.

    `days_since_last` is to be held against the Board's interval (N 7.2); `duties` are those due soon or
    overdue, those of inspections left out, which `inspections` counts; `assessment` is the next dated duty of N 8.2,
    and `if_missed` what missing it may bring (N 9), empty unless a Notice is in force. `ratings` gives for each
    letter of the scheme how many lines have it now and had it at the meeting before. `overdue_by_lead` counts an
    action for each of its leads, `overdue` once. `set_up` is what there is of what a new Board needs, while
    that is listed.
    """

    board: views.Board
    on: date
    scheme: tuple[Level, ...]
    coming: Coming
    last: views.Meeting | None
    days_since_last: int | None
    duties: tuple[views.Obligation, ...]
    assessment: views.Obligation | None
    days_to_assessment: int | None
    lines: int
    ratings: Mapping[str, tuple[int, int]]
    unrated: int
    spreads: tuple[Spread, ...]
    open_actions: int
    done_actions: int
    overdue: int
    overdue_by_lead: tuple[tuple[str, int], ...]
    letters_in_draft: tuple[int, ...]
    with_chair: tuple[int, ...]
    to_tidy: int
    waiting: tuple[Waiting, ...]
    if_missed: str = ""
    inspections: tuple[InspectionDuties, ...] = ()
    set_up: SetUp | None = None
