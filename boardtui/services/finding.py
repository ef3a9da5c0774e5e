"""Finding rows by what people call them: numbers, references, initials."""

from __future__ import annotations

import re

from sqlmodel import col, select

from boardtui.domain.grammar import PARAGRAPH_REF
from boardtui.domain.states import LOCKED, NUMBERED, PersonKind, Series
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.store.models import Action, AgendaItem, Board, Entry, Letter, Meeting, Office, PlanLine
from boardtui.store.unit import Work

SHOWN = 40
"""Characters of a name that was not found, so that what is said stays a sentence."""


def board(work: Work) -> Board:
    """Return the one Board of the file."""
    row = work.find(Board)
    if row is None:
        raise NotFoundError("This file holds no Board yet.", "It was never filled.", "Start a Board with: boardtui new")
    return row


def meeting(work: Work, number: int) -> Meeting:
    """Return the meeting of that number."""
    row: Meeting | None = work.find(Meeting, number=number)
    if row is None:
        raise NotFoundError(f"There is no meeting {number}.", "", "Look at the list of meetings.")
    return row


def unsigned(row: Meeting) -> Meeting:
    """Return the meeting, refusing one whose minutes are signed off."""
    if row.state in LOCKED:
        raise LockedError(
            f"The minutes of meeting {row.number} are signed off.",
            "They are not changed any more.",
            "Record an amendment at the next meeting: amend 5/4.2: old => new.",
        )
    return row


def item(work: Work, number: int, item_number: int) -> AgendaItem:
    """Return an item of a meeting by its number."""
    row: AgendaItem | None = work.find(AgendaItem, meeting_id=meeting(work, number).id, number=item_number)
    if row is None:
        raise NotFoundError(f"Meeting {number} has no item {item_number}.", "", "Look at its agenda.")
    return row


def items(work: Work, meeting_id: str) -> list[AgendaItem]:
    """Return a meeting's items in order."""
    return work.all(select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(col(AgendaItem.number)))


def office(work: Work, initials: str) -> Office:
    """Return the office or group of those initials, whatever the case."""
    wanted = one_line(initials)
    work.session.flush()
    for office_id, has in work.db.execute("SELECT id, initials FROM office"):
        if has.casefold() == wanted.casefold():
            return work.get(Office, office_id)
    raise NotFoundError(
        f"Nobody here has the initials “{shorten(wanted, SHOWN)}”.", "", "Add them under People, or check the spelling."
    )


def seat(work: Work, initials: str) -> Office:
    """Return the office of those initials; a group is none."""
    row = office(work, initials)
    if row.kind == PersonKind.GROUP:
        raise BoardError(f"{row.initials} is a group, not an office.", "Nothing was changed.", "Name its members.")
    return row


def maybe_office(work: Work, initials: str | None) -> str | None:
    """Return the id of an office, or None when nobody is named."""
    return office(work, initials).id if initials else None


def action(work: Work, ref: str) -> Action:
    """Return the action `5/03`."""
    row: Action | None = None
    if found := re.fullmatch(r"([0-9]{1,9})/([0-9]{1,9})", ref.strip()):
        row = work.first(
            select(Action)
            .join(Meeting, col(Meeting.id) == Action.meeting_id)
            .where(Meeting.number == int(found[1]), Action.sequence == int(found[2]))
        )
    if row is None:
        raise NotFoundError(f"There is no action {shorten(ref, SHOWN)}.", "", "Look at the action log.")
    return row


def line(work: Work, ref: str) -> PlanLine:
    """Return the plan line `3.2`."""
    row: PlanLine | None = work.find(PlanLine, ref=ref.strip())
    if row is None:
        raise NotFoundError(f"There is no plan line {shorten(ref, SHOWN)}.", "", "Look at the plan.")
    return row


def letter(work: Work, number: int, series: str = Series.LETTER) -> Letter:
    """Return the letter (or report) of that number."""
    row: Letter | None = work.find(Letter, number=number, series=series)
    if row is None:
        raise NotFoundError(f"There is no {series} {number}.", "", "Look under Letters.")
    return row


def paragraph(work: Work, ref: str) -> Entry:
    """Return the entry minuted at `5/4.2`; paragraphs are counted as the minutes print them."""
    if PARAGRAPH_REF.match(ref):
        number, _, place = ref.partition("/")
        item_number, _, count = place.partition(".")
        at = item(work, int(number), int(item_number))
        said = work.all(
            select(Entry)
            .where(Entry.item_id == at.id, col(Entry.kind).in_([str(kind) for kind in NUMBERED]))
            .order_by(col(Entry.position))
        )
        if 0 < int(count) <= len(said):
            found: Entry = said[int(count) - 1]
            return found
    raise NotFoundError(f"There is no paragraph {ref} in the minutes.", "", "Paragraphs are written 5/4.2.")


def wording(text: str, what: str) -> str:
    """Return cleaned one-line text; refuse an empty one, naming what is missing."""
    said = one_line(text)
    if not said:
        raise BoardError(f"{what} is missing.", "Nothing was saved.", f"Write {what.lower()} and save again.")
    return said
