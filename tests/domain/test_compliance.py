"""All the checks of the instrument together (DESIGN 2)."""

from datetime import date

import pytest

from boardtui.domain.cadence import Cadence, CadenceState
from boardtui.domain.checks import Check, CheckState
from boardtui.domain.compliance import DatedDuty, cadence_check, compliance, duty_check
from boardtui.domain.composition import Office
from boardtui.domain.coverage import Line, Required, coverage
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.obligations import Binds
from boardtui.domain.states import InstrumentKind, MeetingState, PersonKind

TODAY = date(2013, 5, 20)
INITIAL = DatedDuty("N 8.1 initial", "Chair's initial report", date(2013, 1, 26), date(2013, 1, 24))
SIX_MONTHS = DatedDuty("N 8.1 six months", "Chair's six-month report", date(2013, 5, 26))


def all_checks(instrument: InstrumentKind) -> tuple[Check, ...]:
    return compliance(
        instrument,
        today=TODAY,
        council="Blackpool Council",
        meetings=[
            MeetingOn(4, date(2013, 4, 4), MeetingState.CONFIRMED),
            MeetingOn(5, date(2013, 5, 16), MeetingState.WITH_CHAIR),
            MeetingOn(6, date(2013, 6, 27)),
        ],
        variations=[],
        offices=[Office("IC", "Independent Chair", PersonKind.CHAIR, "Independent")],
        coverage=coverage([Required("N 5.7", Binds.COUNCIL)], [Line("1.1", ("N 5.7",))]),
        reports=[INITIAL, SIX_MONTHS],
    )


def test_a_notice_brings_its_checks_in_the_order_of_its_paragraphs() -> None:
    assert [(check.ref, check.check, check.state) for check in all_checks(InstrumentKind.NOTICE)] == [
        ("N 7.2", "Meetings every six weeks", CheckState.MET),
        ("N 7.2", "Independent Chair", CheckState.MET),
        ("N 7.2", "Participant observer from the department", CheckState.NOT_MET),
        ("N 7.2", "Partner agencies in membership", CheckState.NOT_MET),
        ("N 7.2", "Administrative support", CheckState.NOT_MET),
        ("N 7.3", "Every requirement is answered", CheckState.MET),
        ("N 7.3", "Every plan line answers a requirement", CheckState.MET),
        ("N 8.1", "Chair's initial report", CheckState.MET),
        ("N 8.1", "Chair's six-month report", CheckState.AT_RISK),
    ]


@pytest.mark.parametrize("instrument", [InstrumentKind.COMMISSIONER, InstrumentKind.NONE])
def test_without_a_notice_each_check_is_not_applicable_and_says_why(instrument: InstrumentKind) -> None:
    found = all_checks(instrument)
    assert {check.state for check in found} == {CheckState.NOT_APPLICABLE}
    assert [check.ref for check in found] == ["N 7.2"] * 5 + ["N 7.3"] * 2 + ["N 8.1"]
    assert all("does not bring this check" in check.reason for check in found)


@pytest.mark.parametrize("state", CadenceState)
def test_every_state_of_the_cadence_is_a_check(state: CadenceState) -> None:
    expected = {
        CadenceState.OK: CheckState.MET,
        CadenceState.AGREED: CheckState.MET,
        CadenceState.NOT_AGREED: CheckState.NOT_MET,
        CadenceState.GOING_OUTSIDE: CheckState.AT_RISK,
        CadenceState.NOT_ARRANGED: CheckState.AT_RISK,
        CadenceState.NO_MEETINGS: CheckState.NOT_YET_DUE,
    }
    assert cadence_check(Cadence(state, "Why.")) == Check("N 7.2", "Meetings every six weeks", expected[state], "Why.")


@pytest.mark.parametrize(
    ("duty", "state", "reason"),
    [
        (INITIAL, CheckState.MET, "Done on 24 Jan 2013; it was due on 26 Jan 2013."),
        (
            DatedDuty("N 8.1", "Report", date(2013, 1, 26), date(2013, 1, 27)),
            CheckState.NOT_MET,
            "Done on 27 Jan 2013, 1 day after it was due (26 Jan 2013).",
        ),
        (SIX_MONTHS, CheckState.AT_RISK, "Due on 26 May 2013 (send by 24 May 2013), in 6 days."),
        (DatedDuty("N 8.1", "Report", TODAY), CheckState.AT_RISK, "Due today, 20 May 2013."),
        (
            DatedDuty("N 8.1", "Report", date(2013, 5, 18)),
            CheckState.NOT_MET,
            "Due on 18 May 2013, 2 days ago, and not done.",
        ),
        (
            DatedDuty("N 8.1", "Report", date(2013, 11, 26)),
            CheckState.NOT_YET_DUE,
            "Due on 26 Nov 2013, in 190 days.",
        ),
        (
            DatedDuty("N 8.1", "Validation", None),
            CheckState.NOT_YET_DUE,
            "Not done yet; to be done before the Notice ends.",
        ),
        (DatedDuty("N 8.1", "Validation", None, TODAY), CheckState.MET, "Done on 20 May 2013."),
        (
            DatedDuty("N 8.1", "Report", date(2013, 5, 18), None, "Notice lifted"),
            CheckState.NOT_APPLICABLE,
            "Notice lifted",
        ),
    ],
)
def test_a_dated_duty_says_how_it_stands(duty: DatedDuty, state: CheckState, reason: str) -> None:
    assert duty_check("N 8.1", duty, TODAY) == Check("N 8.1", duty.title, state, reason)
