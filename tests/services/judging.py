"""The compliance checks by their names, and how each stands on the sample or on a changed copy of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardtui.services.desk import Desk
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import TODAY

MET, NOT_MET, AT_RISK, NOT_YET_DUE = "met", "not met", "at risk", "not yet due"

STANDARDS, PROGRAMME = "Practice standards agreed", "Audit programme agreed by both boards"
REPORTED, REMITS = "Audits reported to both boards", "Remits of the three boards agreed"
SUPPORT, SIX_WEEKS, CHAIR = "Package of support agreed", "Meetings every six weeks", "Independent Chair"
OBSERVER, PARTNERS = "Participant observer from the department", "Partner agencies in membership"
SECRETARIAT, PLAN, DATASET = "Administrative support", "Improvement Plan agreed", "Dataset of indicators agreed"
TARGETS = "Every indicator has a baseline and both targets"
ANSWERED, ANSWERS = "Every requirement is answered", "Every plan line answers a requirement"
INITIAL = "Chair's initial report to the Minister"
SIX, TWELVE = (f"Chair's {months}-month progress report to the Minister" for months in (6, 12))
LEADER_6, LEADER_12 = (f"Leader's report on progress, beside the Chair's {months}-month report" for months in (6, 12))
VALIDATION = "External validation commissioned and carried out"


def judged(db: Database, name: str, today: date = TODAY) -> tuple[str, str]:
    """Return the state of a check on a day, and the reason."""
    return next((one.state, one.reason) for one in compliance(db, today) if one.check == name)


def after(desk: Desk, change: Callable[[Work], object], name: str, today: date = TODAY) -> tuple[str, str]:
    """Make a change and return the state of a check afterwards, and the reason."""
    desk.do(change)
    return desk.read(lambda db: judged(db, name, today))
