"""Duties are added, edited, met and found not to apply (rule 2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardtui.domain.states import InstrumentKind
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import notice
from boardtui.services.desk import Desk
from boardtui.services.undo import undo
from boardtui.store.reading.notice import requirements
from boardtui.store.unit import Work
from tests.services.duty_bound import COMMENCED, Days, duties
from tests.services.small import nothing_changed


def inspected(work: Work) -> None:
    """Add an inspection with one requirement in each band and one without."""
    notice.add_source(work, code="O", kind="inspection", title="Ofsted", published=date(2012, 7, 13))
    for number, band in ((9, "immediately"), (10, "within three months"), (12, "within six months"), (17, "")):
        notice.add_requirement(work, ref=f"O 3.{number}", source="O", text=f"Do {number}.", band=band)


def test_a_new_board_under_a_notice_has_its_standard_duties_n_8_1(days: Days) -> None:
    found = duties(days.start(safeguarding_review_by=date(2012, 11, 30)))
    assert found["N 6.2 safeguarding board review"].due == date(2012, 11, 30)
    report = found["N 8.1 12-month report"]
    assert (report.months, report.counted_from, report.repeats_months) == (12, COMMENCED, 6)
    assert "Our assumption" in report.note


def test_a_commissioners_board_reports_every_six_months_c_2_11(days: Days) -> None:
    days.start(date(2019, 6, 28), kind=InstrumentKind.COMMISSIONER)
    found = duties(days.on(date(2020, 1, 23)))
    assert [(one.ref, one.due, one.state) for one in found.values() if "report" in one.ref] == [
        ("C 2.11 6-month report", date(2019, 12, 28), "overdue"),
        ("C 2.11 12-month report", date(2020, 6, 28), "not yet due"),
    ]
    assert found["C 2.11 12-month report"].send_by == date(2020, 6, 26)


def test_a_commissioner_without_a_day_is_dated_once_it_is_entered(days: Days) -> None:
    desk = days.start(date(2019, 6, 1), kind="commissioner", commenced=None)
    assert duties(desk)["C 2.11 6-month report"].due is None
    desk.do(lambda work: notice.edit_obligation(work, "C 2.11 6-month report", counted_from=date(2019, 6, 28)))
    assert duties(desk)["C 2.11 6-month report"].due == date(2019, 12, 28)


def test_a_committee_plan_has_no_duty(days: Days) -> None:
    assert duties(days.start(kind="none", commenced=None)) == {}


def test_each_band_of_an_inspection_becomes_a_duty_that_can_be_met_late_o_3(days: Days) -> None:
    desk = days.start()
    desk.do(inspected)
    assert desk.do(lambda work: notice.add_banded_obligations(work, "O")).value == ["O 3.9", "O 3.10", "O 3.12"]
    found = duties(desk)
    assert [(found[ref].due, found[ref].requirement) for ref in ("O 3.9", "O 3.10", "O 3.12")] == [
        (date(2012, 7, 13), "O 3.9"),
        (date(2012, 10, 13), "O 3.10"),
        (date(2013, 1, 13), "O 3.12"),
    ]
    desk.do(lambda work: notice.meet_obligation(work, "O 3.10", date(2012, 10, 14), "Shown to the Board"))
    met = duties(desk)["O 3.10"]
    assert (met.state, met.met_on, met.evidence) == ("met late", date(2012, 10, 14), "Shown to the Board")
    assert desk.do(lambda work: notice.add_banded_obligations(work, "O")).value == []


def test_bands_are_counted_from_a_day_of_publication(days: Days) -> None:
    desk = days.start()
    desk.do(lambda work: notice.add_source(work, code="A", kind="audit", title="Audit"))
    with nothing_changed(desk), pytest.raises(BoardError, match="when A was published"):
        desk.do(lambda work: notice.add_banded_obligations(work, "A"))
    with nothing_changed(desk), pytest.raises(NotFoundError):
        desk.do(lambda work: notice.add_banded_obligations(work, "X"))


@pytest.mark.parametrize(
    ("ref", "due"),
    [("N 8.1 extra", date(2013, 2, 26)), ("O 3.9 follow-up", date(2012, 10, 13)), ("Ours", date(2013, 2, 26))],
)
def test_a_duty_is_counted_from_commencement_or_from_its_sources_publication(days: Days, ref: str, due: date) -> None:
    desk = days.start()
    desk.do(inspected)
    desk.do(lambda work: notice.add_obligation(work, ref=ref, title="More", months=3))
    assert duties(desk)[ref].due == due


def test_meeting_a_later_time_of_a_duty_makes_it_a_record_of_its_own(days: Days) -> None:
    days.start()
    desk = days.on(date(2014, 5, 27))
    desk.do(lambda work: notice.meet_obligation(work, "N 8.1 18-month report", date(2014, 5, 27), "E-mailed"))
    found = duties(desk)
    assert found["N 8.1 18-month report"].id
    assert (found["N 8.1 18-month report"].state, found["N 8.1 18-month report"].months) == ("met late", 18)
    assert [ref for ref, one in found.items() if "N 8.1" in ref and not one.id] == ["N 8.1 24-month report"]
    desk.do(undo)
    assert duties(desk)["N 8.1 18-month report"].id == ""


def test_a_later_time_can_be_given_another_date_or_found_not_to_apply(days: Days) -> None:
    days.start()
    desk = days.on(date(2014, 1, 1))
    desk.do(lambda work: notice.edit_obligation(work, "N 8.1 18-month report", due=date(2014, 6, 2)))
    moved = duties(desk)["N 8.1 18-month report"]
    assert (moved.due, moved.months, moved.counted_from) == (date(2014, 6, 2), None, None)
    desk.do(lambda work: notice.set_not_applicable(work, "N 8.1 12-month report", "Agreed by letter"))
    found = duties(days.on(date(2015, 1, 1)))
    assert found["N 8.1 12-month report"].state == "not applicable"
    assert "N 8.1 24-month report" not in found


def test_a_met_duty_can_be_taken_back_but_not_removed(days: Days) -> None:
    desk = days.start()
    desk.do(lambda work: notice.meet_obligation(work, "N 5.7 file audit", COMMENCED, "Report"))
    with nothing_changed(desk), pytest.raises(BoardError, match="was met on 26 Nov 2012"):
        desk.do(lambda work: notice.remove_obligation(work, "N 5.7 file audit"))
    desk.do(lambda work: notice.unmeet_obligation(work, "N 5.7 file audit"))
    taken_back = duties(desk)["N 5.7 file audit"]
    assert (taken_back.state, taken_back.met_on, taken_back.evidence) == ("not yet due", None, "")
    desk.do(lambda work: notice.remove_obligation(work, "N 5.7 file audit"))
    assert "N 5.7 file audit" not in duties(desk)


def test_what_does_not_apply_says_why_until_it_applies_again(days: Days) -> None:
    desk = days.start()
    desk.do(lambda work: notice.set_not_applicable(work, "N 5.7 file audit", " Done  by Ofsted. "))
    found = duties(desk)["N 5.7 file audit"]
    assert (found.state, found.note, found.send_by) == ("not applicable", "Done by Ofsted.", None)
    desk.do(lambda work: notice.set_not_applicable(work, "N 5.7 file audit", None))
    assert duties(desk)["N 5.7 file audit"].state == "not yet due"


def test_other_months_give_another_date_and_a_date_of_its_own_no_longer_counts(days: Days) -> None:
    desk = days.start()
    desk.do(lambda work: notice.edit_obligation(work, "N 5.7 file audit", months=3, binds="board", title="All files"))
    found = duties(desk)["N 5.7 file audit"]
    assert (found.due, found.binds, found.title) == (date(2013, 2, 26), "board", "All files")
    desk.do(lambda work: notice.edit_obligation(work, "N 5.7 file audit", due=date(2013, 3, 1)))
    found = duties(desk)["N 5.7 file audit"]
    assert (found.due, found.months, found.counted_from) == (date(2013, 3, 1), None, None)


def test_a_requirement_added_later_is_answered_by_the_duties_that_name_it(days: Days) -> None:
    desk = days.start()
    desk.do(lambda work: notice.add_source(work, code="N", kind="notice", title="Notice"))
    desk.do(lambda work: notice.add_requirement(work, ref="N 8.1", source="N", text="Report", binds="chair"))
    assert duties(desk)["N 8.1 initial report"].requirement == "N 8.1"
    assert "N 8.1 initial report" in desk.read(requirements)[0].answered_by


def test_withdrawing_a_requirement_ends_its_open_duties_n_8_2(days: Days) -> None:
    desk = days.start()
    desk.do(inspected)
    desk.do(lambda work: notice.add_banded_obligations(work, "O"))
    desk.do(lambda work: notice.meet_obligation(work, "O 3.9", COMMENCED))
    for ref in ("O 3.9", "O 3.10"):
        desk.do(lambda work, r=ref: notice.withdraw_requirement(work, r, COMMENCED, "Merged"))  # type: ignore[misc]  # a lambda with defaults
    found = duties(desk)
    assert (found["O 3.9"].state, found["O 3.10"].state) == ("met late", "not applicable")
    assert found["O 3.10"].note == "O 3.10 was withdrawn on 26 Nov 2012."
    with nothing_changed(desk), pytest.raises(BoardError, match="was withdrawn"):
        desk.do(lambda work: notice.withdraw_requirement(work, "O 3.10", COMMENCED, "Again"))
    with nothing_changed(desk), pytest.raises(NotFoundError):
        desk.do(lambda work: notice.withdraw_requirement(work, "O 9", COMMENCED, "x"))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"months": -1}, "-1 months cannot be right"),
        ({"months": 241}, "241 months cannot be right"),
        ({"months": 6, "repeats_months": 0}, "Every 0 months"),
        ({"repeats_months": 6}, "needs the months"),
        ({"requirement": "N 99"}, "no requirement N 99"),
        ({"title": " "}, "title is missing"),
        ({"ref": "N 5.7 file audit"}, "already is"),
    ],
)
def test_a_duty_that_cannot_be_right_is_refused(days: Days, told: dict[str, Any], sentence: str) -> None:
    desk = days.start()
    given: dict[str, Any] = {"ref": "N 9 x", "title": "x"} | told
    with nothing_changed(desk), pytest.raises(BoardError, match=sentence):
        desk.do(lambda work: notice.add_obligation(work, **given))


def test_what_has_not_happened_yet_is_not_recorded(days: Days) -> None:
    desk = days.start()
    with nothing_changed(desk), pytest.raises(BoardError, match="has not come yet"):
        desk.do(lambda work: notice.meet_obligation(work, "N 5.7 file audit", date(2012, 11, 27)))
    with nothing_changed(desk), pytest.raises(BoardError, match="is not met"):
        desk.do(lambda work: notice.unmeet_obligation(work, "N 5.7 file audit"))
    with nothing_changed(desk), pytest.raises(NotFoundError):
        desk.do(lambda work: notice.meet_obligation(work, "N 8.1 18-month report", COMMENCED))


def test_an_edit_of_an_older_version_is_refused(days: Days) -> None:
    desk: Desk = days.start()
    seen = duties(desk)["N 5.7 file audit"].version
    desk.do(lambda work: notice.edit_obligation(work, "N 5.7 file audit", seen, note="First"))
    with nothing_changed(desk), pytest.raises(BoardError, match="changed elsewhere"):
        desk.do(lambda work: notice.edit_obligation(work, "N 5.7 file audit", seen, note="Second"))
