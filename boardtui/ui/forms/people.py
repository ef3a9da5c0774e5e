"""Adding and changing offices and groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from boardtui import services
from boardtui.domain.states import PersonKind
from boardtui.domain.views import Person
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import Field, one_of, words
from boardtui.ui.widgets.record_fields import person, several

_KINDS = [str(kind) for kind in PersonKind if kind != PersonKind.GROUP]


def add(people: Mapping[str, Person]) -> Form:
    """Ask for a new office and who holds it."""
    return Form(
        "Add an office",
        _fields(people, None),
        lambda answers: lambda work: services.people.add_person(work, **_named(answers)),
        says=Content("Actions and seats belong to the office and stay when its holder changes."),
    )


def edit(found: Person, people: Mapping[str, Person]) -> Form:
    """Ask for an office's new particulars; a new name is a new holder from today."""
    return Form(
        f"{found.initials}",
        _fields(people, found),
        lambda answers: lambda work: services.people.edit_person(work, found.id, found.version, **_named(answers)),
    )


def add_group(people: Mapping[str, Person], members: Sequence[str] = ()) -> Form:
    """Ask for a new group, perhaps of members that are marked."""
    return Form(
        "Add a group",
        [
            words("initials", "Initials", needed=True, hint="ALL"),
            words("name", "Name", needed=True, hint="All members"),
            several("members", "Members", people, members, needed=True),
        ],
        lambda answers: lambda work: services.people.add_group(work, **answers),
    )


def edit_group(found: Person, people: Mapping[str, Person]) -> Form:
    """Ask who is in a group."""
    return Form(
        f"Members of {found.initials}",
        [several("members", "Members", people, found.members, needed=True)],
        lambda answers: lambda work: services.people.set_members(work, found.initials, answers["members"]),
    )


def _fields(people: Mapping[str, Person], found: Person | None) -> list[Field]:
    named = found is not None and found.name != found.role
    return [
        words("initials", "Initials", found.initials if found else "", needed=True, hint="of the office, such as DCS"),
        words("role", "Office", found.role if found else "", needed=True, hint="Director of Children's Services"),
        words("name", "Held by", found.name if found and named else "", hint="leave empty if nobody is named"),
        words("organisation", "Organisation", found.organisation if found else ""),
        one_of("kind", "Is a", _KINDS, found.kind if found else PersonKind.MEMBER),
        person("deputy_of", "Deputy of", people, found.deputy_of if found else None),
    ]


def _named(answers: Answers) -> Answers:
    """Return the answers with the office's title where nobody is named."""
    return {**answers, "name": answers["name"] or answers["role"]}
