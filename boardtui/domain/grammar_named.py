"""Whom a line of minutes names, and by which day (DESIGN 5)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardtui.domain import lines as ln
from boardtui.domain.known import Known
from boardtui.domain.relative_days import parse_day
from boardtui.domain.text import listed

_NEXT_MEETING = re.compile(r"^(?:the\s+)?next\s+(?:board\s+)?(?:meeting|board)(?:\s+of\s+the\s+board)?$", re.I)
_END_OF = re.compile(r"^(?:the\s+)?end\s+of\b", re.I)


class ProblemError(Exception):
    """What is wrong with a line, as one sentence for the person typing it."""


def one_named(name: str, known: Known) -> str:
    """Return the initials of the one office or group that is named."""
    initials = _called(name, known)
    if initials is None:
        raise ProblemError(f"Nobody here is called “{name.strip()}”.")
    return initials


def _called(name: str, known: Known) -> str | None:
    """Return who is called so, or the one office whose title begins so."""
    if (initials := known.person(name.strip())) is not None:
        return initials
    offices = known.begins(name)
    if len(offices) > 1:
        raise ProblemError(f"“{name.strip()}” may be {listed(offices, 'or')}: write the initials.")
    return offices[0] if offices else None


def all_named(text: str, known: Known) -> tuple[str, ...]:
    """Return the initials of all that are named, in their order, each once."""
    found: list[str] = []
    for part in filter(str.strip, text.split(",")):
        whole = _called(part, known)
        if whole is not None:
            found.append(whole)
        else:
            found += [
                one_named(name, known) for name in re.split(r"\s+(?:and|&)\s+|^and\s+|\s*/\s*", part.strip()) if name
            ]
    if not found:
        raise ProblemError("Nobody is named.")
    return tuple(dict.fromkeys(found))


def due_by(text: str, known: Known) -> ln.Due:
    """Return the day that is named, or the next meeting."""
    return ln.NEXT_MEETING if _NEXT_MEETING.match(" ".join(text.split())) else day(text, known)


def due_before(text: str, known: Known) -> ln.Due:
    """Return the last day before a named one; the end of a week or month, and the next meeting, are due then."""
    try:
        due = due_by(text, known)
        return due - timedelta(days=1) if isinstance(due, date) and not _END_OF.match(text) else due
    except ProblemError as problem:
        said = f"“before {text.strip()}” is not a date that can be read: write by and the day, as in by 14 Jan."
        raise ProblemError(said) from problem


def day(text: str, known: Known) -> date:
    """Return the day that is named, counted from the day of the meeting."""
    try:
        return parse_day(text.strip(), known.meeting_on)
    except ValueError as problem:
        raise ProblemError(str(problem)) from problem
