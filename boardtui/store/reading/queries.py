"""The read behind the e-mails that the Chair's open queries leave as."""

from __future__ import annotations

from datetime import date

from boardtui.domain.emails import Asking, Email
from boardtui.domain.emails import emails as written
from boardtui.domain.queue import Review
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import board
from boardtui.store.reading.meetings import next_meeting
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.queue import open_queries
from boardtui.store.reading.reader import Database


def emails(db: Database, who: str, today: date, lead: str | None = None) -> list[Email]:
    """Return the open queries as e-mails, one for each lead, or for one lead alone."""
    said = {f"action {one.ref}": one.text for one in actions(db, today)}
    said |= {f"line {ref}": title for ref, title in db.execute("SELECT ref, title FROM plan_line").fetchall()}
    asked = [Asking(one, said.get(one.about, "")) for one in open_queries(db) if _is_of(one, lead)]
    return written(asked, by_initials(db), board(db), next_meeting(db, today), who, today)


def _is_of(query: Review, lead: str | None) -> bool:
    return lead is None or (query.asked_of or "").casefold() == lead.strip().casefold()
