"""The Chair's decisions: each one unit of work, recorded, undone with one step; nothing leaves silently."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

import pytest

from boardtui.domain.queue import Kind, Left, Thing
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import actions, board, letters, meetings, minutes, plan, queries, queue, queue_left, undo
from boardtui.services.desk import Desk
from boardtui.store.reading import queue as reading
from boardtui.store.reading.actions import action, updates
from boardtui.store.reading.meetings import items, meeting
from boardtui.store.reading.papers import minutes_paper
from boardtui.store.reading.plan import line
from tests.services.small import nothing_changed

LATER = datetime(2013, 3, 20, 10, 0)


@pytest.fixture
def secretary(small: Desk) -> Desk:
    """Return the secretary's desk once meeting 2 has closed: 1/01 is reported done, 1.2 proposed Green."""
    small.do(lambda work: meetings.close_meeting(work, 2))
    small.do(lambda work: actions.done(work, "1/01", "Written and sent round"))
    small.do(lambda work: plan.rate(work, "1.2", 3, "G", reason="Audits are done", proposed=True))
    return small


@pytest.fixture
def chairs(secretary: Desk, open_desk: Callable[..., Desk]) -> Desk:
    """Return the Chair's desk a month later, when 1/02 is overdue and has slipped twice."""
    for day in (date(2013, 3, 1), date(2013, 3, 15)):
        secretary.do(partial(actions.move_due, ref="1/02", due=day, reason="Not ready"))
    return open_desk(secretary.path, role=Role.CHAIR, now=LATER)


@pytest.fixture
def administrator(chairs: Desk, open_desk: Callable[..., Desk]) -> Desk:
    """Return the administrator's desk on that day."""
    return open_desk(chairs.path, role=Role.ADMINISTRATOR, now=LATER)


def things(desk: Desk) -> list[str]:
    return [one.about for one in desk.read(lambda db: reading.queue(db, desk.today))]


def thing(desk: Desk, about: str) -> Thing:
    found = desk.read(lambda db: reading.thing_about(db, about, desk.today))
    assert found is not None
    return found


def agree(desk: Desk, about: str) -> None:
    desk.do(lambda work: queue.agree(work, about))


def test_the_queue_holds_what_waits_for_the_chair(chairs: Desk) -> None:
    assert things(chairs) == ["action 1/01", "action 1/02", "line 1.2"]
    assert thing(chairs, "action 1/02").kind == Kind.SLIPPED


def test_the_board_says_how_often_a_date_has_moved_before_the_chair_is_asked(chairs: Desk) -> None:
    chairs.do(lambda work: board.change_settings(work, slips_asked=3))
    assert things(chairs) == ["action 1/01", "line 1.2"]


def test_agreeing_closes_what_was_reported_done_with_its_evidence(chairs: Desk) -> None:
    agree(chairs, "action 1/01")
    found = chairs.read(lambda db: action(db, "1/01", chairs.today))
    assert (found.state, found.evidence) == ("closed", "Agreed by the Chair. Reported done: Written and sent round")
    assert things(chairs) == ["action 1/02", "line 1.2"]
    chairs.do(undo.undo)
    assert things(chairs)[0] == "action 1/01"


def test_accepting_a_slip_is_recorded_and_another_slip_brings_it_back(chairs: Desk, administrator: Desk) -> None:
    agree(chairs, "action 1/02")
    assert "action 1/02" not in things(chairs)
    assert chairs.read(lambda db: action(db, "1/02", chairs.today)).state == "open"
    administrator.do(lambda work: actions.move_due(work, "1/02", date(2013, 3, 19), "Still not"))
    assert "action 1/02" in things(chairs)


def test_returning_an_action_gives_it_back_and_it_comes_again_when_done_again(
    chairs: Desk, administrator: Desk
) -> None:
    chairs.do(lambda work: queue.give_back(work, "action 1/01", "Where is the plan?"))
    assert chairs.read(lambda db: action(db, "1/01", chairs.today)).state == "returned"
    assert "action 1/01" not in things(chairs)
    administrator.do(lambda work: actions.done(work, "1/01", "Attached now"))
    assert thing(chairs, "action 1/01").kind == Kind.DONE


