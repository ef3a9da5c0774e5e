"""The one read behind the Home screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from boardtui.domain import views
from boardtui.domain.checks import CheckState
from boardtui.domain.home import Home, InspectionDuties, Spread
from boardtui.domain.lifting import if_missed
from boardtui.domain.obligations import Binds, ObligationState, paragraph, source_code
from boardtui.domain.states import LOCKED, ActionState, LetterState, MeetingState, Series
from boardtui.domain.waiting import waiting
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.meetings import last_held, meetings, next_meeting
from boardtui.store.reading.notice import compliance, obligations, sources
from boardtui.store.reading.plan import lines_with
from boardtui.store.reading.reader import Database
from boardtui.store.reading.reviews import unanswered

_LETTERS = """
SELECT series, number, state FROM letter WHERE series IN ('letter', 'report') ORDER BY series, number
"""
_PRESSING = (ObligationState.OVERDUE, ObligationState.DUE_SOON)
_AHEAD = (ObligationState.DUE_SOON, ObligationState.NOT_YET_DUE)
_DONE = (ObligationState.MET, ObligationState.MET_LATE)
_ASSESSMENTS = ("N 8.2", "C 2.11")
_ASSESSORS = (Binds.DEPARTMENT, Binds.COMMISSIONER)
_INSPECTION = "inspection"
_DRAFTED = (Series.LETTER, LetterState.DRAFT)


def home(db: Database, today: date) -> Home:
    """Return everything that the Home screen shows, as at `today`."""
    levels = scheme(db)
    all_meetings, open_actions = meetings(db), actions(db, today, open_only=True)
    upcoming, last = next_meeting(db, today), last_held(db)
    lines = lines_with(db, open_actions)
    settings, duties = board(db), obligations(db, today)
    inspected = _inspections(duties, sources(db))
    banded = {one.source for one in inspected}
    assessment = _next_assessment(duties)
    letters: list[tuple[str, int, str]] = db.execute(_LETTERS).fetchall()
    overdue = [action for action in open_actions if action.days_late]
    rated = [level.letter for level in levels if level.rank]
    return Home(
        board=settings,
        on=today,
        scheme=levels,
        next=upcoming,
        days_to_next=(upcoming.date - today).days if upcoming else None,
        last=last,
        days_since_last=(today - last.date).days if last else None,
        duties=tuple(duty for duty in duties if duty.state in _PRESSING and _source(duty) not in banded),
        assessment=assessment,
        days_to_assessment=(assessment.due - today).days if assessment and assessment.due else None,
        lines=len(lines),
        ratings=_movement(lines, rated),
        unrated=sum(line.rating not in rated for line in lines),
        spreads=_spreads(lines, rated),
        open_actions=len(open_actions),
        done_actions=sum(action.state == ActionState.DONE for action in open_actions),
        overdue=len(overdue),
        overdue_by_lead=_by_lead(overdue),
        letters_in_draft=tuple(n for series, n, state in letters if (series, state) == _DRAFTED),
        with_chair=tuple(m.number for m in all_meetings if m.state == MeetingState.WITH_CHAIR),
        to_tidy=sum(m.to_tidy for m in all_meetings if m.state not in LOCKED),
        not_met=tuple(c for c in compliance(db, today, duties) if c.state == CheckState.NOT_MET),
        waiting=waiting(
            all_meetings,
            open_actions,
            lines,
            [(f"{series} {n}", state) for series, n, state in letters],
            today,
            unanswered(db),
        ),
        if_missed=if_missed(settings, today),
        inspections=inspected,
    )


def _source(duty: views.Obligation) -> str:
    return source_code(duty.ref, duty.requirement)


def _inspections(duties: Sequence[views.Obligation], documents: Iterable[views.Source]) -> tuple[InspectionDuties, ...]:
    """Count the duties of each inspection by how they stand; those that do not apply are not counted."""
    counted = []
    for document in documents:
        states = [duty.state for duty in duties if _source(duty) == document.code]
        counts = Counter(state for state in states if state != ObligationState.NOT_APPLICABLE)
        if document.kind == _INSPECTION and counts:
            overdue, soon = counts[ObligationState.OVERDUE], counts[ObligationState.DUE_SOON]
            met = sum(counts[state] for state in _DONE)
            counted.append(InspectionDuties(document.code, document.title, overdue, soon, met, counts.total()))
    return tuple(counted)


def _next_assessment(duties: Sequence[views.Obligation]) -> views.Obligation | None:
    """Find the next unmet duty of N 8.2 or C 2.11; of several on one day that of whoever assesses."""
    ahead = [
        (duty.due, duty.binds not in _ASSESSORS, n)
        for n, duty in enumerate(duties)
        if duty.due and duty.state in _AHEAD and paragraph(duty.ref, duty.requirement).startswith(_ASSESSMENTS)
    ]
    return duties[min(ahead)[2]] if ahead else None


def _movement(lines: Sequence[views.PlanLine], rated: Sequence[str]) -> dict[str, tuple[int, int]]:
    now, before = Counter(line.rating for line in lines), Counter(line.previous for line in lines)
    return {letter: (now[letter], before[letter]) for letter in rated}


def _spreads(lines: Sequence[views.PlanLine], rated: Sequence[str]) -> tuple[Spread, ...]:
    """Count the ratings in force after each of the last meetings; every line knows the same meetings."""
    spreads = []
    for at_meeting in zip(*(line.history for line in lines), strict=True):
        counted = Counter(level for _, level in at_meeting)
        counts = {letter: counted[letter] for letter in rated}
        spreads.append(Spread(at_meeting[0][0], counts, len(lines) - sum(counts.values())))
    return tuple(spreads)


def _by_lead(overdue: Iterable[views.Action]) -> tuple[tuple[str, int], ...]:
    """Count overdue actions by lead, most first."""
    counted = Counter(lead for action in overdue for lead in action.leads)
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0])))
