"""Who sits at a new Board, as it is typed: Chair and secretary, the department's observer, the members."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from boardtui.domain.composition import DEPARTMENT
from boardtui.domain.seats import CHAIR, Seat, read_seats
from boardtui.domain.states import PersonKind
from boardtui.domain.text import one_line, plural
from boardtui.ui.widgets.fields import Field, lines, words
from boardtui.ui.widgets.literal import assembled, literal

Typed = Mapping[str, str]
"""What was typed so far, by the names of the questions."""

OBSERVER = "Participant observer"
SECRETARY = "Secretary to the Board"
LINES = 6
"""Members whose lines are in sight while they are typed, and beneath as they were understood."""


def seats(typed: Typed) -> tuple[Seat, ...]:
    """Return everybody who sits at the Board: Chair, members, observer, secretary; ValueError as `read_seats`."""
    own = [
        _seat(typed, "chair", CHAIR, "IC", PersonKind.CHAIR),
        *([_seat(typed, "observer", OBSERVER, "DfE", PersonKind.OBSERVER)] if _observed(typed) else []),
        _seat(typed, "secretary", SECRETARY, "SEC", PersonKind.OFFICER),
    ]
    taken = [seat.initials for seat in own]
    return own[0], *read_seats(typed.get("members", ""), taken, typed.get("council", "")), *own[1:]


def the_chair(_typed: Typed, _today: date) -> list[Field]:
    """Ask who chairs and who takes the minutes."""
    return [
        words("chair", "Chair's name", hint="Jane Smith; empty while nobody is named"),
        words("chair_role", "Office", CHAIR),
        _initials("chair_initials", "IC"),
        words("secretary", "Secretary", hint="who takes the minutes; empty while nobody is named"),
        words("secretary_role", "Office", SECRETARY),
        _initials("secretary_initials", "SEC"),
    ]


def the_department(_typed: Typed, _today: date) -> list[Field]:
    """Ask who comes from the department."""
    return [
        words("department", "Department", DEPARTMENT, hint="empty: nobody comes from a department"),
        words("observer", "Observer", hint="name; empty while nobody is named"),
        words("observer_role", "Office", OBSERVER),
        _initials("observer_initials", "DfE"),
    ]


def the_members(_typed: Typed, _today: date) -> list[Field]:
    """Ask for the members, a line each."""
    return [lines("members", "Members", tall=LINES)]


def check_seats(typed: Typed) -> dict[str, str]:
    """Find initials that two offices have, and lines that cannot be read."""
    own = {
        part: one_line(typed.get(f"{part}_initials", "")) or usual
        for part, usual in (("chair", "IC"), ("secretary", "SEC"), ("observer", "DfE"))
        if part != "observer" or _observed(typed)
    }
    folded = [initials.casefold() for initials in own.values()]
    for part, initials in own.items():
        if folded.count(initials.casefold()) > 1:
            return {f"{part}_initials": f"Two offices have the initials {initials}: choose others for one of them."}
    try:
        seats(typed)
    except ValueError as problem:
        return {"members": str(problem)}
    return {}


def tell_members(typed: Typed, _today: date) -> Content:
    """Say how the lines were understood, the last ones where there are many."""
    try:
        members = [seat for seat in seats(typed) if seat.kind == PersonKind.MEMBER]
    except ValueError as problem:
        return literal(str(problem), "$text-error")
    if not members:
        return literal("e.g.  Jane Smith, Director of Nursing, NHS Trust (DN)", "$foreground-muted")
    wide = max(len(seat.initials) for seat in members)
    rows = [
        assembled(
            (f"{seat.initials:<{wide}}  ", "bold"),
            seat.role,
            (f"  {'; '.join(part for part in (seat.name, seat.organisation) if part)}", "$foreground-muted"),
        )
        for seat in members[-LINES:]
    ]
    said = f"Understood as {plural(len(members), 'office')}{', the last:' if len(members) > LINES else ':'}"
    return Content("\n").join([literal(said, "$foreground-muted"), *rows])


def _observed(typed: Typed) -> bool:
    return typed.get("department", DEPARTMENT).strip() != ""


def _seat(typed: Typed, part: str, role: str, initials: str, kind: PersonKind) -> Seat:
    organisation = {"chair": "", "observer": typed.get("department", DEPARTMENT)}.get(part, typed.get("council", ""))
    return Seat(
        one_line(typed.get(f"{part}_initials", "")) or initials,
        one_line(typed.get(f"{part}_role", "")) or role,
        one_line(typed.get(part, "")),
        one_line(organisation),
        kind,
    )


def _initials(name: str, usual: str) -> Field:
    def read(typed: str) -> str:
        seats_read = read_seats(f"x ({one_line(typed)})")
        if not one_line(typed) or seats_read[0].initials != one_line(typed):
            raise ValueError("Use up to ten letters and figures, no spaces.")
        return one_line(typed)

    return Field(name, "Initials", usual, reads=read, needed=True, hint=usual)
