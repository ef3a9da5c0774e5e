"""Verify, editions and check --against on the command line, with their exit codes."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from tests.cli.running import Boardtui, refused


def exported(boardtui: Boardtui, board: Path, folder: Path, *wanted: object) -> Path:
    return Path(boardtui("export", "minutes", board, "--to", folder, "--meeting", *wanted).out.strip())


def test_verify_says_signed_by_whom_and_when_and_unchanged(
    boardtui: Boardtui, built_sample: Path, tmp_path: Path
) -> None:
    path = exported(boardtui, built_sample, tmp_path, 3)
    ran = boardtui("verify", path, built_sample)
    assert (ran.code, ran.err) == (0, "")
    said, verdict = ran.out.splitlines()
    assert said.startswith("Minutes 3, open version. Signed by Independent Chair on 4 Mar 2013. Confirmed as presented")
    assert verdict == "unchanged"


def test_verify_names_the_paragraph_that_was_changed(boardtui: Boardtui, built_sample: Path, tmp_path: Path) -> None:
    path = exported(boardtui, built_sample, tmp_path, 3)
    document = Document(str(path))
    run = next(run for one in document.paragraphs for run in one.runs if "schools" in run.text)
    run.text = run.text.replace("schools", "school", 1)
    document.save(str(path))
    ran = boardtui("verify", path, built_sample)
    assert ran.code == 1
    assert "changed: 1 paragraph\nchanged: paragraph " in ran.out
    found = boardtui("verify", path, built_sample, "--json").json
    assert (found["verdict"], len(found["changed"])) == ("changed", 1)
    assert found["signed"]["signed_on"] == "2013-03-04"


def test_verify_of_a_draft_and_of_a_foreign_file(
    boardtui: Boardtui, built_sample: Path, small_file: Path, tmp_path: Path
) -> None:
    path = exported(boardtui, built_sample, tmp_path, 3)
    ran = boardtui("verify", path, small_file)
    assert ran.code == 1
    assert ran.out.startswith("not of this Board\n")
    assert "could not be read" in refused(boardtui("verify", built_sample, built_sample))


def test_editions_are_listed_and_compared(boardtui: Boardtui, built_sample: Path, tmp_path: Path) -> None:
    listed = boardtui("editions", built_sample, "minutes", 2).out.splitlines()
    assert [line.partition("\t")[0] for line in listed] == ["edition 1", "edition 2"]
    assert all("\tSeal " in line for line in listed)
    ran = boardtui("editions", built_sample, "minutes", 2, "--from", 1, "--to", 2)
    assert "  + 2/6.1 84 per cent in December 81 per cent in December Meeting 3" in ran.out
    first = exported(boardtui, built_sample, tmp_path, 2, "--edition", 1)
    assert boardtui("verify", first, built_sample).code == 0
    assert "no edition 7" in refused(boardtui("editions", built_sample, "minutes", 2, "--from", 1, "--to", 7))
    assert "is not signed" in refused(boardtui("editions", built_sample, "minutes", 5))
    assert boardtui("editions", built_sample, "minutes", 2, "--from", 1).code == 2


def test_check_against_a_printed_seal(boardtui: Boardtui, built_sample: Path) -> None:
    seal = boardtui("editions", built_sample, "letter", 1, "--json").json[0]["seal"]
    assert boardtui("check", built_sample, "--against", seal[:16]).code == 0
    ran = boardtui("check", built_sample, "--against", "0000-1111-2222-3333")
    assert ran.code == 1
    assert "the end of the file was cut off" in ran.out
