"""What cells of councils' sheets mean: dates, names, ratings, states (DESIGN 8, *Imports*)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.ratings import DEFAULT_SCHEME, Level
from boardtui.domain.sheets.cells import UnclearError
from boardtui.domain.sheets.dates import When, month_of, period_of, read_date, read_due
from boardtui.domain.sheets.grid import Cell, Grid, Line, letter
from boardtui.domain.sheets.heads import find_head
from boardtui.domain.sheets.kinds import ACTIONS
from boardtui.domain.sheets.people import NEW, Directory, Named, UnknownNameError, read_people, read_person
from boardtui.domain.sheets.ratings import read_rating
from boardtui.domain.sheets.states import read_part, read_polarity, read_restricted, read_state
from boardtui.domain.states import ActionState, PersonKind
from boardtui.domain.views import Person

AFTER = date(2013, 1, 10)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("14/01/2013", date(2013, 1, 14)),
        ("14/01/13", date(2013, 1, 14)),
        (" 14.1.2013 ", date(2013, 1, 14)),
        ("2013-01-14", date(2013, 1, 14)),
        ("2013-01-14 00:00:00", date(2013, 1, 14)),
        ("14th January 2013", date(2013, 1, 14)),
        ("Mon 14 Jan 2013", date(2013, 1, 14)),
        ("14-Jan-13", date(2013, 1, 14)),
        ("by 14 Feb", date(2013, 2, 14)),
        ("9 Jan", date(2014, 1, 9)),
        ("Nov 13", date(2013, 11, 30)),
        ("November 2013", date(2013, 11, 30)),
        ("Feb-14", date(2014, 2, 28)),
        ("end of March", date(2013, 3, 31)),
        ("End March 2014", date(2014, 3, 31)),
        ("mid-May", date(2013, 5, 15)),
        ("early June 2013", date(2013, 6, 10)),
        ("Q3 2013/14", date(2013, 12, 31)),
        ("Q4 2013/14", date(2014, 3, 31)),
        ("Quarter 3 (13/14)", date(2013, 12, 31)),
        ("by 2013/14 Q3", date(2013, 12, 31)),
        ("Complete by 31/03/13", date(2013, 3, 31)),
        ("To be completed by end of March", date(2013, 3, 31)),
        ("31 March 2013 (extended)", date(2013, 3, 31)),
        ("31 March 2013 (original 28 Feb 2013)", date(2013, 3, 31)),
        ("Week beginning 4 March", date(2013, 3, 4)),
        ("before next meeting", NEXT_MEETING),
        ("31/03/13 (was 28 Feb 2013)", date(2013, 3, 31)),
        ("next meeting", NEXT_MEETING),
        ("For the next Board meeting", NEXT_MEETING),
    ],
)
def test_a_due_date_is_read_day_first_as_it_was_written(text: str, due: date | str) -> None:
    assert read_due(Cell(text), AFTER).value.due == due


@pytest.mark.parametrize(
    "text",
    [
        "Ongoing",
        "on-going",
        "TBC",
        "tba",
        "ASAP",
        "n/a",
        "-",
        "To be confirmed",
        "Immediate",
        "Ongoing (review in June)",
        "Immediate and ongoing",
    ],
)
def test_words_in_place_of_a_date_are_kept_and_make_no_date(text: str) -> None:
    read = read_due(Cell(text), AFTER)
    assert read.value == When(words=text)
    assert text in read.note


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("01/14/2013", "no month 14"),
        ("31/02/2013", "not a day"),
        ("Jan 14 2013", "month comes first"),
        ("31/01/13 revised 28/02/13", "more than one date"),
        ("31 Jan 2013 (revised to 28 Feb 2013)", "more than one date"),
        ("when the new system is in", "not a date"),
        ("14/01/0013", "year 13"),
        ("Q3 2013/15", "no financial year"),
        ("Q3 2013", "calendar year or of the financial year"),
        ("6 months", "does not say which day"),
        ("within three months", "does not say which day"),
        ("end of term", "does not say which day"),
        ("Spring 2013", "does not say which day"),
        ("by the end of the financial year", "does not say which day"),
    ],
)
def test_what_could_be_two_days_or_none_is_refused_in_words(text: str, why: str) -> None:
    with pytest.raises(UnclearError) as refused:
        read_due(Cell(text), AFTER)
    assert why in refused.value.said
    assert refused.value.do


def test_a_serial_number_is_the_day_it_stands_for_and_says_so() -> None:
    read = read_due(Cell("41288", Decimal(41288)), AFTER)
    assert (read.value.due, read.note) == (date(2013, 1, 14), "the number 41288 is 14 Jan 2013")
    assert read_due(Cell("39826", Decimal(39826)), AFTER, since_1904=True).value.due == date(2013, 1, 14)
    with pytest.raises(UnclearError):
        read_due(Cell("12", Decimal(12)), AFTER)


def test_completed_in_place_of_a_date_says_that_it_is_done() -> None:
    assert read_due(Cell("Completed"), AFTER).value.done
    assert read_due(Cell("Completed 14/01/13"), AFTER).value == When(date(2013, 1, 14), done=True)


def test_a_plain_date_column_takes_no_words_but_those_for_none() -> None:
    assert read_date(Cell("tbc"), AFTER).value is None
    with pytest.raises(UnclearError):
        read_date(Cell("next meeting"), AFTER)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_each_way_it_is_written(day: date) -> None:
    for text in (show(day), f"{day:%d/%m/%Y}", day.isoformat(), f"{day.day}/{day.month}/{day.year}"):
        assert read_due(Cell(text), AFTER).value.due == day


@given(st.text(max_size=40))
def test_no_text_does_worse_than_being_refused(text: str) -> None:
    with suppress(UnclearError):
        read_due(Cell(text), AFTER)


def test_months_are_read_from_the_head_of_a_dataset() -> None:
    heads = ["Apr 2013", "May-13", "Sept 13", "June 2013 actual", "Target", "2013"]
    found = [month_of(Cell(head)) for head in heads]
    assert found == [date(2013, 4, 1), date(2013, 5, 1), date(2013, 9, 1), date(2013, 6, 1), None, None]
    assert month_of(Cell("1 Apr 2013", date(2013, 4, 1))) == date(2013, 4, 1)


def person(initials: str, name: str, role: str) -> Person:
    return Person(initials, 1, initials, name, "", role, "member")


DIRECTORY = Directory(
    [
        person("DCS", "Jane Brown", "Director of Children's Services"),
        person("HOS", "Head of Safeguarding", "Head of Safeguarding"),
        person("LM", "Cllr Ann Smith", "Lead Member for Children and Families"),
        person("KP", "Kay Page", "Head of Quality"),
        person("POL", "Divisional Commander", "Divisional Commander"),
        replace(person("ALL", "All members", "All members"), kind="group"),
        replace(person("IC", "Sir Hugh Grey", "Independent Chair of the Board"), kind="chair"),
    ],
    {"JB": "DCS", "New post": NEW},
)


@pytest.mark.parametrize(
    ("text", "leads", "supporters"),
    [
        ("DCS / Head of Safeguarding", ("DCS", "HOS"), ()),
        ("JB & KP", ("DCS", "KP"), ()),
        ("dcs, pol with KP", ("DCS", "POL"), ("KP",)),
        ("Director of Children’s Services", ("DCS",), ()),
        ("Lead Member for Children & Families and KP", ("LM", "KP"), ()),
        ("Ann Smith", ("LM",), ()),
        ("Jane Brown (DCS)", ("DCS",), ()),
        ("Jane Brown, Director of Children's Services", ("DCS",), ()),
        ("DCS\nPOL", ("DCS", "POL"), ()),
        ("Lead: KP", ("KP",), ()),
        ("All Members ", ("ALL",), ()),
        ("All / The Chair", ("ALL", "IC"), ()),
        ("DCS / DCS", ("DCS",), ()),
        ("Brown, Jane", ("DCS",), ()),
        ("Lead: DCS Support: POL", ("DCS",), ("POL",)),
        ("DCS* / Chair of the Board", ("DCS", "IC"), ()),
        ("TBC", (), ()),
        ("", (), ()),
    ],
)
def test_several_people_in_one_cell_are_told_apart(
    text: str, leads: tuple[str, ...], supporters: tuple[str, ...]
) -> None:
    assert read_people(text, DIRECTORY).value == Named(leads, supporters)


def test_everybody_who_is_not_known_is_named_at_once() -> None:
    with pytest.raises(UnknownNameError) as unknown:
        read_people("DCS / AB, Head of Housing", DIRECTORY)
    assert unknown.value.names == ("AB", "Head of Housing")
    with pytest.raises(UnknownNameError) as one_title:
        read_people("Head of Housing and Homelessness", DIRECTORY)
    assert one_title.value.names == ("Head of Housing and Homelessness",)


def test_a_name_to_be_added_is_handed_on_as_new() -> None:
    assert read_people("KP / New post", DIRECTORY).value == Named(("KP",), (), ("New post",))


def test_where_one_leads_the_others_are_partners() -> None:
    read = read_person("DCS & POL", DIRECTORY)
    assert read.value == Named(("DCS",), ("POL",))
    assert "DCS" in read.note


@pytest.mark.parametrize(
    ("text", "fill", "letter"),
    [
        ("R", "", "R"),
        ("amber", "", "A"),
        ("Green - on track", "", "G"),
        ("Complete", "", "B"),
        ("Yellow", "", "A"),
        ("G ↑", "", "G"),
        ("On track", "", "G"),
        ("4 - Complete", "", "B"),
        ("N/A - future", "", None),
        ("Not due", "", None),
        ("At risk: no auditor", "", "A"),
        ("", "#ff0000", "R"),
        ("", "#ffc000", "A"),
        ("", "#ffff00", "A"),
        ("", "#92d050", "G"),
        ("", "#00b050", "G"),
        ("", "#00b0f0", "B"),
        ("", "#ffffff", None),
        ("", "#d9d9d9", None),
        ("Red", "#ff0000", "R"),
        ("n/a", "", None),
        ("", "", None),
    ],
)
def test_a_rating_is_a_letter_a_word_or_a_colour(text: str, fill: str, letter: str | None) -> None:
    assert read_rating(Cell(text, None, fill), DEFAULT_SCHEME).value == letter


@pytest.mark.parametrize(("text", "fill"), [("Green", "#ff0000"), ("Amber/Green", ""), ("fine", ""), ("Off track", "")])
def test_a_rating_that_says_two_things_or_none_is_refused(text: str, fill: str) -> None:
    with pytest.raises(UnclearError):
        read_rating(Cell(text, None, fill), DEFAULT_SCHEME)


def test_another_scheme_is_matched_by_its_own_words_and_colours() -> None:
    scheme = (
        Level("1", "Off track", "", "#b3261e", 1),
        Level("2", "On track", "", "#b25e00", 2),
        Level("3", "Complete", "", "#2e7d32", 3),
    )
    assert read_rating(Cell("complete"), scheme).value == "3"
    assert read_rating(Cell("", None, "#92d050"), scheme).value == "3"
    assert read_rating(Cell("", None, "#ffc000"), scheme).value == "2"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Open", ActionState.OPEN),
        ("In progress", ActionState.OPEN),
        ("On track to complete by June", ActionState.OPEN),
        ("80% complete", ActionState.OPEN),
        ("Not complete", ActionState.OPEN),
        ("Complete", ActionState.DONE),
        ("COMPLETED", ActionState.DONE),
        ("Closed", ActionState.CLOSED),
        ("Action discharged", ActionState.CLOSED),
        ("No longer required", ActionState.WITHDRAWN),
        ("Green", ActionState.OPEN),
        ("Paused", ActionState.OPEN),
        ("On agenda", ActionState.OPEN),
        ("Propose to close", ActionState.DONE),
        ("Merged with 12", ActionState.WITHDRAWN),
        ("", None),
    ],
)
def test_states_are_understood_as_councils_write_them(text: str, state: ActionState | None) -> None:
    assert read_state(text).value == state


def test_parts_polarity_and_restriction_are_understood() -> None:
    assert read_part("Independent Chair").value == PersonKind.CHAIR
    assert read_part("Vice Chair").value == PersonKind.VICE_CHAIR
    assert read_part("In attendance").value == PersonKind.OFFICER
    assert read_polarity("Higher is better").value == "high"
    assert read_restricted("No").value is None
    assert read_restricted("para 1").value == "para 1"
    assert "Confidential" in read_restricted("Y").value
    with pytest.raises(UnclearError):
        read_polarity("sideways")


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("#", "ref"),
        ("Action #", "ref"),
        ("Action(s)", "text"),
        ("Owner(s)", "leads"),
        ("Target date", "due"),
        ("Target date (revised)", "revised"),
        ("Finish (revised)", "revised"),
        ("Date complete(d)", "ended"),
        ("Completed (Y/N)", "ended"),
        ("BRAG", "state"),
        ("Agenda item", None),
        ("Minute ref", None),
    ],
)
def test_a_column_is_known_by_what_councils_call_it(head: str, column: str | None) -> None:
    rows = [["Task", "Person responsible", head]] if column not in ("text", "leads") else [["Status", "Due", head]]
    lines = tuple(Line(at, tuple(Cell(text) for text in row)) for at, row in enumerate([*rows, ["x", "y", "z"]], 1))
    found = find_head(Grid("log", lines), ACTIONS)
    named = {at: name for name, at in found.columns.items()} if found else {}
    assert named.get(2) == column


def test_months_and_quarters_are_read_under_their_year() -> None:
    assert period_of(Cell("Feb"), "2012/13") == (date(2013, 2, 1), False)
    assert period_of(Cell("Q4"), "2012/13") == (date(2013, 3, 1), True)
    assert period_of(Cell("Q1 2012/13 actual")) == (date(2012, 6, 1), True)
    assert period_of(Cell("Q1"), "Target") is None


def test_columns_are_called_as_a_spreadsheet_calls_them() -> None:
    assert [letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
