"""Whether every indicator of the dataset has its baseline and both targets (N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain.checks import Check, CheckState, in_turn
from boardtui.domain.text import listed, plural

REF = "N 7.3"
CHECK = "Every indicator has a baseline and both targets"


@dataclass(frozen=True, slots=True)
class Entered:
    """An indicator as far as this check looks: a baseline of zero is one."""

    ref: str
    baseline: str | None = None
    baseline_on: date | None = None
    target_6: str | None = None
    target_12: str | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        """Name what the trajectory cannot do without."""
        known = (
            ("a baseline", bool(self.baseline)),
            ("the date of its baseline", not self.baseline or self.baseline_on is not None),
            ("a 6-month target", bool(self.target_6)),
            ("a 12-month target", bool(self.target_12)),
        )
        return tuple(name for name, there in known if not there)


def dataset_check(indicators: Sequence[Entered]) -> Check:
    """Check that each has a baseline with its date, a 6-month and a 12-month target; name what is lacking (N 7.3)."""
    if not indicators:
        return Check(REF, CHECK, CheckState.NOT_MET, "The dataset has no indicator yet.")
    count = plural(len(indicators), "indicator")
    if lacking := [one for one in indicators if one.lacks]:
        told = in_turn([f"{one.ref} lacks {listed(one.lacks)}" for one in lacking])
        reason = f"{len(lacking)} of {count} incomplete: {told}."
        return Check(REF, CHECK, CheckState.NOT_MET, reason)
    each = "each with" if len(indicators) > 1 else "with"
    return Check(REF, CHECK, CheckState.MET, f"{count}, {each} a baseline, a 6-month and a 12-month target.")
