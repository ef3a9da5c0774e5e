"""Judgements on their own framework's scale (DESIGN 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardtui.domain.assured import Judgement
from boardtui.domain.judgements import movement, on_scale, place, strands

OF_2012 = ("Outstanding", "Good", "Adequate", "Inadequate")
OF_2014 = ("Outstanding", "Good", "Requires improvement", "Inadequate")
FIRST = Judgement("A1", "Ofsted 2012", "Overall effectiveness", "Inadequate", OF_2012, date(2012, 7, 13))


def later(level: str, **more: object) -> Judgement:
    return replace(FIRST, assurance="A2", level=level, given_on=date(2013, 9, 1), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("level", "moved"), [("Adequate", "better"), ("Outstanding", "better"), ("Inadequate", "same"), ("good", "better")]
)
def test_movement_is_told_on_the_same_scale(level: str, moved: str) -> None:
    assert movement(FIRST, later(level)) == moved


def test_a_lower_level_is_worse() -> None:
    assert movement(later("Good"), later("Adequate")) == "worse"


@pytest.mark.parametrize(
    "other",
    [
        later("Requires improvement", framework="Ofsted 2014", scale=OF_2014),
        later("Inadequate", framework="Ofsted 2014", scale=OF_2014),
        later("Good", scale=OF_2014),
        later("Good", aspect="Leadership"),
        later("Good", scale=()),
        later("Strong"),
    ],
)
def test_no_movement_is_told_across_frameworks_aspects_or_scales(other: Judgement) -> None:
    assert movement(FIRST, other) is None


def test_history_is_kept_apart_by_framework_and_aspect() -> None:
    given = [
        later("Good", framework="Ofsted 2014", scale=OF_2014),
        later("Adequate", framework="ofsted  2012"),
        FIRST,
        replace(FIRST, aspect="Leadership", level="Adequate"),
    ]
    found = strands(given)
    assert [(one.framework, one.aspect, one.latest.level, one.movement) for one in found] == [
        ("Ofsted 2012", "Overall effectiveness", "Adequate", "better"),
        ("Ofsted 2012", "Leadership", "Adequate", None),
        ("Ofsted 2014", "Overall effectiveness", "Good", None),
    ]
    assert [one.level for one in found[0].judgements] == ["Inadequate", "Adequate"]


def test_a_level_is_written_as_its_scale_has_it_and_placed_on_it() -> None:
    assert on_scale("requires  Improvement", OF_2014) == "Requires improvement"
    assert on_scale("Adequate", OF_2014) is None
    assert place("adequate", OF_2012) == "Adequate (3rd of 4)"
    assert place("Strong", OF_2012) == "Strong"
