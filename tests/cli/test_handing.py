"""`boardtui handover` and `boardtui adopt`: one file each way, refusals in words, choices by option or by file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services import actions
from boardtui.services.desk import Desk
from tests.cli.running import Boardtui, refused
from tests.services.apart import DAY, Parted, parted, whole
from tests.services.small import at, enter


@pytest.fixture
def both(small_file: Path, tmp_path: Path) -> Parted:
    """Return two sides that both raised action 2/01 and both reworded 1/01."""
    found = parted(at(small_file, DAY), tmp_path)
    for side, name in ((found.ours, "Ours"), (found.theirs, "Theirs")):
        enter(side, f"! DCS by 1 Mar: {name}")
        side.do(lambda work, n=name: actions.reword(work, "1/01", n))  # type: ignore[misc]  # a lambda with defaults
        side.close()
    return found


def test_a_board_is_handed_over_read_only_and_taken_back(boardtui: Boardtui, small_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.board"
    ran = boardtui("handover", small_file, "--to", "chair", "--name", "Ann Smith", "--out", copy)
    assert ran.code == 0
    assert ran.out.startswith(f"Handed over to the Chair, Ann Smith. Send them {copy}\n")
    assert "The pen is with the Chair, Ann Smith since" in ran.out
    add = ("add", "meetings", small_file, "--count", 1)
    assert "The pen is with the Chair, Ann Smith" in refused(boardtui(*add))
    assert "adopted row by row" in boardtui("handover", small_file, "--take-back").out
    assert "The pen is here already" in refused(boardtui("handover", small_file, "--take-back"))
    refused(boardtui("handover", small_file), 2)
    assert "already a file" in refused(boardtui("handover", small_file, "--to", "chair", "--out", copy))


def test_a_copy_that_continues_the_file_is_adopted(boardtui: Boardtui, small_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.board"
    boardtui("handover", small_file, "--to", "chair", "--out", copy)
    desk = Desk(copy, who="IC", role=Role.ADMINISTRATOR, clock=lambda: DAY)
    enter(desk, "From the Chair")
    desk.close()
    listed = boardtui("adopt", copy, small_file, "--list").out
    assert listed == "The copy continues this file: 1 entry by the Chair.\n"
    done = boardtui("adopt", copy, small_file, "--json").json
    assert (done["way"], done["changes"]) == ("forward", 1)
    assert whole(small_file) == whole(copy)


def test_what_differs_is_listed_and_nothing_is_changed(boardtui: Boardtui, both: Parted) -> None:
    before = both.ours.path.read_bytes(), both.theirs.path.read_bytes()
    ran = boardtui("adopt", both.theirs.path, both.ours.path, "--list")
    assert "action 1/01: in both, choose action:" in ran.out
    assert "  text: ours: Ours | theirs: Theirs" in ran.out
    assert "  “Ours”\n" in ran.out
    found = boardtui("adopt", both.theirs.path, both.ours.path, "--list", "--json").json
    assert {one["changed"] for one in found["differs"]} == {"ours", "theirs", "both"}
    said = refused(boardtui("adopt", both.theirs.path, both.ours.path))
    assert "not chosen yet" in said
    assert "--take ours" in said
    assert (both.ours.path.read_bytes(), both.theirs.path.read_bytes()) == before


@pytest.mark.parametrize("how", ["--take", "--choose"])
def test_choices_are_given_for_all_or_in_a_file(boardtui: Boardtui, both: Parted, tmp_path: Path, how: str) -> None:
    given = "theirs"
    if how == "--choose":
        found = boardtui("adopt", both.theirs.path, both.ours.path, "--list", "--json").json
        given = str(tmp_path / "choices.json")
        chosen = {one["choice"]: "theirs" for one in found["differs"] if one["choice"]}
        Path(given).write_text(json.dumps(chosen), encoding="utf-8")
    ran = boardtui("adopt", both.theirs.path, both.ours.path, how, given)
    assert ran.code == 0
    assert "action: 2/01 → 2/02  Theirs" in ran.out
    assert "action 1/01, here: text: Ours" in ran.out
    assert boardtui("check", both.ours.path).code == 0
    log = boardtui("list", "actions", both.ours.path, "--json").json
    assert {one["ref"]: one["text"] for one in log}.items() >= {
        "1/01": "Theirs",
        "2/01": "Ours",
        "2/02": "Theirs",
    }.items()


def test_choices_that_cannot_be_read_are_refused(boardtui: Boardtui, both: Parted, tmp_path: Path) -> None:
    path = tmp_path / "choices.json"
    for text in ("no json", "[1]", '{"a": "mine"}', '{"action:none": "ours"}'):
        path.write_text(text, encoding="utf-8")
        refused(boardtui("adopt", both.theirs.path, both.ours.path, "--choose", path))
    refused(boardtui("adopt", both.theirs.path, both.ours.path, "--choose", tmp_path / "none.json"))
    assert "the same file" in refused(boardtui("adopt", both.ours.path, both.ours.path))
    assert "There is no Board file" in refused(boardtui("adopt", tmp_path / "none.board", both.ours.path))


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
@pytest.mark.parametrize("moment", ["Entering what was done in the copy", "Making one of the two"])
def test_a_program_killed_while_it_adopts_leaves_ours_as_it_was(both: Parted, moment: str) -> None:
    before = whole(both.ours.path)
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, both.ours.path, both.theirs.path, moment],
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL
    desk = at(both.ours.path, DAY)
    assert whole(both.ours.path) == before
    assert Parted(desk, both.theirs).adopt().way == "apart"
    desk.close()


_KILLED = """
import os, signal, sys
from pathlib import Path
from boardtui.services import adopting
from tests.services.apart import DAY
from tests.services.small import at

def kill(what, done, of):
    if what == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

desk = at(Path(sys.argv[1]), DAY)
with adopting.returned(desk, Path(sys.argv[2])) as copy:
    adopting.adopt(desk, copy, dict.fromkeys(copy.comparison.choices, "ours"), kill)
"""
