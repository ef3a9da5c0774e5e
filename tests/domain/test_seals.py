"""Seals: equal words give equal seals, and a printed one is read as it is typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.seals import PRINTED, Sealed, canonical, seal_of, short, typed

DIGITS = "9f3a12cd77b041e2" + "0" * 48


def sealed(**changes: object) -> Sealed:
    """Return an edition of minutes, signed in the program."""
    plain: dict[str, object] = {
        "paper": "minutes",
        "number": 5,
        "edition": 1,
        "because": "",
        "sealed_on": date(2013, 5, 20),
        "signed_on": date(2013, 5, 20),
        "signed_by": "Independent Chair",
        "signed_how": "program",
        "recorded_by": "Secretary",
        "entry": 513,
        "chain_head": "0c4d8e21" + "f" * 56,
        "seal": DIGITS,
        "open_text": ("One.",),
        "full_text": ("One.",),
    }
    return Sealed(**{**plain, **changes})  # type: ignore[arg-type]  # the fields are named by their test


def test_canonical_json_sorts_keys_and_writes_dates_in_iso() -> None:
    assert canonical({"b": date(2013, 1, 4), "a": ("é", None)}) == '{"a":["é",null],"b":"2013-01-04"}'


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=8), min_size=1, max_size=4), st.data())
def test_any_other_word_gives_another_seal(facts: dict[str, str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(facts)))
    other = {**facts, name: facts[name] + "x"}
    assert seal_of(facts) == seal_of(dict(reversed(facts.items())))
    assert seal_of(other) != seal_of(facts)


def test_a_footer_prints_the_seal_and_the_head_of_the_journal_before_signing() -> None:
    assert sealed().printed == "Seal 9f3a-12cd-77b0-41e2 · journal 512-0c4d8e21"
    found = PRINTED.search(f"Minutes · {sealed().printed}Page 1")
    assert found is not None
    assert found[1] == short(DIGITS)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("9f3a-12cd-77b0-41e2", "9f3a12cd77b041e2"),
        (" Seal 9F3A-12CD-77B0-41E2 ", "9f3a12cd77b041e2"),
        ("journal 512-0c4d8e21", "0c4d8e21"),
        ("512-0c4d8e21", "0c4d8e21"),
        (DIGITS, DIGITS),
        ("9f3a", None),
        ("Ofsted", None),
        ("", None),
    ],
)
def test_a_seal_is_read_as_people_type_it(text: str, digits: str | None) -> None:
    assert typed(text) == digits


def test_an_edition_says_who_signed_it_and_how() -> None:
    assert sealed().told == "Signed by Independent Chair on 20 May 2013."
    by_mail = sealed(signed_by="The Chair", signed_how="e-mail", because="Amended: a slip.")
    assert by_mail.told == (
        "Signed by The Chair on 20 May 2013, given by e-mail, recorded by Secretary. Amended: a slip."
    )
