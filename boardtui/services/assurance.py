"""The assurance register: audits, reviews, visits and inspections, from planned to reported to both boards (N 5.9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.domain.assured import AssuranceKind
from boardtui.domain.dates import show
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import finding, registers
from boardtui.services.findings import add_finding, remove_finding, require
from boardtui.services.judgements import add_judgement, remove_judgement
from boardtui.store.models import Assurance, Finding, Judgement, Meeting, Requirement, Source
from boardtui.store.unit import Work

__all__ = (
    "FIELDS",
    "add_assurance",
    "add_finding",
    "add_judgement",
    "edit_assurance",
    "remove_assurance",
    "remove_finding",
    "remove_judgement",
    "require",
)

_TEXTS = ("body", "summary", "kept")
_DAYS = {
    "commissioned_on": "The day it was commissioned",
    "done_on": "The day it was done",
    "improvement_board_on": "The day it was reported to the Improvement Board",
    "safeguarding_board_on": "The day it was reported to the Safeguarding Children Board",
}
FIELDS = (
    "kind",
    "title",
    *_TEXTS,
    "planned_for",
    *_DAYS,
    "improvement_board_meeting",
    "cases",
    "validates",
    "source",
    "restricted",
)
"""What can be changed of an audit or review."""


def add_assurance(
    work: Work,
    *,
    kind: str,
    title: str,
    body: str = "",
    planned_for: date | None = None,
    commissioned_on: date | None = None,
    done_on: date | None = None,
    cases: int | None = None,
    summary: str = "",
    validates: bool = False,
    kept: str = "",
    restricted: str | None = None,
    source: str = "",
) -> int:
    """Enter an audit, review, visit or inspection, planned or done; return its number.

    `validates` marks the external validation of N 8.1; `source` is the code of its published report, if the Board
    has that among its sources.
    """
    number = registers.next_number(work, Assurance)
    work.say(f"Enter {one_line(kind)} A{number}, {shorten(title, 60)}")
    row = Assurance(number=number, kind="", title="")
    _fill(
        work,
        row,
        kind=kind,
        title=title,
        body=body,
        planned_for=planned_for,
        commissioned_on=commissioned_on,
        done_on=done_on,
        cases=cases,
        summary=summary,
        validates=validates,
        kept=kept,
        restricted=restricted,
        source=source,
    )
    work.add(row, str(number))
    return number


def edit_assurance(work: Work, number: int, version: int | None = None, **changes: Any) -> None:
    """Change an audit or review, by the names in FIELDS; to which board it was reported, and when, among them.

    A meeting of this Board gives the day of the report to it.
    """
    registers.known(changes, FIELDS)
    row = work.get(Assurance, _row(work, number).id, version, changes)
    work.say(f"Change A{number}, {shorten(row.title, 60)}")
    _fill(work, row, **changes)


def remove_assurance(work: Work, number: int) -> None:
    """Remove an audit or review with its findings and judgements; not one that requirements rest on."""
    row = _row(work, number)
    found = work.all(select(Finding).where(Finding.assurance_id == row.id))
    ids = [one.id for one in found]
    if work.first(select(Requirement).where(col(Requirement.finding_id).in_(ids))):
        raise LockedError(
            f"Findings of A{number} have become requirements.", "It was not removed.", "Withdraw those requirements."
        )
    work.say(f"Remove A{number}, {shorten(row.title, 60)}")
    for one in (*found, *work.all(select(Judgement).where(Judgement.assurance_id == row.id))):
        work.delete(one)
    work.delete(row)


def _row(work: Work, number: int) -> Assurance:
    return registers.numbered(work, Assurance, number, f"audit or review A{number}", "Notice, assurance")


def _fill(work: Work, row: Assurance, **told: Any) -> None:
    for name, value in told.items():
        if name == "kind":
            row.kind = registers.word_of(AssuranceKind, value, "a kind of audit or review")
        elif name == "title":
            row.title = finding.wording(value, "The title")
        elif name in _TEXTS:
            setattr(row, name, one_line(value))
        elif name in _DAYS:
            setattr(row, name, registers.has_come(work, value, _DAYS[name]))
        elif name == "cases":
            row.cases = _cases(value)
        elif name == "source":
            row.source_id = _source(work, value)
        elif name == "restricted":
            row.restricted = registers.restriction(value)
        elif name != "improvement_board_meeting":
            setattr(row, name, value)
    if "improvement_board_meeting" in told:
        _reported_at(work, row, told["improvement_board_meeting"], told.get("improvement_board_on"))
    elif "improvement_board_on" in told:
        _forget_meeting(work, row)
    _days_in_order(row)


def _reported_at(work: Work, row: Assurance, number: int | None, on: date | None) -> None:
    """Note the meeting that was told; its day is the day of the report."""
    if number is None:
        row.improvement_board_meeting_id = None
        return
    meeting: Meeting = finding.meeting(work, number)
    if on is not None and on != meeting.held_on:
        raise BoardError(
            f"Meeting {number} was on {show(meeting.held_on)}, not on {show(on)}.",
            "Nothing was saved.",
            "Give the meeting or the day; the one follows from the other.",
        )
    row.improvement_board_meeting_id = meeting.id
    row.improvement_board_on = registers.has_come(work, meeting.held_on, _DAYS["improvement_board_on"])


def _forget_meeting(work: Work, row: Assurance) -> None:
    """Let go of the meeting that was told, once another day is given."""
    if row.improvement_board_meeting_id:
        meeting = work.get(Meeting, row.improvement_board_meeting_id)
        if meeting.held_on != row.improvement_board_on:
            row.improvement_board_meeting_id = None


def _days_in_order(row: Assurance) -> None:
    registers.in_order(
        row.commissioned_on, row.done_on, "What was commissioned on {earlier} cannot have been done on {later}."
    )
    for told in (row.improvement_board_on, row.safeguarding_board_on):
        registers.in_order(row.done_on, told, "What was done on {earlier} cannot have been reported on {later}.")
        if told is not None and row.done_on is None:
            raise BoardError(
                "The day it was done is missing.", "Nothing was saved.", "What is reported was done before."
            )


def _cases(number: int | None) -> int | None:
    if number is not None and not 0 <= number <= 1_000_000:
        raise BoardError(f"{number} cases cannot be right.", "Nothing was saved.", "Give how many files were read.")
    return number


def _source(work: Work, code: str) -> str | None:
    if not one_line(code):
        return None
    row = work.find(Source, code=one_line(code))
    if row is None:
        raise NotFoundError(
            f"There is no source “{shorten(code, finding.SHOWN)}”.",
            "Nothing was saved.",
            "Give the code of one of the sources listed under {notice}, such as N or O.",
        )
    return str(row.id)
