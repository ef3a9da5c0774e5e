"""The Boards that faults are tried on, built once for a run."""

from __future__ import annotations

import random
from pathlib import Path

from boardtui.services import sample
from boardtui.store.create import create
from tests.faults.tally import Ground
from tests.services import small


def ground(shared: Path, folder: Path, chance: random.Random) -> Ground:
    """Return a ground in `folder`; its Boards lie in `shared` and are built by the first that asks."""
    little, large = shared / "small.board", shared / "sample.board"
    if not little.exists():
        create(little)
        small.build(little)
    if not large.exists():
        sample.build("2012", large)
    return Ground(little, large, folder, chance)
