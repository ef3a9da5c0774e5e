"""Every compliance check on the 2012 sample, once met and once not; what changes is changed in a copy (DESIGN 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.domain.states import PersonKind
from boardtui.services import agreements, assurance, board, checks, indicators, instrument, meetings, notice, plan
from boardtui.services import people as offices
from boardtui.services import support as packages
from boardtui.services.desk import Desk
from boardtui.store.engine import connect
from boardtui.store.reading.assurance import support
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.indicators import indicators as dataset
from boardtui.store.reading.notice import requirements
from boardtui.store.reading.people import people
from boardtui.store.reading.plan import line, lines
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work

TODAY = date(2013, 5, 20)
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

AS_BUILT = [
    ("N 5.1", STANDARDS, NOT_MET, "notice:agreed", "6 then t t t"),
    ("N 5.8", PROGRAMME, MET, "notice:agreed", "6 then t t t"),
    ("N 5.9", REPORTED, NOT_MET, "notice:assurance", "6 then t t t t"),
    ("N 6.1", REMITS, MET, "notice:agreed", "6 then t t t"),
    ("N 7.1", SUPPORT, MET, "notice:support", "6 then t t t t t"),
    ("N 7.2", SIX_WEEKS, MET, "meetings", "2"),
    ("N 7.2", CHAIR, MET, "people", "8"),
    ("N 7.2", OBSERVER, MET, "people", "8"),
    ("N 7.2", PARTNERS, MET, "people", "8"),
    ("N 7.2", SECRETARIAT, MET, "people", "8"),
    ("N 7.3", PLAN, MET, "notice:agreed", "6 then t t t"),
    ("N 7.3", DATASET, MET, "notice:agreed", "6 then t t t"),
    ("N 7.3", TARGETS, MET, "indicators", "5"),
    ("N 7.3", ANSWERED, MET, "plan", "4"),
    ("N 7.3", ANSWERS, MET, "plan", "4"),
    ("N 8.1", INITIAL, MET, "notice:duties", "6 then t"),
    ("N 8.1", SIX, AT_RISK, "notice:duties", "6 then t"),
    ("N 8.1", TWELVE, NOT_YET_DUE, "notice:duties", "6 then t"),
    ("N 8.1", VALIDATION, NOT_YET_DUE, "notice:assurance", "6 then t t t t"),
    ("N 8.2", LEADER_6, AT_RISK, "notice:duties", "6 then t"),
    ("N 8.2", LEADER_12, NOT_YET_DUE, "notice:duties", "6 then t"),
]


@pytest.fixture(scope="module")
def built(built_sample: Path) -> Iterator[Database]:
    """Yield the sample as it was built, to read from only."""
    with closing(connect(built_sample)) as db:
        yield db


def judged(db: Database, name: str, today: date = TODAY) -> tuple[str, str]:
    """Return the state of a check on a day, and the reason."""
    return next((one.state, one.reason) for one in compliance(db, today) if one.check == name)


def after(desk: Desk, change: Callable[[Work], object], name: str, today: date = TODAY) -> tuple[str, str]:
    """Make a change and return the state of a check afterwards, and the reason."""
    desk.do(change)
    return desk.read(lambda db: judged(db, name, today))


def seat(work: Work, *initials: str, **changes: str) -> None:
    """Change every one of the offices named."""
    for one in people(work.db):
        if one.initials in initials:
            offices.edit_person(work, one.id, one.version, **changes)


def test_the_sample_as_built_has_every_check_with_its_state_and_the_key_that_mends_it(built: Database) -> None:
    found = compliance(built, TODAY)
    assert [(one.ref, one.check, one.state, one.mend, one.key) for one in found] == AS_BUILT
    assert all(one.reason.endswith(".") for one in found)


def test_n_5_1_practice_standards_nobody_has_agreed_are_not_met(built: Database) -> None:
    assert judged(built, STANDARDS) == (
        NOT_MET,
        "Nothing is entered as agreed; the Improvement Board is to agree it.",
    )


def test_n_5_1_practice_standards_the_improvement_board_agreed_are_met(desk: Desk) -> None:
    def agree(work: Work) -> None:
        agreements.add_agreement(
            work,
            subject="practice standards",
            body="Improvement Board",
            agreed_on=date(2013, 5, 16),
            reference="Minute 5/4.9",
        )

    assert after(desk, agree, STANDARDS) == (
        MET,
        "Agreed by the Improvement Board on 16 May 2013 (Minute 5/4.9).",
    )


def test_n_5_8_an_audit_programme_both_boards_agreed_is_met(built: Database) -> None:
    state, reason = judged(built, PROGRAMME)
    assert state == MET
    assert "the Improvement Board on 16 May 2013 (Minute 5/4.15)" in reason
    assert "the Safeguarding Children Board on 17 May 2013" in reason


def test_n_5_8_an_audit_programme_one_board_alone_agreed_is_not_met(built: Database, desk: Desk) -> None:
    state, reason = after(desk, lambda work: agreements.remove_agreement(work, 10), PROGRAMME)
    assert state == NOT_MET
    assert reason.endswith("on 16 May 2013 (Minute 5/4.15); not yet by the Safeguarding Children Board.")
    assert judged(built, PROGRAMME, date(2013, 5, 16))[0] == NOT_MET, "the day before the second board agreed"
    assert judged(built, PROGRAMME, date(2013, 5, 17))[0] == MET


def test_n_5_9_an_audit_not_reported_to_the_safeguarding_board_is_not_met(built: Database) -> None:
    state, reason = judged(built, REPORTED)
    assert state == NOT_MET
    assert "A7 (Children who go missing" in reason
    assert reason.endswith("done 22 Mar 2013, not to the Safeguarding Children Board.")


def test_n_5_9_an_audit_not_reported_is_at_risk_for_42_days_and_then_not_met(built: Database) -> None:
    # A7 was done on 22 Mar 2013: nine days to the end of March, thirty in April, three in May make 42.
    assert judged(built, REPORTED, date(2013, 5, 3))[0] == AT_RISK
    assert judged(built, REPORTED, date(2013, 5, 4))[0] == NOT_MET


def test_n_5_9_audits_all_reported_to_both_boards_are_met(desk: Desk) -> None:
    told = date(2013, 5, 17)
    assert after(desk, lambda work: assurance.edit_assurance(work, 7, safeguarding_board_on=told), REPORTED) == (
        MET,
        "7 audits done (A3, A6, A2, A7, A4 and 2 more), each reported to both boards.",
    )


def test_n_6_1_remits_the_three_boards_agreed_are_met(built: Database) -> None:
    state, reason = judged(built, REMITS)
    assert state == MET
    for body in ("Improvement Board on 29 Nov 2012 (decision D1/01)", "Safeguarding Children Board", "Children's Trust"):
        assert body in reason


def test_n_6_1_remits_the_childrens_trust_has_not_agreed_are_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: agreements.remove_agreement(work, 7), REMITS)
    assert state == NOT_MET
    assert reason.endswith("; not yet by the Children's Trust.")


def test_n_7_1_a_package_of_support_agreed_with_the_sector_is_met(built: Database) -> None:
    assert judged(built, SUPPORT) == (
        MET,
        "Agreed by the Children's Improvement Board (sector) on 31 Jan 2013 (Letter of agreement of 31 January 2013).",
    )


def test_n_7_1_support_the_council_alone_agreed_is_at_risk_and_none_at_all_is_not_met(desk: Desk) -> None:
    def take_out(work: Work) -> None:
        agreements.remove_agreement(work, 4)
        for one in support(work.db):
            packages.remove_support(work, one.number)

    state, reason = after(desk, take_out, SUPPORT)
    assert (state, reason.endswith("but not yet with the sector.")) == (AT_RISK, True)
    assert "by the Council on 31 Jan 2013" in reason
    assert after(desk, lambda work: agreements.remove_agreement(work, 5), SUPPORT) == (
        NOT_MET,
        "No package of support is entered.",
    )


def test_n_7_2_six_meetings_at_six_weeks_are_met(built: Database) -> None:
    assert judged(built, SIX_WEEKS) == (MET, "Meetings 1 to 6 are at most 42 days apart; 42 are allowed.")


def move_by_a_week(work: Work) -> None:
    """Move meeting 6 from 27 Jun to 4 Jul 2013: 49 days after meeting 5."""
    meetings.move_meeting(work, 6, date(2013, 7, 4), "The Chair is away.")


def test_n_7_2_a_meeting_moved_without_agreement_is_at_risk_and_after_42_days_not_met(desk: Desk) -> None:
    state, reason = after(desk, move_by_a_week, SIX_WEEKS)
    assert (state, "49 days apart, more than 42, and the department has not agreed to it." in reason) == (AT_RISK, True)
    # 16 May and 42 days is 27 June: the last day on which the Board could still meet in time.
    assert desk.read(lambda db: judged(db, SIX_WEEKS, date(2013, 6, 27)))[0] == AT_RISK
    assert desk.read(lambda db: judged(db, SIX_WEEKS, date(2013, 6, 28)))[0] == NOT_MET


@pytest.mark.parametrize(
    ("agreed_on", "state", "said"),
    [
        (date(2013, 5, 20), MET, "as varied: 49 days from 1 Jun 2013, agreed by DfE on 20 May 2013"),
        (date(2013, 7, 4), NOT_MET, "the agreement of 4 Jul 2013 came too late"),
    ],
)
def test_n_7_2_a_variation_counts_when_the_department_agreed_it_before_the_meeting(
    desk: Desk, agreed_on: date, state: str, said: str
) -> None:
    def vary(work: Work) -> None:
        move_by_a_week(work)
        board.vary_interval(work, 49, date(2013, 6, 1), agreed_on, "DfE")

    found, reason = after(desk, vary, SIX_WEEKS, agreed_on)
    assert (found, said in reason) == (state, True), reason


def test_n_7_2_a_chair_from_outside_the_council_is_met(built: Database) -> None:
    assert judged(built, CHAIR) == (MET, "Independent Chair (IC) chairs the Board.")


def test_n_7_2_a_chair_of_the_councils_own_or_none_is_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: seat(work, "IC", organisation="Blackpool Borough Council"), CHAIR)
    assert state == NOT_MET
    assert reason == "The Chair (IC) belongs to Blackpool Borough Council and is not independent of it."
    state, reason = after(desk, lambda work: seat(work, "IC", kind=PersonKind.MEMBER), CHAIR)
    assert (state, reason) == (NOT_MET, "No office is entered as the Chair.")


def test_n_7_2_a_participant_observer_from_the_department_is_met(built: Database) -> None:
    assert judged(built, OBSERVER) == (
        MET,
        "Departmental official (DfE) attends from the Department for Education.",
    )


def test_n_7_2_an_observer_from_elsewhere_or_none_is_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: seat(work, "DfE", organisation="Ofsted"), OBSERVER)
    assert (state, reason) == (NOT_MET, "No observer (DfE) is from the Department for Education.")
    state, reason = after(desk, lambda work: seat(work, "DfE", kind=PersonKind.OFFICER), OBSERVER)
    assert (state, reason) == (NOT_MET, "No observer is entered.")


def test_n_7_2_partner_agencies_in_membership_are_met(built: Database) -> None:
    state, reason = judged(built, PARTNERS)
    assert state == MET
    assert reason.startswith("7 partner agencies are in membership: Lancashire Constabulary, ")


def test_n_7_2_one_partner_agency_is_at_risk_and_none_is_not_met(desk: Desk) -> None:
    def leave(*initials: str) -> Callable[[Work], object]:
        return lambda work: seat(work, *initials, kind=PersonKind.OFFICER)

    assert after(desk, leave("CCG", "BHT", "SCH", "PRO", "LSCB", "VCS"), PARTNERS) == (
        AT_RISK,
        "Only one partner agency is in membership: Lancashire Constabulary.",
    )
    assert after(desk, leave("POL"), PARTNERS) == (NOT_MET, "No member is from a partner agency.")


def test_n_7_2_administrative_support_is_met(built: Database) -> None:
    assert judged(built, SECRETARIAT) == (
        MET,
        "Given by Secretary to the Board (SEC) and Board Administrator (ADM).",
    )


def test_n_7_2_without_secretary_or_administrator_support_is_not_met(desk: Desk) -> None:
    assert after(desk, lambda work: seat(work, "SEC", "ADM", role="Policy Officer"), SECRETARIAT) == (
        NOT_MET,
        "No officer is entered as secretary, clerk or administrator to the Board.",
    )


def test_n_7_3_a_plan_the_board_agreed_is_met(built: Database) -> None:
    assert judged(built, PLAN) == (MET, "Agreed by the Improvement Board on 10 Jan 2013 (decision D2/01).")


def test_n_7_3_a_plan_nobody_agreed_is_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: agreements.remove_agreement(work, 2), PLAN)
    assert (state, reason) == (NOT_MET, "Nothing is entered as agreed; the Improvement Board is to agree it.")


def test_n_7_3_a_dataset_the_board_agreed_is_met_by_its_latest_decision(built: Database) -> None:
    assert judged(built, DATASET) == (MET, "Agreed by the Improvement Board on 21 Feb 2013 (decision D3/03).")
    earlier = judged(built, DATASET, date(2013, 2, 20))
    assert earlier == (MET, "Agreed by the Improvement Board on 10 Jan 2013 (decision D2/04).")


def test_n_7_3_a_dataset_nobody_agreed_is_not_met(desk: Desk) -> None:
    def take_out(work: Work) -> None:
        agreements.remove_agreement(work, 3)
        agreements.remove_agreement(work, 8)

    state, reason = after(desk, take_out, DATASET)
    assert (state, reason) == (NOT_MET, "Nothing is entered as agreed; the Improvement Board is to agree it.")


def test_n_7_3_indicators_with_a_baseline_and_both_targets_are_met(built: Database) -> None:
    count = len(dataset(built, TODAY))
    assert judged(built, TARGETS) == (
        MET,
        f"{count} indicators, each with a baseline, a 6-month and a 12-month target.",
    )


def test_n_7_3_an_indicator_without_a_target_or_baseline_is_not_met(desk: Desk) -> None:
    assert after(desk, lambda work: indicators.edit_indicator(work, "I3", target_12=None), TARGETS) == (
        NOT_MET,
        "1 of 14 indicators incomplete: I3 lacks a 12-month target.",
    )
    state, reason = after(desk, lambda work: indicators.edit_indicator(work, "I8", baseline=None), TARGETS)
    assert state == NOT_MET
    assert "I8 lacks a baseline" in reason


def test_n_7_3_an_indicator_whose_baseline_is_nought_has_one(built: Database) -> None:
    assert next(one.measure.baseline for one in dataset(built, TODAY) if one.ref == "I8") == 0
    assert judged(built, TARGETS)[0] == MET


def test_n_7_3_requirements_all_answered_are_met(built: Database) -> None:
    count = len(requirements(built))
    assert judged(built, ANSWERED) == (MET, f"{count} requirements in force, each answered.")


def test_n_7_3_a_requirement_whose_only_duty_is_taken_out_is_not_met(desk: Desk) -> None:
    count = len(desk.read(requirements))
    assert after(desk, lambda work: notice.remove_obligation(work, "N 7.2 six-weekly meetings"), ANSWERED) == (
        NOT_MET,
        f"1 of {count} requirements not answered: N 7.2.",
    )


def test_n_7_3_plan_lines_that_each_answer_something_are_met(built: Database) -> None:
    count = len(lines(built, TODAY))
    assert judged(built, ANSWERS) == (MET, f"{count} plan lines, each answering a requirement.")


def test_n_7_3_a_plan_line_that_answers_nothing_is_not_met(desk: Desk) -> None:
    def cut_off(work: Work) -> None:
        found = line(work.db, "7.1", TODAY)
        plan.edit_line(work, found.id, found.version, answers=[])

    state, reason = after(desk, cut_off, ANSWERS)
    assert (state, reason.endswith("answering nothing: 7.1.")) == (NOT_MET, True)
    assert desk.read(lambda db: judged(db, ANSWERED))[1].endswith("not answered: N 6.4.")


def test_n_8_1_an_initial_report_sent_a_day_early_is_met(built: Database) -> None:
    assert judged(built, INITIAL) == (MET, "Done on 25 Jan 2013; it was due on 26 Jan 2013.")


def test_n_8_1_an_initial_report_sent_a_day_late_is_not_met(desk: Desk) -> None:
    def again(work: Work) -> None:
        notice.unmeet_obligation(work, "N 8.1 initial report")
        notice.meet_obligation(work, "N 8.1 initial report", date(2013, 1, 27))

    assert after(desk, again, INITIAL) == (
        NOT_MET,
        "Done on 27 Jan 2013, 1 day after it was due (26 Jan 2013).",
    )


def test_n_8_1_a_six_month_report_not_sent_is_at_risk_until_its_day_and_then_not_met(built: Database) -> None:
    assert judged(built, SIX) == (AT_RISK, "Due on 26 May 2013 (send by 24 May 2013), in 6 days.")
    assert judged(built, SIX, date(2013, 5, 26)) == (AT_RISK, "Due today, 26 May 2013.")
    assert judged(built, SIX, date(2013, 5, 27)) == (NOT_MET, "Due on 26 May 2013, 1 day ago, and not done.")


def test_n_8_1_a_twelve_month_report_not_sent_is_not_yet_due_until_28_days_before(built: Database) -> None:
    assert judged(built, TWELVE) == (NOT_YET_DUE, "Due on 26 Nov 2013, in 190 days.")
    assert judged(built, TWELVE, date(2013, 10, 28))[0] == NOT_YET_DUE
    assert judged(built, TWELVE, date(2013, 10, 29))[0] == AT_RISK
    assert judged(built, TWELVE, date(2013, 11, 27)) == (NOT_MET, "Due on 26 Nov 2013, 1 day ago, and not done.")


@pytest.mark.parametrize(
    ("duty", "name"), [("N 8.1 6-month report", SIX), ("N 8.1 12-month report", TWELVE)], ids=["6", "12"]
)
def test_n_8_1_a_report_sent_in_time_is_met_and_stays_so(desk: Desk, duty: str, name: str) -> None:
    state, reason = after(desk, lambda work: notice.meet_obligation(work, duty, TODAY), name)
    assert (state, reason.startswith("Done on 20 May 2013; it was due on 26 ")) == (MET, True)
    assert desk.read(lambda db: judged(db, name, date(2014, 1, 2)))[0] == MET


def test_n_8_1_the_eighteen_month_report_is_a_check_from_the_day_the_twelve_month_one_is_due(built: Database) -> None:
    name = "Chair's 18-month progress report to the Minister"
    assert name not in {one.check for one in compliance(built, date(2013, 11, 25))}
    assert judged(built, name, date(2013, 11, 26)) == (
        NOT_YET_DUE,
        "Due on 26 May 2014 (send by 23 May 2014), in 181 days.",
    )


def test_n_8_1_validation_not_carried_out_is_at_risk_90_days_before_the_end_and_then_not_met(built: Database) -> None:
    state, reason = judged(built, VALIDATION)
    assert state == NOT_YET_DUE
    assert "A13 (Peer review of front-line practice) was commissioned on 20 May 2013" in reason
    # 26 Nov 2013 less 26 days is 31 Oct, less 31 is 30 Sep, less 30 is 31 Aug, less 3 (90 in all) is 28 Aug. The
    # review is planned for 16 Sep, so until then nothing but the days to the end puts it at risk.
    assert judged(built, VALIDATION, date(2013, 8, 27))[0] == NOT_YET_DUE
    assert judged(built, VALIDATION, date(2013, 8, 28))[0] == AT_RISK
    assert judged(built, VALIDATION, date(2013, 11, 25))[0] == AT_RISK
    state, reason = judged(built, VALIDATION, date(2013, 11, 26))
    assert (state, "the Notice's twelve months ended on 26 Nov 2013" in reason) == (NOT_MET, True)


def test_n_8_1_validation_commissioned_and_carried_out_is_met(desk: Desk) -> None:
    assert after(desk, lambda work: assurance.edit_assurance(work, 13, done_on=TODAY), VALIDATION) == (
        MET,
        "A13 (Peer review of front-line practice) was commissioned on 20 May 2013 and carried out on 20 May 2013.",
    )


def test_n_8_2_a_leaders_report_not_given_is_at_risk_until_its_day_and_then_not_met(built: Database) -> None:
    assert judged(built, LEADER_6) == (AT_RISK, "Due on 26 May 2013 (send by 24 May 2013), in 6 days.")
    assert judged(built, LEADER_6, date(2013, 5, 27))[0] == NOT_MET
    assert judged(built, LEADER_12) == (NOT_YET_DUE, "Due on 26 Nov 2013, in 190 days.")
    assert judged(built, LEADER_12, date(2013, 11, 26))[0] == AT_RISK
    assert judged(built, LEADER_12, date(2013, 11, 27)) == (NOT_MET, "Due on 26 Nov 2013, 1 day ago, and not done.")


@pytest.mark.parametrize(
    ("duty", "name"),
    [("N 8.2 Leader's 6-month report", LEADER_6), ("N 8.2 Leader's 12-month report", LEADER_12)],
    ids=["6", "12"],
)
def test_n_8_2_a_leaders_report_given_in_time_is_met(desk: Desk, duty: str, name: str) -> None:
    state, reason = after(desk, lambda work: notice.meet_obligation(work, duty, TODAY), name)
    assert (state, reason.startswith("Done on 20 May 2013; it was due on 26 ")) == (MET, True)


def test_n_8_2_no_check_applies_once_the_notice_is_lifted(desk: Desk) -> None:
    def lift(work: Work) -> None:
        instrument.lift_notice(work, on=TODAY, letter="Letter of 20 May 2013", because="Its targets are met.")

    desk.do(lift)
    found = desk.read(lambda db: compliance(db, TODAY))
    assert [(one.ref, one.check) for one in found] == [(ref, name) for ref, name, *_ in AS_BUILT]
    assert {(one.state, one.reason) for one in found} == {("not applicable", "The Notice was lifted on 20 May 2013.")}


def test_n_6_1_a_check_the_board_sets_aside_does_not_apply_until_it_is_brought_back(desk: Desk) -> None:
    said = "Its remits are set by another letter."
    assert after(desk, lambda work: checks.set_check(work, REMITS, said), REMITS) == ("not applicable", said)
    assert after(desk, lambda work: checks.set_check(work, REMITS, None), REMITS)[0] == MET
