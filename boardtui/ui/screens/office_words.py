"""How offices read on the page of a record: initials, and once in full what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardtui.domain.views import Person

People = Mapping[str, Person]
"""Offices and groups by their initials."""


def in_full(initials: Iterable[str], people: People) -> str:
    """Return offices by initials and title, with the holder's name where there is one: `DCS, Director of …`."""
    return "; ".join(_office(one, people.get(one)) for one in initials)


def _office(initials: str, person: Person | None) -> str:
    if person is None:
        return initials
    named = (person.name, person.role) if person.name != person.role else (person.role,)
    return ", ".join((initials, *filter(None, named)))
