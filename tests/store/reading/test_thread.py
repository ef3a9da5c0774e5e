"""The golden thread: from any record to what it comes from and what comes from it (rule 4; N 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.domain.thread import Branch
from boardtui.errors import NotFoundError
from boardtui.store.engine import connect
from boardtui.store.reading.reader import Database
from boardtui.store.reading.thread import neighbours, thread


@pytest.fixture(scope="module")
def db(built_sample: Path) -> Iterator[Database]:
    with closing(connect(built_sample)) as opened:
        yield opened


def refs(side: tuple[Branch, ...]) -> dict[str, tuple[str, ...]]:
    """Return the references on a side by kind, as far as the thread goes."""
    found: dict[str, tuple[str, ...]] = {}
    for branch in side:
        found[branch.knot.kind] = (*found.get(branch.knot.kind, ()), branch.knot.ref)
        for kind, further in refs(branch.further).items():
            found[kind] = (*found.get(kind, ()), *further)
    return found


def test_n_7_3_a_requirement_leads_to_lines_indicators_actions_and_minutes(db: Database) -> None:
    found = thread(db, "N 5.4")
    assert found.of.kind == "requirement"
    down = refs(found.leads_to)
    assert "3.4" in down["plan line"]
    assert {"indicator", "action", "entry"} <= down.keys()
    assert refs(found.comes_from)["source"] == ("N",)


def test_n_7_3_a_minute_entry_comes_from_its_action_line_and_requirement(db: Database) -> None:
    entry = refs(thread(db, "N 5.4").leads_to)["entry"][0]
    up = refs(thread(db, entry).comes_from)
    assert "N 5.4" in up.get("requirement", ())
    assert "3.4" in up["plan line"]


@pytest.mark.parametrize(
    ("ref", "kind"),
    [
        ("N 5.7", "requirement"),
        ("n5.7", "requirement"),
        ("3.2", "plan line"),
        ("I3", "indicator"),
        ("i3", "indicator"),
        ("5/03", "action"),
        ("5/4.1", "entry"),
        ("D1/01", "entry"),
        ("5/5", "agenda item"),
        ("A2", "assurance"),
        ("A2.1", "finding"),
        ("E1", "evidence"),
        ("SP1", "support"),
        ("AG1", "agreement"),
        ("L2", "letter received"),
        ("letter 1", "letter"),
        ("meeting 5", "meeting"),
        ("O", "source"),
        ("N 8.1 initial report", "duty"),
    ],
)
def test_every_kind_of_record_is_found_by_what_people_call_it(db: Database, ref: str, kind: str) -> None:
    assert thread(db, ref).of.kind == kind


def test_whatever_leads_to_a_record_is_what_it_comes_from(db: Database) -> None:
    found = neighbours(db, "3.2")
    for branch in found.leads_to:
        back = neighbours(db, branch.knot.ref)
        assert "3.2" in {one.knot.ref for one in back.comes_from}, branch.knot
    for branch in found.comes_from:
        assert "3.2" in {one.knot.ref for one in neighbours(db, branch.knot.ref).leads_to}, branch.knot


def test_a_finding_leads_to_the_requirement_it_became(db: Database) -> None:
    became = {
        kind: found for kind, found in refs(thread(db, "A2").leads_to).items() if kind in ("finding", "requirement")
    }
    assert became["finding"]
    assert became["requirement"]


@pytest.mark.parametrize("ref", ["", "N 99.9", "99/99", "5/4.999", "D9/99", "x" * 500, "' OR 1=1 --", "%", "\ud800"])
def test_what_is_no_record_is_said_to_be_none(db: Database, ref: str) -> None:
    with pytest.raises(NotFoundError, match="no record"):
        thread(db, ref)
