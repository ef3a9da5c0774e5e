"""The support and evidence registers, and checks that are set aside (N 7.1, 7.3; C 11.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardtui.domain.assured import Evidence, Support
from boardtui.domain.checks import CheckState
from boardtui.errors import BoardError, NotFoundError, StaleError
from boardtui.services import checks, evidence, support
from boardtui.services.desk import Desk
from boardtui.store.reading import assurance as reading
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.evidence import evidence as evidence_of
from tests.services.small import FIRST, SECOND, THIRD, nothing_changed

TOMORROW = date(2013, 2, 22)


def add_support(desk: Desk, **told: Any) -> int:
    given: dict[str, Any] = {"provider": "Leeds", "package": "Front door"} | told
    return desk.do(lambda work: support.add_support(work, **given)).value


def packages(desk: Desk) -> list[Support]:
    return desk.read(reading.support)


def add_evidence(desk: Desk, **told: Any) -> int:
    given: dict[str, Any] = {"line": "1.1", "title": "Report", "kept": "Shared folder"} | told
    return desk.do(lambda work: evidence.add_evidence(work, **given)).value


def papers(desk: Desk) -> list[Evidence]:
    return desk.read(evidence_of)


def test_support_is_entered_agreed_and_given_an_outcome(small: Desk) -> None:
    assert add_support(small, starts=FIRST, requirement="N 5.7") == 1
    small.do(lambda work: support.edit_support(work, 1, agreed_on=SECOND, ends=THIRD, outcome=" Fewer  repeats "))
    (found,) = packages(small)
    assert (found.ref, found.provider, found.package, found.agreed_on) == ("SP1", "Leeds", "Front door", SECOND)
    assert (found.starts, found.ends, found.outcome, found.requirement) == (FIRST, THIRD, "Fewer repeats", "N 5.7")
    small.do(lambda work: support.edit_support(work, 1, requirement=""))
    assert packages(small)[0].requirement is None
    small.do(lambda work: support.remove_support(work, 1))
    assert packages(small) == []


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"provider": ""}, "The provider is missing."),
        ({"package": " "}, "The package of support is missing."),
        ({"agreed_on": TOMORROW}, "that day is still to come"),
        ({"starts": SECOND, "ends": FIRST}, "Support that starts on 21 Feb 2013 cannot end on 10 Jan 2013."),
        ({"requirement": "N 99"}, "There is no requirement “N 99”."),
    ],
)
def test_support_that_cannot_be_is_refused(small: Desk, told: dict[str, Any], sentence: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        add_support(small, **told)
    assert sentence in str(refused.value)


def test_a_stale_change_of_support_is_refused(small: Desk) -> None:
    add_support(small)
    small.do(lambda work: support.edit_support(work, 1, 1, outcome="One"))
    with nothing_changed(small), pytest.raises(StaleError):
        small.do(lambda work: support.edit_support(work, 1, 1, outcome="Two"))
    with nothing_changed(small), pytest.raises(KeyError):
        small.do(lambda work: support.edit_support(work, 1, price=3))
    with nothing_changed(small), pytest.raises(NotFoundError):
        small.do(lambda work: support.remove_support(work, 2))


def test_evidence_of_a_plan_line_is_entered_and_verified(small: Desk) -> None:
    assert (add_evidence(small, dated=FIRST, restricted="staffing"), add_evidence(small, line="1.2")) == (1, 2)
    small.do(lambda work: evidence.edit_evidence(work, 1, verified_by="IRO", verified_on=SECOND))
    one = papers(small)[0]
    assert (one.ref, one.line, one.title, one.kept, one.dated) == ("E1", "1.1", "Report", "Shared folder", FIRST)
    assert (one.verified_by, one.verified_on, one.restricted) == ("IRO", SECOND, "Staffing")
    small.do(lambda work: evidence.edit_evidence(work, 1, line="1.2", restricted=None))
    assert [(one.ref, one.line, one.restricted) for one in papers(small)] == [("E1", "1.2", None), ("E2", "1.2", None)]
    small.do(lambda work: evidence.remove_evidence(work, 1))
    assert [one.ref for one in papers(small)] == ["E2"]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"line": "9.9"}, "There is no plan line 9.9."),
        ({"title": ""}, "The title is missing."),
        ({"kept": ""}, "Where it is kept is missing."),
        ({"dated": TOMORROW}, "that day is still to come"),
        ({"verified_on": SECOND}, "Who verified it is missing."),
        (
            {"dated": SECOND, "verified_by": "IRO", "verified_on": FIRST},
            "Evidence of 21 Feb 2013 cannot have been verified on 10 Jan 2013.",
        ),
    ],
)
def test_evidence_that_cannot_be_is_refused(small: Desk, told: dict[str, Any], sentence: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        add_evidence(small, **told)
    assert sentence in str(refused.value)


def state(desk: Desk, name: str) -> tuple[CheckState, str]:
    found = desk.read(lambda db: compliance(db, desk.today))
    return next((one.state, one.reason) for one in found if one.check == name)


def test_a_check_is_set_aside_with_a_reason_and_brought_back(small: Desk) -> None:
    name = "Practice standards agreed"
    before = state(small, name)
    done = small.do(lambda work: checks.set_check(work, name, "Our Notice names none."))
    assert done.sentence == "Set aside the check “Practice standards agreed”: Our Notice names none."
    assert state(small, name) == (CheckState.NOT_APPLICABLE, "Our Notice names none.")
    small.do(lambda work: checks.set_check(work, name, "Amended."))
    assert state(small, name)[1] == "Amended."
    small.do(lambda work: checks.set_check(work, name, None))
    assert state(small, name) == before


def test_an_unknown_check_or_an_empty_reason_is_refused(small: Desk) -> None:
    with nothing_changed(small), pytest.raises(NotFoundError, match="There is no check “Weather”"):
        small.do(lambda work: checks.set_check(work, "Weather", "x"))
    with nothing_changed(small), pytest.raises(BoardError, match="The reason is missing"):
        small.do(lambda work: checks.set_check(work, "Practice standards agreed", " "))
