"""The bands of an inspection (rule 2; O 3)."""

from datetime import date

import pytest

from boardtui.domain.bands import Banded, band_due, band_months, banded_duties
from boardtui.domain.obligations import Binds

PUBLISHED = date(2012, 7, 13)


@pytest.mark.parametrize(
    ("band", "due"),
    [
        ("immediately", date(2012, 7, 13)),
        ("within three months", date(2012, 10, 13)),
        ("within six months", date(2013, 1, 13)),
    ],
)
def test_bands_are_counted_from_publication_o_3(band: str, due: date) -> None:
    assert band_due(band, PUBLISHED) == due


def test_a_band_is_clamped_at_the_end_of_a_month() -> None:
    assert band_due("within three months", date(2012, 11, 30)) == date(2013, 2, 28)
    assert band_due("within six months", date(2012, 8, 31)) == date(2013, 2, 28)


@pytest.mark.parametrize(
    ("band", "months"),
    [
        ("Immediately:", 0),
        ("Within three months:", 3),
        ("three months", 3),
        ("within 6 months", 6),
        ("within twelve months", 12),
        ("Within one month", 1),
        ("within twenty-four months", 24),
        ("", None),
        ("soon", None),
        ("within some months", None),
    ],
)
def test_a_band_is_read_however_it_is_written(band: str, months: int | None) -> None:
    assert band_months(band) == months


def test_each_requirement_with_a_band_brings_a_duty_of_its_own_reference() -> None:
    asked = [
        Banded("O 3.9", "Ensure that thresholds are understood.", Binds.COUNCIL, "immediately"),
        Banded("O 3.10", "x" * 200, Binds.COUNCIL, "within three months"),
        Banded("O 3.17", "No band", Binds.BOARD, ""),
    ]
    first, second = banded_duties(asked, PUBLISHED)
    assert (first.ref, first.title, first.due) == ("O 3.9", "Ensure that thresholds are understood", PUBLISHED)
    assert (second.ref, second.months, second.counted_from, second.due) == ("O 3.10", 3, PUBLISHED, date(2012, 10, 13))
    assert len(second.title) == 100
