"""One compliance check: what is asked, whether it is met, and why (DESIGN 2, *Compliance*)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """What a check finds; one that the instrument does not bring is not applicable."""

    MET = "met"
    NOT_MET = "not met"
    AT_RISK = "at risk"
    NOT_YET_DUE = "not yet due"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the instrument asks for: its paragraph, its name, its state and the reason.

    `mend` names the place where it is put right (`people`, `notice:agreed`), `key` what to press there.
    """

    ref: str
    check: str
    state: CheckState
    reason: str
    mend: str = ""
    key: str = ""
