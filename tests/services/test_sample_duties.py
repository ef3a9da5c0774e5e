"""Rule 2 on the 2012 sample: the date and state of every dated duty, worked out by hand (N 5.7 to 8.2; O 3).

The Notice commenced on 26 Nov 2012; Ofsted published on 13 Jul 2012; the sample's day is 20 May 2013.
"""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.views import Obligation
from boardtui.services import instrument, notice
from boardtui.services.desk import Desk
from boardtui.store.reading.notice import obligations
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import TODAY, reading
from tests.services.duty_bound import duties

built = pytest.fixture(scope="module")(reading)

TWO, SIX, TWELVE = date(2013, 1, 26), date(2013, 5, 26), date(2013, 11, 26)
NOTICE = {
    "N 6.2 safeguarding board review": (date(2012, 11, 30), "met"),
    "N 5.7 file audit": (TWO, "met late"),
    "N 8.1 initial report": (TWO, "met"),
    "N 7.3 targets at 6 months": (SIX, "due soon"),
    "N 8.1 6-month report": (SIX, "due soon"),
    "N 8.2 Leader's 6-month report": (SIX, "due soon"),
    "N 8.2 6-month review": (SIX, "due soon"),
    "N 7.3 targets at 12 months": (TWELVE, "not yet due"),
    "N 8.1 12-month report": (TWELVE, "not yet due"),
    "N 8.2 Leader's 12-month report": (TWELVE, "not yet due"),
    "N 8.2 12-month review": (TWELVE, "not yet due"),
    "N 7.2 six-weekly meetings": (None, "not yet due"),
    "N 7.3 targets agreed": (None, "met"),
    "N 8.1 external validation": (None, "not yet due"),
}


def found(db: Database, today: date = TODAY) -> dict[str, Obligation]:
    """Return the duties by their references as they stand on a day."""
    return {one.ref: one for one in obligations(db, today)}


def test_rule_2_n_8_1_every_duty_of_the_notice_has_its_date_and_state(built: Database) -> None:
    told = {ref: (one.due, one.state) for ref, one in found(built).items() if ref.startswith("N ")}
    assert told == NOTICE


@pytest.mark.parametrize(
    ("numbers", "due"),
    [
        (range(1, 10), date(2012, 7, 13)),  # immediately: the day of publication itself
        (range(10, 12), date(2012, 10, 13)),  # within three months
        (range(12, 17), date(2013, 1, 13)),  # within six months, over the end of the year
    ],
    ids=["immediately", "three-months", "six-months"],
)
def test_rule_2_o_3_the_bands_are_counted_from_13_july_2012(built: Database, numbers: range, due: date) -> None:
    told = found(built)
    assert {told[f"O 3.{number}"].due for number in numbers} == {due}
    assert {told[f"O 3.{number}"].state for number in numbers} <= {"met late", "overdue"}


def test_rule_2_n_5_7_the_file_audit_was_met_19_days_late(built: Database) -> None:
    one = found(built)["N 5.7 file audit"]
    assert (one.state, one.met_on) == ("met late", date(2013, 2, 14))  # 5 days to 31 Jan and 14
    assert "4,790 files" in one.evidence
    # Before the day it was met, it was overdue; on the day it was due, it was not.
    assert found(built, date(2013, 2, 13))["N 5.7 file audit"].state == "overdue"
    assert found(built, TWO)["N 5.7 file audit"].state == "due soon"


def test_rule_2_o_3_a_recommendation_not_met_is_overdue_and_one_met_after_its_band_is_late(built: Database) -> None:
    told = found(built)
    assert (told["O 3.1"].state, told["O 3.1"].met_on) == ("overdue", None)
    assert (told["O 3.7"].state, told["O 3.7"].met_on) == ("met late", date(2013, 3, 8))


