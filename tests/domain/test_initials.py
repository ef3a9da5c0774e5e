"""The initials of a person's own name, by which logs and minutes are kept, and whom they may mean."""

from __future__ import annotations

import pytest

from boardtui.domain.initials import personal_initials
from boardtui.domain.sheets.likely import likely
from boardtui.domain.states import PersonKind
from boardtui.domain.views import Person


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Sir Colin Vane", "CV"),
        ("Cllr Joan Mary Frost", "JMF"),
        ("Det Supt Ian O'Moss", "IO"),
        ("Dr. Anne-Marie Lee OBE", "AML"),
        ("Vane", ""),
        ("", ""),
    ],
)
def test_titles_are_no_part_of_initials_and_one_word_has_none(name: str, initials: str) -> None:
    assert personal_initials(name) == initials


def test_who_is_written_by_the_initials_of_a_name_is_offered_and_an_office_nobody_holds_has_none() -> None:
    vane = Person("1", 1, "CE", "Sir Colin Vane", "Council", "Chief Executive", PersonKind.MEMBER)
    nobody = Person("2", 1, "LM", "Lead Member", "Council", "Lead Member", PersonKind.MEMBER)
    assert likely("C.V.", [vane, nobody]) == (vane,)
    assert likely("LMx", [vane, nobody]) == ()
    assert nobody.own_initials == ""
