"""What can be changed of many offices at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from boardtui import services
from boardtui.domain.states import PersonKind
from boardtui.domain.views import Person
from boardtui.store.unit import Work
from boardtui.ui.many import Many
from boardtui.ui.widgets.fields import one_of, words

_AS_IT_IS = ("", "as it is")


def edit(people: Mapping[str, Person]) -> Many:
    """Ask for the organisation of all of them, and for what all of them are."""
    kinds = [str(kind) for kind in PersonKind if kind not in (PersonKind.GROUP, PersonKind.CHAIR)]

    def change(work: Work, ref: str, answers: Mapping[str, Any]) -> None:
        changes = {name: answer for name, answer in answers.items() if answer}
        found = people[ref]
        if found.kind == PersonKind.GROUP:
            changes.pop("kind", None)
        services.people.edit_person(work, found.id, found.version, **changes)

    return Many(
        "Change",
        "office",
        [words("organisation", "Organisation"), one_of("kind", "Is a", [_AS_IT_IS, *kinds])],
        change,
        says="What is left empty stays as it is of each.",
        check=lambda answers: () if any(answers.values()) else ("Nothing is to be changed.",),
    )
