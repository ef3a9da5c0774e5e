"""Notes from a file or standard input, in whatever a Windows or Linux editor saves (issue: `minute`)."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tests.cli.running import Boardtui, refused

NOTES = "present: ALL\r\n\r\n# 4\r\n“Café” costs £5 – agreed?\r\n! DCS by 14 Mar: Publish it\r\n= Agreed\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        NOTES.encode(),
        codecs.BOM_UTF8 + NOTES.encode(),
        NOTES.encode("utf-16"),
        codecs.BOM_UTF16_BE + NOTES.encode("utf-16-be"),
        NOTES.encode("cp1252"),
        NOTES.replace("\r\n", "\n").encode(),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16", "UTF-16 the other way round", "Windows", "Linux"],
)
@pytest.mark.parametrize("way", ["file", "stdin", "neither"])
def test_notes_are_read_as_their_editor_saved_them(
    boardtui: Boardtui, small_file: Path, tmp_path: Path, raw: bytes, way: str
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes(raw)
    sources: dict[str, tuple[object, ...]] = {"file": (notes,), "stdin": ("-",), "neither": ()}
    ran = boardtui("minute", small_file, "--meeting", 2, *sources[way], stdin=raw)
    assert (ran.code, ran.out, ran.err) == (0, "4 entries minuted at meeting 2.\n", "")
    said = boardtui("list", "minutes", small_file, "--meeting", 2, "--json").json
    assert [one["text"] for one in said][1:] == ["“Café” costs £5 – agreed?", "Publish it", "Agreed"]
    assert [one["ref"] for one in said] == ["2/1", "2/4.1", "2/4.2", "2/4.3"]


def test_errors_are_named_by_line_and_nothing_is_loaded(boardtui: Boardtui, small_file: Path) -> None:
    before = small_file.read_bytes()
    text = "A note\n\n! XYZ by 14 Mar: x\n# 99\n> 1/01 by 31 Feb: x\n!\x1b]0;title\x07 x\n"
    said = refused(boardtui("minute", small_file, "--meeting", 2, "-", stdin=text))
    assert "4 lines of these notes could not be understood." in said
    assert [line.split(":")[0] for line in said.splitlines()[1:]] == ["line 3", "line 4", "line 5", "line 6"]
    assert "There is no 31 February." in said
    assert "\x1b" not in said
    assert "\x07" not in said
    assert small_file.read_bytes() == before


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "There is nothing in these notes."),
        (b"\n \n", "There is nothing in these notes."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", "is not text"),
        (b"\xff\xfe\x00", "is not text"),
        (b"caf\x81", "is not text"),
    ],
)
def test_what_is_no_notes_is_refused(boardtui: Boardtui, small_file: Path, raw: bytes, sentence: str) -> None:
    before = small_file.read_bytes()
    assert sentence in refused(boardtui("minute", small_file, "--meeting", 2, "-", stdin=raw))
    assert small_file.read_bytes() == before


@pytest.mark.parametrize("name", ["missing.txt", ".", "no/such/notes.txt", "x" * 5000])
def test_notes_that_cannot_be_read_are_named(boardtui: Boardtui, small_file: Path, name: str) -> None:
    assert "cannot be read" in refused(boardtui("minute", small_file, "--meeting", 2, small_file.parent / name))


def test_a_planned_meeting_is_held_by_its_notes(boardtui: Boardtui, small_file: Path) -> None:
    boardtui("minute", small_file, "--meeting", 3, "-", stdin="present: ALL\n# 3\nconfirmed: as presented")
    found = {one["number"]: one["state"] for one in boardtui("list", "meetings", small_file, "--json").json}
    assert found[3] == "minutes in draft"
    again = boardtui("minute", small_file, "--meeting", 3, "-", stdin="One thing more")
    assert again.out == "1 entry minuted at meeting 3.\n"


def test_what_the_secretary_should_hear_is_on_stderr(boardtui: Boardtui, small_file: Path) -> None:
    ran = boardtui("minute", small_file, "--meeting", 3, "-", stdin="confirmed: as presented")
    assert ran.code == 0
    assert "the Chair has not signed them off" in ran.err


@pytest.mark.parametrize(("number", "sentence"), [(1, "signed off"), (99, "no meeting 99"), (-1, "no meeting -1")])
def test_a_meeting_that_takes_no_minutes_is_refused(
    boardtui: Boardtui, small_file: Path, number: int, sentence: str
) -> None:
    said = refused(boardtui("minute", small_file, "--meeting", number, "-", stdin="A\nB\nC"))
    assert sentence in said
    assert len(said.strip().splitlines()) == 1
