"""Agendas: made from the standing items, edited, reordered, deferred with a trace, issued (rule 9)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardtui import paths
from boardtui.domain.views import Item
from boardtui.errors import BoardError, NotFoundError, StaleError
from boardtui.services import agenda, meetings, undo
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items, meeting
from tests.services.small import enter, nothing_changed


def shown(desk: Desk, number: int = 3) -> list[Item]:
    return desk.read(lambda db: items(db, number))


def titles(desk: Desk, number: int = 3) -> list[str]:
    found = shown(desk, number)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    return [one.title for one in found]


def test_an_item_goes_before_any_other_business(small: Desk) -> None:
    before = titles(small)
    number = small.do(
        lambda work: agenda.add_item(
            work, 3, "Budget  for\nstaff", purpose="decision", presenter="dcs", minutes=25, paper="Paper 7"
        )
    ).value
    one = shown(small)[number - 1]
    assert (one.title, one.purpose, one.presenter, one.minutes, one.paper) == (
        "Budget for staff",
        "decision",
        "DCS",
        25,
        "Paper 7",
    )
    assert titles(small) == [*before[:12], "Budget for staff", *before[12:]]


def test_an_item_goes_where_it_is_put(small: Desk) -> None:
    before = titles(small)
    assert small.do(lambda work: agenda.add_item(work, 3, "First", at=1)).value == 1
    assert small.do(lambda work: agenda.add_item(work, 3, "Last", at=16)).value == 16
    assert titles(small) == ["First", *before, "Last"]


@pytest.mark.parametrize("at", [0, -1, 16, 10**12])
def test_a_place_that_is_not_on_the_agenda_is_refused(small: Desk, at: int) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match="There is no place"):
        small.do(lambda work: agenda.add_item(work, 3, "X", at=at))


def test_items_of_a_meeting_that_has_begun_keep_their_numbers(small: Desk) -> None:
    before = titles(small, 2)
    one = shown(small, 2)[4]
    assert small.do(lambda work: agenda.add_item(work, 2, "Urgent")).value == 14
    assert titles(small, 2) == [*before[:-1], "Urgent", before[-1]]
    for change in (
        lambda work: agenda.add_item(work, 2, "X", at=3),
        lambda work: agenda.shift_item(work, one.id, 1),
        lambda work: agenda.remove_item(work, one.id),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match="has begun"):
            small.do(change)


def test_an_item_is_moved_up_and_down_and_stops_at_the_ends(small: Desk) -> None:
    before, first = titles(small), shown(small)[0]
    small.do(lambda work: agenda.shift_item(work, first.id, 1))
    assert titles(small) == [before[1], before[0], *before[2:]]
    small.do(lambda work: agenda.shift_item(work, first.id, -1))
    with nothing_changed(small):
        small.do(lambda work: agenda.shift_item(work, first.id, -1))
    assert titles(small) == before


def test_removing_an_item_closes_the_gap(small: Desk) -> None:
    before, one = titles(small), shown(small)[4]
    small.do(lambda work: agenda.remove_item(work, one.id))
    assert titles(small) == before[:4] + before[5:]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "The item's title is missing"),
        ({"purpose": "chat"}, "is not a purpose"),
        ({"presenter": "XYZ"}, "Nobody here has the initials"),
        ({"presenter": "%"}, "Nobody here has the initials"),
        ({"minutes": -1}, "minutes cannot be right"),
        ({"minutes": 601}, "minutes cannot be right"),
        ({"minutes": 10**30}, "minutes cannot be right"),
    ],
)
def test_particulars_that_cannot_be_right_are_refused(small: Desk, changes: dict[str, Any], sentence: str) -> None:
    one = shown(small)[4]
    with nothing_changed(small), pytest.raises(BoardError, match=sentence):
        small.do(lambda work: agenda.edit_item(work, one.id, one.version, **changes))
    with nothing_changed(small), pytest.raises(BoardError, match=sentence):
        small.do(lambda work: agenda.add_item(work, 3, **({"title": "X"} | changes)))


def test_an_items_particulars_are_changed(small: Desk) -> None:
    one = shown(small)[4]
    small.do(
        lambda work: agenda.edit_item(
            work, one.id, one.version, title="Plan", minutes=0, presenter=None, restricted="other: a dispute"
        )
    )
    found = shown(small)[4]
    assert (found.title, found.minutes, found.presenter, found.restricted) == ("Plan", 0, None, "a dispute")
    with nothing_changed(small), pytest.raises(StaleError):
        small.do(lambda work: agenda.edit_item(work, one.id, one.version, title="Mine"))
    small.do(lambda work: agenda.edit_item(work, one.id, found.version, restricted=None))
    assert shown(small)[4].restricted is None


def test_a_deferred_item_leaves_a_trace_and_goes_to_the_next_open_meeting(small: Desk) -> None:
    one = shown(small, 2)[7]
    assert small.do(lambda work: agenda.defer_item(work, one.id, None, "Paper late")).value == 3
    trace = shown(small, 2)[7]
    assert (trace.state, trace.deferred_to, trace.deferred_because) == ("deferred", 3, "Paper late")
    copy = next(found for found in shown(small) if found.deferred_from == 2)
    assert (copy.title, copy.minutes, copy.presenter, copy.kind) == (one.title, one.minutes, one.presenter, "theme")
    assert [found.number for found in shown(small) if found.title == one.title] == [8]


def test_a_deferred_item_of_another_title_is_added_before_any_other_business(small: Desk) -> None:
    one = shown(small, 2)[7]
    small.do(lambda work: agenda.edit_item(work, one.id, one.version, title="Theme in depth: neglect"))
    small.do(lambda work: agenda.defer_item(work, one.id, None, "Paper late"))
    copy = next(found for found in shown(small) if found.deferred_from == 2)
    assert (copy.number, copy.kind, len(shown(small))) == (13, "item", 15)
    assert titles(small)[copy.number :] == titles(small, 2)[12:]


def test_it_passes_over_cancelled_meetings_but_waits_for_a_postponed_one(small: Desk) -> None:
    one, other = shown(small, 2)[7], shown(small, 2)[8]
    small.do(lambda work: meetings.postpone_meeting(work, 3, "Snow"))
    assert small.do(lambda work: agenda.defer_item(work, one.id, None, "Late")).value == 3
    small.do(lambda work: meetings.cancel_meeting(work, 3, "Snow"))
    assert small.do(lambda work: agenda.defer_item(work, other.id, None, "Late")).value == 4


def test_a_restriction_goes_with_the_item(small: Desk) -> None:
    one = shown(small, 2)[7]
    small.do(lambda work: agenda.edit_item(work, one.id, one.version, restricted="child"))
    small.do(lambda work: agenda.defer_item(work, one.id, 4, "Late"))
    assert next(found for found in shown(small, 4) if found.deferred_from).restricted == "Identifies a child"


def test_an_item_goes_neither_back_nor_to_a_meeting_that_cannot_take_it(small: Desk) -> None:
    one = shown(small, 3)[7]
    small.do(lambda work: meetings.cancel_meeting(work, 4, "x"))
    for target, sentence in ((1, "cannot take"), (2, "cannot take"), (3, "cannot take"), (4, "cannot take")):
        with nothing_changed(small), pytest.raises(BoardError, match=sentence):
            small.do(lambda work, to=target: agenda.defer_item(work, one.id, to, "x"))  # type: ignore[misc]  # a lambda with defaults
    with nothing_changed(small), pytest.raises(NotFoundError):
        small.do(lambda work: agenda.defer_item(work, one.id, 99, "x"))
    with nothing_changed(small), pytest.raises(BoardError, match="plan the next meeting first"):
        small.do(lambda work: agenda.defer_item(work, one.id, None, "x"))
    small.do(lambda work: meetings.plan_meeting(work, date(2013, 7, 4)))
    with nothing_changed(small), pytest.raises(BoardError, match="The reason is missing"):
        small.do(lambda work: agenda.defer_item(work, one.id, None, " "))


def test_a_trace_stays_on_its_agenda_and_is_not_deferred_twice(small: Desk) -> None:
    one = shown(small, 3)[7]
    small.do(lambda work: agenda.defer_item(work, one.id, 4, "Late"))
    for change in (
        lambda work: agenda.remove_item(work, one.id),
        lambda work: agenda.defer_item(work, one.id, 4, "Later"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match="deferred"):
            small.do(change)


def test_an_item_carried_further_remembers_where_it_was_last(small: Desk) -> None:
    one = shown(small, 2)[7]
    small.do(lambda work: agenda.defer_item(work, one.id, 3, "Late"))
    there = next(found for found in shown(small) if found.deferred_from == 2)
    small.do(lambda work: agenda.defer_item(work, there.id, None, "Still late"))
    assert next(found for found in shown(small, 4) if found.deferred_from == 3).title == one.title


def test_an_issued_agenda_can_be_issued_again_and_is_not_undone(small: Desk) -> None:
    for _ in range(2):
        small.do(lambda work: agenda.issue_agenda(work, 3))
        assert small.read(lambda db: meeting(db, 3)).state == "agenda issued"
    with nothing_changed(small), pytest.raises(BoardError, match="What was issued cannot be undone"):
        small.do(undo.undo)


def test_a_council_may_have_its_own_standing_agenda(small: Desk) -> None:
    own = paths.own_templates() / "agenda" / "standing.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[[item]]\ntitle = "Prayers"\n[[item]]\ntitle = "Business"\npurpose = "decision"\nminutes = 90\n')
    number = small.do(lambda work: meetings.plan_meeting(work, date(2013, 7, 4))).value
    assert [(one.title, one.purpose, one.minutes) for one in shown(small, number)] == [
        ("Prayers", "discussion", 10),
        ("Business", "decision", 90),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml",
        "[[item]]\nminutes = 3",
        "[[item]]\ntitle = 3",
        '[[item]]\ntitle = "X"\npurpose = "chat"',
        '[[item]]\ntitle = "X"\nminutes = "ten"',
        '[[item]]\ntitle = "X"\nminutes = -3',
        '[[item]]\ntitle = "  "',
        'item = "x"',
    ],
)
def test_a_standing_agenda_that_cannot_be_used_is_named(small: Desk, text: str) -> None:
    own = paths.own_templates() / "agenda" / "standing.toml"
    own.parent.mkdir(parents=True)
    own.write_text(text)
    with nothing_changed(small), pytest.raises(BoardError):
        small.do(lambda work: meetings.plan_meeting(work, date(2013, 7, 4)))


def test_the_next_item_is_the_first_that_was_not_taken(small: Desk, tmp_path: Path) -> None:
    enter(small, "# 3")
    enter(small, "# 2")
    enter(small, "# defer to 3: late")
    assert [one.state for one in shown(small, 2)][:4] == ["taken", "deferred", "taken", "taken"]