def test_a_rating_is_not_changed_but_challenged_on_the_next_agenda(chairs: Desk) -> None:
    told = chairs.do(lambda work: queue.give_back(work, "line 1.2", "Audits of what?")).told
    assert told == ("It is on the agenda of meeting 3.",)
    assert chairs.read(lambda db: line(db, "1.2", chairs.today)).proposed == "G"
    titles = [item.title for item in chairs.read(lambda db: items(db, 3))]
    assert "Challenge by the Chair: plan line 1.2, proposed as G – Audits of what?" in titles
    assert "line 1.2" not in things(chairs)
    assert [(one.decision, one.text) for one in chairs.read(lambda db: reading.reviews_about(db, "line 1.2"))] == [
        ("returned", "Audits of what?")
    ]


def test_minutes_and_letters_are_signed_or_returned_not_agreed(chairs: Desk, administrator: Desk) -> None:
    administrator.do(lambda work: meetings.submit_minutes(work, 2))
    assert "minutes 2" in things(chairs)
    with nothing_changed(chairs), pytest.raises(BoardError, match="signed, not agreed"):
        agree(chairs, "minutes 2")
    chairs.do(lambda work: queue.give_back(work, "minutes 2", "Item 4 is thin"))
    assert chairs.read(lambda db: meeting(db, 2)).state == "minutes in draft"
    number = administrator.do(lambda work: letters.start_letter(work)).value
    administrator.do(lambda work: letters.submit_letter(work, number))
    chairs.do(lambda work: queue.give_back(work, f"letter {number}", "Too long"))
    administrator.do(lambda work: meetings.submit_minutes(work, 2))
    assert "minutes 2" in things(chairs)


def test_a_query_waits_until_it_is_answered_and_then_the_thing_is_decided(chairs: Desk, administrator: Desk) -> None:
    number = chairs.do(lambda work: queries.ask(work, "action 1/01", "Who has seen it?")).value
    assert thing(chairs, "action 1/01").waits
    with nothing_changed(chairs), pytest.raises(BoardError, match="waiting for an answer"):
        agree(chairs, "action 1/01")
    (asked,) = chairs.read(reading.open_queries)
    assert (asked.number, asked.asked_of, asked.by) == (number, "DCS", "Test")
    administrator.do(lambda work: queries.answer_query(work, number, "Both headteachers", by="DCS"))
    assert [one.answer for one in thing(chairs, "action 1/01").earlier] == ["Both headteachers"]
    with nothing_changed(administrator), pytest.raises(BoardError, match="was answered on 20 Mar 2013"):
        administrator.do(lambda work: queries.answer_query(work, number, "Again"))
    agree(chairs, "action 1/01")


def test_a_minuted_update_answers_a_query_until_the_entry_is_taken_back(small: Desk, chair: Desk) -> None:
    chair.do(lambda work: queries.ask(work, "action 1/01", "How far?"))
    entry = small.do(lambda work: minutes.enter(work, 2, "> 1/01 two thirds of it")).value
    (found,) = small.read(reading.reviews)
    assert (found.answer, found.answered_by, found.answered_in) == (
        "Action 1/01: two thirds of it",
        "the Board",
        "2/1.1",
    )
    small.do(lambda work: minutes.remove_entry(work, entry))
    assert len(small.read(reading.open_queries)) == 1


def test_queries_are_counted_by_themselves_whatever_was_decided_before_them(chairs: Desk) -> None:
    agree(chairs, "action 1/01")
    first = chairs.do(lambda work: queries.ask(work, "line 1.2", "Audits of what?")).value
    second = chairs.do(lambda work: queries.ask(work, "action 1/03", "Is the family safe?")).value
    assert (first, second) == (1, 2)
    chairs.do(lambda work: queries.answer_query(work, second, "Yes", by="LEG"))
    (still,) = chairs.read(reading.open_queries)
    assert (still.number, still.about) == (1, "line 1.2")


