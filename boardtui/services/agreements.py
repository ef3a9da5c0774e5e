"""What was agreed under the Notice, by whom, and the decision that agreed it (N 5.1, 5.8, 6.1, 7.1, 7.3)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.domain.instrument import Body, Subject
from boardtui.domain.states import EntryKind
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding, registers
from boardtui.store.models import Agreement, Entry, Meeting
from boardtui.store.unit import Work

EDITABLE = ("subject", "body", "agreed_on", "decision", "reference", "note")
"""What of an agreement can be changed."""

_DECISION = re.compile(r"d?\s*([0-9]{1,9})/([0-9]{1,9})", re.IGNORECASE)


def add_agreement(
    work: Work,
    *,
    subject: str,
    body: str,
    agreed_on: date | None = None,
    decision: str = "",
    reference: str = "",
    note: str = "",
) -> int:
    """Record that a body agreed something; return its number.

    `decision` cites one of this Board's own (`D3/02`, `D 3/2`), whose meeting gives the day; `reference` says where
    another body minuted it.
    """
    what = registers.word_of(Subject, subject, "something the Notice asks to be agreed")
    who = registers.word_of(Body, body, "a body that agrees")
    entry = find_decision(work, decision) if one_line(decision) else None
    number = registers.next_number(work, Agreement)
    work.say(f"Record that the {who} agreed the {what}")
    work.add(
        Agreement(
            number=number,
            subject=what,
            body=who,
            agreed_on=_day(work, agreed_on, entry, who),
            entry_id=entry.id if entry else None,
            reference=one_line(reference),
            note=one_line(note),
        ),
        str(number),
    )
    return number


def edit_agreement(work: Work, number: int, version: int | None = None, **changes: Any) -> None:
    """Change an agreement by the names in EDITABLE; another decision brings its day with it, unless one is given."""
    registers.known(changes, EDITABLE)
    row = registers.numbered(work, Agreement, number, f"agreement AG{number}", "Notice, agreed")
    work.get(Agreement, row.id, version, changes)
    work.say(f"Edit the agreement AG{number}")
    if "subject" in changes:
        row.subject = registers.word_of(Subject, changes["subject"], "something the Notice asks to be agreed")
    who = registers.word_of(Body, changes.get("body", row.body), "a body that agrees")
    entry = work.get(Entry, row.entry_id) if row.entry_id else None
    day: date | None = row.agreed_on
    if "decision" in changes:
        entry = find_decision(work, changes["decision"]) if one_line(changes["decision"] or "") else None
        day = None if entry else day
    row.agreed_on = _day(work, changes.get("agreed_on") or day, entry, who)
    row.body, row.entry_id = who, entry.id if entry else None
    row.reference, row.note = (one_line(changes.get(name, getattr(row, name))) for name in ("reference", "note"))


def remove_agreement(work: Work, number: int) -> None:
    """Remove an agreement from the register."""
    row = registers.numbered(work, Agreement, number, f"agreement AG{number}", "Notice, agreed")
    work.say(f"Remove the agreement AG{number}")
    work.delete(row)


def find_decision(work: Work, ref: str) -> Entry:
    """Return the decision `D3/02`, also written `D 3/2`: the second that meeting 3 took."""
    row: Entry | None = None
    if found := _DECISION.fullmatch(one_line(ref)):
        row = work.first(
            select(Entry)
            .join(Meeting)
            .where(
                Entry.meeting_id == Meeting.id,
                Meeting.number == int(found[1]),
                Entry.kind == EntryKind.DECISION,
                Entry.decision_number == int(found[2]),
            )
        )
    if row is None:
        raise NotFoundError(
            f"There is no decision “{shorten(ref, finding.SHOWN)}”.", "Nothing was saved.", "Write it like D3/02."
        )
    return row


def _day(work: Work, agreed_on: date | None, entry: Entry | None, who: Body) -> date:
    """Return the day of the agreement: this Board's own decision was taken on the day of its meeting."""
    held_on = work.get(Meeting, entry.meeting_id).held_on if entry else None
    day = agreed_on or held_on
    if day is None:
        raise BoardError("The day of the agreement is missing.", "Nothing was saved.", "Give the day it was agreed.")
    if held_on and who is Body.IMPROVEMENT_BOARD and day != held_on:
        raise BoardError(
            f"That decision was taken on {show(held_on)}, not on {show(day)}.",
            "Nothing was saved.",
            "Check the decision and the date.",
        )
    registers.has_come(work, day, "The day of the agreement")
    return day
