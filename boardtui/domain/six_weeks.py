"""The check that the Board meets every six weeks, or as the department agreed (N 7.2)."""

from __future__ import annotations

from boardtui.domain.cadence import Cadence, CadenceState
from boardtui.domain.checks import Check, CheckState

REF = "N 7.2"
CHECK = "Meetings every six weeks"

_STATES = {
    CadenceState.OK: CheckState.MET,
    CadenceState.AGREED: CheckState.MET,
    CadenceState.NOT_AGREED: CheckState.NOT_MET,
    CadenceState.GOING_OUTSIDE: CheckState.AT_RISK,
    CadenceState.NOT_ARRANGED: CheckState.AT_RISK,
    CadenceState.NO_MEETINGS: CheckState.NOT_YET_DUE,
}


def cadence_check(cadence: Cadence) -> Check:
    """Turn the state of the cadence into a check (N 7.2)."""
    return Check(REF, CHECK, _STATES[cadence.state], cadence.reason)
