"""Offices and who holds them, from a council's own list of members."""

from __future__ import annotations

import re

from sqlmodel import select

from boardtui.domain.initials import proposed_initials
from boardtui.domain.sheets.outcome import Brought
from boardtui.domain.sheets.people import folded
from boardtui.domain.sheets.records import Record
from boardtui.domain.states import PersonKind
from boardtui.domain.text import one_line
from boardtui.domain.views import Person
from boardtui.services import people
from boardtui.services.bringing.outcome import Setting, changed, differs, new, said
from boardtui.store.models import Office
from boardtui.store.reading.people import people as all_people
from boardtui.store.unit import Work

_FIELDS = ("name", "role", "organisation")
_VACANT = re.compile(r"(vacant|vacancy|tb[ca]|to be (appointed|confirmed)|-+|n/?a)\.?", re.IGNORECASE)


def bring(work: Work, record: Record, _setting: Setting) -> Brought:
    """Add the office a row holds, or change what the row says otherwise of one that is here."""
    values = record.values
    role, initials = str(values["role"]), str(values.get("initials", ""))
    name = str(values.get("name", ""))
    name = "" if _VACANT.fullmatch(name) else name
    person = _known(all_people(work.db), initials, role, name)
    deputy = _deputy_of(all_people(work.db), str(values.get("deputy_of", "")))
    part = values.get("part")
    if person is None:
        made = people.add_person(
            work,
            initials=initials or proposed(work, role),
            name=name or role,
            role=role,
            organisation=values.get("organisation", ""),
            kind=part or PersonKind.MEMBER,
            deputy_of=deputy,
        )
        facts = [
            f"name: {said(name)}",
            f"organisation: {said(values.get('organisation'))}",
            str(part or PersonKind.MEMBER),
        ]
        given = "" if initials else f"initials {made} were made up from the title"
        return new(record.row, made, role, given, *record.notes, facts=facts)
    wanted = {
        field: values[field] for field in _FIELDS if values.get(field) and values[field] != getattr(person, field)
    }
    if "name" in wanted and not name:
        del wanted["name"]
    if part and part != person.kind and person.kind != PersonKind.GROUP:
        wanted["kind"] = part
    if deputy and deputy != person.deputy_of:
        wanted["deputy_of"] = deputy
    changes = [differs(field, getattr(person, field), value) for field, value in wanted.items()]
    if wanted:
        people.edit_person(work, person.id, person.version, **wanted)
    return changed(record.row, person.initials, role, changes, *record.notes)


def add_office(work: Work, name: str) -> str:
    """Add an office for somebody a sheet names and nobody here is called; return its initials."""
    called = one_line(name)
    short = (
        called if re.fullmatch(r"[A-Z][A-Za-z&]{0,5}", called) and not _taken(work, called) else proposed(work, called)
    )
    return people.add_person(work, initials=short, name=called, role=called, kind=PersonKind.OFFICER)


def proposed(work: Work, title: str) -> str:
    """Make initials up from a title: those of its words, with a number where they are taken."""
    return proposed_initials(title, [row.initials for row in work.all(select(Office))])


def _taken(work: Work, initials: str) -> bool:
    return any(row.initials.casefold() == initials.casefold() for row in work.all(select(Office)))


def _known(there: list[Person], initials: str, role: str, name: str) -> Person | None:
    """Return the office here that a row is about: by its initials, else by its title and then its holder."""
    if initials:
        return next((one for one in there if one.initials.casefold() == initials.casefold()), None)
    titled = [one for one in there if folded(one.role) == folded(role)]
    held = [one for one in titled if name and folded(one.name) == folded(name)]
    return held[0] if held else titled[0] if len(titled) == 1 else None


def _deputy_of(there: list[Person], text: str) -> str | None:
    wanted = folded(text)
    return next(
        (
            one.initials
            for one in there
            if wanted and wanted in {folded(one.initials), folded(one.role), folded(one.name)}
        ),
        None,
    )
