"""What differs between two editions is found and named, paragraph by paragraph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.editions import Difference, compared, differences, likeness, readings
from tests.domain.test_seals import sealed

BEFORE = ("Minutes of meeting 5", "4.1\tThe Board agreed the plan.", "4.2\tThe Chair asked why.", "Closed at 16:35.")


def test_the_same_words_differ_in_nothing() -> None:
    assert differences(BEFORE, BEFORE) == []
    assert likeness(BEFORE, BEFORE) == 1


def test_one_changed_character_is_found_and_its_paragraph_named() -> None:
    now = (*BEFORE[:2], "4.2\tThe Chair asked whv.", *BEFORE[3:])
    (found,) = differences(BEFORE, now)
    assert (found.difference, found.named) == (Difference.CHANGED, "paragraph 4.2")
    assert (found.before, found.now) == (BEFORE[2], now[2])


def test_a_paragraph_taken_out_and_one_put_in_are_told_apart_from_a_change() -> None:
    now = (BEFORE[0], "4.1\tThe Board agreed the plan.", "Wholly other words stand here now.", "Closed at 16:35.")
    assert [(one.difference, one.named) for one in differences(BEFORE, now)] == [
        (Difference.ADDED, "“Wholly other words stand here now.”"),
        (Difference.REMOVED, "paragraph 4.2"),
    ]


@given(st.lists(st.text(max_size=6), max_size=8), st.lists(st.text(max_size=6), max_size=8))
def test_both_editions_can_be_read_out_of_the_comparison(before: list[str], now: list[str]) -> None:
    before, now = [one for one in before if one], [one for one in now if one]
    passages = compared(before, now)
    assert [one.before for one in passages if one.before] == before
    assert [one.now for one in passages if one.now] == now
    assert (differences(before, now) == []) == (before == now)


def test_there_is_each_edition_to_read_and_what_changed_between_them() -> None:
    second = sealed(edition=2, full_text=("Two.",), because="Amended: a slip")
    titles = readings([sealed(), second])
    assert [title.partition(".")[0] for title in titles] == [
        "Edition 2",
        "Edition 1",
        "What changed from edition 1 to 2",
    ]
    assert [one.now for one in titles["What changed from edition 1 to 2"] if one.now] == ["Two."]
