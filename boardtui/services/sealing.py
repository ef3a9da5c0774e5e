"""Sealing what is signed: its words, its record and who signed it become one edition under one number (DESIGN 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.domain.seals import canonical, seal_of
from boardtui.domain.states import MeetingState
from boardtui.services.signed_papers import MINUTES, words
from boardtui.store import journal
from boardtui.store.models import Letter, Meeting, Seal
from boardtui.store.reading import seals
from boardtui.store.unit import Work


@dataclass(frozen=True)
class Signature:
    """Who signed, on which day, and how it reached the record."""

    by: str
    on: date | None
    how: str


def seal_minutes(
    work: Work, meeting: Meeting, because: str = "", *, amended: bool = False, signer: Signature | None = None
) -> None:
    """Seal the minutes of a meeting as they stand; `amended` makes the next edition, the one before stays readable.

    They are signed as the meeting's minutes were, unless somebody else signed this edition.
    """
    before = seals.in_force(work.db, MINUTES, meeting.number)
    edition = (before.edition + amended) if before else 1
    signed = signer or Signature(meeting.signed_by, meeting.signed_on, meeting.signed_how)
    _seal(work, MINUTES, meeting.number, edition, signed, because, meeting_id=meeting.id)


def seal_letter(work: Work, letter: Letter) -> None:
    """Seal a letter or report that was just signed."""
    signed = Signature(letter.signed_by, letter.signed_on, letter.signed_how)
    _seal(work, letter.series, letter.number, 1, signed, letter_id=letter.id)


def seal_confirmed(work: Work, meeting: Meeting) -> None:
    """When a meeting closes, seal the minutes it confirmed: as they were presented, or as a new edition if amended."""
    for confirmed in work.all(select(Meeting).where(Meeting.confirmed_at_id == meeting.id)):
        if confirmed.state == MeetingState.CONFIRMED:
            amended = confirmed.confirmed_how != "as presented"
            because = f"Confirmed {confirmed.confirmed_how} at meeting {meeting.number} on {show(meeting.held_on)}"
            seal_minutes(work, confirmed, because, amended=amended)


def _seal(work: Work, kind: str, number: int, edition: int, signed: Signature, because: str = "", **of: Any) -> None:
    work.session.flush()
    said = words(work.db, kind, number, work.today)
    last, head = journal.head(work.db)
    row = Seal(
        paper=kind,
        edition=edition,
        because=because,
        sealed_on=work.today,
        signed_on=signed.on or work.today,
        signed_by=signed.by,
        signed_how=signed.how,
        recorded_by=work.who,
        entry=last + 1,
        chain_head=head,
        snapshot=canonical(said.paper),
        open_text=canonical(said.open_text),
        full_text=canonical(said.full_text),
        seal="",
        **of,
    )
    row.seal = seal_of(seals.facts(work.db, {name: getattr(row, name) for name in seals.FACTS}))
    work.add(row, f"{kind} {number}:{edition}:{last + 1}")
    work.barrier = True  # what was sealed may be printed already: it is amended, never undone
