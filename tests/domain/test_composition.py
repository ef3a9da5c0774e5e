"""How the Board is made up (rule 3; N 7.2)."""

from dataclasses import replace

import pytest

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.composition import (
    CHAIR_CHECK,
    OBSERVER_CHECK,
    PARTNERS_CHECK,
    SUPPORT_CHECK,
    Office,
    composition,
    partner_agencies,
    same_organisation,
)
from boardtui.domain.states import PersonKind

COUNCIL = "Blackpool Council"
CHAIR = Office("IC", "Independent Chair", PersonKind.CHAIR, "Independent")
LEAD_MEMBER = Office("LM", "Lead Member", PersonKind.VICE_CHAIR, COUNCIL)
POLICE = Office("POL", "Divisional Commander", PersonKind.MEMBER, "Lancashire Constabulary")
HEALTH = Office("CCG", "Chief Officer", PersonKind.MEMBER, "Clinical Commissioning Group")
OBSERVER = Office("DfE", "Departmental official", PersonKind.OBSERVER, "Department for Education")
SECRETARY = Office("SEC", "Secretary to the Board", PersonKind.OFFICER, COUNCIL)
ALL = Office("ALL", "All members", PersonKind.GROUP, "Blackpool Safeguarding Children Board")
BOARD = (CHAIR, LEAD_MEMBER, POLICE, HEALTH, OBSERVER, SECRETARY, ALL)


def check(name: str, *offices: Office) -> Check:
    return next(found for found in composition(offices, COUNCIL) if found.check == name)


def without(*left_out: Office) -> tuple[Office, ...]:
    return tuple(office for office in BOARD if office not in left_out)


def test_a_whole_board_meets_all_four_checks() -> None:
    found = composition(BOARD, COUNCIL)
    assert [(c.ref, c.state) for c in found] == [("N 7.2", CheckState.MET)] * 4
    assert [c.reason for c in found] == [
        "Independent Chair (IC) chairs the Board.",
        "Departmental official (DfE) attends from the Department for Education.",
        "2 partner agencies are in membership: Lancashire Constabulary and Clinical Commissioning Group.",
        "Given by Secretary to the Board (SEC).",
    ]


def test_a_board_without_a_chair_fails() -> None:
    assert check(CHAIR_CHECK, *without(CHAIR)).state is CheckState.NOT_MET


def test_a_chair_from_the_council_is_not_independent() -> None:
    found = check(CHAIR_CHECK, replace(CHAIR, organisation="Blackpool Borough Council"))
    assert found.state is CheckState.NOT_MET
    assert "not independent" in found.reason


def test_a_board_without_an_observer_fails() -> None:
    found = check(OBSERVER_CHECK, *without(OBSERVER))
    assert (found.state, found.reason) == (CheckState.NOT_MET, "No observer is entered.")


def test_an_observer_from_elsewhere_is_not_the_departments() -> None:
    found = check(OBSERVER_CHECK, replace(OBSERVER, organisation="Local Government Association"))
    assert found.state is CheckState.NOT_MET
    assert found.reason == "No observer (DfE) is from the Department for Education."


def test_a_board_of_the_councils_own_fails() -> None:
    found = check(PARTNERS_CHECK, *without(POLICE, HEALTH))
    assert (found.state, found.reason) == (CheckState.NOT_MET, "No member is from a partner agency.")


def test_one_partner_agency_is_not_agencies() -> None:
    assert check(PARTNERS_CHECK, *without(POLICE)).state is CheckState.AT_RISK


def test_observers_officers_the_chair_and_groups_are_no_partner_agencies() -> None:
    assert partner_agencies(without(POLICE, HEALTH), COUNCIL) == ()


def test_two_members_of_one_agency_count_once() -> None:
    another = replace(POLICE, initials="PPU")
    assert partner_agencies((POLICE, another), COUNCIL) == ("Lancashire Constabulary",)


def test_a_board_without_support_fails() -> None:
    assert check(SUPPORT_CHECK, *without(SECRETARY)).state is CheckState.NOT_MET


def test_a_member_called_secretary_gives_no_support() -> None:
    assert check(SUPPORT_CHECK, replace(SECRETARY, kind=PersonKind.MEMBER)).state is CheckState.NOT_MET


@pytest.mark.parametrize("title", ["Board Administrator", "Clerk to the Board", "Business administration"])
def test_support_is_known_by_its_title(title: str) -> None:
    assert check(SUPPORT_CHECK, replace(SECRETARY, title=title)).state is CheckState.MET


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Blackpool Council", "Blackpool Borough Council", True),
        ("blackpool  council", "Blackpool Council", True),
        ("Council of the City of York", "York City Council", False),
        ("DfE", "Department for Education", True),
        ("Blackpool Council", "Blackpool Teaching Hospitals", False),
        ("", "", False),
        ("", "Blackpool Council", False),
    ],
)
def test_an_organisation_is_known_by_its_name(one: str, other: str, same: bool) -> None:
    assert same_organisation(one, other) is same
