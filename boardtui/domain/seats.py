"""Who sits at a new Board, as people type it: one line each, `Jane Smith, Director of Nursing, NHS Trust`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from boardtui.domain.initials import proposed_initials
from boardtui.domain.states import PersonKind
from boardtui.domain.text import one_line

HOW = "name, office, organisation (INITIALS)"
"""How a line is typed; the office alone is enough."""

CHAIR = "Independent Chair"
"""What the Chair's office is usually called."""

_IN_BRACKETS = re.compile(r"^(.*?)[\s,;]*\(\s*([^\W_][\w&.-]{0,9})\s*\)\s*$")
_OFFICE = re.compile(
    r"\b(director|head|nurse|officer|manager|lead|member|representative|chair|chief|commissioner|adviser|doctor"
    r"|secretary|principal|teacher|governor|commander|observer|gp)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(council|borough|nhs|trust|icb|ccg|hospital|police|constabulary|schools?|academy|college|university|probation"
    r"|partnership|service|services|department|board|association|cafcass|ofsted|ltd|charity|forum)\b",
    re.IGNORECASE,
)
_BETWEEN = ("\t", ";", ",")


@dataclass(frozen=True)
class Seat:
    """An office at the Board and who holds it; no name means that nobody is named yet."""

    initials: str
    role: str
    name: str = ""
    organisation: str = ""
    kind: PersonKind = PersonKind.MEMBER


def read_seats(text: str, taken: Collection[str] = (), council: str = "") -> tuple[Seat, ...]:
    """Read a line for each member; initials that are not given are made up, and differ from those `taken`.

    The parts stand between tabs, semicolons or commas: a name, an office, an organisation; two are a name and an
    office, or an office and an organisation where they read so; one is an office. Without an organisation it is the
    `council`. Raises ValueError naming the line where initials are given twice.
    """
    read = [(number, *_parts(line)) for number, line in enumerate(text.splitlines(), 1) if one_line(line)]
    used = {one.casefold() for one in taken}
    for number, _said, given in read:
        if given and given.casefold() in used:
            raise ValueError(f"Line {number}: the initials {given} are given twice. Write others in the brackets.")
        used |= {given.casefold()} if given else set()
    found: list[Seat] = []
    for _number, parts, given in read:
        name, role, organisation = _meant(parts)
        found.append(Seat(given or proposed_initials(role, used), role, name, organisation or one_line(council)))
        used.add(found[-1].initials.casefold())
    return tuple(found)


def read_chair(typed: str) -> Seat:
    """Read who chairs: `Jane Smith, Independent Chair (IC)`; the name alone is enough."""
    parts, given = _parts(typed)
    role = parts[1] if len(parts) > 1 else CHAIR
    return Seat(given or proposed_initials(role, ()), role, parts[0], ", ".join(parts[2:]), PersonKind.CHAIR)


def _parts(typed: str) -> tuple[list[str], str]:
    """Return the parts of a line, and the initials in brackets at its end."""
    line = typed.strip(" ,;-•*")
    brackets = _IN_BRACKETS.match(line)
    rest, given = (brackets[1], brackets[2]) if brackets and brackets[1].strip() else (line, "")
    between = next((one for one in _BETWEEN if one in rest), ",")
    return [said for part in rest.split(between) if (said := one_line(part))] or [one_line(line)], given


def _meant(parts: list[str]) -> tuple[str, str, str]:
    """Return the name, the office and the organisation."""
    if len(parts) == 1:
        return "", parts[0], ""
    if len(parts) == 2:
        unnamed = _OFFICE.search(parts[0]) and _BODY.search(parts[1]) and not _OFFICE.search(parts[1])
        return ("", parts[0], parts[1]) if unnamed else (parts[0], parts[1], "")
    return parts[0], ", ".join(parts[1:-1]), parts[-1]
