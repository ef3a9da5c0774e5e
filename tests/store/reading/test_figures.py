"""Figures looked up again in the sample: what each reference says now, and nothing where its record is gone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from boardtui.domain.figure_values import figure_value
from boardtui.services.desk import Desk
from boardtui.store.reading.figures import RecordsNow, figure_now
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.reader import Database

TODAY = date(2013, 5, 20)


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("meetings held", "5"),
        ("meetings 3-5", "3"),
        ("meeting 5 date", "16 May 2013"),
        ("plan lines", "42"),
        ("requirements O", "16"),
        ("requirements N", "34"),
        ("N 5.7 file audit met", "14 Feb 2013"),
        ("N 5.7 file audit state", "met late"),
        ("N 8.1 6-month report due", "26 May 2013"),
        ("I1 2013-04", "93"),
        ("I1 2012-12", "81"),
        ("I1 2012-12 first", "84"),
        ("I1 baseline", "74"),
        ("I1 target 6", "92"),
        ("I1 target 12", "97"),
        ("I1 state", "met"),
        ("I1 runway on 2013-05-20", "0.2"),
        ("4.1 rating", "Blue"),
        ("3/08 state", "open"),
    ],
)
def test_a_figure_is_found_again(desk: Desk, ref: str, value: str) -> None:
    assert desk.read(lambda db: figure_now(db, ref, TODAY)) == value


@pytest.mark.parametrize("ref", ["I99 2013-04", "I1 2031-04", "9.9 rating", "9/99 due", "N 9.9 nothing met", "?"])
def test_a_figure_whose_record_is_not_there_is_none(desk: Desk, ref: str) -> None:
    assert desk.read(lambda db: figure_now(db, ref, TODAY)) is None


def test_counts_add_up(desk: Desk) -> None:
    def counted(ref: str) -> int:
        return int(desk.read(lambda db: figure_now(db, ref, TODAY)) or 0)

    assert sum(counted(f"plan {letter}") for letter in "BGAR-") == counted("plan lines")
    assert counted("challenges 1-5 answered") <= counted("challenges 1-5")
    assert counted("actions overdue") <= counted("actions open")
    assert sum(counted(f"actions raised {n}-{n}") for n in range(1, 6)) == counted("actions raised 1-5")


def test_only_what_is_asked_for_is_read(desk: Desk) -> None:
    def read(db: Database) -> set[str]:
        records = RecordsNow(db, TODAY)
        assert records.held
        return set(vars(records)) - {"db", "on"}

    assert desk.read(read) == {"held"}


def test_every_value_of_the_dataset_can_be_quoted(desk: Desk) -> None:
    def quoted(db: Database) -> list[tuple[str, Decimal, str | None]]:
        records = RecordsNow(db, TODAY)
        refs = [(f"{one.ref} {value.period:%Y-%m}", value) for one in indicators(db, TODAY) for value in one.values]
        return [(ref, value.value, figure_value(ref, records)) for ref, value in refs]

    found = desk.read(quoted)
    assert len(found) > 80
    assert [ref for ref, value, said in found if said is None or Decimal(said) != value] == []
