"""An abbreviation is spelt out where it is first used, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.abbreviations import Term, contracted, known_to, office_meaning, spelt_out
from boardtui.domain.views import Person

LSCB = "Local Safeguarding Children Board"
KNOWN = {
    "LSCB": LSCB,
    "CCG": "clinical commissioning group",
    "IRO": "independent reviewing officer",
    "CIN": "child in need",
}
PLURALS = {"child in need": "children in need"}


def spelt(*texts: str) -> tuple[str, ...]:
    return spelt_out(texts, KNOWN, PLURALS).texts


def test_it_is_spelt_out_at_its_first_use_and_stands_for_itself_after() -> None:
    assert spelt("The LSCB met.", "The LSCB agreed.") == (f"The {LSCB} (LSCB) met.", "The LSCB agreed.")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the CCGs came", "the clinical commissioning groups (CCGs) came"),
        ("two CINs", "two children in need (CINs)"),
        ("the LSCB’s plan", f"the {LSCB}’s (LSCB’s) plan"),
        ("an LSCB", f"a {LSCB} (LSCB)"),
        ("A CCG, and an IRO", "A clinical commissioning group (CCG), and an independent reviewing officer (IRO)"),
        ("CCG to report", "Clinical commissioning group (CCG) to report"),
        ("Agreed. CCG to report", "Agreed. Clinical commissioning group (CCG) to report"),
    ],
)
def test_plural_possessive_article_and_sentence_are_kept(typed: str, printed: str) -> None:
    assert spelt(typed) == (printed,)


@pytest.mark.parametrize("text", ["LSCBX", "XLSCB", "5/LSCB", "LSCB-led", "lscb", "a.LSCB", "LSCB/CCG/IRO"])
def test_only_whole_words_are_meant(text: str) -> None:
    assert spelt(text) == (text,)


@pytest.mark.parametrize(
    "text", [f"the {LSCB} (LSCB)", f"the LSCB ({LSCB})", f"the LSCB ({LSCB.lower()})", "the safeguarding board (LSCB)"]
)
def test_what_is_spelt_out_already_stays_and_introduces_it(text: str) -> None:
    assert spelt(text, "the LSCB") == (text, "the LSCB")


@pytest.mark.parametrize("quoted", ["“the LSCB failed”", '"the LSCB failed"', "‘the LSCB failed’"])
def test_words_in_quotation_marks_stay_as_they_were_said_and_introduce_nothing(quoted: str) -> None:
    assert spelt(f"He said {quoted}.", "The LSCB met.") == (f"He said {quoted}.", f"The {LSCB} (LSCB) met.")


def test_the_boards_own_list_wins_and_switches_a_term_off() -> None:
    own = [Term("QA", spelt_out=False), Term("NHS", "National Health Service"), Term("Talbot")]
    field = {"CCG": "clinical commissioning group", "QA": "quality assurance"}
    known = known_to(field, {"CCG": "Chief Officer", "X": "No", "BHT": "Hospitals"}, own)
    assert known == {"CCG": "clinical commissioning group", "NHS": "National Health Service", "BHT": "Hospitals"}


def test_what_comes_again_is_for_the_glossary() -> None:
    found = spelt_out(["The LSCB and the CCG", "the LSCB"], KNOWN, PLURALS)
    assert found.again == {"LSCB": LSCB}


@given(
    st.lists(st.sampled_from(["the LSCB met", "two CCGs", "an IRO", "the LSCB's", "“the CCG”", "no CIN"]), max_size=6)
)
def test_what_was_spelt_out_can_be_taken_back(texts: list[str]) -> None:
    made = spelt_out(texts, KNOWN, PLURALS).texts
    for typed, printed in zip(texts, made, strict=True):
        assert contracted(printed, KNOWN, PLURALS, typed).replace("a LSCB", "an LSCB") == typed
        assert printed.count("(LSCB") + printed.count("(CCG") <= 2
    assert spelt_out(made, KNOWN, PLURALS).texts == made


@pytest.mark.parametrize(
    ("organisation", "kind", "means"),
    [
        ("Lancashire Constabulary", "member", "Lancashire Constabulary"),
        ("Blackpool Council", "member", "Commander"),
        ("Lancashire Constabulary", "officer", "Commander"),
    ],
)
def test_initials_mean_the_body_that_somebody_sits_for_else_the_office(
    organisation: str, kind: str, means: str
) -> None:
    person = Person("1", 1, "POL", "A. Name", organisation, "Commander", kind)
    assert office_meaning(person, "Blackpool Borough Council") == means
