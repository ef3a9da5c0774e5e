"""What leaves the Board as at an earlier moment is the record of that time, and says so."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.domain.restriction import PaperVersion
from boardtui.errors import LockedError
from boardtui.services import actions, export
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.store.engine import connect
from tests.documents.reading_back import opened, text_of

Opens = Callable[..., Desk]


@pytest.mark.parametrize(
    ("kind", "number", "name"),
    [
        ("agenda", 5, "agenda-5-2013-05-16-as-at-meeting-4.docx"),
        ("minutes", 4, "minutes-4-2013-04-04-draft-as-at-meeting-4.docx"),
        ("actions", None, "actions-2013-04-04-as-at-meeting-4.docx"),
        ("plan", None, "plan-2013-04-04-as-at-meeting-4.docx"),
        ("scrutiny", None, None),
    ],
)
def test_a_paper_says_as_at_which_moment_it_was_made(
    built_sample: Path, open_desk: Opens, kind: export.Kind, number: int | None, name: str | None
) -> None:
    made = export.render(open_desk(built_sample, as_at="4"), kind, number)
    data, named = made.data, made.name
    assert named.endswith("-as-at-meeting-4.docx")
    assert name in (None, named)
    assert "s at 4 Apr 2013 (meeting 4)" in text_of(data)
    footer = opened(data).sections[0].footer.paragraphs[0].text
    assert "As at 4 Apr 2013 (meeting 4)" in footer
    assert "as-at" not in export.render(open_desk(built_sample), kind, number).name


def test_what_was_signed_reads_as_it_was_signed(built_sample: Path, open_desk: Opens) -> None:
    then, now = open_desk(built_sample, as_at="5"), open_desk(built_sample)
    made = export.render(then, "minutes", 2)
    data, name = made.data, made.name
    assert name.endswith("-as-at-meeting-5.docx")
    assert data == export.render(now, "minutes", 2).data


def test_a_paper_as_at_a_day_names_the_day(built_sample: Path, open_desk: Opens) -> None:
    made = export.render(open_desk(built_sample, as_at="2013-03-01"), "plan")
    assert made.name == "plan-2013-03-01-as-at-2013-03-01.docx"
    assert "As at 1 Mar 2013" in text_of(made.data)


def test_the_board_file_in_an_archive_of_that_time_is_sound(
    built_sample: Path, open_desk: Opens, tmp_path: Path
) -> None:
    then = open_desk(built_sample, as_at="3")
    made = export.render(then, "archive", version=PaperVersion.RESTRICTED)
    assert made.name.endswith("-as-at-meeting-3.zip")
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        (inside,) = [one for one in archive.namelist() if one.endswith(".board")]
        path = tmp_path / "then.board"
        path.write_bytes(archive.read(inside))
    with closing(connect(path)) as db:
        assert check(db) == []
    again = open_desk(path)
    assert again.do(lambda work: actions.update_action(work, "3/01", "Still under way")).sentence


def test_an_earlier_moment_is_not_changed(built_sample: Path, open_desk: Opens) -> None:
    with pytest.raises(LockedError, match=r"as at 4 Apr 2013 \(meeting 4\)"):
        open_desk(built_sample, as_at="4").do(lambda work: actions.update_action(work, "3/01", "Late news"))
