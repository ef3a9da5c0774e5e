"""What the page of a meeting shows, read at one moment of the Board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.domain.deadlines import Deadlines
from boardtui.domain.states import HELD
from boardtui.domain.views import Entry, Item, Meeting, Person
from boardtui.store.reading import meetings as reading
from boardtui.store.reading.deadlines import of_meetings
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.reader import Database
from boardtui.store.reading.reviews import unanswered


@dataclass(frozen=True)
class Shown:
    """A meeting with its items and entries, the other meetings, and the people."""

    meeting: Meeting
    items: tuple[Item, ...]
    entries: tuple[Entry, ...]
    meetings: tuple[Meeting, ...]
    people: Mapping[str, Person]
    queries: tuple[int, ...] = ()
    due: Deadlines | None = None


def read_shown(db: Database, number: int) -> Shown:
    """Read a meeting with all that its page shows."""
    meeting = reading.meeting(db, number)
    minuted_here = tuple(entries(db, number)) if meeting.state in HELD else ()
    return Shown(
        meeting,
        tuple(reading.items(db, number)),
        minuted_here,
        tuple(reading.meetings(db)),
        by_initials(db),
        tuple(found for found, about, _ in unanswered(db) if about == f"minutes {number}"),
        of_meetings(db, [meeting]).get(number),
    )
