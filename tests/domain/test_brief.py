"""The Chair's private brief keeps to one page and shares it out fairly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.brief import LINE, PAGE, Part, Press, on_one_page


def part(rows: int, length: int = 10) -> Part:
    return Part("Part", tuple(Press(str(n), "x" * length) for n in range(rows)), 0, "Nothing.")


def test_each_part_gets_its_first_rows_before_any_gets_more() -> None:
    found = on_one_page([part(9), part(1), part(9)], lines=7)
    assert [(len(one.rows), one.more) for one in found] == [(3, 6), (1, 0), (3, 6)]
    assert [one.heading for one in found] == ["Part (3 of 9)", "Part", "Part (3 of 9)"]


def test_a_row_of_two_lines_takes_the_room_of_two_and_nothing_found_takes_one() -> None:
    found = on_one_page([part(5, LINE + 1), part(0), part(5)], lines=6)
    assert [len(one.rows) for one in found] == [2, 0, 1]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 2 * LINE)), min_size=1, max_size=7))
def test_the_page_is_never_overfilled_and_no_row_is_lost_without_being_counted(sizes: list[tuple[int, int]]) -> None:
    parts = [part(rows, length) for rows, length in sizes]
    found = on_one_page(parts)
    used = sum(sum(1 + (len(row.text) > LINE) for row in one.rows) if one.rows or one.more else 1 for one in found)
    assert used <= PAGE
    assert [len(one.rows) + one.more for one in found] == [rows for rows, _ in sizes]