def test_a_query_about_something_restricted_is_restricted(chairs: Desk) -> None:
    chairs.do(lambda work: queries.ask(work, "action 1/03", "Is the family safe?"))
    (asked,) = chairs.read(reading.open_queries)
    assert (asked.restricted, asked.asked_of) == ("Identifies a child", "LEG")


def test_rewording_is_shown_as_the_chairs(chairs: Desk) -> None:
    chairs.do(lambda work: queue.reword(work, "action 1/01", "Write the plan and publish it"))
    last = chairs.read(lambda db: updates(db, "1/01"))[-1]
    assert last.text == "Reworded by the Chair. Was: Write the plan"


def test_what_is_not_in_the_queue_is_not_decided(chairs: Desk) -> None:
    for about in ("action 1/03", "line 9.9", "minutes 1", "nonsense"):
        with nothing_changed(chairs), pytest.raises(BoardError, match="in the Chair's queue any more"):
            agree(chairs, about)


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.ADMINISTRATOR])
def test_nobody_else_decides(chairs: Desk, open_desk: Callable[..., Desk], role: Role) -> None:
    other = open_desk(chairs.path, role=role, now=LATER)
    for change in (
        lambda work: queue.agree(work, "action 1/01"),
        lambda work: queue.give_back(work, "action 1/01", "No"),
        lambda work: queue.reword(work, "action 1/01", "x"),
        lambda work: queries.ask(work, "action 1/01", "x"),
    ):
        with nothing_changed(other), pytest.raises(BoardError, match="Only the Chair may decide"):
            other.do(change)


def test_what_the_chair_closed_between_meetings_is_a_matter_arising_at_the_next(chairs: Desk) -> None:
    agree(chairs, "action 1/01")
    paper = chairs.read(lambda db: minutes_paper(db, 3, chairs.today))
    assert "1/01" in [one.ref for one in paper.arising]


def left(desk: Desk) -> list[Left]:
    return list(queue_left.left(desk))


def test_what_left_otherwise_is_named_with_its_reason_until_the_chair_has_looked(
    chairs: Desk, administrator: Desk
) -> None:
    agree(chairs, "line 1.2")
    administrator.do(lambda work: actions.withdraw(work, "1/02", "Overtaken"))
    administrator.do(lambda work: actions.done(work, "1/03", "Seen"))
    administrator.do(lambda work: actions.close(work, "1/03", "A letter"))
    assert [(one.about, one.because) for one in left(chairs)] == [
        ("action 1/02", "Withdraw action 1/02 (Test, 20 Mar 2013)"),
        ("action 1/03", "Close action 1/03 (Test, 20 Mar 2013)"),
    ]
    queue_left.looked(chairs)
    assert left(chairs) == []


def test_nothing_left_before_the_first_sitting_though_the_chair_has_done_other_things(
    chairs: Desk, administrator: Desk
) -> None:
    chairs.do(lambda work: actions.reword(work, "1/03", "Tell the family"))
    administrator.do(lambda work: actions.withdraw(work, "1/02", "Overtaken"))
    assert left(chairs) == []


def test_what_the_chair_decided_has_not_left_otherwise(chairs: Desk) -> None:
    for about in things(chairs):
        agree(chairs, about)
    assert left(chairs) == []
    assert things(chairs) == []


def test_an_undone_report_leaves_with_the_words_of_the_undoing(chairs: Desk, administrator: Desk) -> None:
    queue_left.looked(chairs)
    administrator.do(lambda work: actions.done(work, "1/03", "Seen"))
    administrator.do(undo.undo)
    assert [one.because for one in left(chairs)] == ["Undo: report action 1/03 done (Test, 20 Mar 2013)"]
