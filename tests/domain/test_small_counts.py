"""Counts under five of children, cases and families, and the numbers that only look like them (rule 11)."""

from __future__ import annotations

import pytest

from boardtui.domain.small_counts import small_counts

COUNTS = (
    ("Three children were seen late.", "Three children"),
    ("2 young people spoke to the Board", "2 young people"),
    ("This was so in 1 of 4 cases.", "1 of 4 cases"),
    ("one child waited", "one child"),
    ("1 child waited", "1 child"),
    ("four children", "four children"),
    ("4 children", "4 children"),
    ("Of 312 children 3 of the children were not seen", "3 of the children"),
    ("three of our children in care", "three of our children"),
    ("3 of 312 children were not seen", "3 of 312 children"),
    ("3 out of 4 cases were poor", "3 out of 4 cases"),
    ("three looked after children", "three looked after children"),
    ("2 looked-after children", "2 looked-after children"),
    ("two unaccompanied asylum-seeking children", "two unaccompanied asylum-seeking children"),
    ("two 15-year-old boys", "two 15-year-old boys"),
    ("four young care leavers", "four young care leavers"),
    ("two families were referred again", "two families"),
    ("one family's history was described", "one family's"),
    ("two children's files were lost", "two children's"),
    ("one child’s file was lost", "one child’s"),
    ("a couple of children were missed", "couple of children"),
    ("between two and four children", "four children"),
    ("two or three babies", "three babies"),
    ("at least 2 pupils", "2 pupils"),
    ("Cases reopened: 3.", "Cases reopened: 3"),
    ("Children seen late: two, both in May", "Children seen late: two"),
    ("In 2013 four children came into care", "four children"),
    ("that year three children died", "three children"),
    ("At the meeting 3 children spoke", "3 children"),
    ("two\nsiblings", "two siblings"),
)
NO_COUNTS = (
    "five children",
    "5 children",
    "no children",
    "0 children",
    "24 children",
    "twenty-four children",
    "twenty four children",
    "one hundred and four children",
    "1,204 children",
    "2.4 children",
    "312 of 340 children",
    "9 of 10 cases",
    "one in three children",
    "one in every four children",
    "1 in 4 children",
    "some schools change three pupils in ten",
    "4 per cent of children",
    "3% of cases",
    "three quarters of children",
    "two thirds of families",
    "more than four children",
    "four partner agencies",
    "three boards",
    "two teams",
    "Four meetings, three decisions",
    "on 4 May children were asked",
    "meeting 3",
    "paragraph 3.2",
    "see 5/4.2",
    "action 5/03",
    "N 7.3 children",
    "Year 4 children",
    "Key Stage 2 pupils",
    "Tier 3 cases",
    "level two cases",
    "recommendation 4: children",
    "two children's homes",
    "three children's centres",
    "four children's social workers",
    "two young people's forums",
    "two child protection chairs",
    "one child protection conference",
    "three case managers",
    "two case conferences",
    "one case management system",
    "three family support workers",
    "one family court",
    "two serious case reviews",
    "each worker holds four cases a week",
    "four cases each",
    "one child at a time",
    "no one child was at risk",
    "any one case",
    "two-child families",
    "2 year old children",
    "children aged 3",
    "children under 4 years",
    "children: 3.2 and 3.4",
    "Children: 4 actions",
    "children: 3%",
    "the first two months for children",
    "the last two, children said",
    "13.4 children per 10,000",
)


@pytest.mark.parametrize(("text", "found"), COUNTS)
def test_a_count_under_five_is_found(text: str, found: str) -> None:
    assert small_counts(text) == (found,)


@pytest.mark.parametrize("text", NO_COUNTS)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert small_counts(text) == ()


@pytest.mark.parametrize(("number", "counts"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_is_small(number: int, counts: bool) -> None:
    assert bool(small_counts(f"{number} {'child' if number == 1 else 'children'}")) is counts


@pytest.mark.parametrize(
    "text", ["it is missed by 1 case", "within 1 case of its path", "missed by two cases", "20 cases, 1 case away"]
)
def test_a_gap_in_a_caseload_counts_nobody(text: str) -> None:
    assert small_counts(text) == ()


def test_every_count_of_a_text_is_given_in_its_order() -> None:
    text = "Cases closed: 2. Of 40 families three children and one baby were seen; 12 children were not."
    assert small_counts(text) == ("Cases closed: 2", "three children", "one baby")
