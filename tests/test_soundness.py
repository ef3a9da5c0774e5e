"""The check that follows each test finds whatever is wrong with a Board that a test has changed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services import actions
from boardtui.services.desk import Desk
from tests.conftest import NOON
from tests.soundness import assert_sound

NEWEST = "(SELECT max(entry) FROM journal_change)"


@pytest.fixture
def changed(built_small: Path, tmp_path: Path) -> Path:
    """Return a copy of the small Board in which an action was updated."""
    path = Path(shutil.copyfile(built_small, tmp_path / "changed.board"))
    desk = Desk(path, who="Test", role=Role.SECRETARY, clock=lambda: NOON)
    desk.do(lambda work: actions.update_action(work, "1/01", "Half of it is done"))
    desk.close()
    return path


def test_what_the_program_itself_changed_is_sound(changed: Path, built_small: Path) -> None:
    assert_sound(changed, built_small)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE action SET text = 'Something else' WHERE rowid = 1",
        "DELETE FROM action_update WHERE rowid = (SELECT max(rowid) FROM action_update)",
        "UPDATE journal_entry SET sentence = 'Nothing' WHERE sequence = 1",
        "UPDATE journal_entry SET sentence = 'Nothing' WHERE sequence = (SELECT max(sequence) FROM journal_entry)",
        f"UPDATE journal_change SET after = replace(after, 'Half', 'All') WHERE entry = {NEWEST}",
        f"UPDATE journal_change SET after = replace(after, 'a', 'b') WHERE entry < {NEWEST}",
        f"UPDATE journal_change SET entry = NULL WHERE entry = {NEWEST}",
        f"UPDATE journal_change SET entry = 1 WHERE entry = {NEWEST}",
        f"DELETE FROM journal_change WHERE entry = {NEWEST}",
    ],
)
def test_what_another_program_did_to_it_is_found(changed: Path, built_small: Path, harm: str) -> None:
    with closing(sqlite3.connect(changed)) as db:
        kept = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            db.execute(f"DROP TRIGGER {name}")
        assert db.execute(harm).rowcount
        for _, sql in kept:
            db.execute(sql)
        db.commit()
    with pytest.raises(AssertionError):
        assert_sound(changed, built_small)


def test_a_trigger_that_is_gone_is_found(changed: Path, built_small: Path) -> None:
    with closing(sqlite3.connect(changed)) as db:
        (name,) = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1").fetchone()
        db.execute(f"DROP TRIGGER {name}")
    with pytest.raises(AssertionError):
        assert_sound(changed, built_small)