def test_rule_2_n_8_1_a_due_date_on_a_weekend_stays_and_says_by_when_to_send(built: Database) -> None:
    one = found(built)["N 8.1 6-month report"]
    assert (SIX.strftime("%A"), one.due, one.send_by) == ("Sunday", SIX, date(2013, 5, 24))
    assert found(built)["N 8.1 12-month report"].send_by == TWELVE  # a Tuesday


def test_rule_2_n_8_1_a_duty_is_due_soon_28_days_before_and_overdue_the_day_after(built: Database) -> None:
    # 26 May less 26 days is 30 April, less two more is 28 April.
    for today, state in (
        (date(2013, 4, 27), "not yet due"),
        (date(2013, 4, 28), "due soon"),
        (SIX, "due soon"),
        (date(2013, 5, 27), "overdue"),
    ):
        assert found(built, today)["N 8.1 6-month report"].state == state


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (TODAY, []),
        (date(2013, 11, 25), []),
        (TWELVE, [18]),
        (date(2014, 5, 25), [18]),
        (date(2014, 5, 26), [18, 24]),
        (date(2014, 11, 26), [18, 24, 30]),
    ],
)
def test_rule_2_n_8_1_after_the_twelve_month_report_comes_one_every_six_months(
    built: Database, today: date, months: list[int]
) -> None:
    told = [one for one in obligations(built, today) if one.ref.startswith("N 8.1") and not one.id]
    assert [one.ref for one in told] == [f"N 8.1 {number}-month report" for number in months]
    days = {18: date(2014, 5, 26), 24: date(2014, 11, 26), 30: date(2015, 5, 26)}
    assert [one.due for one in told] == [days[number] for number in months]


def test_rule_2_n_8_1_the_eighteen_month_report_falls_on_a_bank_holiday_and_is_sent_before(built: Database) -> None:
    one = found(built, TWELVE)["N 8.1 18-month report"]
    assert (one.due, one.send_by) == (date(2014, 5, 26), date(2014, 5, 23))  # the last Monday in May, then Friday


def test_rule_2_n_8_2_an_amended_notice_redates_what_is_open_and_keeps_what_is_done(desk: Desk) -> None:
    def amend(work: Work) -> None:
        instrument.amend_notice(work, issued_on=TODAY, because="Reissued.", commenced=date(2012, 12, 31))

    desk.do(amend)
    told = duties(desk)
    assert (told["N 8.1 initial report"].due, told["N 8.1 initial report"].state) == (TWO, "met")
    assert (told["N 5.7 file audit"].due, told["N 5.7 file audit"].state) == (TWO, "met late")
    assert told["N 8.1 6-month report"].due == date(2013, 6, 30)  # June has no 31st
    assert told["N 8.1 6-month report"].original_due == SIX
    assert told["N 8.1 12-month report"].due == date(2013, 12, 31)
    assert told["O 3.1"].due == date(2012, 7, 13)
    assert told["N 6.2 safeguarding board review"].due == date(2012, 11, 30)


def test_rule_2_n_8_2_lifting_ends_what_the_notice_brings_and_not_what_ofsted_asked(desk: Desk) -> None:
    def lift(work: Work) -> None:
        instrument.lift_notice(work, on=TODAY, letter="Letter of 20 May 2013", because="Its targets are met.")

    desk.do(lift)
    told = duties(desk)
    assert {told[ref].state for ref, (_, state) in NOTICE.items() if not state.startswith("met")} == {"not applicable"}
    assert told["N 8.1 6-month report"].note.startswith("The Notice was lifted on 20 May 2013.")
    assert (told["N 5.7 file audit"].state, told["O 3.1"].state) == ("met late", "overdue")


def test_rule_2_n_8_1_a_duty_that_does_not_apply_says_why(desk: Desk) -> None:
    because = "The department asked for one report a year."
    desk.do(lambda work: notice.set_not_applicable(work, "N 8.1 12-month report", because))
    one = duties(desk)["N 8.1 12-month report"]
    assert (one.state, one.note.startswith(because)) == ("not applicable", True)
