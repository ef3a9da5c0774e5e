"""One compliance check: what is asked, whether it is met, and why (DESIGN 2, *Compliance*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from boardtui.domain.text import listed

_NAMED = 5


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

    def set_aside(self, because: str) -> Check:
        """Return the check as one that does not apply, and why."""
        return replace(self, state=CheckState.NOT_APPLICABLE, reason=because)


def some(named: Sequence[str]) -> str:
    """Name the first five and count the rest: `A1, A2 and A3`."""
    return listed(_first(named))


def in_turn(told: Sequence[str]) -> str:
    """Tell the first five one after the other and count the rest, where each holds commas of its own."""
    return "; ".join(_first(told))


def _first(named: Sequence[str]) -> list[str]:
    if len(named) <= _NAMED:
        return [*named]
    return [*named[:_NAMED], f"{len(named) - _NAMED} more"]
