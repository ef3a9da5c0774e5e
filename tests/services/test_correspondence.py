"""Letters received, and what they ask."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardtui.domain.instrument import Correspondence
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import notice
from boardtui.services.correspondence import (
    add_correspondence,
    answer_correspondence,
    edit_correspondence,
    remove_correspondence,
)
from boardtui.services.desk import Desk
from boardtui.store.reading.correspondence import correspondence
from boardtui.store.unit import Work
from tests.services.duty_bound import Days, duties
from tests.services.small import nothing_changed

TODAY = date(2013, 5, 20)
ASKING: dict[str, Any] = {
    "received_on": date(2013, 5, 1),
    "dated": date(2013, 4, 29),
    "sender": "Department for Education",
    "subject": "Review in May",
    "asks": "Send the dataset before the review",
    "due": date(2013, 5, 19),
    "kept": "Board file 4",
}


@pytest.fixture
def desk(days: Days) -> Desk:
    days.start()
    return days.on(TODAY)


def add(desk: Desk, **more: Any) -> int:
    told = ASKING | more

    def entered(work: Work) -> int:
        return add_correspondence(work, **told)

    return desk.do(entered).value


def received(desk: Desk, number: int = 1) -> Correspondence:
    return desk.read(correspondence)[number - 1]


def test_what_a_letter_asks_becomes_a_duty_of_whom_it_asks(desk: Desk) -> None:
    assert (add(desk), add(desk, asks="", subject="Thanks")) == (1, 2)
    assert [one.ref for one in desk.read(correspondence)] == ["L1", "L2"]
    duty = duties(desk)["L1 answer"]
    assert (duty.title, duty.binds, duty.due) == ("Send the dataset before the review", "chair", date(2013, 5, 19))
    assert (duty.state, duty.send_by, duty.correspondence) == ("overdue", date(2013, 5, 17), 1)
    assert "L2 answer" not in duties(desk)
    assert received(desk).due == date(2013, 5, 19)


def test_a_duty_is_met_when_its_letter_is_answered(desk: Desk) -> None:
    add(desk, binds="council")
    desk.do(lambda work: answer_correspondence(work, 1, TODAY, "By e-mail"))
    duty = duties(desk)["L1 answer"]
    assert (duty.state, duty.evidence, duty.binds) == ("met late", "By e-mail", "council")
    assert received(desk).answered_on == TODAY
    desk.do(lambda work: notice.unmeet_obligation(work, "L1 answer"))
    assert received(desk).answered_on is None


def test_the_duty_follows_when_the_letter_is_edited(desk: Desk) -> None:
    add(desk)
    desk.do(lambda work: edit_correspondence(work, 1, asks="Send both", due=date(2013, 6, 3)))
    duty = duties(desk)["L1 answer"]
    assert (duty.title, duty.due) == ("Send both", date(2013, 6, 3))
    desk.do(lambda work: edit_correspondence(work, 1, subject="Review"))
    assert duties(desk)["L1 answer"] == duty, "what was not changed stays"
    desk.do(lambda work: edit_correspondence(work, 1, asks=""))
    assert "L1 answer" not in duties(desk)
    assert (received(desk).subject, received(desk).due) == ("Review", None)


def test_the_duty_of_a_restricted_letter_does_not_repeat_what_it_asks(desk: Desk) -> None:
    add(desk, restricted="identifies a child")
    assert duties(desk)["L1 answer"].title == "Answer to letter L1"
    assert received(desk).restricted == "identifies a child"


def test_a_letter_entered_by_mistake_is_removed_with_its_duty_until_it_is_answered(desk: Desk) -> None:
    add(desk)
    add(desk)
    desk.do(lambda work: remove_correspondence(work, 1))
    assert [one.ref for one in desk.read(correspondence)] == ["L2"]
    assert "L1 answer" not in duties(desk)
    desk.do(lambda work: answer_correspondence(work, 2, TODAY, "By post"))
    with nothing_changed(desk), pytest.raises(BoardError, match="was answered on 20 May 2013"):
        desk.do(lambda work: remove_correspondence(work, 2))
    with nothing_changed(desk), pytest.raises(BoardError, match="was answered"):
        desk.do(lambda work: edit_correspondence(work, 2, asks=""))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"sender": " "}, "sender is missing"),
        ({"subject": ""}, "subject is missing"),
        ({"received_on": date(2013, 5, 21)}, "has not come yet"),
    ],
)
def test_a_letter_that_cannot_be_right_is_refused(desk: Desk, wrong: dict[str, Any], sentence: str) -> None:
    with nothing_changed(desk), pytest.raises(BoardError, match=sentence):
        add(desk, **wrong)


def test_only_a_letter_that_asks_something_is_answered(desk: Desk) -> None:
    add(desk, asks="")
    with nothing_changed(desk), pytest.raises(BoardError, match="asks nothing"):
        desk.do(lambda work: answer_correspondence(work, 1, TODAY, "x"))
    with nothing_changed(desk), pytest.raises(NotFoundError):
        desk.do(lambda work: answer_correspondence(work, 9, TODAY, "x"))


def test_an_edit_of_an_older_version_is_refused(desk: Desk) -> None:
    add(desk)
    seen = received(desk).version
    desk.do(lambda work: edit_correspondence(work, 1, seen, subject="First"))
    with nothing_changed(desk), pytest.raises(BoardError, match="changed elsewhere"):
        desk.do(lambda work: edit_correspondence(work, 1, seen, subject="Second"))
