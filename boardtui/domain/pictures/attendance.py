"""Who came to which meeting: offices down, meetings across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardtui.domain.pictures.grid import Grid, Line
from boardtui.domain.views import Meeting, Person

KEY = {"Y": "attended", "D": "sent a deputy", "A": "apologies", "N": "absent"}


def attendance(meetings: Sequence[Meeting], came: Sequence[tuple[Person, Mapping[int, str]]]) -> Grid:
    """Return the picture of the meetings that have begun; an office of which nothing is entered is left out."""
    numbers = [meeting.number for meeting in meetings]
    lines = [
        Line(person.initials, person.name, tuple(marks.get(number, "") for number in numbers), _sum(marks))
        for person, marks in came
        if any(marks.values())
    ]
    return Grid(
        "attendance",
        "Attendance",
        "meeting",
        tuple(("", str(number)) for number in numbers),
        tuple(map(str, numbers)),
        tuple(lines),
        KEY,
        empty="nothing entered",
    )


def _sum(marks: Mapping[int, str]) -> str:
    entered = [mark for mark in marks.values() if mark]
    return f"{entered.count('Y')} of {len(entered)}"
