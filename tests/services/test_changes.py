"""What changed between two moments is found by comparing what is read at each, and is one page of Word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from boardtui.domain.changes import measured, period, summary
from boardtui.errors import BoardError
from boardtui.services import actions, indicators, meetings, minutes, plan
from boardtui.services.changes import changes, export
from boardtui.services.desk import Desk
from tests.documents.reading_back import opened, text_of

Opens = Callable[..., Desk]
LATER = date(2013, 9, 30)


@pytest.fixture
def changed(small_file: Path, open_desk: Opens) -> Desk:
    """Return a desk over the small Board after a second meeting that changed something of every kind."""
    desk = open_desk(small_file, now=datetime(2013, 2, 21, 15, 0))
    for typed in (
        "present: All members",
        "> 1/01 close: The plan is before us",
        "> 1/03 by 30 Apr: the family is away until then",
        "! POL by 4 Apr: Name a lead officer",
        "(restricted: staffing) = A post was agreed",
        "= Thresholds were agreed",
        "> 1.1 G: four of four are appointed",
    ):
        desk.do(partial(minutes.enter, meeting=2, typed=typed))
    desk.do(partial(plan.move_line, ref="1.1", due=LATER, reason="D2/02: the tender is late", meeting=2))
    desk.do(
        partial(plan.move_line, ref="1.2", due=date(2013, 10, 31), reason="D2/01: the post holder leaves", meeting=2)
    )
    desk.do(partial(indicators.add_indicator, ref="I1", title="Visits in time"))
    desk.do(partial(indicators.add_value, ref="I1", period=date(2013, 1, 31), value=Decimal(76)))
    desk.do(partial(meetings.close_meeting, number=2))
    desk.do(partial(actions.done, ref="1/02", text="It is written"))
    return desk


def test_every_kind_of_change_between_two_meetings_is_found(changed: Desk) -> None:
    found = changes(changed, "1", "2")
    assert [(one.line.ref, one.was, one.line.rating) for one in found.ratings] == [("1.1", "A", "G")]
    assert found.ratings[0].line.reason == "four of four are appointed"
    assert [one.ref for one in found.raised] == ["2/01"]
    assert [(one.ref, one.state) for one in found.closed] == [("1/01", "closed")]
    (slip,) = found.moved
    assert (slip.action.ref, slip.was, slip.action.due, slip.later) == (
        "1/03",
        date(2013, 3, 14),
        date(2013, 4, 30),
        True,
    )
    assert slip.move is not None
    assert slip.move.text == "the family is away until then"
    assert [(one.now.ref, one.was, measured(one.now)) for one in found.indicators] == [
        ("I1", None, "76% for 31 Jan 2013")
    ]
    assert [one.text for one in found.decisions] == ["A post was agreed", "Thresholds were agreed"]
    assert period(found) == "From meeting 1 (10 Jan 2013) to meeting 2 (21 Feb 2013)"
    assert summary(found).startswith(
        "1 rating changed, 2 plan lines moved, 1 action raised, 1 closed, ended or reported done, 1 slipped,"
    )


def test_a_plan_line_whose_date_moved_tells_from_when_to_when_and_by_which_decision(
    changed: Desk, tmp_path: Path
) -> None:
    found = changes(changed, "1", "2")
    first = found.lines[0]
    assert (first.line.ref, first.was, first.line.due) == ("1.1", date(2013, 6, 30), LATER)
    assert first.move is not None
    assert (first.move.meeting, first.move.reason) == (2, "D2/02: the tender is late")
    assert "2 plan lines moved" in summary(found)
    said = text_of(export(changed, tmp_path, "1", "2").read_bytes())
    assert "30 Jun 2013" in said
    assert "At meeting 2: D2/02: the tender is late." in said
    assert "the post holder leaves" not in said
    assert not changes(changed).lines


def test_by_default_it_is_from_the_last_meeting_closed_to_now(changed: Desk, open_desk: Opens) -> None:
    found = changes(changed)
    assert (found.since.at.meeting, found.until.at.meeting, found.until.at.day) == (2, None, date(2013, 2, 21))
    assert [(one.ref, one.state) for one in found.closed] == [("1/02", "done")]
    assert not any((found.ratings, found.raised, found.moved, found.decisions))
    then = changes(open_desk(changed.path, as_at="2"))
    assert (then.since.at.meeting, then.until.at.meeting) == (1, 2)
    assert [one.ref for one in then.raised] == ["2/01"]


def test_what_did_not_change_is_not_told(changed: Desk) -> None:
    found = changes(changed, "2", "2")
    assert not any((found.ratings, found.raised, found.closed, found.moved, found.indicators, found.decisions))


def test_moments_the_wrong_way_round_or_none_at_all_are_refused(changed: Desk, new_desk: Desk) -> None:
    with pytest.raises(BoardError, match="comes after"):
        changes(changed, "2", "1")
    with pytest.raises(BoardError, match="nothing to compare"):
        changes(new_desk)


def test_the_word_file_tells_it_and_withholds_what_is_restricted(changed: Desk, tmp_path: Path) -> None:
    path = export(changed, tmp_path, "1", "2")
    assert path.name == "changes-2013-01-10-to-2013-02-21.docx"
    said = text_of(path.read_bytes())
    for words in (
        "Four of four are appointed.",
        "Slipped: 14 Mar 2013 to 30 Apr 2013",
        "Thresholds were agreed.",
        "76%",
    ):
        assert words in said
    assert "A post was agreed" not in said
    assert "See the family" not in said
    assert "Restricted, and not given here." in said
    document = opened(path.read_bytes())
    assert "Key to ratings" in said
    assert [table for table in document.tables if table.style.name == "Board Table"]


def test_as_at_a_meeting_the_file_says_so(changed: Desk, open_desk: Opens, tmp_path: Path) -> None:
    path = export(open_desk(changed.path, as_at="2"), tmp_path)
    assert path.name == "changes-2013-01-10-to-2013-02-21-as-at-meeting-2.docx"
    assert "As at 21 Feb 2013 (meeting 2)" in text_of(path.read_bytes())


def test_the_sample_has_something_to_tell(built_sample: Path, open_desk: Opens) -> None:
    found = changes(open_desk(built_sample), "4", "5")
    parts = (found.ratings, found.raised, found.closed, found.moved, found.indicators, found.decisions, found.met)
    assert all(parts)
