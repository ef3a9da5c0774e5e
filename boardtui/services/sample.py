"""The sample Boards: readable text, replayed through the services, each step dated as it happened (DESIGN 9)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from boardtui import collecting, paths
from boardtui.errors import BoardError
from boardtui.services import sample_meetings, sample_registers, sample_reports, sample_setup
from boardtui.store.create import whole
from boardtui.store.engine import writing_engine
from boardtui.store.journal import Stamp
from boardtui.store.unit import sample_ids, unit_of_work


def samples() -> list[str]:
    """Return the names of the sample Boards there are."""
    return sorted(folder.name for folder in paths.samples().iterdir() if (folder / "board.toml").is_file())


def build(name: str, path: Path) -> None:
    """Build the sample `name` as a new Board file at `path`; it appears there whole or not at all."""
    if name not in samples():
        raise BoardError(f"There is no sample Board {name}.", "", f"There are: {', '.join(samples())}.")
    with whole(path) as half, collecting.put_off():
        _replay(paths.samples() / name, name, half)


def _replay(folder: Path, name: str, path: Path) -> None:
    tellers = (sample_setup, sample_registers, sample_reports, sample_meetings)
    steps = sorted((step for one in tellers for step in one.steps(folder)), key=lambda step: step.at)
    engine, ids = writing_engine(path), sample_ids(name)
    raw: Any = engine.raw_connection()
    raw.driver_connection.execute("PRAGMA synchronous=OFF")  # nothing is acknowledged until the file is whole
    for step in steps:
        by = Stamp(step.at, step.who, step.role)
        with unit_of_work(engine, by, step.at.date(), ids) as work:
            step.do(work)
    raw.driver_connection.execute("PRAGMA synchronous=EXTRA")
    raw.driver_connection.close()
    engine.dispose()
