"""Reads of the Notice: what the sources require, the dated duties, and how the Board complies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardtui.domain import compliance as rules
from boardtui.domain import views
from boardtui.domain.checks import Check
from boardtui.domain.composition import Office
from boardtui.domain.coverage import Coverage, Line, Required, coverage
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.obligations import Binds, ObligationState, obligation_state, send_by
from boardtui.domain.states import InstrumentKind, MeetingState, PersonKind
from boardtui.store.reading.board import board, variations
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import Columns, day, fetch, made, rows

REPORTS = "N 8.1"
"""The paragraph of the Chair's reports, each of which is a check."""

_NOTICE_FIRST = "s.kind <> 'notice', s.published, s.code"
_SOURCES = f"SELECT * FROM source AS s ORDER BY {_NOTICE_FIRST}"
_REQUIREMENTS = f"""
SELECT r.ref, s.code AS source, r.heading, r.text, r.binds, r.band, r.due, r.own_number,
    r.withdrawn_on, r.withdrawn_because,
    (SELECT 'A' || a.number || '.' || f.position FROM finding AS f JOIN assurance AS a ON a.id = f.assurance_id
        WHERE f.id = r.finding_id) AS finding,
    (SELECT json_group_array(ref) FROM (
        SELECT l.ref FROM answer AS w JOIN plan_line AS l ON l.id = w.line_id
        WHERE w.requirement_id = r.id ORDER BY l.position, l.ref
    )) AS answered_by
FROM requirement AS r JOIN source AS s ON s.id = r.source_id
ORDER BY {_NOTICE_FIRST}, r.position, r.ref
"""
_OBLIGATIONS = """
SELECT o.*, r.ref AS requirement, c.number AS correspondence
FROM obligation AS o LEFT JOIN requirement AS r ON r.id = o.requirement_id
    LEFT JOIN correspondence AS c ON c.id = o.correspondence_id
ORDER BY o.due IS NULL, o.due, o.position, o.ref
"""
_ANSWERS = """
SELECT l.ref, (SELECT json_group_array(r.ref) FROM answer AS w JOIN requirement AS r ON r.id = w.requirement_id
    WHERE w.line_id = l.id) AS answers
FROM plan_line AS l ORDER BY l.position, l.ref
"""


def paragraph(ref: str, requirement: str | None) -> str:
    """Return the paragraph a duty comes from: its requirement, or `N 8.1` of `N 8.1 initial`."""
    return requirement or " ".join(ref.split()[:2])


def sources(db: Database) -> list[views.Source]:
    """Return the sources, the Notice first, then by date."""
    return fetch(db, views.Source, _SOURCES)


def requirements(db: Database) -> list[views.Requirement]:
    """Return every requirement by source and paragraph, with the plan lines that answer it.

    Where it binds the Board, Chair or department, its obligations answer it too (rule 4).
    """
    duties: dict[str, list[str]] = {}
    for row in rows(db, _OBLIGATIONS):
        duties.setdefault(_of(row), []).append(row["ref"])
    return [
        requirement
        if requirement.binds == Binds.COUNCIL
        else replace(requirement, answered_by=(*requirement.answered_by, *duties.get(requirement.ref, ())))
        for requirement in fetch(db, views.Requirement, _REQUIREMENTS)
    ]


def obligations(db: Database, today: date) -> list[views.Obligation]:
    """Return the dated duties in order of date, those without one last, and the state of each (rule 2).

    `send_by` is the last weekday on which an unmet one can be sent; `note` begins with why one does not apply.
    """
    return [_obligation(row, today) for row in rows(db, _OBLIGATIONS)]


def compliance(db: Database, today: date) -> tuple[Check, ...]:
    """Return every check that the instrument brings, in the order of its paragraphs."""
    settings = board(db)
    dates = db.execute("SELECT number, held_on, state FROM meeting").fetchall()
    return rules.compliance(
        InstrumentKind(settings.instrument_kind),
        today=today,
        council=settings.council,
        meetings=[MeetingOn(number, date.fromisoformat(on), MeetingState(state)) for number, on, state in dates],
        variations=variations(db),
        offices=[Office(p.initials, p.role, PersonKind(p.kind), p.organisation) for p in people(db)],
        coverage=cover(db),
        reports=[_duty(row) for row in rows(db, _OBLIGATIONS) if _of(row) == REPORTS],
    )


def cover(db: Database) -> Coverage:
    """Return the requirements in force set against the plan lines and obligations that answer them (N 7.3)."""
    required = db.execute("SELECT ref, binds FROM requirement ORDER BY position, ref").fetchall()
    return coverage(
        [Required(ref, Binds(binds)) for ref, binds in required],
        fetch(db, Line, _ANSWERS),
        [_of(row) for row in rows(db, _OBLIGATIONS)],
    )


def _of(row: Columns) -> str:
    return paragraph(row["ref"], row["requirement"])


def _state(row: Columns, today: date) -> ObligationState:
    return obligation_state(day(row["due"]), day(row["met_on"]), today, not_applicable=row["not_applicable"])


def _obligation(row: Columns, today: date) -> views.Obligation:
    state, due = _state(row, today), day(row["due"])
    why = row["not_applicable"] if state is ObligationState.NOT_APPLICABLE else ""
    unmet = state in (ObligationState.NOT_YET_DUE, ObligationState.DUE_SOON, ObligationState.OVERDUE)
    return made(
        views.Obligation,
        row,
        state=state,
        send_by=send_by(due) if due and unmet else None,
        note=" ".join(filter(None, (why, row["note"]))),
    )


def _duty(row: Columns) -> rules.DatedDuty:
    return made(rules.DatedDuty, row)
