"""What the reading of a cell comes to: a value, something worth saying of it, or words for what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell means; `note` says what was made of it where that is not plain to see."""

    value: Any
    note: str = ""


class UnclearError(ValueError):
    """A cell that cannot be understood: what is wrong with it, and what to do."""

    def __init__(self, said: str, do: str) -> None:
        super().__init__(said)
        self.said, self.do = said, do
