"""The checks of N 8.1 and 8.2 on the 2012 sample: reports and validation, each once met and once not."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.services import assurance, notice
from boardtui.services.desk import Desk
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import TODAY, reading
from tests.services.judging import (
    AT_RISK,
    INITIAL,
    LEADER_6,
    LEADER_12,
    MET,
    NOT_MET,
    NOT_YET_DUE,
    SIX,
    TWELVE,
    VALIDATION,
    after,
    judged,
)

built = pytest.fixture(scope="module")(reading)


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
