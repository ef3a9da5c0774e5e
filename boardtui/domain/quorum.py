"""Whether enough of the Board is in the room (rule 10)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardtui.domain.composition import Office, partner_agencies
from boardtui.domain.states import AttendanceStatus, PersonKind
from boardtui.domain.text import plural

PRESIDING = (PersonKind.CHAIR, PersonKind.VICE_CHAIR)
VOTING = (*PRESIDING, PersonKind.MEMBER)
_THERE_FROM_THE_START = (AttendanceStatus.PRESENT, AttendanceStatus.DEPUTY)


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """The Board's own rule: a number or a fraction of voting members, the Chair, so many agencies."""

    number: int | None = None
    fraction: Fraction | None = None
    needs_chair: bool = False
    agencies: int | None = None

    @property
    def is_set(self) -> bool:
        """Say whether there is anything to check."""
        return bool(self.number or self.fraction or self.needs_chair or self.agencies)

    def needed(self, voting: int) -> int | None:
        """Count how many of so many voting members are needed; a fraction is rounded up."""
        if self.number is not None:
            return self.number
        return None if self.fraction is None else math.ceil(self.fraction * voting)

    def __str__(self) -> str:
        if self.fraction is not None:
            return f"{self.fraction.numerator}/{self.fraction.denominator}"
        return "" if self.number is None else str(self.number)


def parse_quorum(text: str, *, needs_chair: bool = False, agencies: int | None = None) -> QuorumRule:
    """Read `5`, `1/3` or nothing; raises ValueError with one sentence for whoever typed it."""
    typed = "".join(text.split())
    found = re.fullmatch(r"([1-9][0-9]{0,2})(?:/([1-9][0-9]{0,2}))?", typed)
    if not typed:
        return QuorumRule(None, None, needs_chair, agencies)
    if not found or (found[2] and int(found[1]) > int(found[2])):
        raise ValueError(f"“{text}” is not a quorum: write a number (5), a fraction (1/3), or nothing.")
    if found[2]:
        return QuorumRule(None, Fraction(int(found[1]), int(found[2])), needs_chair, agencies)
    return QuorumRule(int(found[1]), None, needs_chair, agencies)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a meeting's register; a deputy names the office they sit for."""

    office: str
    kind: PersonKind
    organisation: str = ""
    status: AttendanceStatus | None = None
    deputy_for: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """An arrival or a departure."""

    office: str
    arrived: bool


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many voting seats are filled, how many are needed, and the verdict; unset, there is no verdict."""

    present_voting: int
    needed: int | None
    quorate: bool | None
    reason: str


def quorum(
    rule: QuorumRule,
    register: Sequence[Seat],
    movements: Sequence[Movement] = (),
    *,
    moment: int | None = None,
    withdrawn: Collection[str] = (),
    council: str = "",
) -> Quorum:
    """Count the quorum after the first `moment` movements, by default after all of them (rule 10).

    Members and their deputies count, once a seat; observers, officers in attendance and those withdrawn for
    an interest do not. `movements` are all of the meeting's, in order: whoever moves first by arriving was
    not there before.
    """
    room = _in_the_room(register, movements, moment) - set(withdrawn)
    voting = {seat.office: seat for seat in register if seat.kind in VOTING}
    filled = {_sits_for(seat) for seat in register if seat.office in room} & voting.keys()
    presides = any(s.kind in PRESIDING and s.office in room and _sits_for(s) == s.office for s in register)
    needed = rule.needed(len(voting))
    if not rule.is_set:
        return Quorum(len(filled), None, None, "No quorum is set.")
    agencies = len(_agencies([voting[office] for office in filled], council))
    lacking = _lacking(rule, len(filled), needed, agencies, presides)
    count = f"{len(filled)} of {len(voting)} voting members present"
    wanted = "" if needed is None else f", {needed} needed"
    verdict = f"Not quorate: {'; '.join(lacking)}." if lacking else f"Quorate: {count}{wanted}."
    return Quorum(len(filled), needed, not lacking, verdict)


def _in_the_room(register: Sequence[Seat], movements: Sequence[Movement], moment: int | None) -> set[str]:
    first: dict[str, bool] = {}
    for movement in movements:
        first.setdefault(movement.office, movement.arrived)
    room = {
        seat.office for seat in register if seat.status in _THERE_FROM_THE_START and not first.get(seat.office, False)
    }
    for movement in movements[:moment]:
        (room.add if movement.arrived else room.discard)(movement.office)
    return room


def _sits_for(seat: Seat) -> str:
    """Name the office whose seat somebody fills: a deputy that of their member, anyone else their own."""
    return seat.deputy_for if seat.status == AttendanceStatus.DEPUTY else seat.office


def _agencies(seats: Sequence[Seat], council: str) -> tuple[str, ...]:
    return partner_agencies((Office(s.office, "", s.kind, s.organisation) for s in seats), council)


def _lacking(rule: QuorumRule, filled: int, needed: int | None, agencies: int, presides: bool) -> list[str]:
    """Say what the rule asks for and the room does not have."""
    lacking: list[str] = []
    if needed is not None and filled < needed:
        lacking.append(f"{plural(filled, 'voting member')} present, {needed} needed")
    if rule.needs_chair and not presides:
        lacking.append("neither the Chair nor a vice-chair is present")
    if rule.agencies and agencies < rule.agencies:
        lacking.append(f"{plural(agencies, 'partner agency')} present, {rule.agencies} needed")
    return lacking
