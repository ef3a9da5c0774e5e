"""Dated duties as checks (N 8.1, 8.2)."""

from datetime import date

import pytest

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dated_duties import DatedDuty, duty_check

TODAY = date(2013, 5, 20)


@pytest.mark.parametrize(
    ("duty", "state", "reason"),
    [
        (
            DatedDuty("N 8.1", "Report", date(2013, 1, 26), date(2013, 1, 24)),
            CheckState.MET,
            "Done on 24 Jan 2013; it was due on 26 Jan 2013.",
        ),
        (
            DatedDuty("N 8.1", "Report", date(2013, 1, 26), date(2013, 1, 27)),
            CheckState.NOT_MET,
            "Done on 27 Jan 2013, 1 day after it was due (26 Jan 2013).",
        ),
        (
            DatedDuty("N 8.1", "Report", date(2013, 5, 26)),
            CheckState.AT_RISK,
            "Due on 26 May 2013 (send by 24 May 2013), in 6 days.",
        ),
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
            DatedDuty("N 8.1", "Report", None),
            CheckState.NOT_YET_DUE,
            "Not done yet; to be done before the Notice ends.",
        ),
        (DatedDuty("N 8.1", "Report", None, TODAY), CheckState.MET, "Done on 20 May 2013."),
        (
            DatedDuty("N 8.1", "Report", date(2013, 5, 18), None, "Notice lifted"),
            CheckState.NOT_APPLICABLE,
            "Notice lifted",
        ),
    ],
)
def test_n_8_1_a_dated_duty_says_how_it_stands(duty: DatedDuty, state: CheckState, reason: str) -> None:
    assert duty_check("N 8.1", duty, TODAY) == Check("N 8.1", duty.title, state, reason)
