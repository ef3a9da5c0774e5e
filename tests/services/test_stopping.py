"""What takes long tells how far it is, and stopping it leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.domain.progress import telling
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import export
from boardtui.services.check import check
from boardtui.services.desk import Desk

TOLD = list[tuple[str, int, int]]


def stops_at(step: int, told: TOLD) -> Callable[[str, int, int], None]:
    """Return a listener that stops at one of the things it is told."""

    def listen(what: str, done: int, of: int) -> None:
        told.append((what, done, of))
        if len(told) == step:
            raise BoardError("Stopped.")

    return listen


@pytest.mark.parametrize("step", [1, 2, 3])
def test_an_export_that_is_stopped_leaves_the_old_one_and_nothing_half_written(
    small: Desk, tmp_path: Path, step: int
) -> None:
    papers = tmp_path / "papers"
    old = export.export(small, "actions", papers)
    before, told = old.read_bytes(), TOLD()
    with pytest.raises(BoardError, match="Stopped"), telling(stops_at(step, told)):
        export.export(small, "actions", papers)
    assert len(told) == step
    assert list(papers.iterdir()) == [old]
    assert old.read_bytes() == before


def test_papers_made_when_nobody_listens_any_more_tell_nobody(small: Desk, tmp_path: Path) -> None:
    told = TOLD()
    with telling(stops_at(0, told)):
        export.export(small, "actions", tmp_path)
    heard = len(told)
    export.export(small, "plan", tmp_path)
    assert len(told) == heard > 0


def test_a_check_tells_how_far_it_is_and_can_be_stopped(small: Desk) -> None:
    told = TOLD()
    assert small.read(lambda db: check(db, told=stops_at(0, told))) == []
    assert [what for what, *_ in told[:2]] == ["Checking the file itself", "Reading the journal"]
    assert all(0 <= done <= of for _, done, of in told)
    with pytest.raises(BoardError, match="Stopped"):
        small.read(lambda db: check(db, told=stops_at(3, TOLD())))


def test_opening_as_at_an_earlier_moment_tells_how_far_it_is_and_can_be_stopped(built_sample: Path) -> None:
    def opened(told: Callable[[str, int, int], None]) -> Desk:
        return Desk(built_sample, who="A", role=Role.CHAIR, clock=lambda: datetime(2013, 5, 20), as_at="4", told=told)

    told = TOLD()
    opened(stops_at(0, told)).close()
    assert {what for what, *_ in told} == {"Reading the journal", "Filling the tables"}
    for step in (1, len(told)):
        with pytest.raises(BoardError, match="Stopped"):
            opened(stops_at(step, TOLD()))
