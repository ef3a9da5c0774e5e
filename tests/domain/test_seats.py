"""Members typed as lines: what each part is, and initials made up that differ from all others."""

from __future__ import annotations

import pytest

from boardtui.domain.clock_times import parse_time, time_after
from boardtui.domain.initials import proposed_initials
from boardtui.domain.seats import Seat, read_chair, read_seats
from boardtui.domain.states import PersonKind


def test_a_line_is_a_name_an_office_and_an_organisation_or_only_some_of_them() -> None:
    typed = (
        "Cllr Ann Lee, Lead Member for Children (LM)\n\n"
        "- Tom Ray; Director, Nursing and Quality; NHS Trust\n"
        "Head of Housing\n"
        "Mo Ali\tDirector of Children's Services\tSeaside Council (dcs)"
    )
    assert read_seats(typed, (), "Seaside Council") == (
        Seat("LM", "Lead Member for Children", "Cllr Ann Lee", "Seaside Council"),
        Seat("DNQ", "Director, Nursing and Quality", "Tom Ray", "NHS Trust"),
        Seat("HH", "Head of Housing", "", "Seaside Council"),
        Seat("dcs", "Director of Children's Services", "Mo Ali", "Seaside Council"),
    )


def test_two_parts_are_an_office_and_its_organisation_where_they_read_so_else_a_name_and_an_office() -> None:
    typed = "Designated Nurse, NHS Westshire ICB (DN)\nRuth Lee, Head of Service\nHead Teacher, Chair of Governors"
    assert read_seats(typed, (), "Seaside Council") == (
        Seat("DN", "Designated Nurse", "", "NHS Westshire ICB"),
        Seat("HS", "Head of Service", "Ruth Lee", "Seaside Council"),
        Seat("CG", "Chair of Governors", "Head Teacher", "Seaside Council"),
    )


def test_initials_that_are_made_up_differ_from_all_others_and_given_ones_are_never_changed() -> None:
    made = read_seats("Head of Housing\nHead of Health\nHouse Helper (hh2)\nHead of Hope", ["HH"])
    assert len({seat.initials.casefold() for seat in made}) == len(made)


def test_initials_given_twice_are_refused_with_their_line() -> None:
    with pytest.raises(ValueError, match="Line 2: the initials ic are given twice"):
        read_seats("A, B\nC, D (ic)", ["IC"])


def test_the_chair_may_be_no_more_than_a_name() -> None:
    assert read_chair("Jane Smith") == Seat("IC", "Independent Chair", "Jane Smith", "", PersonKind.CHAIR)
    assert read_chair("Jane Smith, Chair (JS)") == Seat("JS", "Chair", "Jane Smith", "", PersonKind.CHAIR)


@pytest.mark.parametrize(
    ("title", "initials"),
    [("Director of Children's Services", "DCS"), ("Principal", "PRI"), ("", "X"), ("a of the", "X")],
)
def test_initials_are_those_of_the_words(title: str, initials: str) -> None:
    assert proposed_initials(title, ()) == initials


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:00", "14:00"),
        ("9.30", "09:30"),
        ("2pm", "14:00"),
        ("2.30 pm", "14:30"),
        ("12 am", "00:00"),
        ("1400", "14:00"),
        ("noon", "12:00"),
        ("9", "09:00"),
    ],
)
def test_times_are_typed_as_people_type_them(typed: str, kept: str) -> None:
    assert parse_time(typed) == kept


@pytest.mark.parametrize("typed", ["25:00", "soon", "14pm", "0pm", "", "14:60"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        parse_time(typed)


def test_a_time_so_many_minutes_later_is_told_past_midnight_too_and_of_no_time_nothing() -> None:
    assert [time_after(*one) for one in (("14:00", 125), ("23:30", 45), ("after lunch", 10))] == ["16:05", "00:15", ""]
