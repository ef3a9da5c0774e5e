"""The one read behind the Home screen."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from boardtui.domain import views
from boardtui.domain.actions import days_late
from boardtui.domain.home import Home, InspectionDuties, Spread
from boardtui.domain.lifting import if_missed
from boardtui.domain.obligations import Binds, ObligationState, paragraph, source_code
from boardtui.domain.states import OPEN_ACTIONS, UNFINISHED, ActionState, LetterState, MeetingState, Series, UpdateKind
from boardtui.domain.waiting import InHand, waiting
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.checklist import set_up
from boardtui.store.reading.coming import coming
from boardtui.store.reading.deadlines import of_meetings
from boardtui.store.reading.meetings import chosen, last_held
from boardtui.store.reading.notice import obligations, sources
from boardtui.store.reading.rated import Held, Rated, rated
from boardtui.store.reading.reader import Database, while_wanted
from boardtui.store.reading.reviews import unanswered
from boardtui.store.reading.rows import day, quoted

_LETTERS = """
SELECT series, number, state FROM letter WHERE series IN ('letter', 'report') ORDER BY series, number
"""
_OPEN = f"""
SELECT a.state, a.due,
    (SELECT count(*) FROM action_update AS u
        WHERE u.action_id = a.id AND u.kind = '{UpdateKind.MOVED}' AND u.due_after > u.due_before),
    (SELECT json_group_array(o.initials) FROM action_owner AS w JOIN office AS o ON o.id = w.office_id
        WHERE w.action_id = a.id AND w.part = 'lead')
FROM action AS a WHERE a.state IN ({quoted(OPEN_ACTIONS)})
"""
_UNFINISHED = f"m.state IN ({quoted(UNFINISHED)})"
_PRESSING = (ObligationState.OVERDUE, ObligationState.DUE_SOON)
_AHEAD = (ObligationState.DUE_SOON, ObligationState.NOT_YET_DUE)
_DONE = (ObligationState.MET, ObligationState.MET_LATE)
_ASSESSMENTS = ("N 8.2", "C 2.11")
_ASSESSORS = (Binds.DEPARTMENT, Binds.COMMISSIONER)
_INSPECTION = "inspection"
_AWAITED = (MeetingState.PLANNED, MeetingState.DRAFT)
_DRAFTED = (Series.LETTER, LetterState.DRAFT)


def home(db: Database, today: date) -> Home:
    """Return what the Home screen shows, as at `today`; what takes longer to read is `watch`."""
    levels, held = scheme(db), Held(db)
    unfinished, in_hand, last = chosen(db, _UNFINISHED), _in_hand(db, today), last_held(db)
    lines = rated(db, held)
    settings, duties = board(db), obligations(db, today)
    inspected = _inspections(duties, sources(db))
    banded = {one.source for one in inspected}
    assessment = _next_assessment(duties)
    letters: list[tuple[str, int, str]] = db.execute(_LETTERS).fetchall()
    overdue = [action for action in in_hand if action.days_late]
    letters_rated = [level.letter for level in levels if level.rank]
    return Home(
        board=settings,
        on=today,
        scheme=levels,
        coming=coming(db, today),
        last=last,
        days_since_last=(today - last.date).days if last else None,
        duties=tuple(duty for duty in duties if duty.state in _PRESSING and _source(duty) not in banded),
        assessment=assessment,
        days_to_assessment=(assessment.due - today).days if assessment and assessment.due else None,
        lines=len(lines),
        ratings=_movement(lines, letters_rated),
        unrated=sum(line.now not in letters_rated for line in lines),
        spreads=_spreads(held.last, lines, letters_rated),
        open_actions=len(in_hand),
        done_actions=sum(action.state == ActionState.DONE for action in in_hand),
        overdue=len(overdue),
        overdue_by_lead=_by_lead(overdue),
        letters_in_draft=tuple(n for series, n, state in letters if (series, state) == _DRAFTED),
        with_chair=tuple(m.number for m in unfinished if m.state == MeetingState.WITH_CHAIR),
        to_tidy=sum(m.to_tidy for m in unfinished),
        waiting=waiting(
            unfinished,
            in_hand,
            sum(line.proposed for line in lines),
            [(f"{series} {n}", state) for series, n, state in letters],
            today,
            unanswered(db),
            of_meetings(db, [one for one in unfinished if one.state in _AWAITED]),
            settings.slips_asked,
        ),
        if_missed=if_missed(settings, today),
        inspections=inspected,
        set_up=set_up(db),
    )


def _in_hand(db: Database, today: date) -> list[InHand]:
    found = []
    for stands, on, slips, leads in while_wanted(db.execute(_OPEN).fetchall()):
        state, due = ActionState(stands), day(on)
        found.append(InHand(state, due, days_late(state, due, today), slips, tuple(json.loads(leads))))
    return found


def _source(duty: views.Obligation) -> str:
    return source_code(duty.ref, duty.requirement)


def _inspections(duties: Sequence[views.Obligation], documents: Iterable[views.Source]) -> tuple[InspectionDuties, ...]:
    """Count the duties of each inspection by how they stand; those that do not apply are not counted."""
    of_source: defaultdict[str, list[str]] = defaultdict(list)
    for duty in duties:
        of_source[_source(duty)].append(duty.state)
    counted = []
    for document in documents:
        counts: Counter[str] = Counter(
            state for state in of_source[document.code] if state != ObligationState.NOT_APPLICABLE
        )
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


def _movement(lines: Sequence[Rated], rated: Sequence[str]) -> dict[str, tuple[int, int]]:
    now = Counter(line.now for line in lines)
    before = Counter(line.history[-2] for line in lines if len(line.history) > 1)
    return {letter: (now[letter], before[letter]) for letter in rated}


def _spreads(held: Sequence[int], lines: Sequence[Rated], rated: Sequence[str]) -> tuple[Spread, ...]:
    """Count the ratings in force after each of the last meetings."""
    spreads = []
    for meeting, at_meeting in zip(held, zip(*(line.history for line in lines), strict=True), strict=False):
        counted = Counter(at_meeting)
        counts = {letter: counted[letter] for letter in rated}
        spreads.append(Spread(meeting, counts, len(lines) - sum(counts.values())))
    return tuple(spreads)


def _by_lead(overdue: Iterable[InHand]) -> tuple[tuple[str, int], ...]:
    """Count overdue actions by lead, most first."""
    counted = Counter(lead for action in overdue for lead in action.leads)
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0])))
