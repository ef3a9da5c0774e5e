"""The read behind Home's figures on compliance, the dataset and challenge (N 7.3; rules 7 and 8)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.checks import CheckState
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.watch import Watch
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.filtering import EVERYTHING
from boardtui.store.reading.indicators import standings
from boardtui.store.reading.listings import PLAN
from boardtui.store.reading.reader import Database


def watch(db: Database, today: date) -> Watch:
    """Count the indicators by how they stand and the challenge flags, and name the checks of compliance that fail."""
    counted = standings(db, today, EVERYTHING)
    flagged = [len(one.flags) for one in PLAN.every(db, today=today) if one.flags]
    return Watch(
        indicators=counted.total(),
        failing=counted[IndicatorState.FAILING],
        off=counted[IndicatorState.OFF_TRAJECTORY],
        no_data=counted[IndicatorState.NO_DATA],
        flags=sum(flagged),
        flagged_lines=len(flagged),
        not_met=tuple(check for check in compliance(db, today) if check.state == CheckState.NOT_MET),
    )
