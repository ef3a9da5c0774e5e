"""What the grammar may ask about the Board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardtui.domain import grammar
from boardtui.domain import lines as ln
from boardtui.errors import NotFoundError
from boardtui.store import models
from boardtui.store.reading.known import Known
from tests.store.reading.conftest import Boardfile

Ask = Callable[[Callable[[Known], object]], object]


@pytest.fixture
def ask(file: Boardfile) -> Ask:
    """Return a way to ask what is known at meeting 5 of a Board with a little of everything."""
    with file.building() as b:
        b.board()
        b.offices("DCS", title="Director of Children’s Services")
        b.offices("POL", "CCG")
        b.offices("IC", kind="chair", title="Independent Chair")
        b.offices("AA", "BB", title="Officer")
        b.offices("ALL", kind="group", title="All members")
        for member in ("CCG", "DCS"):
            b.add(models.GroupMember(group_id="office:ALL", office_id=f"office:{member}"), member)
        b.add(models.Holder(office_id="office:POL", name="Élodie  Smith"), "1")
        b.add(models.Holder(office_id="office:CCG", name="DCS"), "2")
        states = {5: "in session", 6: "planned", 7: "cancelled", 8: "postponed", 9: "in session"}
        for number in range(1, 10):
            b.meeting(number, state=states.get(number, "confirmed"))
        b.item(5, 4)
        b.item(4, 2)
        b.entry("4/2", "POL arrived", kind="movement")
        b.entry("4/2", "Two children")
        b.entry("4/2", "Why?", kind="challenge")
        b.entry("5/4", "Here and now?", kind="challenge")
        b.action("4/03")
        b.line("3.2")
        b.line("3.3")
        b.rating("3.2", 3, "G")
        b.rating("3.2", 4, "A")
        b.rating("3.2", 5, "B", status="proposed")
    return lambda question: file.read(lambda db: question(Known(db, 5)))


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("dcs", "DCS"),
        (" DCS ", "DCS"),
        ("director of children’s  services", "DCS"),
        ("ÉLODIE Smith", "POL"),
        ("all MEMBERS", "ALL"),
        ("Office of CCG", "CCG"),
        ("the Director of Children’s Services", "DCS"),
        ("the Chair", "IC"),
        ("Officer", None),
        ("Nobody", None),
        ("", None),
    ],
)
def test_people_go_by_initials_name_or_title(ask: Ask, name: str, initials: str | None) -> None:
    assert ask(lambda known: known.person(name)) == initials


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("the Director of Children's", ("DCS",)),
        ("director OF", ("DCS",)),
        ("Office of", ("POL", "CCG")),
        ("Director", ()),
        ("the Director", ()),
        ("Director of Child", ()),
        ("All members", ()),
        ("", ()),
    ],
)
def test_an_office_goes_by_the_first_words_of_its_title(ask: Ask, title: str, initials: tuple[str, ...]) -> None:
    assert ask(lambda known: known.begins(title)) == initials


def test_a_group_stands_for_its_members_and_an_office_for_itself(ask: Ask) -> None:
    assert ask(lambda known: known.members("ALL")) == ("DCS", "CCG")
    assert ask(lambda known: known.members("POL")) == ("POL",)


@pytest.mark.parametrize(
    ("ref", "there"),
    [
        ("4/03", True),
        ("4/3", True),
        ("4/04", False),
        ("5/03", False),
        ("4", False),
        ("x/1", False),
        ("9" * 5000 + "/1", False),
    ],
)
def test_actions_are_known_by_reference(ask: Ask, ref: str, there: bool) -> None:
    assert ask(lambda known: known.has_action(ref)) is there


def test_lines_and_items_of_this_meeting_are_known(ask: Ask) -> None:
    assert ask(lambda known: [known.has_line("3.2"), known.has_line("3.20")]) == [True, False]
    assert ask(lambda known: [known.has_item(n) for n in (4, 2, 10**30)]) == [True, False, False]


def test_an_item_can_move_only_to_a_later_meeting_that_is_still_to_come(ask: Ask) -> None:
    able = ask(lambda known: [n for n in (*range(12), 10**30) if known.can_defer_to(n)])
    assert able == [6, 8], "7 is cancelled, 9 has begun"


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("4/2.1", "Two children"),
        ("4/2.2", "Why?"),
        ("4/2.3", None),
        ("4/2.0", None),
        ("4/2", None),
        ("5/4.1", None),
        ("4/9.1", None),
    ],
)
def test_earlier_paragraphs_are_counted_as_the_minutes_print_them(ask: Ask, ref: str, text: str | None) -> None:
    assert ask(lambda known: known.paragraph(ref)) == text


def test_a_challenge_is_one_wherever_it_was_minuted(ask: Ask) -> None:
    refs = ("4/2.2", "5/4.1", "4/2.1", "4/2.9")
    assert ask(lambda known: [known.is_challenge(ref) for ref in refs]) == [True, True, False, False]


def test_a_challenge_of_this_meeting_goes_by_its_short_number(ask: Ask) -> None:
    refs = ("4.1", "4.2", "2.2", "4", "x", "4/2.2")
    assert ask(lambda known: [known.challenge_here(ref) for ref in refs]) == ["5/4.1", None, None, None, None, None]


def test_the_rating_is_the_latest_agreed(ask: Ask) -> None:
    assert ask(lambda known: [known.rating("3.2"), known.rating("3.3"), known.rating("9.9")]) == ["A", None, None]


def test_the_day_and_the_scheme_are_those_of_the_board(ask: Ask) -> None:
    assert ask(lambda known: known.meeting_on) == date(2013, 5, 16)
    assert ask(lambda known: [level.letter for level in known.scheme][:4]) == ["R", "A", "G", "B"]


def test_an_unknown_meeting_is_not_found(file: Boardfile) -> None:
    with pytest.raises(NotFoundError):
        file.read(lambda db: Known(db, 3).meeting_on)


def test_the_grammar_reads_lines_with_it(ask: Ask) -> None:
    parsed = ask(lambda known: grammar.parse("! ALL with Élodie Smith by 14 Jun: count", known))
    assert isinstance(parsed, ln.Parsed)
    assert parsed.line == ln.Raises(("ALL",), ("POL",), date(2013, 6, 14), "count")
    amended = ask(lambda known: grammar.parse("amend 4/2.1: Two => Three", known))
    assert isinstance(amended, ln.Parsed)
    assert amended.line == ln.Amends("4/2.1", "Two", "Three")
