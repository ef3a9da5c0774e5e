"""What Home says of the dataset and of challenge: counts, read after the rest because they take more reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Watch:
    """How many indicators there are, how many stand where, and how many challenge flags on how many plan lines."""

    indicators: int
    failing: int
    off: int
    no_data: int
    flags: int
    flagged_lines: int
