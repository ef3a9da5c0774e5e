"""The archive: every paper, every register and the Board file itself, in one zip with an index (DESIGN 4)."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.domain.restriction import PaperVersion
from boardtui.services import export
from boardtui.services.desk import Desk
from boardtui.store import journal
from boardtui.store.engine import connect
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import meetings
from tests.documents.reading_back import text_of
from tests.services.exporting import exported


@pytest.fixture
def packed(small: Desk) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(exported(small, "archive", version=PaperVersion.RESTRICTED).data))


def test_it_holds_every_agenda_and_the_minutes_of_every_meeting_held(small: Desk, packed: zipfile.ZipFile) -> None:
    names = packed.namelist()
    for meeting in small.read(meetings):
        held = meeting.opened_at is not None
        assert sum(name.startswith(f"meetings/agenda-{meeting.number}-") for name in names) == 1
        assert sum(name.startswith(f"meetings/minutes-{meeting.number}-") for name in names) == held


def test_the_index_comes_first_and_names_every_file(packed: zipfile.ZipFile) -> None:
    names = packed.namelist()
    assert names[0] == "index.docx"
    index = text_of(packed.read("index.docx"))
    assert [name for name in names[1:-1] if name not in index] == []


def test_every_file_has_its_checksum(packed: zipfile.ZipFile) -> None:
    lines = packed.read("SHA256SUMS.txt").decode().splitlines()
    sums = {name: given for given, _, name in (line.partition("  ") for line in lines)}
    assert set(sums) == set(packed.namelist()) - {"SHA256SUMS.txt"}
    assert all(hashlib.sha256(packed.read(name)).hexdigest() == given for name, given in sums.items())


def test_the_registers_hold_every_record(small: Desk, packed: zipfile.ZipFile) -> None:
    read = csv.DictReader(io.StringIO(packed.read("registers/actions.csv").decode("utf-8-sig")))
    log = small.read(lambda db: actions(db, small.today))
    assert {row["ref"]: row["text"] for row in read} == {one.ref: one.text for one in log}


def test_the_board_file_in_it_is_sound_and_whole(small: Desk, packed: zipfile.ZipFile, tmp_path: Path) -> None:
    copy = tmp_path / "copy.board"
    copy.write_bytes(packed.read(f"board/{small.path.name}"))
    with closing(connect(copy)) as db:
        assert journal.verify(db) == []
        assert [one.number for one in meetings(db)] == [one.number for one in small.read(meetings)]


def test_a_closed_board_still_makes_its_archive(small: Desk, tmp_path: Path) -> None:
    from boardtui.services import closing as service
    from boardtui.services import meetings as held

    small.do(lambda work: held.close_meeting(work, 2))

    small.do(
        lambda work: service.close_board(work, small.today, "The Notice was lifted and the work goes on elsewhere")
    )
    path = export.export(small, "archive", tmp_path)
    assert "The Board was closed on 21 Feb 2013." in text_of(zipfile.ZipFile(path).read("index.docx"))
