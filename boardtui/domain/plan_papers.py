"""What the plan report and the committee's report need, each gathered in one read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain import views
from boardtui.domain.challenge import Flag
from boardtui.domain.dataset import Indicator
from boardtui.domain.papers import People
from boardtui.domain.ratings import Level


@dataclass(frozen=True)
class PlanPaper:
    """The Improvement Plan on a day: its lines, the ratings agreed at the last meeting held, moves of due dates since.

    `flags` are what rule 7 finds to ask about its lines.
    """

    board: views.Board
    on: date
    last: views.Meeting | None
    next: views.Meeting | None
    lines: tuple[views.PlanLine, ...]
    changed: tuple[views.Rating, ...]
    moved: tuple[tuple[str, views.LineMove], ...]
    indicators: tuple[Indicator, ...]
    scheme: tuple[Level, ...]
    people: People
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class ScrutinyPaper:
    """A report to the council's scrutiny committee: the plan, what the Board works under, and the officer's own words.

    `letter` is the register's entry: addressed to the committee, signed by the relevant officer, its reference the
    number of the agenda item; None while nobody has started one.
    """

    plan: PlanPaper
    letter: views.Letter | None
    sources: tuple[views.Source, ...]
    meetings: tuple[views.Meeting, ...]
    actions: tuple[views.Action, ...]
    obligations: tuple[views.Obligation, ...]
    requirements: tuple[views.Requirement, ...]
    entries: tuple[views.Entry, ...] = ()
