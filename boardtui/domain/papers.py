"""Everything one document needs, gathered in one read, so that a paper is made from one moment of the Board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from boardtui.domain import views
from boardtui.domain.abbreviations import Term
from boardtui.domain.ratings import Level
from boardtui.domain.states import ReportKind

if TYPE_CHECKING:
    from boardtui.domain import assured, instrument
    from boardtui.domain.challenge import Flag
    from boardtui.domain.checks import Check
    from boardtui.domain.dataset import Indicator

People = Mapping[str, views.Person]
"""Initials → the office, its organisation and who holds it."""


@dataclass(frozen=True)
class AgendaPaper:
    """An agenda: the meeting, its items, who is invited, and when the last meeting was.

    `arising` are the actions open on the day `on`, and those closed since the last meeting (rule 9).
    """

    board: views.Board
    meeting: views.Meeting
    last: views.Meeting | None
    items: tuple[views.Item, ...]
    people: People
    arising: tuple[views.Action, ...] = ()
    on: date | None = None


@dataclass(frozen=True)
class MinutesPaper:
    """Minutes: who was there, what was declared, every item with its entries, and the actions raised.

    `arising` are the actions open at the start, and those closed since the last meeting, each with the due date
    it had then; `actions` are worded as they were minuted; `corrected` are the amendments that a later meeting
    agreed to these minutes; `titles` are the plan lines', by reference; `terms` are the Board's own words.
    """

    board: views.Board
    meeting: views.Meeting
    last: views.Meeting | None
    next: views.Meeting | None
    attendance: tuple[views.Attendance, ...]
    movements: tuple[views.Movement, ...]
    interests: tuple[views.Interest, ...]
    items: tuple[views.Item, ...]
    entries: tuple[views.Entry, ...]
    actions: tuple[views.Action, ...]
    arising: tuple[views.Action, ...]
    ratings: tuple[views.Rating, ...]
    corrected: tuple[views.Amendment, ...]
    titles: Mapping[str, str]
    scheme: tuple[Level, ...]
    people: People
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class ActionLogPaper:
    """The action log on a day: open actions (overdue first), and those closed since the last meeting."""

    board: views.Board
    on: date
    last: views.Meeting | None
    next: views.Meeting | None
    lead: str | None
    open: tuple[views.Action, ...]
    closed: tuple[views.Action, ...]
    scheme: tuple[Level, ...]
    people: People


@dataclass(frozen=True)
class LetterPaper:
    """What the Chair's letter rests on: the meetings it covers, the plan now, actions and challenges since.

    `attendance` holds the covered meetings' registers; `raised` and `closed` are the actions raised and closed
    at or between them; `challenges` the challenges minuted there (each knows what answered it);
    `changed` the agreed ratings given there; `beside` the Chair's reports begun or sent since the last letter;
    `indicators` the dataset, `notes` every note minuted, `sources` what the Board works under and answers.
    """

    board: views.Board
    on: date
    letter: views.Letter
    earlier: views.Letter | None
    meetings: tuple[views.Meeting, ...]
    next: views.Meeting | None
    attendance: tuple[views.Attendance, ...]
    lines: tuple[views.PlanLine, ...]
    changed: tuple[views.Rating, ...]
    open: tuple[views.Action, ...]
    raised: tuple[views.Action, ...]
    closed: tuple[views.Action, ...]
    challenges: tuple[views.Entry, ...]
    answers: tuple[views.Entry, ...]
    decisions: tuple[views.Entry, ...]
    obligations: tuple[views.Obligation, ...]
    scheme: tuple[Level, ...]
    people: People
    beside: tuple[views.Letter, ...] = field(default=(), kw_only=True)
    indicators: tuple[Indicator, ...] = field(default=(), kw_only=True)
    notes: tuple[views.Entry, ...] = field(default=(), kw_only=True)
    sources: tuple[views.Source, ...] = field(default=(), kw_only=True)

    @property
    def noted(self) -> tuple[views.Entry, ...]:
        """Return what was noted at the meetings covered and may be told."""
        first, last = self.letter.first_meeting, self.letter.last_meeting
        return tuple(one for one in self.notes if first <= one.meeting <= last and one.restricted is None)


@dataclass(frozen=True)
class ReportPaper(LetterPaper):
    """What a report rests on: what a letter does, and the whole record, in which its figures are looked up (N 8.1).

    `ratings` are all that were agreed, `actions` all there are, `held` every meeting held with its register in
    `registers`, `challenged` every challenge minuted; `received` are the letters received; `moves` are the moves of
    the plan's due dates, by line.
    """

    ratings: tuple[views.Rating, ...]
    actions: tuple[views.Action, ...]
    held: tuple[views.Meeting, ...]
    registers: tuple[views.Attendance, ...]
    challenged: tuple[views.Entry, ...]
    requirements: tuple[views.Requirement, ...]
    flags: tuple[Flag, ...]
    checks: tuple[Check, ...]
    assurance: tuple[assured.Assurance, ...]
    judgements: tuple[assured.Judgement, ...]
    support: tuple[assured.Support, ...]
    agreements: tuple[instrument.Agreement, ...]
    evidence: tuple[assured.Evidence, ...]
    versions: tuple[instrument.InstrumentVersion, ...]
    received: tuple[instrument.Correspondence, ...]
    moves: Mapping[str, tuple[views.LineMove, ...]]

    @property
    def by_leader(self) -> bool:
        """Say whether it is the Leader's report (N 8.2), not the Chair's."""
        return self.letter.kind == ReportKind.LEADER
