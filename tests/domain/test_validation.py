"""External validation, before the Notice ends (N 8.1)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.checks import CheckState
from boardtui.domain.dated_duties import DatedDuty
from boardtui.domain.validation import Validation, is_validation, validation_check
from tests.domain.compliant import COMMENCED

PEER = Validation("A4", "Peer review", date(2013, 9, 9))
COMMISSIONED = Validation("A4", "Peer review", date(2013, 9, 9), date(2013, 5, 1))
DONE = Validation("A4", "Peer review", date(2013, 9, 9), date(2013, 5, 1), date(2013, 9, 11))
DUTY = DatedDuty("N 8.1 external validation", "External validation", None)

LONG_BEFORE, NEAR, LAST_DAY, TWELVE_MONTHS = (
    date(2013, 8, 27),
    date(2013, 8, 28),
    date(2013, 11, 25),
    date(2013, 11, 26),
)


def stands(today: date, *given: Validation, duty: DatedDuty | None = None) -> tuple[CheckState, str]:
    check = validation_check(given, today, COMMENCED, duty)
    assert (check.ref, check.check) == ("N 8.1", "External validation commissioned and carried out")
    return check.state, check.reason


@pytest.mark.parametrize("given", [(), (Validation("A4", "Peer review"),), (Validation("A4", "P", None, LONG_BEFORE),)])
@pytest.mark.parametrize(
    ("today", "state"),
    [
        (LONG_BEFORE, CheckState.NOT_YET_DUE),
        (NEAR, CheckState.AT_RISK),
        (LAST_DAY, CheckState.AT_RISK),
        (TWELVE_MONTHS, CheckState.NOT_MET),
        (date(2014, 2, 1), CheckState.NOT_MET),
    ],
)
def test_n_8_1_validation_not_carried_out_is_at_risk_from_90_days_before_the_twelve_month_date_and_then_not_met(
    today: date, state: CheckState, given: tuple[Validation, ...]
) -> None:
    assert stands(today, *given)[0] == state


def test_n_8_1_validation_says_how_far_it_is_and_how_long_there_is() -> None:
    ends = "the Notice's twelve months end on 26 Nov 2013, in 91 days."
    assert stands(LONG_BEFORE)[1] == f"None is commissioned yet; {ends}"
    assert stands(LONG_BEFORE, PEER)[1] == (
        f"A4 (Peer review) is entered and not commissioned yet (planned for 9 Sep 2013); {ends}"
    )
    assert stands(LONG_BEFORE, COMMISSIONED)[1] == (
        f"A4 (Peer review) was commissioned on 1 May 2013 and is not carried out yet (planned for 9 Sep 2013); {ends}"
    )
    assert stands(TWELVE_MONTHS)[1] == "None is commissioned yet; the Notice's twelve months ended on 26 Nov 2013."


def test_n_8_1_validation_carried_out_is_met_late_or_not() -> None:
    told = "A4 (Peer review) was commissioned on 1 May 2013 and carried out on 11 Sep 2013."
    assert stands(LAST_DAY, DONE) == (CheckState.MET, told)
    late = Validation("A4", "Peer review", None, None, date(2014, 1, 6))
    assert stands(date(2014, 1, 6), late) == (CheckState.MET, "A4 (Peer review) was carried out on 6 Jan 2014.")
    assert stands(date(2014, 1, 5), late)[0] == CheckState.NOT_MET


def test_n_8_1_validation_whose_planned_day_has_passed_is_at_risk() -> None:
    early = Validation("A4", "Peer review", date(2013, 6, 3), date(2013, 5, 1))
    assert stands(date(2013, 6, 3), early)[0] == CheckState.NOT_YET_DUE
    state, reason = stands(date(2013, 6, 4), early)
    assert state == CheckState.AT_RISK
    assert "though planned for 3 Jun 2013" in reason


def test_n_8_1_validation_noted_among_the_duties_counts_too() -> None:
    met = DatedDuty("N 8.1 external validation", "External validation", None, date(2013, 9, 11))
    assert stands(LAST_DAY, duty=met) == (CheckState.MET, "Carried out on 11 Sep 2013 (N 8.1 external validation).")
    assert stands(LAST_DAY, duty=DUTY)[0] == CheckState.AT_RISK
    away = DatedDuty("N 8.1 external validation", "External validation", None, None, "Ours asks for none.")
    assert stands(LAST_DAY, duty=away) == (CheckState.NOT_APPLICABLE, "Ours asks for none.")


def test_n_8_1_validation_has_no_date_while_the_commencement_is_unknown() -> None:
    check = validation_check([], LAST_DAY, None)
    assert (check.state, check.reason) == (
        CheckState.NOT_YET_DUE,
        "None is commissioned yet; it is due before the Notice ends.",
    )


def test_n_8_1_twelve_months_from_29_february_end_on_28_february() -> None:
    check = validation_check([], date(2013, 2, 28), date(2012, 2, 29))
    assert check.state == CheckState.NOT_MET
    assert check.reason.endswith("ended on 28 Feb 2013.")


def test_n_8_1_the_duty_of_validation_is_told_from_the_reports() -> None:
    assert is_validation("N 8.1 external validation", "Before the end")
    assert is_validation("N 8.1 peer", "External Validation carried out")
    assert not is_validation("N 8.1 initial report", "Chair's initial report to the Minister")


def test_rule_12_a_restricted_validation_keeps_its_title() -> None:
    secret = Validation("A4", "Of one manager", None, None, date(2013, 9, 11), "Staffing")
    assert stands(LAST_DAY, secret)[1] == "A4 was carried out on 11 Sep 2013."
