"""The cadence as a check (N 7.2)."""

import pytest

from boardtui.domain.cadence import Cadence, CadenceState
from boardtui.domain.checks import Check, CheckState
from boardtui.domain.six_weeks import cadence_check


@pytest.mark.parametrize("state", CadenceState)
def test_n_7_2_every_state_of_the_cadence_is_a_check(state: CadenceState) -> None:
    expected = {
        CadenceState.OK: CheckState.MET,
        CadenceState.AGREED: CheckState.MET,
        CadenceState.NOT_AGREED: CheckState.NOT_MET,
        CadenceState.GOING_OUTSIDE: CheckState.AT_RISK,
        CadenceState.NOT_ARRANGED: CheckState.AT_RISK,
        CadenceState.NO_MEETINGS: CheckState.NOT_YET_DUE,
    }
    assert cadence_check(Cadence(state, "Why.")) == Check("N 7.2", "Meetings every six weeks", expected[state], "Why.")
