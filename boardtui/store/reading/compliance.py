"""How the Board complies: the records that the checks of the Notice look at, read and put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardtui.domain import compliance as rules
from boardtui.domain import validation, views
from boardtui.domain.agreed import Agreed
from boardtui.domain.assured import AUDITS
from boardtui.domain.audits import Audit
from boardtui.domain.checks import Check
from boardtui.domain.complete_dataset import Entered
from boardtui.domain.composition import Office
from boardtui.domain.coverage import Coverage, Line, Required, coverage
from boardtui.domain.dated_duties import DatedDuty
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.obligations import Binds, ObligationState, paragraph
from boardtui.domain.sector_support import Package
from boardtui.domain.states import InstrumentKind, MeetingState, PersonKind
from boardtui.store.reading.board import board
from boardtui.store.reading.calendar import variations
from boardtui.store.reading.notice import obligations
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, made, quoted, rows

REPORTS, LEADER = "N 8.1", "N 8.2"
"""The paragraphs of the Chair's and of the Leader's reports, each of which is a check."""

_REQUIRED = """
SELECT ref, binds FROM requirement WHERE withdrawn_on IS NULL OR withdrawn_on > :today ORDER BY position, ref
"""
_SERVED = "SELECT o.ref, r.ref FROM obligation AS o LEFT JOIN requirement AS r ON r.id = o.requirement_id"
_ANSWERS = """
SELECT l.ref, (SELECT json_group_array(r.ref) FROM answer AS w JOIN requirement AS r ON r.id = w.requirement_id
    WHERE w.line_id = l.id) AS answers
FROM plan_line AS l ORDER BY l.position, l.ref
"""
_AGREED = """
SELECT a.subject, a.body, a.agreed_on, a.reference, e.inquorate,
    iif(e.decision_number IS NULL, NULL, printf('D%d/%02d', m.number, e.decision_number)) AS decision
FROM agreement AS a LEFT JOIN entry AS e ON e.id = a.entry_id LEFT JOIN meeting AS m ON m.id = e.meeting_id
ORDER BY a.agreed_on, a.number
"""
_ASSURANCE = f"""
SELECT 'A' || number AS ref, title, planned_for, commissioned_on, done_on, improvement_board_on,
    safeguarding_board_on, restricted, validates, kind IN ({quoted(AUDITS)}) AS audits
FROM assurance WHERE validates OR kind IN ({quoted(AUDITS)}) ORDER BY number
"""
_PACKAGES = "SELECT 'SP' || number AS ref, provider, agreed_on FROM support ORDER BY number"
_INDICATORS = "SELECT ref, baseline, baseline_on, target_6, target_12 FROM indicator ORDER BY position, ref"


def compliance(db: Database, today: date, duties: Sequence[views.Obligation] | None = None) -> tuple[Check, ...]:
    """Return every check that the instrument brings, in the order of its paragraphs.

    `duties` are the dated duties as at `today`, where they have been read already.
    """
    settings = board(db)
    dates = db.execute("SELECT number, held_on, state FROM meeting").fetchall()
    seats = db.execute("SELECT initials, title, kind, organisation FROM office ORDER BY position, initials").fetchall()
    entered = obligations(db, today) if duties is None else duties
    return rules.compliance(
        InstrumentKind(settings.instrument_kind),
        today=today,
        council=settings.council,
        meetings=[MeetingOn(number, date.fromisoformat(on), MeetingState(state)) for number, on, state in dates],
        variations=variations(db),
        offices=[Office(initials, title, PersonKind(kind), body) for initials, title, kind, body in seats],
        coverage=cover(db, today),
        reports=[_dated(duty) for duty in entered if _of(duty) == REPORTS and not _validates(duty)],
        registers=_registers(db, entered),
        commenced=settings.commenced,
        lifted_on=settings.lifted_on,
        not_applicable=dict(db.execute("SELECT name, not_applicable FROM check_setting").fetchall()),
    )


def cover(db: Database, today: date | None = None) -> Coverage:
    """Return the requirements in force set against the plan lines and obligations that answer them (N 7.3).

    One that is withdrawn from a later day is in force until then; without `today` none that is withdrawn is.
    """
    required = rows(db, _REQUIRED, today=today.isoformat() if today else "9999-12-31")
    return coverage(
        [Required(row["ref"], Binds(row["binds"])) for row in required],
        fetch(db, Line, _ANSWERS),
        [paragraph(ref, requirement) for ref, requirement in db.execute(_SERVED).fetchall()],
    )


def _registers(db: Database, duties: Iterable[views.Obligation]) -> rules.Registers:
    assurance = rows(db, _ASSURANCE)
    validating = [duty for duty in duties if _of(duty) == REPORTS and _validates(duty)]
    leader = [duty for duty in duties if _of(duty) == LEADER and duty.binds != Binds.DEPARTMENT]
    return rules.Registers(
        agreements=fetch(db, Agreed, _AGREED),
        audits=[made(Audit, row) for row in assurance if row["audits"]],
        validations=[made(validation.Validation, row) for row in assurance if row["validates"]],
        packages=fetch(db, Package, _PACKAGES),
        indicators=fetch(db, Entered, _INDICATORS),
        leader_reports=[_dated(duty) for duty in leader],
        validation_duty=_dated(validating[0]) if validating else None,
    )


def _of(duty: views.Obligation) -> str:
    return paragraph(duty.ref, duty.requirement)


def _validates(duty: views.Obligation) -> bool:
    return validation.is_validation(duty.ref, duty.title)


def _dated(duty: views.Obligation) -> DatedDuty:
    why = duty.not_applicable if duty.state == ObligationState.NOT_APPLICABLE else None
    return DatedDuty(duty.ref, duty.title, duty.due, duty.met_on, why)
