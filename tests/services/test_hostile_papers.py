"""A Board whose every text is hostile is written out whole: every paper, register and list, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.cli.listing import What
from boardtui.documents.package import unpack
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Role
from boardtui.services import changes, export
from boardtui.services.desk import Desk
from tests import hostile
from tests.cli.running import Boardtui
from tests.documents.reading_back import opened, text_of
from tests.store import full_board

Make = Callable[[str, Callable[[Path], object]], Path]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@pytest.fixture(scope="module")
def poisoned(made_once: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Board whose every text holds the whole corpus, made once."""
    return hostile.poisoned(made_once("full", full_board.build), tmp_path_factory.mktemp("hostile") / "poisoned.board")


@pytest.fixture
def boardtui(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Boardtui:
    """Return the command line."""
    return Boardtui(capsys, monkeypatch)


def desk(path: Path) -> Desk:
    return Desk(path, who="Test", role=Role.ADMINISTRATOR, clock=lambda: full_board.LATER)


@pytest.mark.parametrize("kind", [kind for kind in export.KINDS if kind != "archive"])
def test_every_paper_says_the_records_words_and_nothing_else(poisoned: Path, kind: export.Kind) -> None:
    with closing(desk(poisoned)) as at:
        made = export.render(at, kind, 2 if kind in ("minutes", "agenda") else None)
    assert_words_only(made.data)
    assert "/" not in made.name
    assert hostile.harmless(made.name)


def test_the_page_of_changes_says_the_records_words_and_nothing_else(poisoned: Path, tmp_path: Path) -> None:
    with closing(desk(poisoned)) as at:
        path = changes.export(at, tmp_path, "1")
    assert_words_only(path.read_bytes())


def assert_words_only(data: bytes) -> None:
    """Check that a Word file opens, printed markup and Jinja as they read, and has no field or link of theirs."""
    opened(data)
    said = text_of(data)
    assert "{{ 7 * 7 }}" in said
    assert "</w:t></w:r></w:p> ]]> <!-- -->" in said
    assert hostile.harmless(said)
    for name, part in unpack(data).items():
        assert b"file:///etc" not in part or name.startswith(
            ("word/document", "word/header", "word/footer", "docProps")
        )
        assert b"<!DOCTYPE" not in part


def test_no_cell_of_a_register_is_a_formula(poisoned: Path) -> None:
    with closing(desk(poisoned)) as at:
        data = export.render(at, "archive", version=PaperVersion.RESTRICTED).data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        registers = [name for name in packed.namelist() if name.endswith(".csv")]
        assert not [name for name in packed.namelist() if name.startswith("/") or ".." in name]
        for name in registers:
            rows = list(csv.reader(io.StringIO(packed.read(name).decode("utf-8-sig"))))
            assert {len(row) for row in rows} == {len(rows[0])}, name
            for cell in (cell for row in rows[1:] for cell in row):
                assert hostile.harmless(cell), name
                assert not cell.lstrip(" ").startswith(FORMULA) or cell.replace(".", "").lstrip("-").isdigit(), name
    assert len(registers) > 8


@pytest.mark.parametrize("what", What)
def test_every_list_of_the_command_line_is_clean(boardtui: Boardtui, poisoned: Path, what: What) -> None:
    shown = boardtui("list", what.value, poisoned)
    assert shown.code == 0
    assert hostile.harmless(shown.out)
    assert isinstance(json.loads(boardtui("list", what.value, poisoned, "--json").out), list)


@pytest.mark.parametrize("command", ["status", "history", "queries", "check"])
def test_what_the_command_line_tells_is_clean(boardtui: Boardtui, poisoned: Path, command: str) -> None:
    told = boardtui(command, poisoned)
    assert hostile.harmless(told.out + told.err)
    assert "Traceback" not in told.err
