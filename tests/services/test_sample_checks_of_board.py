"""The checks of N 7.2 on the 2012 sample: its meetings and its membership, each once met and once not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardtui.domain.states import PersonKind
from boardtui.services import board, meetings
from boardtui.services import people as offices
from boardtui.services.desk import Desk
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import reading
from tests.services.judging import (
    AT_RISK,
    CHAIR,
    MET,
    NOT_MET,
    OBSERVER,
    PARTNERS,
    SECRETARIAT,
    SIX_WEEKS,
    after,
    judged,
)

built = pytest.fixture(scope="module")(reading)


def seat(work: Work, *initials: str, **changes: str) -> None:
    """Change every one of the offices named."""
    for one in people(work.db):
        if one.initials in initials:
            offices.edit_person(work, one.id, one.version, **changes)


def test_n_7_2_six_meetings_at_six_weeks_are_met(built: Database) -> None:
    assert judged(built, SIX_WEEKS) == (MET, "Meetings 1 to 6 are at most 42 days apart; 42 are allowed.")


def move_by_a_week(work: Work) -> None:
    """Move meeting 6 from 27 Jun to 4 Jul 2013: 49 days after meeting 5."""
    meetings.move_meeting(work, 6, date(2013, 7, 4), "The Chair is away.")


def test_n_7_2_a_meeting_moved_without_agreement_is_at_risk_and_after_42_days_not_met(desk: Desk) -> None:
    state, reason = after(desk, move_by_a_week, SIX_WEEKS)
    assert (state, "49 days apart, more than 42, and the department has not agreed to it." in reason) == (AT_RISK, True)
    # 16 May and 42 days is 27 June: the last day on which the Board could still meet in time.
    assert desk.read(lambda db: judged(db, SIX_WEEKS, date(2013, 6, 27)))[0] == AT_RISK
    assert desk.read(lambda db: judged(db, SIX_WEEKS, date(2013, 6, 28)))[0] == NOT_MET


@pytest.mark.parametrize(
    ("agreed_on", "state", "said"),
    [
        (date(2013, 5, 20), MET, "as varied: 49 days from 1 Jun 2013, agreed by DfE on 20 May 2013"),
        (date(2013, 7, 4), NOT_MET, "the agreement of 4 Jul 2013 came too late"),
    ],
)
def test_n_7_2_a_variation_counts_when_the_department_agreed_it_before_the_meeting(
    desk: Desk, agreed_on: date, state: str, said: str
) -> None:
    def vary(work: Work) -> None:
        move_by_a_week(work)
        board.vary_interval(work, 49, date(2013, 6, 1), agreed_on, "DfE")

    found, reason = after(desk, vary, SIX_WEEKS, agreed_on)
    assert (found, said in reason) == (state, True), reason


def test_n_7_2_a_chair_from_outside_the_council_is_met(built: Database) -> None:
    assert judged(built, CHAIR) == (MET, "Independent Chair (IC) chairs the Board.")


def test_n_7_2_a_chair_of_the_councils_own_or_none_is_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: seat(work, "IC", organisation="Blackpool Borough Council"), CHAIR)
    assert state == NOT_MET
    assert reason == "The Chair (IC) belongs to Blackpool Borough Council and is not independent of it."
    state, reason = after(desk, lambda work: seat(work, "IC", kind=PersonKind.MEMBER), CHAIR)
    assert (state, reason) == (NOT_MET, "No office is entered as the Chair.")


def test_n_7_2_a_participant_observer_from_the_department_is_met(built: Database) -> None:
    assert judged(built, OBSERVER) == (
        MET,
        "Departmental official (DfE) attends from the Department for Education.",
    )


def test_n_7_2_an_observer_from_elsewhere_or_none_is_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: seat(work, "DfE", organisation="Ofsted"), OBSERVER)
    assert (state, reason) == (NOT_MET, "No observer (DfE) is from the Department for Education.")
    state, reason = after(desk, lambda work: seat(work, "DfE", kind=PersonKind.OFFICER), OBSERVER)
    assert (state, reason) == (NOT_MET, "No observer is entered.")


def test_n_7_2_partner_agencies_in_membership_are_met(built: Database) -> None:
    state, reason = judged(built, PARTNERS)
    assert state == MET
    assert reason.startswith("7 partner agencies are in membership: Lancashire Constabulary, ")


def test_n_7_2_one_partner_agency_is_at_risk_and_none_is_not_met(desk: Desk) -> None:
    def leave(*initials: str) -> Callable[[Work], object]:
        return lambda work: seat(work, *initials, kind=PersonKind.OFFICER)

    assert after(desk, leave("CCG", "BHT", "SCH", "PRO", "LSCB", "VCS"), PARTNERS) == (
        AT_RISK,
        "Only one partner agency is in membership: Lancashire Constabulary.",
    )
    assert after(desk, leave("POL"), PARTNERS) == (NOT_MET, "No member is from a partner agency.")


def test_n_7_2_administrative_support_is_met(built: Database) -> None:
    assert judged(built, SECRETARIAT) == (
        MET,
        "Given by Secretary to the Board (SEC) and Board Administrator (ADM).",
    )


def test_n_7_2_without_secretary_or_administrator_support_is_not_met(desk: Desk) -> None:
    assert after(desk, lambda work: seat(work, "SEC", "ADM", role="Policy Officer"), SECRETARIAT) == (
        NOT_MET,
        "No officer is entered as secretary, clerk or administrator to the Board.",
    )
