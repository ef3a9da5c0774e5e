"""A decision taken without a quorum is flagged, by who was in the room when it was taken (rule 10)."""

from __future__ import annotations

import pytest

from boardtui.services import board
from boardtui.services.desk import Desk
from tests.services.small import enter, entry


@pytest.fixture(autouse=True)
def three_are_needed(small: Desk) -> None:
    small.do(lambda work: board.change_settings(work, quorum="3"))


def flagged(desk: Desk) -> bool:
    found = entry(desk, enter(desk, "= Agreed"))
    return found.inquorate is not None


def test_enough_members_make_a_decision_good(small: Desk) -> None:
    enter(small, "present: IC, DCS, POL")
    assert not flagged(small)


def test_officers_and_observers_do_not_count(small: Desk) -> None:
    enter(small, "present: IC, DCS, LEG, DfE, DDN")
    assert flagged(small)
    found = entry(small, enter(small, "= Again"))
    assert found.inquorate == "Not quorate: 2 voting members present, 3 needed."


def test_deputies_count_for_whom_they_sit(small: Desk) -> None:
    enter(small, "present: IC, DCS")
    enter(small, "deputy: DDN for CCG")
    assert not flagged(small)
    enter(small, "deputy: Jane Smith, Nurse for CCG")
    assert not flagged(small)


def test_a_guest_counts_as_a_deputy_too(small: Desk) -> None:
    enter(small, "present: IC, DCS")
    assert flagged(small)
    enter(small, "deputy: Jane Smith, Nurse for CCG")
    assert not flagged(small)


def test_arrivals_and_departures_count_by_the_clock(small: Desk) -> None:
    enter(small, "present: IC, DCS")
    assert flagged(small)
    enter(small, "arrived: POL")
    assert not flagged(small)
    enter(small, "left: DCS")
    assert flagged(small)
    enter(small, "arrived: DCS")
    assert not flagged(small)


def test_whoever_withdrew_for_an_interest_does_not_count_in_that_item(small: Desk) -> None:
    enter(small, "present: IC, DCS, POL")
    enter(small, "interest: POL item 7: governor of the school; leaves")
    assert not flagged(small)
    enter(small, "# 7")
    assert flagged(small)
    enter(small, "# 8")
    assert not flagged(small)


def test_an_interest_without_leaving_changes_nothing(small: Desk) -> None:
    enter(small, "present: IC, DCS, POL")
    enter(small, "interest: POL item 7: governor of the school")
    enter(small, "# 7")
    assert not flagged(small)


def test_the_chair_or_vice_chair_may_be_needed(small: Desk) -> None:
    small.do(lambda work: board.change_settings(work, quorum_needs_chair=True))
    enter(small, "present: DCS, POL, CCG")
    assert flagged(small)
    enter(small, "arrived: LM")
    assert not flagged(small)


def test_so_many_agencies_may_be_needed(small: Desk) -> None:
    small.do(lambda work: board.change_settings(work, quorum_agencies=2))
    enter(small, "present: IC, LM, DCS, POL")
    assert flagged(small)
    enter(small, "arrived: CCG")
    assert not flagged(small)


def test_without_a_quorum_set_nothing_is_flagged(small: Desk) -> None:
    small.do(lambda work: board.change_settings(work, quorum=""))
    assert not flagged(small)


def test_a_decision_made_of_a_note_is_judged_when_it_is_made(small: Desk) -> None:
    from boardtui.domain.states import EntryKind
    from boardtui.services import minutes

    made = enter(small, "Agreed")
    small.do(lambda work: minutes.convert_entry(work, made, EntryKind.DECISION))
    assert entry(small, made).inquorate
    small.do(lambda work: minutes.convert_entry(work, made, EntryKind.NOTE))
    assert entry(small, made).inquorate is None
