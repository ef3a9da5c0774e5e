"""Each class of faults in a bounded form; in full they are tried by `python -m tests.faults`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from boardtui.store.engine import PRAGMAS
from tests.faults import power
from tests.faults.classes import CLASSES
from tests.faults.tally import Ground

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs forks and a pseudo-terminal")

FEW = {
    "kill-save": 6,
    "kill-pages": 1,
    "kill-new": 3,
    "power-cut": 40,
    "flipped": 12,
    "zeroed": 4,
    "truncated": 4,
    "foreign": 6,
    "clocks": 4,
}
"""How often a class is tried here; the others twice."""


@pytest.fixture
def ground(built_small: Path, built_sample: Path, tmp_path: Path) -> Ground:
    """Return a ground whose chances are the same in each run."""
    return Ground(built_small, built_sample, tmp_path, random.Random(8))


@pytest.mark.parametrize("name", CLASSES)
def test_nothing_acknowledged_is_lost_and_all_is_said_in_words(name: str, ground: Ground) -> None:
    fault, _ = CLASSES[name]
    tally = fault(ground, FEW.get(name, 2))
    if tally.left_out:
        pytest.skip(tally.left_out)  # which says what this machine does not allow: a small disk, another user
    assert tally.tries > 0
    assert (tally.lost, tally.wrong) == (0, [])
    assert tally.good


def test_the_disk_that_forgets_would_lose_what_is_not_synced(ground: Ground) -> None:
    careless = tuple(pragma.replace("synchronous=EXTRA", "synchronous=OFF") for pragma in PRAGMAS)
    tally = power.cut(ground, 12, careless)
    assert tally.lost > 0
    assert not tally.good
