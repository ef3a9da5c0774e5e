"""The schema's history, one Alembic revision for each released schema."""

from __future__ import annotations

from pathlib import Path

from boardtui.store import engine

VERSIONS = [Path(__file__).parent / "versions"]
"""The folders that hold the revisions."""


def head() -> str:
    """Return the newest revision: Alembic's name for the schema this program writes."""
    return f"{engine.SCHEMA:04d}"
