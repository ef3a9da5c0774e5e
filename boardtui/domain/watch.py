"""What Home says of compliance, the dataset and challenge: read after the rest because it takes more reading."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain.checks import Check


@dataclass(frozen=True)
class Watch:
    """How many indicators there are and stand where, the challenge flags and plan lines, the checks that fail."""

    indicators: int
    failing: int
    off: int
    no_data: int
    flags: int
    flagged_lines: int
    not_met: tuple[Check, ...]
