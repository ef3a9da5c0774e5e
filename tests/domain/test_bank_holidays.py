"""England bank holidays worked out without a calendar package, held against the one rule 1 uses."""

from datetime import date

import pytest
from holidays import country_holidays

from boardtui.domain.bank_holidays import bank_holidays, easter_sunday, no_working_day


def test_they_are_those_of_the_calendar_that_meetings_are_planned_by() -> None:
    for year in range(1978, 2061):
        told = country_holidays("GB", subdiv="ENG", years=year)
        assert bank_holidays(year) == {day for day in told if day.weekday() < 5}, year


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2012, date(2012, 4, 8)),
        (2013, date(2013, 3, 31)),
        (2008, date(2008, 3, 23)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_on_its_day(year: int, easter: date) -> None:
    assert easter_sunday(year) == easter


def test_a_day_on_which_nothing_is_sent_says_why() -> None:
    assert no_working_day(date(2013, 5, 26)) == "Sunday"
    assert no_working_day(date(2013, 5, 27)) == "a bank holiday"
    assert no_working_day(date(2013, 5, 28)) is None
