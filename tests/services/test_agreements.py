"""What was agreed, by whom, and by which decision (N 5.1, 5.8, 6.1, 7.3)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardtui.domain.instrument import Agreement
from boardtui.errors import BoardError, StaleError
from boardtui.services import agreements, minutes
from boardtui.services.desk import Desk
from boardtui.store.reading import assurance as reading
from tests.services.small import FIRST, SECOND, enter, nothing_changed

IB = "Improvement Board"


def add(desk: Desk, **told: Any) -> int:
    given: dict[str, Any] = {"subject": "Improvement Plan", "body": IB} | told
    return desk.do(lambda work: agreements.add_agreement(work, **given)).value


def register(desk: Desk) -> list[Agreement]:
    return desk.read(reading.agreements)


@pytest.mark.parametrize("typed", ["D1/01", "D 1/1", "d1/1", "1/01"])
def test_an_agreement_cites_its_decision_and_takes_its_day(small: Desk, typed: str) -> None:
    assert add(small, decision=typed) == 1
    (found,) = register(small)
    assert (found.ref, found.decision, found.agreed_on) == ("AG1", "D1/01", FIRST)
    assert (found.subject, found.body) == ("Improvement Plan", IB)


def test_another_body_agrees_on_its_own_day_and_says_where_that_is_minuted(small: Desk) -> None:
    add(small, subject="Audit Programme", body="safeguarding children board", agreed_on=SECOND, reference="minute 4")
    (found,) = register(small)
    assert (found.subject, found.body) == ("audit programme", "Safeguarding Children Board")
    assert (found.agreed_on, found.decision, found.reference) == (SECOND, None, "minute 4")


def test_an_agreement_is_removed_and_its_number_stays_free_of_confusion(small: Desk) -> None:
    add(small, agreed_on=FIRST)
    add(small, agreed_on=SECOND)
    done = small.do(lambda work: agreements.remove_agreement(work, 1))
    assert done.sentence == "Remove the agreement AG1"
    assert [one.ref for one in register(small)] == ["AG2"]
    assert add(small, agreed_on=SECOND) == 3


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"subject": "the weather", "agreed_on": FIRST}, "is not something the Notice asks to be agreed"),
        ({"body": "Parliament", "agreed_on": FIRST}, "“Parliament” is not a body that agrees"),
        ({}, "The day of the agreement is missing."),
        ({"agreed_on": date(2013, 2, 22)}, "that day is still to come"),
        ({"decision": "D1/02"}, "There is no decision “D1/02”."),
        ({"decision": "next week"}, "There is no decision “next week”."),
        ({"decision": "D1/01", "agreed_on": SECOND}, "That decision was taken on 10 Jan 2013, not on 21 Feb 2013."),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(small: Desk, told: dict[str, Any], sentence: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        add(small, **told)
    assert sentence in str(refused.value)


def test_an_agreement_is_changed_and_another_decision_brings_its_day(small: Desk) -> None:
    enter(small, "= The Improvement Plan was agreed")
    number = add(small, decision="D1/01", note="as tabled")
    done = small.do(lambda work: agreements.edit_agreement(work, number, decision="D2/01", subject="audit programme"))
    assert done.sentence == "Edit the agreement AG1"
    (found,) = register(small)
    assert (found.subject, found.decision, found.agreed_on) == ("audit programme", "D2/01", SECOND)
    assert found.note == "as tabled"


def test_an_agreement_that_loses_its_decision_keeps_its_day(small: Desk) -> None:
    number = add(small, decision="D1/01")
    small.do(lambda work: agreements.edit_agreement(work, number, decision="", reference="minute 4"))
    (found,) = register(small)
    assert (found.decision, found.agreed_on, found.reference) == (None, FIRST, "minute 4")


def test_a_change_that_cannot_be_or_is_stale_is_refused(small: Desk) -> None:
    number = add(small, decision="D1/01")
    with nothing_changed(small), pytest.raises(BoardError, match="That decision was taken on 10 Jan 2013"):
        small.do(lambda work: agreements.edit_agreement(work, number, agreed_on=SECOND))
    version = register(small)[0].version
    small.do(lambda work: agreements.edit_agreement(work, number, version, note="theirs"))
    with nothing_changed(small), pytest.raises(StaleError) as refused:
        small.do(lambda work: agreements.edit_agreement(work, number, version, note="ours"))
    assert (refused.value.theirs, refused.value.ours) == ("theirs", "ours")


def test_removing_what_is_not_there_is_refused(small: Desk) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match="There is no agreement AG9"):
        small.do(lambda work: agreements.remove_agreement(work, 9))


def test_a_decision_that_an_agreement_cites_is_not_removed(small: Desk) -> None:
    entry = enter(small, "= The audit programme was agreed")
    add(small, decision="D2/01")
    with nothing_changed(small), pytest.raises(BoardError, match="Other records rest on this one"):
        small.do(lambda work: minutes.remove_entry(work, entry))
