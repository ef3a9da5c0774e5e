"""A Board started whole: itself, its people, its first meeting, in one file that appears whole or not at all."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from boardtui.bootstrap import open_desk, start_file
from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.domain.seats import read_chair, read_seats
from boardtui.domain.starting import NewBoard
from boardtui.domain.states import InstrumentKind
from boardtui.errors import BoardError
from boardtui.services import export, setting_up
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.meetings import items, meetings
from boardtui.store.reading.people import people

THREE = tuple(level for level in DEFAULT_SCHEME if level.letter != "B")
WANTED = NewBoard(
    "Seaside Improvement Board",
    "Seaside Council",
    date(2026, 12, 3),
    commenced=date(2026, 9, 7),
    starts="2pm",
    place="Town Hall",
    seats=(read_chair("Jane Smith"), *read_seats("Tom Ray; Director of Nursing; NHS Trust")),
    scheme=THREE,
    left_out=("Risks",),
    letterhead="Town Hall\n\nSeaside  SE1 1AA\n",
)


def test_a_board_is_started_with_everything_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "below" / "our.board"
    start_file(path, WANTED, by="Sam")
    with closing(open_desk(path, backs_up=False)) as desk:
        found, levels, everybody = desk.read(lambda db: (board(db), scheme(db), people(db)))
        (first,), agenda = desk.read(lambda db: (meetings(db), items(db, 1)))
    assert (found.name, found.meeting_starts, found.place) == ("Seaside Improvement Board", "14:00", "Town Hall")
    assert levels == THREE
    assert [(one.initials, one.name, one.members) for one in everybody] == [
        ("IC", "Jane Smith", ()),
        ("DN", "Tom Ray", ()),
        ("ALL", "All members", ("IC", "DN")),
    ]
    assert (first.date, first.starts, first.place) == (date(2026, 12, 3), "14:00", "Town Hall")
    assert len(agenda) == 13
    assert "Risks" not in [item.title for item in agenda]
    assert agenda[0].presenter == "IC"


def test_the_letterhead_stands_under_the_council_s_name_at_the_head_of_its_papers(tmp_path: Path) -> None:
    path = tmp_path / "our.board"
    start_file(path, WANTED, by="Sam")
    with closing(open_desk(path, backs_up=False)) as desk:
        agenda = export.render(desk, "agenda", 1)
    head = Document(io.BytesIO(agenda.data)).paragraphs[0].text
    assert head == "Seaside Council\nTown Hall\nSeaside SE1 1AA"


def test_a_board_that_cannot_be_right_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "our.board"
    with pytest.raises(BoardError, match="days cannot be right"):
        start_file(path, replace(WANTED, interval_days=1), by="Sam")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    path = tmp_path / "our.board"
    path.write_bytes(b"a letter")
    with pytest.raises(BoardError, match="already a file"):
        start_file(path, replace(WANTED, kind=InstrumentKind.NONE))
    assert path.read_bytes() == b"a letter"


def test_what_was_typed_is_kept_for_this_person_only_until_it_is_forgotten() -> None:
    assert setting_up.kept() == {}
    setting_up.keep({"council": "Seaside\x1b[2J", "page": "3"})
    assert setting_up.kept() == {"council": "Seaside[2J", "page": "3"}
    where = setting_up.place()
    assert where.stat().st_mode & 0o777 == 0o600
    where.write_text("{half", encoding="utf-8")
    assert setting_up.kept() == {}
    setting_up.forget()
    assert not where.exists()
