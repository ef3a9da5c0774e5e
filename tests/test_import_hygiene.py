"""What is not needed is not loaded: reading without SQLModel, exporting without Textual (DESIGN 7)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = {
    "textual", "rich", "sqlmodel", "sqlalchemy", "alembic", "docx", "docxtpl", "lxml", "pydantic", "openpyxl",
    "matplotlib", "numpy",
}  # fmt: skip
WATCHED |= {"plotext", "textual_plotext"}

RUN = """
import json, sys
try:
    exec(sys.argv[1])
except SystemExit:
    pass
print("\\n" + json.dumps(sorted(sys.modules)))
"""

COMMAND = "import sys; sys.argv = ['boardtui', *{arguments!r}]; from boardtui.cli import main; main()"


HELP = {"boardtui", "boardtui.cli", "boardtui.cli.commands", "boardtui.errors", "boardtui.keys_said"}
"""All of the program that its help loads."""

LIST = HELP | {
    "boardtui.terminal",
    *("boardtui.bootstrap", "boardtui.config", "boardtui.paths", "boardtui.services", "boardtui.services.desk"),
    *("boardtui.cli.listing", "boardtui.cli.options", "boardtui.cli.shapes"),
    *("boardtui.domain", "boardtui.domain.actions", "boardtui.domain.dates", "boardtui.domain.states"),
    *("boardtui.domain.progress", "boardtui.domain.restriction", "boardtui.domain.tables"),
    *("boardtui.domain.text", "boardtui.domain.views", "boardtui.domain.views.actions"),
    *("boardtui.store", "boardtui.store.engine", "boardtui.store.library", "boardtui.store.rollback"),
    *("boardtui.store.reading", "boardtui.store.reading.actions", "boardtui.store.reading.reader"),
    *("boardtui.store.reading.restricted", "boardtui.store.reading.rows"),
}
"""All of the program that listing the actions loads: whatever else is imported costs every such call its time."""


def modules(code: str) -> set[str]:
    """Return every module that is loaded after some code has run in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert "Error" not in done.stderr, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def loaded(code: str) -> set[str]:
    """Return which of the watched packages are loaded after some code has run in a fresh interpreter."""
    return WATCHED & {name.partition(".")[0] for name in modules(code)}


def own(*arguments: object) -> set[str]:
    """Return the modules of the program that a command loads."""
    code = COMMAND.format(arguments=[str(one) for one in arguments])
    return {name for name in modules(code) if name.partition(".")[0] == "boardtui"}


def command(*arguments: object) -> set[str]:
    return loaded(COMMAND.format(arguments=[str(one) for one in arguments]))


@pytest.mark.parametrize("what", ["meetings", "minutes"])
def test_listing_loads_neither_the_tables_nor_word_nor_the_screens(built_sample: Path, what: str) -> None:
    assert command("list", what, built_sample, "--json") == set()


def test_the_state_in_short_is_read_by_sqlite_alone(built_sample: Path) -> None:
    assert command("status", built_sample) == set()


def test_checking_a_file_needs_no_tables_either(built_sample: Path) -> None:
    assert command("check", built_sample) == set()


def test_exporting_loads_no_screens_and_no_tables(built_sample: Path, tmp_path: Path) -> None:
    found = command("export", "minutes", built_sample, "--to", tmp_path)
    assert "docx" in found
    assert found.isdisjoint({"textual", "rich", "sqlmodel", "sqlalchemy", "alembic"})


def test_adding_loads_neither_word_nor_the_screens_nor_alembic(sample_file: Path) -> None:
    found = command("add", "item", sample_file, "--meeting", 6, "--title", "X")
    assert "sqlmodel" in found
    assert found.isdisjoint({"textual", "rich", "docx", "docxtpl", "alembic"})


def test_help_loads_nothing() -> None:
    assert command("--help") == set()
    assert own("--help") == HELP


def test_listing_the_actions_loads_what_it_needs_and_no_more(built_sample: Path) -> None:
    assert own("list", "actions", built_sample, "--json") == LIST


@pytest.mark.parametrize(
    ("modules", "outside"),
    [
        ("boardtui.store.reading.home, boardtui.services.desk, boardtui.store.reading.papers", WATCHED),
        ("boardtui.domain.grammar, boardtui.domain.cadence, boardtui.domain.views", WATCHED),
        ("boardtui.ui.app", {"sqlmodel", "sqlalchemy", "alembic", "docx", "docxtpl", "openpyxl", "textual_plotext"}),
        ("boardtui.ui.screens.indicators, boardtui.ui.screens.line", {"plotext", "textual_plotext"}),
        ("boardtui.services", WATCHED),
    ],
)
def test_a_module_brings_no_more_than_its_layer(modules: str, outside: set[str]) -> None:
    assert loaded(f"import {modules}").isdisjoint(outside)
