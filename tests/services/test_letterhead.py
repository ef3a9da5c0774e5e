"""The picture at the head of the papers: from a file into the Board, and from there into every Word paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.shared import Cm

from boardtui.documents.package import unpack
from boardtui.domain.states import MeetingState, Role, SignedHow
from boardtui.errors import BoardError
from boardtui.services import letterhead, meetings, undo
from boardtui.services.desk import Desk
from boardtui.services.export import Kind, render
from boardtui.services.verifying import Verdict, verify
from boardtui.store.reading.board import board
from boardtui.store.reading.meetings import meeting
from tests.documents.reading_back import opened
from tests.letterheads import BLUE, GREEN, picture_file, png

COUNCILS: tuple[Kind, ...] = ("agenda", "minutes", "actions", "plan", "scrutiny", "forward-plan")
CHAIRS: tuple[Kind, ...] = ("letter", "report")


@pytest.fixture
def headed(desk: Desk) -> Desk:
    """Return a desk over the sample with a picture at the head of its papers."""
    desk.do(lambda work: letterhead.set_picture(work, picture_file()))
    return desk


@pytest.mark.parametrize("kind", COUNCILS)
def test_it_stands_at_the_head_of_every_paper_of_the_council(kind: Kind, headed: Desk) -> None:
    data = render(headed, kind).data
    assert png() in unpack(data).values()
    first = opened(data).paragraphs[0]
    (picture,) = first._p.xpath(".//wp:docPr")
    assert picture.get("descr") == "Letterhead of Blackpool Borough Council"


@pytest.mark.parametrize("kind", CHAIRS)
def test_the_chairs_own_papers_never_have_it(kind: Kind, headed: Desk) -> None:
    assert png() not in unpack(render(headed, kind).data).values()


@pytest.mark.parametrize(("wide", "tall", "shown"), [(60, 10, 7.0), (10, 10, 2.2)], ids=["wide", "square"])
def test_it_takes_no_more_room_than_a_letterhead_may(
    wide: int, tall: int, shown: float, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "arms.png"
    path.write_bytes(png(wide=wide, tall=tall))
    desk.do(lambda work: letterhead.set_picture(work, path))
    (picture,) = opened(render(desk, "agenda").data).inline_shapes
    assert abs(picture.width - Cm(shown)) < Cm(0.01)


def test_another_one_takes_its_place_and_undo_brings_the_first_back(headed: Desk) -> None:
    headed.do(lambda work: letterhead.set_picture(work, picture_file(BLUE)))
    assert png(BLUE) in unpack(render(headed, "agenda").data).values()
    headed.do(undo.undo)
    assert png(GREEN) in unpack(render(headed, "agenda").data).values()
    headed.do(letterhead.remove_picture)
    assert headed.read(board).letterhead_file == ""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("arms.svg", b"<svg/>", "not a picture that Word can show"),
        ("arms.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "not a picture that Word can show"),
        ("half.png", png()[:20], "not a picture that Word can show"),
        ("huge.png", png() + b"\0" * 300_000, "too large"),
    ],
)
def test_what_cannot_stand_there_is_refused_in_words(
    name: str, data: bytes, said: str, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BoardError, match=said):
        desk.do(lambda work: letterhead.set_picture(work, path))
    with pytest.raises(BoardError, match="could not be read"):
        desk.do(lambda work: letterhead.set_picture(work, tmp_path / "none.png"))
    assert desk.read(board).letterhead_file == ""


def test_signed_minutes_keep_the_picture_they_were_signed_with_and_verify(headed: Desk, tmp_path: Path) -> None:
    headed.role = Role.ADMINISTRATOR
    headed.do(lambda work: meetings.sign_minutes(work, 5, by="Independent Chair", how=SignedHow.EMAIL))
    headed.do(lambda work: letterhead.set_picture(work, picture_file(BLUE)))
    assert headed.read(lambda db: meeting(db, 5)).state == MeetingState.SIGNED
    made = render(headed, "minutes", 5)
    assert png(GREEN) in unpack(made.data).values()
    assert png(BLUE) not in unpack(made.data).values()
    assert verify(headed, made.save(tmp_path)).verdict is Verdict.UNCHANGED
