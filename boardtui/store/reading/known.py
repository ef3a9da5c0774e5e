"""What the grammar of meeting lines may ask about the Board, answered from the file as it stands."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from boardtui.domain.meetings import MeetingOn
from boardtui.domain.quorum import PRESIDING
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import EntryKind, MeetingState, PersonKind, RatingStatus
from boardtui.domain.views import Meeting, Person
from boardtui.store.reading.board import scheme
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.minutes import NUMBERED_KINDS
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import rows

_PARAGRAPH = f"""
SELECT e.kind, e.text, (m.held_on, m.number) < (:held_on, :here) AS earlier
FROM meeting AS m
JOIN agenda_item AS i ON i.meeting_id = m.id AND i.number = :item
JOIN entry AS e ON e.item_id = i.id AND e.kind IN ({NUMBERED_KINDS})
WHERE m.number = :meeting
ORDER BY e.position, e.id LIMIT 1 OFFSET :before
"""
_RATING = """
SELECT r.level FROM rating AS r JOIN plan_line AS l ON l.id = r.line_id JOIN meeting AS m ON m.id = r.meeting_id
WHERE l.ref = :ref AND r.status = :agreed ORDER BY m.number DESC, r.position DESC, r.id DESC LIMIT 1
"""
_ACTION = """
SELECT 1 FROM action AS a JOIN meeting AS m ON m.id = a.meeting_id
WHERE m.number = :meeting AND a.sequence = :sequence
"""
_ITEM = "SELECT 1 FROM agenda_item WHERE meeting_id = :meeting AND number = :number"

_WORDS_THAT_NAME = 2
"""The fewest first words of a title by which an office may be called."""


class Known:
    """What is known at one meeting (`domain.known.Known`).

    People and the rating scheme are read once; records are looked up at each question, because the lines
    before may have made them.
    """

    def __init__(self, db: Database, meeting_number: int) -> None:
        self._db = db
        self._number = meeting_number

    @cached_property
    def _meeting(self) -> Meeting:
        return meeting(self._db, self._number)

    @property
    def meeting_on(self) -> date:
        """The day of the meeting."""
        return self._meeting.date

    @cached_property
    def scheme(self) -> Scheme:
        """The Board's rating scheme."""
        return scheme(self._db)

    def person(self, name: str) -> str | None:
        """Return the initials of the one office or group called `name`, or None when none or several are.

        It may be called by its initials, its holder's name, its title, the initials of its holder's own name, or what
        it is to the Board: `the Chair`.
        """
        wanted = _folded(name)
        for called in self._called:
            if found := called.get(wanted) or called.get(wanted.removeprefix("the ")):
                return next(iter(found)) if len(found) == 1 else None
        return None

    def begins(self, title: str) -> tuple[str, ...]:
        """Return the initials of the offices whose title begins with these words, of which there are two or more."""
        wanted = _words(title)
        if len(wanted) < _WORDS_THAT_NAME:
            return ()
        offices = (person for person in self._people if person.kind != PersonKind.GROUP)
        return tuple(one.initials for one in offices if _words(one.role)[: len(wanted)] == wanted)

    def members(self, initials: str) -> tuple[str, ...]:
        """Return the members of a group, or the office itself."""
        return self._members.get(initials) or (initials,)

    def has_action(self, ref: str) -> bool:
        """Say whether there is an action `5/03`."""
        numbers = _numbers(ref.replace("/", " "))
        return len(numbers) == 2 and self._has(_ACTION, meeting=numbers[0], sequence=numbers[1])

    def has_line(self, ref: str) -> bool:
        """Say whether there is a plan line `3.2`."""
        return self._has("SELECT 1 FROM plan_line WHERE ref = :ref", ref=ref)

    def has_item(self, number: int) -> bool:
        """Say whether this meeting has an item of that number."""
        return self._has(_ITEM, meeting=self._meeting.id, number=number)

    def can_defer_to(self, number: int) -> bool:
        """Say whether an item can move to that meeting: a later one, neither cancelled nor begun (rule 9)."""
        sql = "SELECT number, held_on, state FROM meeting WHERE number = :number"
        for row in rows(self._db, sql, number=number):
            other = MeetingOn(row["number"], date.fromisoformat(row["held_on"]), MeetingState(row["state"]))
            begun = other.state == MeetingState.IN_SESSION
            return other.is_open and not begun and other.day > self._meeting.date
        return False

    def paragraph(self, ref: str) -> str | None:
        """Return the text minuted at `5/4.2` of an earlier meeting, or None."""
        found = self._minuted(ref)
        return str(found["text"]) if found and found["earlier"] else None

    def is_challenge(self, ref: str) -> bool:
        """Say whether the paragraph is a challenge."""
        found = self._minuted(ref)
        return found is not None and found["kind"] == EntryKind.CHALLENGE

    def challenge_here(self, ref: str) -> str | None:
        """Return the whole reference of this meeting's challenge at `4.4`, as in `6/4.4`; None if there is none.

        An answered one counts too: its answer, edited, is still an answer.
        """
        whole = f"{self._number}/{ref}"
        return whole if self.is_challenge(whole) else None

    def rating(self, ref: str) -> str | None:
        """Return the agreed rating of a plan line now."""
        found = rows(self._db, _RATING, ref=ref, agreed=RatingStatus.AGREED.value)
        return found[0]["level"] if found else None

    @cached_property
    def _people(self) -> list[Person]:
        return people(self._db)

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        return {person.initials: person.members for person in self._people}

    @cached_property
    def _called(self) -> tuple[dict[str, set[str]], ...]:
        """Map what each is called to initials: by initials, name, title, the name's own initials, who presides."""
        called: tuple[dict[str, set[str]], ...] = ({}, {}, {}, {}, {})
        for person in self._people:
            presides = person.kind if person.kind in PRESIDING else ""
            names = (person.initials, person.name, person.role, person.own_initials, presides)
            for there, name in zip(called, names, strict=True):
                if name:
                    there.setdefault(_folded(name), set()).add(person.initials)
        return called

    def _minuted(self, ref: str) -> dict[str, Any] | None:
        numbers = _numbers(ref.replace("/", " ").replace(".", " "))
        if len(numbers) != 3 or numbers[2] < 1:
            return None
        at, item, paragraph = numbers
        here = {"held_on": self._meeting.date.isoformat(), "here": self._meeting.number}
        found = rows(self._db, _PARAGRAPH, meeting=at, item=item, before=paragraph - 1, **here)
        return found[0] if found else None

    def _has(self, sql: str, **named: Any) -> bool:
        return bool(rows(self._db, sql, **named))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _words(title: str) -> list[str]:
    """Return the words of a title to compare it by, without a leading *the*."""
    return _folded(title).replace("’", "'").removeprefix("the ").split()


def _numbers(text: str) -> tuple[int, ...]:
    parts = text.split()
    return tuple(map(int, parts)) if all(part.isdecimal() and len(part) < 10 for part in parts) else ()
