"""Who came to the Board's meetings, who was missing more than once, and the department's observer (N 7.2)."""

from __future__ import annotations

from boardtui.documents.drafting import department
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import days_in_full, each_of, number, times
from boardtui.documents.drafting.offices import SEATS, marked
from boardtui.domain import views
from boardtui.domain.states import AttendanceStatus
from boardtui.domain.text import listed

_HERE = (AttendanceStatus.PRESENT, AttendanceStatus.IN_ATTENDANCE, AttendanceStatus.OBSERVER)
_AWAY = (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT)
_FEW = 3
_IN_FIGURES = 10


def came(material: Material, whose: str = "its") -> str:
    """Count the members who came or were represented, meeting by meeting where there are few.

    `whose` members they are, where the Board is not named just before.
    """
    rolls = [_roll(material, meeting) for meeting in material.paper.meetings]
    rolls = [roll for roll in rolls if roll[1]]
    if not rolls:
        return ""
    each = "" if len(rolls) == 1 else " each time"
    if all(here == of for here, of in rolls):
        return f"Every member came or was represented{each}"
    counts = [here for here, _ in rolls]
    members = f"of {whose} {number(max(of for _, of in rolls))} members"
    figure = str if max(counts) >= _IN_FIGURES else number
    if len(set(counts)) == 1:
        return f"{number(counts[0])} {members} came or sent a deputy{each}"
    if len(counts) > _FEW:
        return f"Between {figure(min(counts))} and {figure(max(counts))} {members} came or sent a deputy{each}"
    return f"Counting deputies, {listed([figure(count) for count in counts])} {members} attended"


def missing(material: Material) -> str:
    """Name the members who were away more than once, and say whether a deputy came for them."""
    held = len(material.paper.meetings)
    if held < 2:
        return ""
    missed: dict[tuple[int, int], list[str]] = {}
    for initials, person in material.paper.people.items():
        away, deputies = _away(material, initials) if person.kind in SEATS else (0, 0)
        if away > 1:
            who = "I" if person.kind == "chair" else marked(initials)
            missed.setdefault((away, deputies), []).append(who)
    if not missed:
        return "Nobody was missing more than once"
    return "; ".join(
        f"{listed(sorted(who, key=lambda one: one == 'I'))} {'each ' if len(who) > 1 else ''}"
        f"missed {_of_all(away, held)} {_deputies(deputies, away)}"
        for (away, deputies), who in sorted(missed.items(), key=lambda group: (-group[0][0], group[0][1]))
    )


def observed(material: Material) -> str:
    """Say whether the department's official took part (N 7.2); nothing where none has a seat and no Notice asks it."""
    held, officials = material.paper.meetings, department.officials(material)
    if not officials and not material.notice:
        return ""
    others = {initials for initials, one in material.paper.people.items() if one.kind == "observer"} - officials
    seen = {
        row.meeting
        for row in material.paper.attendance
        if (row.status == AttendanceStatus.OBSERVER and row.initials not in others)
        or (row.initials in officials and row.status in _HERE)
    }
    without = [meeting.date for meeting in held if meeting.number not in seen]
    official = f"An official of {department.named(material)} took part as observer"
    if not without:
        return official if len(held) == 1 else f"{official} at {each_of(len(held))}"
    if len(without) == len(held):
        return f"No official of {department.named(material)} is recorded as taking part"
    if len(without) <= _FEW:
        return f"{official}, except on {days_in_full(without)}"
    return f"{official} at {number(len(held) - len(without))} of the {number(len(held))}"


def _roll(material: Material, meeting: views.Meeting) -> tuple[int, int]:
    """Count the members who came or were represented, and all those on the register."""
    rows = [row for row in material.paper.attendance if row.meeting == meeting.number]
    seats = {initials for initials, person in material.paper.people.items() if person.kind in SEATS}
    represented = {row.deputy_for for row in rows if row.deputy_for} & seats
    here = {row.initials for row in rows if row.status in _HERE} & seats
    away = {row.initials for row in rows if row.status in _AWAY} & seats
    return len(here | represented), len(here | away | represented)


def _away(material: Material, initials: str) -> tuple[int, int]:
    """Count the meetings a member missed, and those of them to which a deputy came."""
    rows = material.paper.attendance
    here = {row.meeting for row in rows if row.initials == initials and row.status in _HERE}
    deputised = {row.meeting for row in rows if row.deputy_for == initials} - here
    away = {row.meeting for row in rows if row.initials == initials and row.status in _AWAY} | deputised
    return len(away), len(deputised)


def _of_all(away: int, held: int) -> str:
    if away == held:
        return each_of(held)
    return f"{number(away)} of the {number(held)}"


def _deputies(deputies: int, away: int) -> str:
    if not deputies:
        return "without sending a deputy"
    if deputies == away:
        return "but sent a deputy each time"
    return f"and sent a deputy {times(deputies)}"
