"""The evidence register: what shows that a plan line was done, where it is kept, who verified it."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding, registers
from boardtui.store.models import Evidence
from boardtui.store.unit import Work

FIELDS = ("line", "title", "kept", "dated", "verified_by", "verified_on", "restricted")
"""What can be changed of a piece of evidence."""


def add_evidence(
    work: Work,
    *,
    line: str,
    title: str,
    kept: str,
    dated: date | None = None,
    verified_by: str = "",
    verified_on: date | None = None,
    restricted: str | None = None,
) -> int:
    """Enter a piece of evidence for a plan line; return its number."""
    number = registers.next_number(work, Evidence)
    work.say(f"Enter the evidence E{number}")
    row = Evidence(number=number, line_id="", title="", kept="")
    _fill(
        work,
        row,
        line=line,
        title=title,
        kept=kept,
        dated=dated,
        verified_by=verified_by,
        verified_on=verified_on,
        restricted=restricted,
    )
    work.add(row, str(number))
    return number


def edit_evidence(work: Work, number: int, version: int | None = None, **changes: Any) -> None:
    """Change a piece of evidence, by the names in FIELDS."""
    registers.known(changes, FIELDS)
    row = work.get(Evidence, _row(work, number).id, version, changes)
    work.say(f"Change the evidence E{number}")
    _fill(work, row, **changes)


def remove_evidence(work: Work, number: int) -> None:
    """Remove a piece of evidence from the register."""
    row = _row(work, number)
    work.say(f"Remove the evidence E{number}")
    work.delete(row)


def _row(work: Work, number: int) -> Evidence:
    return registers.numbered(work, Evidence, number, f"evidence E{number}", "Plan, evidence")


def _fill(work: Work, row: Evidence, **told: Any) -> None:
    for name, value in told.items():
        if name == "line":
            row.line_id = finding.line(work, value).id
        elif name == "title":
            row.title = finding.wording(value, "The title")
        elif name == "kept":
            row.kept = finding.wording(value, "Where it is kept")
        elif name == "dated":
            row.dated = registers.has_come(work, value, "The day the evidence is dated")
        elif name == "verified_by":
            row.verified_by = one_line(value)
        elif name == "verified_on":
            row.verified_on = registers.has_come(work, value, "The day it was verified")
        else:
            row.restricted = registers.restriction(value)
    if row.verified_on and not row.verified_by:
        raise BoardError("Who verified it is missing.", "Nothing was saved.", "Name the office that verified it.")
    registers.in_order(row.dated, row.verified_on, "Evidence of {earlier} cannot have been verified on {later}.")
