"""Lists of any length: in the order of an index, a page at a time, found again by name, and never by a whole scan."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from boardtui.domain.filter_keys import Kind
from boardtui.domain.states import Series
from boardtui.services.desk import Desk
from boardtui.store.reading import actions, filtering, meetings, pages, searching
from boardtui.store.reading.filtering import Where
from boardtui.store.reading.listings import (
    ACTIONS,
    FIRST_REQUIREMENTS,
    INDICATORS,
    LETTERS,
    MEETINGS,
    PLAN,
    REQUIREMENTS,
)
from boardtui.store.reading.notice import source_titles
from boardtui.store.reading.pages import PAGE, Listing, Order
from boardtui.store.reading.reader import Database

LISTINGS: dict[str, Listing[Any]] = {
    "actions": ACTIONS,
    "plan": PLAN,
    "meetings": MEETINGS,
    "indicators": INDICATORS,
    "requirements": REQUIREMENTS,
    "letters": LETTERS[Series.LETTER],
}


def plan_of(db: Database, sql: str, **named: object) -> list[str]:
    """Return the steps of a query."""
    return [step for *_, step in db.execute(f"EXPLAIN QUERY PLAN {sql}", named)]


@pytest.mark.parametrize("name", LISTINGS)
def test_the_order_of_a_list_comes_from_an_index_alone_and_is_not_sorted(desk: Desk, name: str) -> None:
    listing = LISTINGS[name]
    heading = f", {listing.heading}" if listing.heading else ""
    alias = listing.table.split()[2]
    for part in listing.parts:
        sql = f"SELECT {alias}.rowid{heading} FROM {listing.table} WHERE {part} ORDER BY {listing.ordered_by}"
        steps = desk.read(lambda db, sql=sql: plan_of(db, sql, on=desk.today.isoformat()))  # type: ignore[misc]  # a lambda with a default
        assert [step for step in steps if "COVERING INDEX" in step], steps
        assert not [step for step in steps if "TEMP B-TREE" in step], steps


@pytest.mark.parametrize("name", LISTINGS)
def test_a_page_is_found_by_the_numbers_of_its_rows(desk: Desk, name: str) -> None:
    listing, seen = LISTINGS[name], list[str]()

    def read(db: Database) -> None:
        rows = listing.order(db, Where("1"), on=desk.today.isoformat()).page(0)
        db.set_trace_callback(seen.append)
        listing.page(db, rows, today=desk.today)
        db.set_trace_callback(None)

    desk.read(read)
    main = {listing.table.split()[0]: listing.table.split()[2]}
    for sql in seen:
        steps = desk.read(lambda db, sql=sql: plan_of(db, sql)) if sql.lstrip().startswith(("SELECT", "WITH")) else []  # type: ignore[misc]  # a lambda with a default
        assert not [step for step in steps if step == f"SCAN {next(iter(main.values()))}"], (sql, steps)


def test_the_log_is_in_the_order_of_the_papers_with_what_is_overdue_first(desk: Desk) -> None:
    def read(db: Database) -> tuple[Order, list[str]]:
        order = ACTIONS.order(db, Where("1"), on=desk.today.isoformat())
        page = ACTIONS.page(db, order.rows, today=desk.today)
        return order, [page[row].ref for row in order.rows]

    order, refs = desk.read(read)
    known = desk.read(lambda db: actions.actions(db, desk.today))
    assert refs == [one.ref for one in known]
    assert order.parts[0] == sum(one.days_late > 0 for one in known)


def test_a_filter_keeps_the_order_and_a_record_is_found_in_it_by_its_name(desk: Desk) -> None:
    def read(db: Database) -> tuple[Order, int | None, int | None]:
        order = ACTIONS.order(db, filtering.where(db, Kind.ACTIONS, "is:open", desk.today), on=desk.today.isoformat())
        return order, ACTIONS.row(db, "3/08"), ACTIONS.row(db, "99/99")

    order, row, none = desk.read(read)
    assert order.place(row) == 0
    assert order.place(none) is None
    assert order.count == desk.read(lambda db: len(actions.actions(db, desk.today, open_only=True)))


def test_headings_stand_before_what_is_under_them_and_follow_the_order_asked_for(desk: Desk) -> None:
    order = desk.read(lambda db: REQUIREMENTS.order(db, Where("1")))
    ours = {name: f"Source {number}" for number, name in enumerate(reversed(order.headings))}
    arranged = order.arranged(ours)
    assert list(arranged.headings) == list(ours.values())
    assert arranged.heading(0) == "Source 0"
    assert sorted(arranged.rows) == sorted(order.rows)
    assert arranged.count == order.count


@pytest.mark.parametrize("name", LISTINGS)
def test_the_beginning_of_a_list_is_what_the_whole_begins_with(desk: Desk, name: str) -> None:
    def read(db: Database, most: int | None) -> Order:
        return LISTINGS[name].order(db, Where("1"), most, on=desk.today.isoformat())

    whole, beginning, more = (desk.read(partial(read, most=most)) for most in (None, 1, 10_000))
    assert beginning.rows == whole.rows[: len(beginning.rows)]
    assert (beginning.count, beginning.whole) == (1, False)
    assert more == whole


def test_the_beginning_of_the_requirements_is_those_of_the_notice(desk: Desk) -> None:
    whole = desk.read(lambda db: REQUIREMENTS.order(db, Where("1")).arranged(dict.fromkeys(source_titles(db), "")))
    beginning = desk.read(lambda db: FIRST_REQUIREMENTS.order(db, Where("1"), 5))
    assert beginning.rows == whole.rows[:6]
    assert desk.read(lambda db: list(source_titles(db, 1))) == list(beginning.headings)


def test_pages_hold_every_record_once() -> None:
    from array import array

    order = Order(array("q", [-1, *range(1, 250)]), ("A theme",), (249,))
    pages = [order.page(number) for number in range(3)]
    assert [row for page in pages for row in page] == list(range(1, 250))
    assert max(map(len, pages)) <= PAGE


def test_what_a_search_asks_goes_through_the_index_of_words(desk: Desk) -> None:
    steps = desk.read(lambda db: plan_of(db, searching.FOUND, wanted='"visit" *', most=50))
    assert not [step for step in steps if step.startswith("SCAN r")]
    assert [step for step in steps if "VIRTUAL TABLE INDEX" in step]


def test_the_days_since_the_meeting_before_are_found_by_the_index_of_the_series(desk: Desk) -> None:
    known = desk.read(meetings.meetings)
    assert [one.days_since_last for one in known[1:]] == [
        (later.date - earlier.date).days for earlier, later in pairwise(known)
    ]


@pytest.mark.parametrize("typed", ["is:open", "due:<30d or rating:R", "owner:DCS", "assessment"])
def test_few_and_many_that_fit_a_filter_come_in_one_order(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    def ordered(db: Database) -> Order:
        fits = filtering.where(db, Kind.ACTIONS, typed, desk.today)
        return ACTIONS.order(db, fits, on=desk.today.isoformat())

    few = desk.read(ordered)
    monkeypatch.setattr(pages, "FEW", few.count - 1)
    assert desk.read(ordered) == few
