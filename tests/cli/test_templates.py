"""A council's templates from the command line: listed, copied, checked, and refused in words when they are faulty."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.documents.templates import own_path
from boardtui.services import standing
from tests.cli.running import Boardtui, refused
from tests.documents.template_files import instead, linked


def test_a_template_is_copied_once_checked_and_then_listed_as_the_councils_own(boardtui: Boardtui) -> None:
    path = boardtui("templates", "copy", "minutes").out.strip()
    assert path == str(own_path("minutes"))
    assert f"You have a copy already: {path}" in refused(boardtui("templates", "copy", "minutes"))
    assert "(your own, not checked)" in boardtui("templates", "list").out
    assert boardtui("templates", "check").out == f"{path} can be used.\n"
    (mine,) = [one for one in boardtui("templates", "list", "--json").json if one["own"]]
    assert (mine["name"], mine["standing"], mine["path"]) == ("minutes", "checked", path)
    Path(path).write_bytes(instead("We meet: {{ next }}")())
    assert "(your own, changed since its check)" in boardtui("templates", "list").out


def test_a_fault_is_named_with_template_place_and_reason(boardtui: Boardtui, tmp_path: Path) -> None:
    (tmp_path / "minutes-new.docx").write_bytes(linked("image", "http://example.org/x.png")())
    ran = boardtui("templates", "check", tmp_path / "minutes-new.docx")
    assert ran.code == 1
    assert "minutes-new.docx: part document.xml, its link to http://example.org/x.png: it is fetched" in ran.out
    assert "1 fault was found." in ran.err


def test_an_export_with_a_faulty_template_is_refused_and_writes_nothing(
    boardtui: Boardtui, small_file: Path, tmp_path: Path
) -> None:
    boardtui("templates", "copy", "agenda")
    own_path("agenda").write_bytes(instead("{{ nobody }}")())
    ran = boardtui("export", "agenda", small_file, "--to", tmp_path / "out")
    assert "Your template agenda.docx cannot be used." in refused(ran)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("which", ["poster", "/nowhere/minutes.docx"])
def test_what_is_no_template_is_said(boardtui: Boardtui, which: str) -> None:
    assert f"There is no template or file “{which}”" in refused(boardtui("templates", "check", which))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes = 15", 'minutes = "15"', "line 33: the minutes are a number"),
        ('kind = "audit"', "kind = audit", "line 51, column 8:"),
        ('purpose = "decision"', 'purpose = "chat"', "line 25: “chat” is not a purpose"),
        ('presenter = "PIM"', 'presentor = "PIM"', "line 48: “presentor” is not known here"),
        ('title = "Risks"', "", "line 76: the item has no title"),
        ("description", "descripsion", "line 6: “descripsion” is not known here"),
    ],
)
def test_a_slip_in_a_standing_agenda_is_named_with_its_line(boardtui: Boardtui, old: str, new: str, said: str) -> None:
    boardtui("templates", "copy", "standing")
    path = standing.own_path()
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert said in boardtui("templates", "check", "standing").out
