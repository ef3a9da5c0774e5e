"""The command line as a shell sees it: `python -m boardtui`, its streams and its exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from boardtui import __version__
from tests.cli.running import process, refused

KINDS = ["requirements", "minutes"]


@pytest.fixture(scope="module")
def demo(built_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the 2012 sample in a folder of its own."""
    path = tmp_path_factory.mktemp("demo") / "demo.board"
    shutil.copyfile(built_sample, path)
    return path


def test_a_sample_is_built_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "demo.board"
    ran = process("demo", "2023", "--file", path, "--no-open")
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert "Building the sample Board 2023" in ran.err
    before = path.stat().st_mtime_ns
    ran = process("demo", "2023", "--file", path, "--no-open")
    assert (ran.code, ran.out, ran.err) == (0, f"{path}\n", "")
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("what", KINDS)
def test_json_is_one_document_and_nothing_else(demo: Path, what: str) -> None:
    ran = process("list", what, demo, "--json", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (0, "")
    assert isinstance(json.loads(ran.out), list)


def test_the_whole_job_from_the_shell(tmp_path: Path) -> None:
    path = tmp_path / "my board.board"
    steps: list[tuple[tuple[object, ...], bytes, str]] = [
        (("new", path, "--board", "B", "--council", "C", "--commenced", "2012-11-26", "--first-meeting", "2013-01-10"),
         b"", f"{path}\n"),
        (("add", "person", path, "--name", "Jo", "--initials", "DCS", "--organisation", "C", "--role", "Director"),
         b"", "DCS\n"),
        (("add", "meetings", path, "--count", "1"), b"", "2\t2013-02-21\tThursday 21 February 2013\n"),
        (("minute", path, "--meeting", "1", "-"), "present: DCS\n! DCS by next meeting: Do “it”\n".encode(),
         "2 entries minuted at meeting 1.\n"),
    ]  # fmt: skip
    for arguments, stdin, printed in steps:
        ran = process(*arguments, stdin=stdin)
        assert (ran.code, ran.out, ran.err) == (0, printed, "")
    assert process("check", path).out.startswith(f"{path} is sound.\nSchema 1, ")
    exported = process("export", "minutes", path, "--to", tmp_path)
    assert (exported.code, exported.err) == (0, "")
    assert Path(exported.out.rstrip("\n")).is_file()
    (action,) = json.loads(process("list", "actions", path, "--json").out)
    assert (action["text"], action["due"]) == ("Do “it”", "2013-02-21")


def test_help_and_version(demo: Path) -> None:
    said = process("--version").out.splitlines()
    assert said[0] == f"boardtui {__version__}"
    assert [line.split()[0] for line in said[1:]] == [
        *("Python", "SQLite", "System", "Settings", "Templates", "Boards", "State", "Documents")
    ]
    helped = process("--help")
    assert helped.code == 0
    for command in ("open", "demo", "new", "status", "list", "add", "minute", "export", "check"):
        assert command in helped.out
    assert process("add", "--help").code == 0


def test_wrong_use_is_2_and_refusal_is_1(demo: Path, tmp_path: Path) -> None:
    refused(process("list", "poems", demo), 2)
    refused(process("status"), 2)
    refused(process("nonsense"), 2)
    said = refused(process("status", tmp_path / "missing.board"))
    assert len(said.strip().splitlines()) == 1
    assert said.startswith(f"There is no Board file at {tmp_path / 'missing.board'}.")


def test_bytes_in_arguments_that_are_no_text_are_borne(demo: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"boardtui", b"status", bytes(tmp_path) + b"/\xff\xfe.board"],
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Traceback" not in done.stderr
    assert b"There is no Board file at" in done.stderr


def test_a_reader_that_goes_away_is_no_fault(demo: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m boardtui list minutes {demo} | head -n 1",
        shell=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.stdout.startswith(b"ref")
    assert b"Traceback" not in done.stderr


def test_a_terminal_that_cannot_show_a_character_still_gets_the_list(demo: Path) -> None:
    ran = process("list", "requirements", demo, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")


def test_two_commands_at_once_both_keep_what_they_add(demo: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "boardtui", "add", "item", str(demo), "--meeting", "6", "--title", f"Item {n}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        for n in range(2)
    ]
    ends = [(one.communicate(timeout=60), one.returncode) for one in running]
    assert [code for _, code in ends] == [0, 0], ends
    assert len({printed for (printed, _), _ in ends}) == 2
    assert process("check", demo).out.startswith(f"{demo} is sound.\n")
