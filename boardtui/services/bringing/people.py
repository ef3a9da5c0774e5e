"""Offices and who holds them, from a council's own list of members."""

from __future__ import annotations

import re

from sqlmodel import select

from boardtui.domain.initials import personal_initials, proposed_initials
from boardtui.domain.sheets.outcome import Brought
from boardtui.domain.sheets.people import folded, untitled
from boardtui.domain.sheets.records import Record
from boardtui.domain.sheets.states import part_titled
from boardtui.domain.states import PersonKind
from boardtui.domain.text import one_line
from boardtui.domain.views import Person
from boardtui.services import people
from boardtui.services.bringing.outcome import Setting, changed, differs, new, said
from boardtui.store.models import Office
from boardtui.store.reading.people import people as all_people
from boardtui.store.unit import Work

_WITH_INITIALS = re.compile(r"(?P<name>.+?)\s*[(\[](?P<initials>[A-Z]{2,5})[)\]]")
_VACANT = re.compile(r"(vacant|vacancy|tb[ca]|to be (appointed|confirmed)|-+|n/?a)\.?", re.IGNORECASE)


def bring(work: Work, record: Record, _setting: Setting) -> Brought:
    """Add the office a row holds, or change what the row says otherwise of one that is here."""
    values = record.values
    role = str(values["role"])
    name, initials = _named(str(values.get("name", "")), str(values.get("initials", "")))
    there = all_people(work.db)
    person = _known(there, initials, role, name)
    deputy = _deputy_of(there, str(values.get("deputy_of", "")))
    titled = part_titled(role, str(values.get("organisation", "")))
    part = _part(values.get("part"), titled)
    if person is None:
        made = people.add_person(
            work,
            initials=initials or proposed(work, role),
            name=name or role,
            role=role,
            organisation=values.get("organisation", ""),
            kind=part or titled,
            deputy_of=deputy,
        )
        facts = [
            f"name: {said(name)}",
            f"organisation: {said(values.get('organisation'))}",
            str(part or titled),
        ]
        given = "" if initials else f"initials {made} were made up from the title"
        return new(record.row, made, role, given, *record.notes, _twice(there, name), facts=facts)
    told = {"name": name, "role": role, "organisation": values.get("organisation")}
    wanted = {field: now for field, now in told.items() if now and now != getattr(person, field)}
    if name == untitled(person.name):
        wanted.pop("name", None)  # only its “Cllr” or “Dr” is missing in the sheet
    other = f"“{initials}” is {person.initials} here" if initials and not _same(initials, person.initials) else ""
    if part and part != person.kind and person.kind != PersonKind.GROUP:
        wanted["kind"] = part
    if deputy and deputy != person.deputy_of:
        wanted["deputy_of"] = deputy
    changes = [differs(field, getattr(person, field), value) for field, value in wanted.items()]
    if wanted:
        people.edit_person(work, person.id, person.version, **wanted)
    return changed(record.row, person.initials, role, changes, *record.notes, other)


def _part(told: PersonKind | None, titled: PersonKind) -> PersonKind | None:
    """Return the part that a sheet says somebody plays; the Chair among the members is the Chair."""
    chairs = titled in (PersonKind.CHAIR, PersonKind.VICE_CHAIR)
    return titled if told == PersonKind.MEMBER and chairs else told


def _twice(there: list[Person], name: str) -> str:
    """Say that somebody of this name holds another office here: it may be one and the same."""
    held = next((one for one in there if name and _same(untitled(one.name), untitled(name))), None)
    return f"{name} is {held.initials}, {held.role}, here already: is it one office?" if held else ""


def _named(written: str, initials: str) -> tuple[str, str]:
    """Return name and initials as a cell gives them: `Jane Smith (JS)` holds both; a vacant office has no name."""
    if _VACANT.fullmatch(written):
        return "", initials
    both = _WITH_INITIALS.fullmatch(written)
    if both is None or personal_initials(both["name"]) != both["initials"]:
        return written, initials
    return both["name"], initials or both["initials"]


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
    """Return the office here that a row is about: by its initials, else by its title and its holder, if it has one.

    Without initials in the sheet a title that one office has is enough.
    """
    short = next((one for one in there if initials and _same(one.initials, initials)), None)
    if short is not None:
        return short
    titled = [one for one in there if _title(one.role, one.kind) == _title(role)]
    held = [one for one in titled if name and _same(untitled(one.name), untitled(name))]
    vacant = [one for one in titled if one.name == one.role]
    if held or initials:
        return next(iter([*held, *vacant]), None)
    return titled[0] if len(titled) == 1 else None


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def _title(role: str, kind: str = "") -> str:
    """Fold a title; that of the Chair is the same however it is worded."""
    chair = kind == PersonKind.CHAIR or part_titled(role, "") == PersonKind.CHAIR
    return PersonKind.CHAIR.value if chair else folded(role)


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
