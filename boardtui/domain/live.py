"""What live mode shows: the item in hand and its entries, and who is in the room (DESIGN 5; rule 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from boardtui.domain import quorum as rule
from boardtui.domain.states import AttendanceStatus, PersonKind
from boardtui.domain.text import plural
from boardtui.domain.views import Action, Attendance, Board, Entry, Interest, Item, Meeting, Movement, Person


@dataclass(frozen=True)
class Presence:
    """How many voting seats are filled, of how many, and whether that is a quorum; None when none is set.

    `taken` says whether anybody is marked in the register yet.
    """

    present: int
    voting: int
    quorate: bool | None
    reason: str
    taken: bool = True

    def __str__(self) -> str:
        if not self.taken:
            return "the register is not taken yet"
        counted = f"{self.present} of {plural(self.voting, 'voting member')}"
        if self.quorate is None:
            return f"{counted}, no quorum set"
        return f"{counted}, quorate" if self.quorate else f"{counted}, NOT QUORATE: {self._lacking}"

    @property
    def _lacking(self) -> str:
        lacking = self.reason.removeprefix("Not quorate: ").removesuffix(".")
        lacking = lacking.replace("neither the Chair nor a vice-chair is present", "no Chair or vice-chair")
        return lacking.replace(f"{plural(self.present, 'voting member')} present, ", "")


@dataclass(frozen=True)
class Live:
    """A meeting in session as it stands; `item` is the one in hand, `entries` and the actions `raised` are its own."""

    meeting: Meeting
    items: tuple[Item, ...]
    item: Item | None
    entries: tuple[Entry, ...]
    raised: tuple[Action, ...]
    presence: Presence
    ticked_at: datetime | None

    def used(self, item: Item, now: datetime) -> int:
        """Count the seconds an item has taken; the one in hand runs on since the clock last ticked."""
        running = 0
        if self.item is not None and item.id == self.item.id and self.ticked_at is not None:
            running = max(0, int((now - self.ticked_at).total_seconds()))
        return item.used_seconds + running


def presence(
    board: Board,
    people: Sequence[Person],
    register: Sequence[Attendance],
    movements: Sequence[Movement],
    interests: Sequence[Interest],
    item: int | None,
) -> Presence:
    """Count who is in the room now, without those who left for an interest in the item in hand (rule 10)."""
    marked = {one.initials: one for one in register if one.initials}
    seats = [
        _seat(person.initials, person.kind, person.organisation, marked.get(person.initials))
        for person in people
        if person.kind != PersonKind.GROUP
    ]
    seats += [_seat(one.name, PersonKind.OFFICER, "", one) for one in register if not one.initials]
    counted = rule.quorum(
        rule.parse_quorum(board.quorum, needs_chair=board.quorum_needs_chair, agencies=board.quorum_agencies),
        seats,
        [rule.Movement(moved.who, moved.arrived) for moved in movements],
        withdrawn={one.who for one in interests if one.leaves and one.item == item},
        council=board.council,
    )
    voting = sum(person.kind in rule.VOTING for person in people)
    return Presence(counted.present_voting, voting, counted.quorate, counted.reason, bool(register))


def _seat(office: str, kind: str, organisation: str, marked: Attendance | None) -> rule.Seat:
    status = AttendanceStatus(marked.status) if marked else None
    return rule.Seat(office, PersonKind(kind), organisation, status, (marked and marked.deputy_for) or "")
