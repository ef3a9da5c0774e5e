"""The forward plan: what comes to which meeting, on the sample and on paper."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from boardtui.domain.forward import ForwardPaper, Part, forward_plan
from boardtui.domain.restriction import PaperVersion
from boardtui.services import agenda, meetings, minutes
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.reading.forward import forward_paper
from boardtui.store.reading.meetings import items
from tests.documents.reading_back import rows_of, text_of


def read(desk: Desk) -> ForwardPaper:
    return desk.read(lambda db: forward_paper(db, desk.today))


def test_each_thing_comes_to_the_meeting_of_its_day(desk: Desk) -> None:
    desk.do(lambda work: meetings.plan_meetings(work, 3))
    found = {one.meeting.number: one for one in forward_plan(read(desk))}
    assert sorted(found) == [6, 7, 8, 9]
    for number, coming in found.items():
        before = found[number - 1].meeting.date if number > 6 else date.min
        for part in (Part.ACTION, Part.LINE):
            assert all(before < one.on <= coming.meeting.date for one in coming.of(part) if one.on)
    late = [one for one in found[6].of(Part.ACTION) if one.on and one.on < desk.today]
    assert [one.ref for one in late][:2] == ["3/08", "2/09"]


def test_a_duty_comes_to_the_last_meeting_before_its_day(desk: Desk) -> None:
    desk.do(lambda work: meetings.plan_meetings(work, 5))
    plan = forward_plan(read(desk))
    found = {one.ref: (one, coming.meeting) for coming in plan for one in coming.of(Part.DUTY)}
    twelve = next(one for ref, one in found.items() if one[0].on == date(2013, 11, 26))
    assert timedelta(0) <= date(2013, 11, 26) - twelve[1].date < timedelta(43)
    assert all(when.date <= one.on or when.number == 6 for one, when in found.values() if one.on)


def test_figures_come_once_with_the_meeting_after_they_are_usually_in(desk: Desk) -> None:
    desk.do(lambda work: meetings.plan_meetings(work, 1))
    first, second = (coming.of(Part.FIGURES) for coming in forward_plan(read(desk)))
    assert any("May 2013: I" in one.text for one in first)
    assert not {one.text.partition(":")[0] for one in first} & {one.text.partition(":")[0] for one in second}


def test_a_deferred_item_and_one_that_was_placed_are_named_and_standing_ones_counted(small: Desk) -> None:
    item = small.read(lambda db: items(db, 3))[6].id
    small.do(lambda work: agenda.add_item(work, 3, "Report on thresholds"))
    small.do(lambda work: agenda.defer_item(work, item, 4, "the paper is late"))
    third, fourth = (one for one in forward_plan(read(small)) if one.meeting.number in (3, 4))
    assert [one.text for one in third.of(Part.ITEM)] == ["Report on thresholds"]
    assert [one.text.partition(" (")[2] for one in fourth.of(Part.ITEM)] == ["deferred from meeting 3)"]
    assert [one.of(Part.STANDING)[0].text[:8] for one in (third, fourth)] == ["13 items", "13 items"]


def test_the_open_version_leaves_out_what_is_restricted(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: minutes.enter(work, 2, "(restricted: child) ! DCS by 14 Mar: see the Smith family"))
    opened = export(small, "forward-plan", tmp_path)
    whole = export(small, "forward-plan", tmp_path, version=PaperVersion.RESTRICTED)
    assert "Smith" not in text_of(opened.read_bytes())
    rows = [row for row in rows_of(whole.read_bytes()) if row[1] == "2/01"]
    assert rows == [
        ["Actions due", "2/01", "See the Smith family (Restricted: Identifies a child)", "14 Mar 2013", "DCS"]
    ]
    assert "Papers due 20 Mar 2013; agenda out 25 Mar 2013." in text_of(opened.read_bytes())


def test_without_a_meeting_it_says_so(new_desk: Desk, tmp_path: Path) -> None:
    new_desk.do(lambda work: meetings.cancel_meeting(work, 1, "snow"))
    assert "No meeting is planned." in text_of(export(new_desk, "forward-plan", tmp_path).read_bytes())
