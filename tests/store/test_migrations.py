"""The revisions lead from nothing to exactly the schema that a new file is made with."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import StaticPool

from boardtui.store import migrations, triggers
from boardtui.store.engine import SCHEMA, connect

FOLDER = Path(migrations.__file__).parent


def config() -> Config:
    found = Config()
    found.set_main_option("script_location", str(FOLDER))
    return found


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file brought from nothing to the newest schema by the revisions alone."""
    path = tmp_path_factory.mktemp("upgraded") / "upgraded.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
    engine.dispose()
    with closing(sqlite3.connect(path)) as db:
        triggers.install(db)
        db.commit()
    return path


def test_the_newest_revision_is_the_schema_of_the_program() -> None:
    scripts = ScriptDirectory.from_config(config())
    assert scripts.get_heads() == [migrations.head()]
    assert len(list(scripts.walk_revisions())) == SCHEMA == int(migrations.head())


def test_a_new_file_says_which_revision_it_is_at(blank: Path, upgraded: Path) -> None:
    for path in (blank, upgraded):
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(migrations.head(),)]


def shape(path: Path) -> dict[str, object]:
    """Return everything a file says of its tables: columns, keys, links, constraints, indexes."""
    with closing(sqlite3.connect(path, check_same_thread=False)) as db:
        seen = inspect(create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool))
        return {
            table: {
                "columns": [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in seen.get_columns(table)],
                "primary key": seen.get_pk_constraint(table),
                "links": sorted(seen.get_foreign_keys(table), key=str),
                "unique": sorted(seen.get_unique_constraints(table), key=str),
                "checks": seen.get_check_constraints(table),
                "indexes": sorted(map(_index, seen.get_indexes(table)), key=str),
            }
            for table in seen.get_table_names()
        }


def _index(found: Mapping[str, Any]) -> dict[str, object]:
    """Return what an index is of; the condition of a partial one as its words."""
    return {**found} | {"dialect_options": {name: str(said) for name, said in found["dialect_options"].items()}}


def test_upgrading_from_nothing_gives_exactly_the_tables_of_a_new_file(blank: Path, upgraded: Path) -> None:
    made, migrated = shape(blank), shape(upgraded)
    assert made.keys() == migrated.keys()
    for table in made:
        if table != "alembic_version":
            assert migrated[table] == made[table]


def test_upgrading_from_nothing_gives_exactly_the_triggers_of_a_new_file(blank: Path, upgraded: Path) -> None:
    def listed(path: Path) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(path)) as db:
            return db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").fetchall()

    assert listed(upgraded) == listed(blank)


def test_every_link_and_constraint_has_a_name(blank: Path) -> None:
    with closing(connect(blank)) as db:
        for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CONSTRAINT%'"):
            for line in sql.splitlines():
                if line.strip().startswith(("FOREIGN KEY", "UNIQUE", "PRIMARY KEY", "CHECK")):
                    pytest.fail(f"unnamed: {line}")


def test_no_column_holds_floating_numbers_or_bytes(blank: Path) -> None:
    with closing(connect(blank)) as db:
        for table in triggers.kept_tables(db):
            kinds = {kind for _, _, kind, *_ in db.execute(f"PRAGMA table_info({table})")}
            assert kinds <= {"VARCHAR", "INTEGER", "DATE", "BOOLEAN"}, table


def test_every_row_has_an_identity_and_a_version(blank: Path) -> None:
    with closing(connect(blank)) as db:
        for table in triggers.kept_tables(db):
            names = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
            assert names[:2] == ["id", "version"], table
