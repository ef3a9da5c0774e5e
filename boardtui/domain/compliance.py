"""Compliance: every check the instrument brings, in the order of its paragraphs (DESIGN 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from boardtui.domain import agreed, audits, complete_dataset, sector_support, six_weeks, validation
from boardtui.domain import composition as made_up
from boardtui.domain import coverage as covered
from boardtui.domain.cadence import check_cadence
from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dated_duties import DatedDuty, duty_check
from boardtui.domain.lifting import notice_lifted
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.mending import mended, set_aside
from boardtui.domain.states import InstrumentKind
from boardtui.domain.variations import Variation

__all__ = (
    "LEADER_CHECK",
    "REPORTS_CHECK",
    "DatedDuty",
    "Registers",
    "compliance",
    "duty_check",
)

REPORTS_CHECK = "Reports sent in time"
LEADER_CHECK = "Leader's reports sent in time"

_WITHOUT_NOTICE = {
    InstrumentKind.COMMISSIONER: "The Commissioner's appointment does not bring this check.",
    InstrumentKind.NONE: "A committee plan does not bring this check.",
}
_ALL_APPLY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Registers:
    """What the registers hold of agreements, audits, validations, support, indicators and the dated duties.

    `leader_reports` are the duties of N 8.2 that are not the department's; `validation_duty` is that of N 8.1.
    """

    agreements: Sequence[agreed.Agreed] = ()
    audits: Sequence[audits.Audit] = ()
    validations: Sequence[validation.Validation] = ()
    packages: Sequence[sector_support.Package] = ()
    indicators: Sequence[complete_dataset.Entered] = ()
    leader_reports: Sequence[DatedDuty] = ()
    validation_duty: DatedDuty | None = None


_EMPTY = Registers()


def compliance(
    instrument: InstrumentKind,
    *,
    today: date,
    council: str,
    meetings: Iterable[MeetingOn],
    variations: Sequence[Variation],
    offices: Iterable[made_up.Office],
    coverage: covered.Coverage,
    reports: Sequence[DatedDuty],
    registers: Registers = _EMPTY,
    commenced: date | None = None,
    lifted_on: date | None = None,
    not_applicable: Mapping[str, str] = _ALL_APPLY,
) -> tuple[Check, ...]:
    """Put together the checks of N 5.1 to 8.2, each with its reason and where it is put right.

    The Notice's six weeks count here, whatever interval the Board itself has set; `reports` are the duties of
    N 8.1. None applies without a Notice or once it is lifted; `not_applicable` holds, by its name, why the Board's
    own Notice does not bring a check.
    """
    if instrument != InstrumentKind.NOTICE:
        return _without_notice(_WITHOUT_NOTICE[instrument])
    checks = (
        *_practice_and_governance(registers, today, commenced),
        six_weeks.cadence_check(check_cadence(meetings, variations, today)),
        *made_up.composition(offices, council),
        *_plan_and_dataset(registers, today),
        *covered.coverage_checks(coverage),
        *_duties("N 8.1", reports, REPORTS_CHECK, "the Chair's reports", today),
        validation.validation_check(registers.validations, today, commenced, registers.validation_duty),
        *_duties("N 8.2", registers.leader_reports, LEADER_CHECK, "the Leader's reports", today),
    )
    if lifted_on is not None and lifted_on <= today:
        return tuple(check.set_aside(notice_lifted(lifted_on)) for check in checks)
    return tuple(_as_set(check, not_applicable) for check in checks)


def _practice_and_governance(found: Registers, today: date, commenced: date | None) -> tuple[Check, ...]:
    """Check N 5.1 to 7.1: standards, audits, remits, support."""
    programme = agreed.agreed_by_all(agreed.PROGRAMME, found.agreements, today)
    return (
        agreed.agreed_check(agreed.STANDARDS, found.agreements, today),
        agreed.agreed_check(agreed.PROGRAMME, found.agreements, today),
        audits.audits_check(found.audits, today, commenced, programme),
        agreed.agreed_check(agreed.REMITS, found.agreements, today),
        sector_support.support_check(found.packages, found.agreements, today),
    )


def _plan_and_dataset(found: Registers, today: date) -> tuple[Check, ...]:
    """Check what N 7.3 asks of the plan and the dataset, the coverage apart."""
    return (
        agreed.agreed_check(agreed.PLAN, found.agreements, today),
        agreed.agreed_check(agreed.DATASET, found.agreements, today),
        complete_dataset.dataset_check(found.indicators),
    )


def _duties(ref: str, duties: Sequence[DatedDuty], name: str, what: str, today: date) -> tuple[Check, ...]:
    """Check each dated duty of a paragraph; with none entered nobody would be told when one is late."""
    if not duties:
        return (Check(ref, name, CheckState.NOT_MET, f"No dated duty is entered for {what}."),)
    return tuple(duty_check(ref, duty, today) for duty in duties)


def _as_set(check: Check, not_applicable: Mapping[str, str]) -> Check:
    because = not_applicable.get(check.check)
    return set_aside(check, because) if because else mended(check)


def _without_notice(reason: str) -> tuple[Check, ...]:
    """Name every check the Notice would bring, as not applicable."""
    named = (
        *((one.ref, one.check) for one in (agreed.STANDARDS, agreed.PROGRAMME)),
        (audits.REF, audits.CHECK),
        (agreed.REMITS.ref, agreed.REMITS.check),
        (sector_support.REF, sector_support.CHECK),
        (six_weeks.REF, six_weeks.CHECK),
        *(("N 7.2", name) for name in made_up.CHECKS),
        *((one.ref, one.check) for one in (agreed.PLAN, agreed.DATASET)),
        (complete_dataset.REF, complete_dataset.CHECK),
        *(("N 7.3", name) for name in covered.CHECKS),
        ("N 8.1", REPORTS_CHECK),
        (validation.REF, validation.CHECK),
        ("N 8.2", LEADER_CHECK),
    )
    return tuple(Check(ref, name, CheckState.NOT_APPLICABLE, reason) for ref, name in named)
