"""The read behind Home's figures on the dataset and on challenge (N 7.3; rules 7 and 8)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from boardtui.domain.indicators import IndicatorState
from boardtui.domain.watch import Watch
from boardtui.store.reading.challenge import flags
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.reader import Database


def watch(db: Database, today: date) -> Watch:
    """Count the indicators by how they stand, and the challenge flags."""
    counted = Counter(one.state for one in indicators(db, today))
    flagged = flags(db, today)
    return Watch(
        indicators=counted.total(),
        failing=counted[IndicatorState.FAILING],
        off=counted[IndicatorState.OFF_TRAJECTORY],
        no_data=counted[IndicatorState.NO_DATA],
        flags=len(flagged),
        flagged_lines=len({flag.line for flag in flagged}),
    )
