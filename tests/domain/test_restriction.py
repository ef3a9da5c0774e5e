"""Reasons to restrict, and how they are passed on (rule 12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.restriction import REASONS, ReasonKind, inherited, reason_text

TEXTS = {reason.kind: reason.text for reason in REASONS}


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("para 1", ReasonKind.PARA_1),
        ("Para 2.", ReasonKind.PARA_2),
        ("3", ReasonKind.PARA_3),
        ("sch 12a 1", ReasonKind.PARA_1),
        ("Sch12A para1", ReasonKind.PARA_1),
        ("LGA 1972 Sch. 12A para. 2", ReasonKind.PARA_2),
        ("paragraph 3 of Schedule 12A, Local Government Act 1972", ReasonKind.PARA_3),
        ("child", ReasonKind.CHILD),
        ("identifies a child", ReasonKind.CHILD),
        ("Child’s identity", ReasonKind.CHILD),
        ("STAFFING", ReasonKind.STAFFING),
        ("staff", ReasonKind.STAFFING),
        ("other: para 2", ReasonKind.PARA_2),
    ],
)
def test_a_reason_of_the_list_is_known_however_it_is_typed(typed: str, kind: ReasonKind) -> None:
    assert reason_text(typed) == TEXTS[kind]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "legal advice",
        "para 4",
        "para 12",
        "1972",
        "paras 1 and 2",
        "childcare contract",
        "staffing of the MASH",
    ],
)
def test_any_other_reason_is_kept_as_typed(typed: str) -> None:
    assert reason_text(typed) == typed


def test_other_is_printed_as_its_own_text() -> None:
    assert reason_text("Other:  legal   advice") == "legal advice"


@given(st.one_of(st.text(max_size=40), st.sampled_from([r.text for r in REASONS])))
def test_a_reason_is_normalised_once(typed: str) -> None:
    assert reason_text(reason_text(typed)) == reason_text(typed)


def test_the_nearest_restriction_is_inherited() -> None:
    assert inherited(None, "", "  ", "Staffing", "Identifies a child") == "Staffing"
    assert inherited(None, "") is None
    assert inherited() is None
