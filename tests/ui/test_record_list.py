"""A list of records: it draws what is in sight and nothing else, passes over headings, and keeps its place by key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from textual.app import App, ComposeResult

from boardtui.ui.widgets.record_list import Column, RecordList, Row

MANY = 10_000


class Told(Sequence[Row]):
    """Ten thousand records that remember which of them were asked for."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return MANY

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[n] for n in range(MANY)[at]]
        self.asked.add(at)
        return Row(str(at), (f"record {at}",), heading=at == 1)


class Listing(App[None]):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        yield RecordList(Column("Record"))


async def test_a_list_of_ten_thousand_asks_only_for_the_records_in_sight() -> None:
    rows = Told()
    async with Listing().run_test(size=(40, 20)) as pilot:
        records = pilot.app.query_one(RecordList)
        records.fill(rows)
        await pilot.pause()
        assert rows.asked <= set(range(20))
        records.focus()
        await pilot.press("end")
        assert records.chosen == str(MANY - 1)
        assert rows.asked <= {*range(20), *range(MANY - 40, MANY)}


async def test_the_cursor_passes_over_headings_and_stays_on_its_record() -> None:
    async with Listing().run_test(size=(40, 20)) as pilot:
        records = pilot.app.query_one(RecordList)
        records.focus()
        records.fill(Told())
        await pilot.press("down")
        assert records.chosen == "2"
        records.fill([Row("9", ("nine",)), Row("2", ("two",))])
        assert (records.chosen, records.cursor_row) == ("2", 1)
        records.fill([Row("9", ("nine",))])
        assert records.chosen == "9"
