"""Audits carried out and reported to both boards (N 5.9)."""

from __future__ import annotations

from datetime import date, timedelta

from boardtui.domain.audits import Audit, audits_check
from boardtui.domain.checks import CheckState
from tests.domain.compliant import COMMENCED, TODAY

DAY = timedelta(days=1)
LONG_AGO, RECENT = TODAY - 43 * DAY, TODAY - 42 * DAY
IB_ON, LSCB_ON = date(2013, 4, 4), date(2013, 4, 10)


def done(ref: str, on: date, ib: date | None = None, lscb: date | None = None) -> Audit:
    return Audit(ref, f"Audit {ref}", None, on, ib, lscb)


def stands(*audits: Audit, programme: date | None = None) -> tuple[CheckState, str]:
    check = audits_check(audits, TODAY, COMMENCED, programme)
    assert (check.ref, check.check) == ("N 5.9", "Audits reported to both boards")
    return check.state, check.reason


def test_n_5_9_audits_reported_to_both_boards_are_met() -> None:
    one, other = done("A1", date(2013, 3, 1), IB_ON, LSCB_ON), done("A2", date(2013, 3, 2), IB_ON, LSCB_ON)
    assert stands(one) == (CheckState.MET, "1 audit done (A1), and reported to both boards.")
    assert stands(other, one) == (CheckState.MET, "2 audits done (A1 and A2), each reported to both boards.")


def test_n_5_9_an_audit_unreported_after_42_days_is_not_met_and_named_with_its_board() -> None:
    found = stands(done("A1", LONG_AGO, ib=TODAY), done("A2", date(2013, 3, 1), IB_ON, LSCB_ON), done("A3", LONG_AGO))
    assert found == (
        CheckState.NOT_MET,
        "2 of 3 audits done not reported to both boards: A1 (Audit A1), done 7 Apr 2013, not to the Safeguarding "
        "Children Board; A3 (Audit A3), done 7 Apr 2013, to neither board.",
    )


def test_n_5_9_an_audit_done_42_days_ago_and_not_reported_is_at_risk() -> None:
    assert stands(done("A1", RECENT, lscb=TODAY)) == (
        CheckState.AT_RISK,
        "Done in the last 42 days and still to be reported: A1 (Audit A1), done 8 Apr 2013, not to the Improvement "
        "Board.",
    )


def test_n_5_9_a_report_that_is_still_to_come_does_not_count() -> None:
    assert stands(done("A1", LONG_AGO, TODAY, TODAY + DAY))[0] == CheckState.NOT_MET
    assert stands(done("A1", LONG_AGO, TODAY, TODAY))[0] == CheckState.MET


def test_n_5_9_one_late_audit_outweighs_one_awaited_and_both_are_named() -> None:
    state, reason = stands(done("A1", LONG_AGO), done("A2", RECENT))
    assert state == CheckState.NOT_MET
    assert "A1 (Audit A1)" in reason
    assert "still to be reported: A2" in reason


def test_n_5_9_an_audit_done_before_the_notice_commenced_is_not_asked_for() -> None:
    assert stands(done("A1", COMMENCED - DAY))[0] == CheckState.NOT_YET_DUE
    assert stands(done("A1", COMMENCED))[0] == CheckState.NOT_MET


def test_n_5_9_an_audit_not_done_when_it_was_planned_is_at_risk() -> None:
    reported = done("A1", date(2013, 3, 1), IB_ON, LSCB_ON)
    missed = Audit("A2", "Supervision", TODAY - DAY)
    found = stands(reported, missed)
    assert found == (CheckState.AT_RISK, "Planned and not done: A2 (Supervision), 19 May 2013.")
    assert stands(reported, Audit("A2", "Supervision", TODAY))[0] == CheckState.MET


def test_n_5_9_with_no_audit_done_the_first_planned_one_is_waited_for() -> None:
    found = stands(Audit("A1", "Thresholds", date(2013, 7, 1)), Audit("A2", "Supervision", date(2013, 6, 3)))
    assert found == (CheckState.NOT_YET_DUE, "No audit has been done yet; the first is planned for 3 Jun 2013.")


def test_n_5_9_a_programme_agreed_with_no_audit_planned_is_at_risk() -> None:
    assert stands(programme=date(2013, 3, 6)) == (
        CheckState.AT_RISK,
        "No audit is done or planned under the programme agreed by both boards on 6 Mar 2013.",
    )
    assert stands()[0] == CheckState.NOT_YET_DUE


def test_rule_12_a_restricted_audit_keeps_its_title() -> None:
    secret = Audit("A1", "Case of one child", None, LONG_AGO, restricted="Identifies a child")
    assert "Case of one child" not in stands(secret)[1]


def test_n_5_9_a_long_list_is_counted_after_five() -> None:
    _, reason = stands(*(done(f"A{n}", LONG_AGO) for n in range(1, 8)))
    assert reason.endswith("A5 (Audit A5), done 7 Apr 2013, to neither board; 2 more.")
