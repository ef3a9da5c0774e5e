"""Spelling in British English, offline: what is doubted in the minutes, what is suggested, what the Board adds."""

from __future__ import annotations

import gc

import pytest

from boardtui.domain.preflight import Concern, still_open
from boardtui.services import minutes, terms
from boardtui.services.desk import Desk
from boardtui.services.spelling import suggestions
from boardtui.store.reading.preflight import preflight
from boardtui.store.reading.spelling import british, doubts


def words(desk: Desk, number: int = 2) -> list[str]:
    return [word for one in desk.read(lambda db: doubts(db, number)) for word in one.words]


@pytest.mark.parametrize(
    "word", ["organise", "organising", "colour", "safeguarding", "programme", "practise", "reopened"]
)
def test_british_words_are_known(word: str) -> None:
    assert word in british()


@pytest.mark.parametrize("word", ["color", "organize", "recieve", "teh"])
def test_american_and_misspelt_words_are_not(word: str) -> None:
    assert word not in british()


def test_no_collection_of_garbage_goes_through_the_words() -> None:
    (words,) = gc.get_referents(british())
    assert not gc.is_tracked(words)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_nothing_in_the_sample_is_doubted(desk: Desk, number: int) -> None:
    assert words(desk, number) == []


def test_names_of_the_board_are_known_and_its_own_words_once_entered(small: Desk) -> None:
    small.do(lambda work: minutes.enter(work, 2, "A solicitor of the constabulary recieved the frumious report."))
    assert words(small) == ["recieved", "frumious"]
    small.do(lambda work: terms.set_term(work, "Frumious"))
    assert words(small) == ["recieved"]


def test_what_was_meant_is_suggested_the_likeliest_first(small: Desk) -> None:
    found = suggestions(small, ["recieved", "Comittee", "safegaurding", "xqzzkw"])
    assert found["recieved"][0] == "received"
    assert found["Comittee"][0] == "Committee"
    assert found["safegaurding"] == ("safeguarding",)
    assert found["xqzzkw"] == ()
    assert suggestions(small, ["march"])["march"] == ("March",)


def test_the_check_before_issue_says_look_at_it_and_holds_nothing_up(small: Desk) -> None:
    before = len(still_open(small.read(lambda db: preflight(db, "minutes", 2, small.today))))
    small.do(lambda work: minutes.enter(work, 2, "The board recieved it."))
    small.do(lambda work: minutes.enter(work, 2, "(restricted: child) The famly recieved it."))
    found = small.read(lambda db: preflight(db, "minutes", 2, small.today))
    (look,) = [one for one in found if one.check is Concern.SPELLING]
    assert "“recieved” may be misspelt" in look.said
    assert len(still_open(found)) <= before
