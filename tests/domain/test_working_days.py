"""Open and closed days (rule 1; N 7.2)."""

import subprocess
import sys
from datetime import date

import pytest

from boardtui.domain.working_days import WarningPeriod, closed_because, previous_working_day, warnings_on

OWN = {date(2012, 12, 27): "Council offices closed", date(2012, 12, 28): "Council offices closed"}


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2013, 3, 28), None),
        (date(2013, 3, 29), "Good Friday"),
        (date(2013, 3, 30), "Saturday"),
        (date(2013, 3, 31), "Sunday"),
        (date(2013, 4, 1), "Easter Monday"),
        (date(2012, 6, 5), "Diamond Jubilee of Elizabeth II"),
        (date(2013, 1, 2), None),  # a holiday in Scotland only
        (date(2013, 3, 18), None),  # and this one in Northern Ireland only
        (date(2012, 12, 27), "Council offices closed"),
    ],
)
def test_a_closed_day_says_why(day: date, why: str | None) -> None:
    assert closed_because(day, OWN) == why


def test_without_closed_days_of_its_own_the_board_meets_on_any_working_day() -> None:
    assert closed_because(date(2012, 12, 27)) is None


def test_an_open_day_stays() -> None:
    assert previous_working_day(date(2013, 4, 4)) == date(2013, 4, 4)


def test_easter_goes_back_to_maundy_thursday() -> None:
    assert previous_working_day(date(2013, 4, 1)) == date(2013, 3, 28)


def test_the_boards_own_days_and_bank_holidays_are_skipped_together() -> None:
    assert previous_working_day(date(2012, 12, 28), OWN) == date(2012, 12, 24)


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (date(2012, 12, 23), False),
        (date(2012, 12, 24), True),
        (date(2012, 12, 31), True),
        (date(2013, 1, 1), True),
        (date(2013, 1, 2), False),
    ],
)
def test_christmas_week_warns_and_does_not_close(day: date, warned: bool) -> None:
    assert bool(warnings_on(day)) is warned


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (date(2013, 3, 28), False),
        (date(2013, 3, 29), True),
        (date(2013, 4, 12), True),
        (date(2013, 4, 13), False),
    ],
)
def test_a_warning_period_holds_both_its_ends(day: date, warned: bool) -> None:
    easter = WarningPeriod(date(2013, 3, 29), date(2013, 4, 12), "School holidays")
    expected = ("School holidays (29 Mar 2013 to 12 Apr 2013)",) if warned else ()
    assert warnings_on(day, [easter]) == expected


def test_no_rule_loads_the_calendar_until_it_is_asked() -> None:
    program = """
import sys
from datetime import date
import boardtui.domain.carrying, boardtui.domain.quorum
from boardtui.domain.compliance import DatedDuty, compliance
from boardtui.domain.coverage import coverage
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import InstrumentKind
compliance(
    InstrumentKind.NOTICE,
    today=date(2013, 1, 1),
    council="",
    meetings=[MeetingOn(1, date(2013, 1, 10))],
    variations=[],
    offices=[],
    coverage=coverage([], []),
    reports=[DatedDuty("N 8.1", "Report", date(2013, 1, 26))],
)
print("holidays" in sys.modules, "dateutil" in sys.modules)
"""
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["False", "False"]
