"""Every compliance check on the 2012 sample as built; N 5.1 to 7.1 once met and once not (changed in a copy)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.services import agreements, assurance, checks, instrument
from boardtui.services import support as packages
from boardtui.services.desk import Desk
from boardtui.store.reading.assurance import support
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import TODAY, reading
from tests.services.judging import (
    ANSWERED,
    ANSWERS,
    AT_RISK,
    CHAIR,
    DATASET,
    INITIAL,
    LEADER_6,
    LEADER_12,
    MET,
    NOT_MET,
    NOT_YET_DUE,
    OBSERVER,
    PARTNERS,
    PLAN,
    PROGRAMME,
    REMITS,
    REPORTED,
    SECRETARIAT,
    SIX,
    SIX_WEEKS,
    STANDARDS,
    SUPPORT,
    TARGETS,
    TWELVE,
    VALIDATION,
    after,
    judged,
)

built = pytest.fixture(scope="module")(reading)

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
    for body in (
        "Improvement Board on 29 Nov 2012 (decision D1/01)",
        "Safeguarding Children Board",
        "Children's Trust",
    ):
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
