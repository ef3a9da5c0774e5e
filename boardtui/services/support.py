"""The support register: packages of support from outside, when they were agreed, what came of them (N 7.1; C 11.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardtui.domain.text import one_line
from boardtui.services import finding, registers
from boardtui.store.models import Support
from boardtui.store.unit import Work

FIELDS = ("provider", "package", "agreed_on", "starts", "ends", "outcome", "requirement")
"""What can be changed of a package of support."""


def add_support(
    work: Work,
    *,
    provider: str,
    package: str,
    agreed_on: date | None = None,
    starts: date | None = None,
    ends: date | None = None,
    outcome: str = "",
    requirement: str = "",
) -> int:
    """Enter a package of support; return its number. Without `agreed_on` it is not agreed yet."""
    number = registers.next_number(work, Support)
    work.say(f"Enter the support SP{number}")
    row = Support(number=number, provider="", package="")
    _fill(
        work,
        row,
        provider=provider,
        package=package,
        agreed_on=agreed_on,
        starts=starts,
        ends=ends,
        outcome=outcome,
        requirement=requirement,
    )
    work.add(row, str(number))
    return number


def edit_support(work: Work, number: int, version: int | None = None, **changes: Any) -> None:
    """Change a package of support, by the names in FIELDS."""
    registers.known(changes, FIELDS)
    row = work.get(Support, _row(work, number).id, version, changes)
    work.say(f"Change the support SP{number}")
    _fill(work, row, **changes)


def remove_support(work: Work, number: int) -> None:
    """Remove a package of support from the register."""
    row = _row(work, number)
    work.say(f"Remove the support SP{number}")
    work.delete(row)


def _row(work: Work, number: int) -> Support:
    return registers.numbered(work, Support, number, f"support SP{number}", "Notice, support")


def _fill(work: Work, row: Support, **told: Any) -> None:
    for name, value in told.items():
        if name == "provider":
            row.provider = finding.wording(value, "The provider")
        elif name == "package":
            row.package = finding.wording(value, "The package of support")
        elif name == "agreed_on":
            row.agreed_on = registers.has_come(work, value, "The day the support was agreed")
        elif name == "outcome":
            row.outcome = one_line(value)
        elif name == "requirement":
            row.requirement_id = registers.requirement_id(work, value or "")
        else:
            setattr(row, name, value)
    registers.in_order(row.starts, row.ends, "Support that starts on {earlier} cannot end on {later}.")
