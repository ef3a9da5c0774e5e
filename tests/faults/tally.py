"""What a class of faults came to: how often it was tried, survived, and what was lost."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """One class of faults: tries, those that were survived, acknowledged things that were lost, and what went wrong."""

    name: str
    tries: int = 0
    survived: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)
    left_out: str = ""

    def count(self, *wrong: str, lost: int = 0) -> None:
        """Count one try: survived if nothing was wrong with it and nothing acknowledged is gone."""
        self.tries += 1
        self.lost += lost
        self.survived += not wrong and not lost
        self.wrong += wrong

    @property
    def good(self) -> bool:
        """Say whether every try was survived."""
        return self.survived == self.tries and not self.lost


@dataclass(frozen=True)
class Ground:
    """Where faults are tried: a small Board, the sample, an empty folder, and the chance that all draw from."""

    small: Path
    sample: Path
    folder: Path
    chance: random.Random

    def copy(self, of: Path, name: str = "tried.board") -> Path:
        """Return a fresh copy of a Board in a folder of its own."""
        place = self.folder / f"{self.chance.getrandbits(48):012x}"
        place.mkdir()
        return Path(shutil.copyfile(of, place / name))


Fault = Callable[[Ground, int], Tally]
"""Tries a class of faults so many times."""
