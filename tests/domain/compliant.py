"""A small Board that meets every check of its Notice, for tests that change one thing of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from boardtui.domain.agreed import Agreed
from boardtui.domain.audits import Audit
from boardtui.domain.checks import Check
from boardtui.domain.complete_dataset import Entered
from boardtui.domain.compliance import DatedDuty, Registers, compliance
from boardtui.domain.composition import Office
from boardtui.domain.coverage import Coverage, Line, Required, coverage
from boardtui.domain.instrument import Body, Subject
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.obligations import Binds
from boardtui.domain.sector_support import Package
from boardtui.domain.states import InstrumentKind, MeetingState, PersonKind
from boardtui.domain.validation import Validation
from boardtui.domain.variations import Variation

TODAY = date(2013, 5, 20)
COMMENCED = date(2012, 11, 26)
IB, LSCB, TRUST = Body.IMPROVEMENT_BOARD, Body.SAFEGUARDING_BOARD, Body.CHILDRENS_TRUST
FEB, MARCH = date(2013, 2, 21), date(2013, 3, 6)


def agreed(subject: Subject, body: Body = IB, on: date = FEB, **more: Any) -> Agreed:
    told: dict[str, Any] = {"decision": "D3/02"} if body is IB else {"reference": "minute 4 of its meeting"}
    return Agreed(subject, body, on, **(told | more))


AGREEMENTS = (
    agreed(Subject.PRACTICE_STANDARDS),
    agreed(Subject.AUDIT_PROGRAMME),
    agreed(Subject.AUDIT_PROGRAMME, LSCB, MARCH),
    agreed(Subject.REMITS),
    agreed(Subject.REMITS, LSCB, MARCH),
    agreed(Subject.REMITS, TRUST, date(2013, 3, 20)),
    agreed(Subject.PLAN),
    agreed(Subject.DATASET),
)
REGISTERS = Registers(
    agreements=AGREEMENTS,
    audits=(Audit("A1", "Thresholds", None, date(2013, 3, 1), date(2013, 4, 4), date(2013, 4, 10)),),
    validations=(Validation("A2", "Peer review", None, date(2013, 2, 1), date(2013, 4, 30)),),
    packages=(Package("SP1", "A neighbouring council", FEB),),
    indicators=(Entered("I1", "78", date(2012, 10, 31), "92", "97"),),
    leader_reports=(DatedDuty("N 8.2 Leader", "Leader's six-month report", date(2013, 5, 26), date(2013, 5, 17)),),
)
COVERED = coverage([Required("N 5.7", Binds.COUNCIL)], [Line("1.1", ("N 5.7",))])


@dataclass(frozen=True)
class Told:
    """What a Board's records say; each test replaces what it is about."""

    instrument: InstrumentKind = InstrumentKind.NOTICE
    today: date = TODAY
    meetings: tuple[MeetingOn, ...] = (
        MeetingOn(4, date(2013, 4, 4), MeetingState.CONFIRMED),
        MeetingOn(5, date(2013, 5, 16), MeetingState.WITH_CHAIR),
        MeetingOn(6, date(2013, 6, 27)),
    )
    variations: tuple[Variation, ...] = ()
    offices: tuple[Office, ...] = (
        Office("IC", "Independent Chair", PersonKind.CHAIR, "Independent"),
        Office("DfE", "Departmental official", PersonKind.OBSERVER, "Department for Education"),
        Office("POL", "Divisional Commander", PersonKind.MEMBER, "Lancashire Constabulary"),
        Office("CCG", "Chief Officer", PersonKind.MEMBER, "Clinical Commissioning Group"),
        Office("SEC", "Secretary to the Board", PersonKind.OFFICER, "Blackpool Council"),
    )
    coverage: Coverage = COVERED
    reports: tuple[DatedDuty, ...] = (
        DatedDuty("N 8.1 initial", "Chair's initial report", date(2013, 1, 26), date(2013, 1, 24)),
    )
    registers: Registers = REGISTERS
    lifted_on: date | None = None
    not_applicable: dict[str, str] = field(default_factory=dict)

    def without(self, *offices: str) -> Told:
        """Return the same without some offices."""
        return replace(self, offices=tuple(one for one in self.offices if one.initials not in offices))

    def registered(self, **registers: Any) -> Told:
        """Return the same with other registers."""
        return replace(self, registers=replace(self.registers, **registers))

    def checks(self) -> tuple[Check, ...]:
        """Return every check."""
        return compliance(
            self.instrument,
            today=self.today,
            council="Blackpool Council",
            meetings=self.meetings,
            variations=self.variations,
            offices=self.offices,
            coverage=self.coverage,
            reports=self.reports,
            registers=self.registers,
            commenced=COMMENCED,
            lifted_on=self.lifted_on,
            not_applicable=self.not_applicable,
        )

    def check(self, ref: str, name: str) -> Check:
        """Return the one check of a paragraph and a name."""
        (found,) = [one for one in self.checks() if (one.ref, one.check) == (ref, name)]
        return found


GOOD = Told()
"""Every check of it is met."""
