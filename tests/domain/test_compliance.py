"""All the checks of the instrument together, and each of them once met and once not (DESIGN 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.compliance import DatedDuty
from boardtui.domain.coverage import Line, Required, coverage
from boardtui.domain.instrument import Subject
from boardtui.domain.mending import KEYS
from boardtui.domain.obligations import Binds
from boardtui.domain.sector_support import Package
from boardtui.domain.states import InstrumentKind
from boardtui.domain.variations import Variation
from tests.domain.compliant import AGREEMENTS, GOOD, IB, LSCB, TODAY, TRUST, Told, agreed

MET, NOT_MET, AT_RISK = CheckState.MET, CheckState.NOT_MET, CheckState.AT_RISK

EVERY_CHECK = [
    ("N 5.1", "Practice standards agreed"),
    ("N 5.8", "Audit programme agreed by both boards"),
    ("N 5.9", "Audits reported to both boards"),
    ("N 6.1", "Remits of the three boards agreed"),
    ("N 7.1", "Package of support agreed"),
    ("N 7.2", "Meetings every six weeks"),
    ("N 7.2", "Independent Chair"),
    ("N 7.2", "Participant observer from the department"),
    ("N 7.2", "Partner agencies in membership"),
    ("N 7.2", "Administrative support"),
    ("N 7.3", "Improvement Plan agreed"),
    ("N 7.3", "Dataset of indicators agreed"),
    ("N 7.3", "Every indicator has a baseline and both targets"),
    ("N 7.3", "Every requirement is answered"),
    ("N 7.3", "Every plan line answers a requirement"),
    ("N 8.1", "Reports sent in time"),
    ("N 8.1", "External validation commissioned and carried out"),
    ("N 8.2", "Leader's reports sent in time"),
]


def without(*left_out: tuple[Subject, object]) -> Told:
    """Return the Board without some agreements."""
    kept = [one for one in AGREEMENTS if (one.subject, one.body) not in left_out]
    return GOOD.registered(agreements=kept)


def stands(told: Told, ref: str, name: str) -> tuple[CheckState, str]:
    check = told.check(ref, name)
    return check.state, check.reason


def test_a_notice_brings_its_checks_in_the_order_of_its_paragraphs() -> None:
    checks = GOOD.checks()
    duties = {
        "Reports sent in time": "Chair's initial report",
        "Leader's reports sent in time": "Leader's six-month report",
    }
    assert [(one.ref, one.check) for one in checks] == [(ref, duties.get(name, name)) for ref, name in EVERY_CHECK]
    assert {one.state for one in checks} == {MET}


def test_every_check_names_where_it_is_mended_and_the_key_that_goes_there() -> None:
    checks = {one.check: one for one in GOOD.checks()}
    assert all(one.key == KEYS[one.mend] for one in checks.values())
    assert (checks["Chair's initial report"].mend, checks["Chair's initial report"].key) == (
        "notice:duties",
        "6 then t",
    )
    assert checks["Improvement Plan agreed"].mend == "notice:agreed"
    assert (checks["Independent Chair"].mend, checks["Independent Chair"].key) == ("people", "8")


@pytest.mark.parametrize(
    ("instrument", "why"),
    [
        (InstrumentKind.COMMISSIONER, "The Commissioner's appointment does not bring this check."),
        (InstrumentKind.NONE, "A committee plan does not bring this check."),
    ],
)
def test_without_a_notice_each_check_is_not_applicable_and_says_why(instrument: InstrumentKind, why: str) -> None:
    found = replace(GOOD, instrument=instrument).checks()
    assert [(one.ref, one.check) for one in found] == EVERY_CHECK
    assert {(one.state, one.reason) for one in found} == {(CheckState.NOT_APPLICABLE, why)}


def test_n_8_2_no_check_applies_from_the_day_the_notice_is_lifted() -> None:
    lifted = replace(GOOD, lifted_on=TODAY).checks()
    assert {(one.state, one.reason) for one in lifted} == {
        (CheckState.NOT_APPLICABLE, "The Notice was lifted on 20 May 2013.")
    }
    assert len(lifted) == len(EVERY_CHECK)
    assert {one.state for one in replace(GOOD, lifted_on=date(2013, 5, 21)).checks()} == {MET}


def test_a_check_the_board_has_set_aside_is_not_applicable_for_its_reason() -> None:
    told = replace(without((Subject.PLAN, IB)), not_applicable={"Improvement Plan agreed": "Ours names no agreement."})
    assert told.check("N 7.3", "Improvement Plan agreed") == Check(
        "N 7.3",
        "Improvement Plan agreed",
        CheckState.NOT_APPLICABLE,
        "Ours names no agreement.",
        "notice:compliance",
        "6 then t t",
    )
    assert {one.state for one in told.checks() if one.check != "Improvement Plan agreed"} == {MET}


def test_n_5_1_practice_standards_agreed_by_the_board_are_met() -> None:
    reason = "Agreed by the Improvement Board on 21 Feb 2013 (decision D3/02)."
    assert stands(GOOD, "N 5.1", "Practice standards agreed") == (MET, reason)


def test_n_5_1_practice_standards_not_agreed_are_not_met() -> None:
    found = stands(without((Subject.PRACTICE_STANDARDS, IB)), "N 5.1", "Practice standards agreed")
    assert found == (NOT_MET, "Nothing is entered as agreed; the Improvement Board is to agree it.")


def test_n_5_1_practice_standards_agreed_by_another_body_alone_are_not_met() -> None:
    told = GOOD.registered(agreements=[agreed(Subject.PRACTICE_STANDARDS, LSCB)])
    assert stands(told, "N 5.1", "Practice standards agreed")[0] == NOT_MET


def test_n_5_8_audit_programme_agreed_by_both_boards_is_met() -> None:
    assert stands(GOOD, "N 5.8", "Audit programme agreed by both boards") == (
        MET,
        "Agreed by the Improvement Board on 21 Feb 2013 (decision D3/02) and by the Safeguarding Children Board on "
        "6 Mar 2013 (minute 4 of its meeting).",
    )


@pytest.mark.parametrize(("lacking", "who"), [(LSCB, "the Safeguarding Children Board"), (IB, "the Improvement Board")])
def test_n_5_8_audit_programme_agreed_by_one_board_only_is_not_met(lacking: object, who: str) -> None:
    state, reason = stands(
        without((Subject.AUDIT_PROGRAMME, lacking)), "N 5.8", "Audit programme agreed by both boards"
    )
    assert state == NOT_MET
    assert reason.startswith("Agreed by the ")
    assert reason.endswith(f"; not yet by {who}.")


def test_n_5_8_audit_programme_agreed_by_neither_board_is_not_met() -> None:
    told = without((Subject.AUDIT_PROGRAMME, IB), (Subject.AUDIT_PROGRAMME, LSCB))
    assert stands(told, "N 5.8", "Audit programme agreed by both boards") == (
        NOT_MET,
        "Nothing is entered as agreed; the Improvement Board and the Safeguarding Children Board are to agree it.",
    )


def test_n_5_9_the_audits_check_knows_the_programme_of_n_5_8_and_the_commencement() -> None:
    programme = GOOD.registered(audits=())
    assert "agreed by both boards on 6 Mar 2013" in stands(programme, "N 5.9", "Audits reported to both boards")[1]
    assert programme.check("N 5.9", "Audits reported to both boards").state == AT_RISK


def test_n_6_1_remits_agreed_by_the_three_boards_are_met() -> None:
    state, reason = stands(GOOD, "N 6.1", "Remits of the three boards agreed")
    assert state == MET
    assert reason.endswith("and by the Children's Trust on 20 Mar 2013 (minute 4 of its meeting).")


def test_n_6_1_remits_agreed_by_two_of_three_boards_are_not_met() -> None:
    state, reason = stands(without((Subject.REMITS, TRUST)), "N 6.1", "Remits of the three boards agreed")
    assert state == NOT_MET
    assert reason.endswith("; not yet by the Children's Trust.")


def test_n_7_1_support_agreed_with_a_provider_is_met() -> None:
    found = stands(GOOD, "N 7.1", "Package of support agreed")
    assert found == (MET, "Agreed with A neighbouring council on 21 Feb 2013 (SP1).")


def test_n_7_1_without_support_is_not_met() -> None:
    told = GOOD.registered(packages=())
    assert stands(told, "N 7.1", "Package of support agreed") == (NOT_MET, "No package of support is entered.")


def test_n_7_1_support_entered_and_not_agreed_is_at_risk() -> None:
    told = GOOD.registered(packages=(Package("SP1", "X"), Package("SP2", "Y", date(2013, 5, 21))))
    found = stands(told, "N 7.1", "Package of support agreed")
    assert found == (AT_RISK, "Entered and not agreed yet: SP2 and SP1.")


def test_n_7_2_meetings_42_days_apart_are_met() -> None:
    assert GOOD.check("N 7.2", "Meetings every six weeks").state == MET


def test_n_7_2_meetings_43_days_apart_are_not_met_without_an_agreement_given_before() -> None:
    later = replace(GOOD.meetings[1], day=date(2013, 5, 17))
    told = replace(GOOD, meetings=(GOOD.meetings[0], later, GOOD.meetings[2]))
    state, reason = stands(told, "N 7.2", "Meetings every six weeks")
    assert state == NOT_MET
    assert "43 days" in reason
    varied = Variation(56, date(2013, 5, 1), date(2013, 4, 30), "DfE")
    assert replace(told, variations=(varied,)).check("N 7.2", "Meetings every six weeks").state == MET


def test_n_7_2_an_independent_chair_is_met() -> None:
    assert GOOD.check("N 7.2", "Independent Chair").state == MET


def test_n_7_2_a_chair_from_the_council_is_not_met() -> None:
    chair = replace(GOOD.offices[0], organisation="Blackpool Borough Council")
    told = replace(GOOD, offices=(chair, *GOOD.offices[1:]))
    assert told.check("N 7.2", "Independent Chair").state == NOT_MET


def test_n_7_2_an_observer_from_the_department_is_met() -> None:
    assert GOOD.check("N 7.2", "Participant observer from the department").state == MET


def test_n_7_2_without_an_observer_is_not_met() -> None:
    assert GOOD.without("DfE").check("N 7.2", "Participant observer from the department").state == NOT_MET


def test_n_7_2_two_partner_agencies_are_met() -> None:
    assert GOOD.check("N 7.2", "Partner agencies in membership").state == MET


def test_n_7_2_without_partner_agencies_is_not_met() -> None:
    assert GOOD.without("POL", "CCG").check("N 7.2", "Partner agencies in membership").state == NOT_MET


def test_n_7_2_a_secretary_is_administrative_support() -> None:
    assert GOOD.check("N 7.2", "Administrative support").state == MET


def test_n_7_2_without_secretary_clerk_or_administrator_is_not_met() -> None:
    assert GOOD.without("SEC").check("N 7.2", "Administrative support").state == NOT_MET


def test_n_7_3_a_plan_the_board_agreed_is_met() -> None:
    assert GOOD.check("N 7.3", "Improvement Plan agreed").state == MET


def test_n_7_3_a_plan_nobody_agreed_is_not_met() -> None:
    assert without((Subject.PLAN, IB)).check("N 7.3", "Improvement Plan agreed").state == NOT_MET


def test_n_7_3_a_dataset_the_board_agreed_is_met() -> None:
    assert GOOD.check("N 7.3", "Dataset of indicators agreed").state == MET


def test_n_7_3_a_dataset_nobody_agreed_is_not_met() -> None:
    assert without((Subject.DATASET, IB)).check("N 7.3", "Dataset of indicators agreed").state == NOT_MET


def test_n_7_3_a_complete_indicator_is_met() -> None:
    assert GOOD.check("N 7.3", "Every indicator has a baseline and both targets").state == MET


def test_n_7_3_no_indicator_is_not_met() -> None:
    told = GOOD.registered(indicators=())
    assert told.check("N 7.3", "Every indicator has a baseline and both targets").state == NOT_MET


def test_n_7_3_a_requirement_with_a_plan_line_is_answered() -> None:
    assert GOOD.check("N 7.3", "Every requirement is answered").state == MET


def test_n_7_3_a_requirement_without_a_plan_line_is_not_met() -> None:
    both = [Required("N 5.7", Binds.COUNCIL), Required("N 6.3", Binds.COUNCIL)]
    told = replace(GOOD, coverage=coverage(both, [Line("1.1", ("N 5.7",))]))
    found = stands(told, "N 7.3", "Every requirement is answered")
    assert found == (NOT_MET, "1 of 2 requirements not answered: N 6.3.")


def test_n_7_3_a_plan_line_that_answers_a_requirement_is_met() -> None:
    assert GOOD.check("N 7.3", "Every plan line answers a requirement").state == MET


def test_n_7_3_a_plan_line_that_answers_nothing_is_not_met() -> None:
    lines = [Line("1.1", ("N 5.7",)), Line("1.2", ())]
    told = replace(GOOD, coverage=coverage([Required("N 5.7", Binds.COUNCIL)], lines))
    found = stands(told, "N 7.3", "Every plan line answers a requirement")
    assert found == (NOT_MET, "1 of 2 plan lines answering nothing: 1.2.")


def test_n_8_1_a_report_sent_in_time_is_met() -> None:
    reason = "Done on 24 Jan 2013; it was due on 26 Jan 2013."
    assert stands(GOOD, "N 8.1", "Chair's initial report") == (MET, reason)


def test_n_8_1_a_report_sent_late_is_not_met() -> None:
    report = DatedDuty("N 8.1 initial", "Chair's initial report", date(2013, 1, 26), date(2013, 1, 27))
    found = stands(replace(GOOD, reports=(report,)), "N 8.1", "Chair's initial report")
    assert found == (NOT_MET, "Done on 27 Jan 2013, 1 day after it was due (26 Jan 2013).")


def test_n_8_1_without_a_report_duty_nobody_would_be_told_and_that_is_not_met() -> None:
    found = stands(replace(GOOD, reports=()), "N 8.1", "Reports sent in time")
    assert found == (NOT_MET, "No dated duty is entered for the Chair's reports.")


def test_n_8_1_external_validation_carried_out_is_met() -> None:
    assert GOOD.check("N 8.1", "External validation commissioned and carried out").state == MET


def test_n_8_1_external_validation_not_carried_out_by_the_twelve_month_date_is_not_met() -> None:
    told = replace(GOOD.registered(validations=()), today=date(2013, 11, 26))
    assert told.check("N 8.1", "External validation commissioned and carried out").state == NOT_MET


def test_n_8_2_a_leaders_report_in_time_is_met() -> None:
    assert GOOD.check("N 8.2", "Leader's six-month report").state == MET


def test_n_8_2_a_leaders_report_overdue_is_not_met() -> None:
    report = DatedDuty("N 8.2 Leader", "Leader's six-month report", date(2013, 5, 19))
    found = stands(GOOD.registered(leader_reports=(report,)), "N 8.2", "Leader's six-month report")
    assert found == (NOT_MET, "Due on 19 May 2013, 1 day ago, and not done.")


def test_n_8_2_without_a_leaders_report_duty_is_not_met() -> None:
    told = GOOD.registered(leader_reports=())
    assert told.check("N 8.2", "Leader's reports sent in time").state == NOT_MET
