"""The Notice is amended and lifted (N 8.2; DESIGN 4)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.errors import BoardError
from boardtui.services import correspondence, meetings, notice
from boardtui.services.desk import Desk
from boardtui.services.instrument import amend_notice, lift_notice
from boardtui.services.undo import undo
from boardtui.store.reading.board import board
from boardtui.store.reading.home import home
from boardtui.store.reading.instruments import instruments
from boardtui.store.unit import Work
from tests.services.duty_bound import COMMENCED, Days, duties
from tests.services.small import nothing_changed

AMENDED = date(2013, 3, 1)
ANEW = date(2013, 2, 28)


def amend(work: Work) -> int:
    return amend_notice(work, issued_on=AMENDED, because="After the review", commenced=ANEW)


def lift(desk: Desk) -> None:
    desk.do(lambda work: lift_notice(work, on=desk.today, letter="Letter of the Minister", because="Good progress"))


def test_amending_re_dates_what_is_open_and_keeps_what_is_done_n_8_2(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    desk.do(lambda work: notice.meet_obligation(work, "N 8.1 initial report", date(2013, 1, 25), "Sent"))
    before = duties(desk)["N 8.1 initial report"]
    outcome = desk.do(amend)
    assert (outcome.value, outcome.sentence) == (2, "Amend the Improvement Notice")
    found = duties(desk)
    assert found["N 8.1 initial report"] == before
    report = found["N 8.1 6-month report"]
    assert (report.due, report.original_due, report.counted_from) == (date(2013, 8, 28), date(2013, 5, 26), ANEW)
    assert report.note == "Re-dated when the Notice was amended on 1 Mar 2013, when it was due on 26 May 2013."
    assert found["N 5.7 file audit"].due == date(2013, 4, 28), "it was overdue, and open"
    assert found["N 8.1 12-month report"].due == date(2014, 2, 28)
    assert desk.read(board).commenced == ANEW
    assert [(one.number, one.because) for one in desk.read(instruments)] == [(1, ""), (2, "After the review")]


def test_a_second_amendment_keeps_the_first_date_of_all_n_8_2(days: Days) -> None:
    days.start()
    desk = days.on(date(2013, 5, 1))
    desk.do(amend)
    desk.do(lambda work: amend_notice(work, issued_on=date(2013, 5, 1), because="x", commenced=date(2012, 12, 31)))
    report = duties(desk)["N 8.1 6-month report"]
    assert (report.due, report.original_due) == (date(2013, 6, 30), date(2013, 5, 26))
    assert duties(desk)["N 5.7 file audit"].due == date(2013, 2, 28)


def test_a_duty_with_a_day_of_its_own_stays_where_it_is_n_6_2(days: Days) -> None:
    days.start(safeguarding_review_by=date(2012, 11, 30))
    desk = days.on(AMENDED)
    desk.do(lambda work: notice.edit_obligation(work, "N 8.1 6-month report", due=date(2013, 6, 3)))
    desk.do(amend)
    found = duties(desk)
    assert (found["N 6.2 safeguarding board review"].due, found["N 6.2 safeguarding board review"].original_due) == (
        date(2012, 11, 30),
        None,
    )
    assert found["N 8.1 6-month report"].due == date(2013, 6, 3)


def test_an_inspection_published_on_the_day_of_commencement_is_not_re_dated(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    desk.do(lambda work: notice.add_source(work, code="O", kind="inspection", title="Ofsted", published=COMMENCED))
    desk.do(lambda work: notice.add_obligation(work, ref="O 1", title="Do", months=6))
    desk.do(amend)
    assert duties(desk)["O 1"].due == date(2013, 5, 26)


def test_reports_that_come_again_go_on_from_the_first_open_one_after_an_amendment_n_8_1(days: Days) -> None:
    days.start()
    desk = days.on(date(2014, 1, 10))
    desk.do(lambda work: notice.meet_obligation(work, "N 8.1 12-month report", date(2013, 11, 26), "Sent"))
    desk.do(lambda work: amend_notice(work, issued_on=date(2014, 1, 10), because="x", commenced=date(2012, 12, 31)))
    found = duties(days.on(date(2014, 7, 1)))
    reports = {ref: one.due for ref, one in found.items() if ref.startswith("N 8.1") and one.months}
    assert reports["N 8.1 12-month report"] == date(2013, 11, 26)
    assert reports["N 8.1 18-month report"] == date(2014, 6, 30)
    assert found["N 8.1 18-month report"].original_due == date(2014, 5, 26)
    assert reports["N 8.1 24-month report"] == date(2014, 12, 31), "counted from the new commencement"
    assert "N 8.1 30-month report" not in reports


def test_an_amendment_without_another_commencement_moves_no_date(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    before = duties(desk)
    desk.do(lambda work: amend_notice(work, issued_on=AMENDED, because="A new requirement", title="Amended Notice"))
    assert duties(desk) == before
    assert desk.read(board).instrument == "Amended Notice"


def test_lifting_ends_the_notices_duties_and_no_others(days: Days) -> None:
    days.start()
    desk = days.on(date(2014, 3, 4))
    desk.do(lambda work: notice.add_source(work, code="O", kind="inspection", title="O", published=COMMENCED))
    desk.do(lambda work: notice.add_obligation(work, ref="O 1", title="Do", months=24))
    desk.do(lambda work: notice.meet_obligation(work, "N 5.7 file audit", date(2013, 2, 14), "Report"))
    desk.do(lambda work: notice.set_not_applicable(work, "N 7.3 targets agreed", "Agreed before"))
    desk.do(
        lambda work: correspondence.add_correspondence(
            work, received_on=desk.today, sender="Minister", subject="Lifting", asks="Say how it goes on"
        )
    )
    lift(desk)
    found = duties(days.on(date(2015, 1, 1)))
    assert (found["O 1"].state, found["L1 answer"].state) == ("overdue", "not yet due")
    assert found["N 5.7 file audit"].state == "met late"
    assert found["N 7.3 targets agreed"].note.startswith("Agreed before")
    report = found["N 8.1 6-month report"]
    assert (report.state, report.note) == ("not applicable", "The Notice was lifted on 4 Mar 2014.")
    assert "N 8.1 18-month report" not in found, "it would have been due after the lifting"
    assert found["N 8.1 12-month report"].state == "not applicable"


def test_after_lifting_the_board_carries_on_without_a_direction_n_9(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    lift(desk)
    shown = desk.read(board)
    assert (shown.lifted_on, shown.closed_on) == (AMENDED, None)
    found = desk.read(lambda db: home(db, desk.today))
    assert (found.if_missed, found.assessment, found.duties) == ("", None, ())
    desk.do(lambda work: meetings.plan_meeting(work, date(2013, 3, 14)))


def test_a_lifted_notice_says_by_which_letter_and_why(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    lift(desk)
    (one,) = desk.read(instruments)
    assert (one.lifted_on, one.lifted_by, one.lifted_because) == (AMENDED, "Letter of the Minister", "Good progress")


def test_lifting_is_no_barrier_and_can_be_undone(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    before = {ref: one.state for ref, one in duties(desk).items()}
    lift(desk)
    desk.do(undo)
    assert {ref: one.state for ref, one in duties(desk).items()} == before
    assert desk.read(board).lifted_on is None


def test_a_report_sent_before_the_lifting_can_still_be_recorded(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    lift(desk)
    desk.do(lambda work: notice.meet_obligation(work, "N 8.1 initial report", date(2013, 1, 25), "Found in the post"))
    assert duties(desk)["N 8.1 initial report"].state == "met"


@pytest.mark.parametrize("kind", ["commissioner", "none"])
def test_only_a_notice_is_amended_or_lifted(days: Days, kind: str) -> None:
    desk = days.start(AMENDED, kind=kind)
    with nothing_changed(desk), pytest.raises(BoardError, match="under no Notice"):
        lift(desk)
    with nothing_changed(desk), pytest.raises(BoardError, match="under no Notice"):
        desk.do(amend)


def test_a_lifted_notice_is_neither_lifted_again_nor_amended(days: Days) -> None:
    days.start()
    desk = days.on(AMENDED)
    lift(desk)
    with nothing_changed(desk), pytest.raises(BoardError, match="was lifted on 1 Mar 2013"):
        lift(desk)
    with nothing_changed(desk), pytest.raises(BoardError, match="was lifted"):
        desk.do(amend)


def test_an_amendment_or_a_lifting_still_to_come_is_not_recorded(days: Days) -> None:
    desk = days.start()
    with nothing_changed(desk), pytest.raises(BoardError, match="has not come yet"):
        desk.do(amend)
    with nothing_changed(desk), pytest.raises(BoardError, match="has not come yet"):
        desk.do(lambda work: lift_notice(work, on=AMENDED, letter="x", because="y"))
    with nothing_changed(desk), pytest.raises(BoardError, match="reason for lifting it is missing"):
        desk.do(lambda work: lift_notice(work, on=COMMENCED, letter="x", because=" "))
