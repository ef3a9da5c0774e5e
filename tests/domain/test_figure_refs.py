"""The language in which a drafted figure names its source."""

from __future__ import annotations

import re

import pytest

from boardtui.domain import figure_refs
from boardtui.domain.figure_refs import FigureRef, parse


def documented() -> list[str]:
    """Return every reference that the table at the head of the module shows."""
    return [
        ref
        for row in (figure_refs.__doc__ or "").splitlines()
        if row.startswith("| `")
        for ref in re.findall(r"`([^`]+)`", row.split(" | ")[0])
        if "…" not in ref
    ]


@pytest.mark.parametrize("ref", documented())
def test_every_reference_that_is_documented_is_read(ref: str) -> None:
    assert parse(ref) is not None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("I3 2013-04", FigureRef("value", "I3", month="2013-04")),
        ("I3 2013-04 first", FigureRef("value", "I3", "first", month="2013-04")),
        ("I3 target 6", FigureRef("indicator", "I3", "target 6")),
        ("I3 runway on 2013-05-20", FigureRef("runway", "I3", "runway", day="2013-05-20")),
        ("plan R", FigureRef("plan", "", "R")),
        ("plan -", FigureRef("plan", "", "-")),
        ("plan N 3 R", FigureRef("plan", "N 3", "R")),
        ("plan lines", FigureRef("plan", "", "lines")),
        ("plan better since 2", FigureRef("moved", "", "better", 2)),
        ("3.2 rating at 2", FigureRef("line", "3.2", "rating", 2)),
        ("actions raised 3-5", FigureRef("raised", first=3, last=5)),
        ("attendance of POL 3-5", FigureRef("attendance", "POL", first=3, last=5)),
        ("minute 5/4.2", FigureRef("minute", "5/4.2")),
        ("N 8.1 6-month report due", FigureRef("duty", "N 8.1 6-month report", "due")),
        ("duties N overdue", FigureRef("duties", "N", "overdue")),
        ("duties met late", FigureRef("duties", "", "met late")),
    ],
)
def test_a_reference_is_taken_apart(text: str, read: FigureRef) -> None:
    assert parse(text) == read


@pytest.mark.parametrize("text", ["", "I3", "nothing at all", "I3 2013", "meeting 5", "actions late", "3.2 colour"])
def test_what_is_no_reference_is_none(text: str) -> None:
    assert parse(text) is None
