"""Where each compliance check is put right, and the keys that go there (DESIGN 5)."""

from __future__ import annotations

from dataclasses import replace

from boardtui.domain import agreed, audits, complete_dataset, coverage, sector_support, six_weeks, validation
from boardtui.domain import composition as made_up
from boardtui.domain.checks import Check

KEYS = {
    "meetings": "2",
    "plan": "4",
    "indicators": "5",
    "notice:requirements": "6",
    "notice:duties": "6 then t",
    "notice:compliance": "6 then t t",
    "notice:agreed": "6 then t t t",
    "notice:assurance": "6 then t t t t",
    "notice:support": "6 then t t t t t",
    "people": "8",
}
"""What to press for each place and its section; `t` is the next section."""

_DUTIES = "notice:duties"
_WHERE = {
    six_weeks.CHECK: "meetings",
    **dict.fromkeys(made_up.CHECKS, "people"),
    **dict.fromkeys(coverage.CHECKS, "plan"),
    **dict.fromkeys(agreed.CHECKS, "notice:agreed"),
    audits.CHECK: "notice:assurance",
    sector_support.CHECK: "notice:support",
    complete_dataset.CHECK: "indicators",
    validation.CHECK: "notice:assurance",
}


def mended(check: Check) -> Check:
    """Add where a check is put right; one on a dated duty, among the duties."""
    return _at(check, _WHERE.get(check.check, _DUTIES))


def set_aside(check: Check, because: str) -> Check:
    """Set a check aside as the Board has said; that is taken back among the checks."""
    return _at(check.set_aside(because), "notice:compliance")


def _at(check: Check, place: str) -> Check:
    return replace(check, mend=place, key=KEYS[place])
