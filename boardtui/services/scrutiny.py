"""The officer's report to the council's scrutiny committee, drafted under the committee's own headings (S)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.states import Series
from boardtui.domain.text import one_line
from boardtui.services.letter_blocks import fill
from boardtui.services.letters import held_after, newest
from boardtui.store.models import Letter
from boardtui.store.unit import Work

SUBJECT = "Children’s social care update: improvement plan"
KIND = "committee report"


def start_scrutiny(
    work: Work,
    *,
    committee: str = "",
    officer: str = "",
    item: str = "",
    dated: date | None = None,
    subject: str = "",
) -> int:
    """Start a report to the committee's meeting on `dated`, as its agenda item `item`; return its number.

    What is left out can be entered later: the committee as addressee, the relevant officer as who signs, the agenda
    item as reference.
    """
    last = newest(work, Series.SCRUTINY)
    number = (last.number if last else 0) + 1
    work.say(f"Draft committee report {number}")
    covered = held_after(work, last)
    after = last.last_meeting if last else 0
    report = work.add(
        Letter(
            series=Series.SCRUTINY,
            kind=KIND,
            number=number,
            subject=one_line(subject) or SUBJECT,
            reference=one_line(item),
            dated=dated,
            addressee=one_line(committee),
            salutation="",
            signs_as=one_line(officer),
            first_meeting=min(covered, default=after + 1),
            last_meeting=max(covered, default=after),
        ),
        f"scrutiny {number}",
    )
    fill(work, report)
    return number
