"""The Improvement Plan: its lines, their dates, their ratings, and the discipline of a rating (rules 4 to 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardtui.domain.views import PlanLine
from boardtui.errors import BoardError, NotFoundError, StaleError
from boardtui.services import plan
from boardtui.services.desk import Desk
from boardtui.store.reading.notice import requirements
from boardtui.store.reading.plan import line, moves, ratings
from tests.services.small import SECOND, THIRD, nothing_changed


def shown(desk: Desk, ref: str) -> PlanLine:
    return desk.read(lambda db: line(db, ref, desk.today))


def test_a_line_is_added_with_what_it_answers(small: Desk) -> None:
    made = small.do(
        lambda work: plan.add_line(
            work,
            ref=" 2.1 ",
            theme="Voice",
            title="Hear  children",
            lead="dcs",
            due=THIRD,
            outcome="They are heard",
            success="Surveys",
            partners=["POL", "ccg"],
            answers=["N 5.7"],
        )
    ).value
    found = shown(small, "2.1")
    assert (made, found.title, found.lead, found.partners) == ("2.1", "Hear children", "DCS", ("POL", "CCG"))
    assert (found.due, found.original_due, found.answers) == (THIRD, THIRD, ("N 5.7",))
    assert small.read(requirements)[0].answered_by == ("1.2", "2.1")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ref": "1.1"}, "There already is a plan line 1.1"),
        ({"ref": ""}, "The reference is missing"),
        ({"ref": "a b"}, "cannot be a reference"),
        ({"ref": "5/03"}, "cannot be a reference"),
        ({"ref": "9" * 100_000}, "cannot be a reference"),
        ({"theme": " "}, "The theme is missing"),
        ({"title": "\x00"}, "The title is missing"),
        ({"lead": "XYZ"}, "Nobody here has the initials"),
        ({"answers": ["N 99"]}, "There is no requirement"),
        ({"partners": ["XYZ"]}, "Nobody here has the initials"),
    ],
)
def test_a_line_that_cannot_be_right_is_not_added(small: Desk, changes: dict[str, Any], sentence: str) -> None:
    given: dict[str, Any] = {"ref": "2.1", "theme": "T", "title": "T", "lead": "DCS", "due": THIRD} | changes
    with nothing_changed(small), pytest.raises(BoardError, match=sentence):
        small.do(lambda work: plan.add_line(work, **given))


def test_a_line_is_changed_but_not_its_date(small: Desk) -> None:
    found = shown(small, "1.2")
    small.do(
        lambda work: plan.edit_line(
            work,
            found.id,
            found.version,
            title="Audits",
            lead=None,
            outcome="o",
            success="s",
            starts=SECOND,
            partners=["POL"],
            answers=[],
        )
    )
    now = shown(small, "1.2")
    assert (now.title, now.lead, now.outcome, now.success, now.starts) == ("Audits", None, "o", "s", SECOND)
    assert (now.partners, now.answers) == (("POL",), ())
    with nothing_changed(small), pytest.raises(StaleError):
        small.do(lambda work: plan.edit_line(work, found.id, found.version, title="Mine"))
    with nothing_changed(small), pytest.raises(KeyError):
        small.do(lambda work: plan.edit_line(work, found.id, now.version, due=THIRD))


def test_a_moved_date_cites_its_meeting_and_reason_and_keeps_the_original(small: Desk) -> None:
    small.do(lambda work: plan.move_line(work, "1.1", date(2013, 9, 30), "Agreed D2/01", 2))
    found = shown(small, "1.1")
    assert (found.original_due, found.due, found.moves) == (date(2013, 6, 30), date(2013, 9, 30), 1)
    (one,) = small.read(lambda db: moves(db, "1.1"))
    assert (one.before, one.after, one.reason, one.meeting, one.on) == (
        date(2013, 6, 30),
        date(2013, 9, 30),
        "Agreed D2/01",
        2,
        SECOND,
    )
    for wrong in ({"reason": ""}, {"meeting": 0}, {"meeting": 99}, {"ref": "9.9"}):
        given: dict[str, Any] = {"ref": "1.1", "due": THIRD, "reason": "x"} | wrong
        with nothing_changed(small), pytest.raises(BoardError):
            small.do(lambda work, given=given: plan.move_line(work, **given))  # type: ignore[misc]  # a lambda with defaults


def test_a_rating_is_proposed_by_its_lead_then_agreed(small: Desk) -> None:
    small.do(lambda work: plan.rate(work, "1.1", 2, "g", reason="Recruited", proposed=True, by="DCS"))
    assert (shown(small, "1.1").rating, shown(small, "1.1").proposed) == ("A", "G")
    small.do(lambda work: plan.rate(work, "1.1", 2, "G", reason="Recruited"))
    found = shown(small, "1.1")
    assert (found.rating, found.proposed, found.previous, found.direction) == ("G", None, "A", "better")
    assert [(one.status, one.by) for one in small.read(lambda db: ratings(db, "1.1"))] == [
        ("agreed", "the Board"),
        ("proposed", "DCS"),
        ("agreed", "Test"),
    ]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"level": "G"}, "A change to G (Green) needs a reason."),
        ({"level": "R", "reason": "x"}, "R (Red) needs a path to green"),
        ({"level": "A"}, "A (Amber) needs a path to green"),
        ({"level": "B", "reason": "x"}, "B (Blue) needs evidence."),
        ({"level": "B", "reason": "x", "evidence": "x"}, "B (Blue) needs a date to look again."),
        ({"level": "X", "reason": "x"}, "“X” is not a rating of this Board"),
        ({"level": "", "reason": "x"}, "is not a rating of this Board"),
    ],
)
@pytest.mark.parametrize("proposed", [True, False])
def test_a_rating_without_what_it_needs_is_refused(
    small: Desk, given: dict[str, Any], sentence: str, proposed: bool
) -> None:
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        small.do(lambda work: plan.rate(work, "1.1", 2, proposed=proposed, **given))
    assert sentence in str(refused.value)


def test_the_same_rating_again_needs_no_reason(small: Desk) -> None:
    small.do(lambda work: plan.rate(work, "1.1", 2, "A", path="Four by June"))
    assert shown(small, "1.1").direction == "same"


def test_a_rating_of_an_unknown_line_or_meeting_is_refused(small: Desk) -> None:
    for ref, meeting in (("9.9", 2), ("1.1", 99), ("1.1", 10**30)):
        with nothing_changed(small), pytest.raises(NotFoundError):
            small.do(lambda work, r=ref, m=meeting: plan.rate(work, r, m, "G", reason="x"))  # type: ignore[misc]  # a lambda with defaults


def test_what_is_blue_is_looked_at_again_after_six_months_unless_somebody_says(small: Desk) -> None:
    for level, day in (("b", date(2013, 8, 21)), ("G", None), ("X", None)):
        found = small.do(lambda work, lv=level: plan.look_again(work, 2, lv)).value  # type: ignore[misc]  # a lambda with defaults
        assert found == day
