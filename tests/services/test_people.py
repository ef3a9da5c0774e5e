"""Offices, who holds them from when, and groups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from boardtui.domain.views import Person
from boardtui.errors import BoardError, NotFoundError, StaleError
from boardtui.services import people
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import attendance
from boardtui.store.reading.people import by_initials
from tests.services.small import enter, entry, nothing_changed


def shown(desk: Desk, initials: str) -> Person:
    return desk.read(by_initials)[initials]


def add(desk: Desk, **given: Any) -> str:
    told: dict[str, Any] = {"initials": "HVS", "name": "Health Visitor", "role": "Health Visitor"} | given
    return desk.do(lambda work: people.add_person(work, **told)).value


def test_whoever_comes_to_sit_at_the_board_is_one_of_all_members(small: Desk) -> None:
    small.do(lambda work: people.add_person(work, initials="HT", name="Headteacher", role="Headteacher"))
    small.do(lambda work: people.add_person(work, initials="OB", name="Adviser", role="Adviser", kind="observer"))
    everybody = shown(small, "ALL").members
    assert "HT" in everybody
    assert "OB" not in everybody


def test_an_office_is_added_with_who_holds_it(small: Desk) -> None:
    add(small, name="  Jo  Bloggs ", organisation="NHS", kind="officer", deputy_of="ccg")
    found = shown(small, "HVS")
    assert (found.name, found.role, found.organisation) == ("Jo Bloggs", "Health Visitor", "NHS")
    assert (found.kind, found.deputy_of) == ("officer", "CCG")


def test_a_name_that_is_the_role_names_nobody(small: Desk) -> None:
    add(small)
    assert shown(small, "HVS").name == "Health Visitor"
    assert small.read(lambda db: db.execute("SELECT count(*) FROM holder").fetchone()) == (0,)


@pytest.mark.parametrize("initials", ["", " ", "A B", "1234567890A", "<x>", "%", "_", "-A", "A\nB", "[/b]", "💥"])
def test_initials_that_cannot_be_typed_are_refused(small: Desk, initials: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match="cannot be initials"):
        add(small, initials=initials)


@pytest.mark.parametrize(("first", "second"), [("HV1", "hv1"), ("ÉB", "éb"), ("Straße", "STRASSE")])
def test_initials_are_not_given_twice_whatever_their_case(small: Desk, first: str, second: str) -> None:
    add(small, initials=first)
    with nothing_changed(small), pytest.raises(BoardError, match="already belong to"):
        add(small, initials=second)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "king"}, "is not a part somebody plays"),
        ({"name": "", "role": ""}, "The name or role is missing"),
        ({"deputy_of": "XYZ"}, "Nobody here has the initials"),
    ],
)
def test_an_office_that_cannot_be_right_is_not_added(small: Desk, given: dict[str, Any], sentence: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match=sentence):
        add(small, **given)


def edit(desk: Desk, short: str, **changes: Any) -> None:
    found = shown(desk, short)
    desk.do(lambda work: people.edit_person(work, found.id, found.version, **changes))


def test_an_office_is_changed_and_actions_stay_with_it(small: Desk) -> None:
    edit(small, "POL", initials="CON", role="Chief Constable", organisation="Police", kind="member", deputy_of="LM")
    found = shown(small, "CON")
    assert (found.role, found.name, found.organisation, found.deputy_of) == (
        "Chief Constable",
        "Chief Constable",
        "Police",
        "LM",
    )
    made = entry(small, enter(small, "> 1/02 return: No figures"))
    assert made.text == "Action 1/02 was returned to DCS and CON: No figures"
    with nothing_changed(small), pytest.raises(StaleError):
        small.do(lambda work: people.edit_person(work, found.id, 1, role="Mine"))


def test_saving_a_form_unchanged_names_nobody_and_changes_nothing(small: Desk) -> None:
    found = shown(small, "POL")
    with nothing_changed(small):
        edit(small, "POL", initials="POL", name=found.name, role=found.role, organisation=found.organisation)
    edit(small, "POL", name=found.name, role="Chief Constable")
    assert shown(small, "POL").name == "Chief Constable"


def test_the_holder_before_leaves_on_the_day_and_old_registers_keep_the_name(
    small: Desk, open_desk: Callable[..., Desk]
) -> None:
    edit(small, "POL", name="Ann Old")
    enter(small, "present: POL")
    later = open_desk(small.path, now=datetime(2013, 6, 1))
    edit(later, "POL", name="Ben New")
    assert shown(small, "POL").name == "Ben New"
    there = {one.initials: one.name for one in small.read(lambda db: attendance(db, 2))}
    assert there["POL"] == "Ann Old"
    edit(later, "POL", name="Divisional Commander")
    assert shown(small, "POL").name == "Divisional Commander"
    held = small.read(lambda db: db.execute("SELECT name, until FROM holder ORDER BY name").fetchall())
    assert held == [("Ann Old", "2013-06-01"), ("Ben New", date(2013, 6, 1).isoformat())]


def test_a_group_has_members_and_means_each_of_them(small: Desk) -> None:
    small.do(lambda work: people.add_group(work, initials="GOLD", name="Gold command", members=["POL", "pol", "DCS"]))
    assert (shown(small, "GOLD").kind, shown(small, "GOLD").members) == ("group", ("DCS", "POL"))
    small.do(lambda work: people.set_members(work, "gold", ["CCG"]))
    assert shown(small, "GOLD").members == ("CCG",)
    enter(small, "present: Gold command")
    assert [one.initials for one in small.read(lambda db: attendance(db, 2))] == ["CCG"]


def test_a_groups_members_are_offices(small: Desk) -> None:
    for group, members, sentence in (
        ("POL", ["DCS"], "is an office, not a group"),
        ("PTN", ["ALL"], "is a group, not an office"),
        ("PTN", ["XYZ"], "Nobody here has the initials"),
        ("XYZ", ["DCS"], "Nobody here has the initials"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match=sentence):
            small.do(lambda work, g=group, m=members: people.set_members(work, g, m))  # type: ignore[misc]  # a lambda with defaults


def test_whoever_is_not_there_is_not_found(small: Desk) -> None:
    with nothing_changed(small), pytest.raises(NotFoundError):
        small.do(lambda work: people.edit_person(work, "gone", 1, role="x"))
