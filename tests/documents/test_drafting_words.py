"""The English of the drafted letter: numbers, dates, shortened records, remedies, offices, the first person."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.documents.drafting.abbreviations import spelt_out
from boardtui.documents.drafting.first_person import first_person
from boardtui.documents.drafting.numbers import counted, days_in_full, number, opening, times
from boardtui.documents.drafting.offices import is_or_are, marked, named, title
from boardtui.documents.drafting.phrases import continuing, is_clause, is_instruction, sentence
from boardtui.documents.drafting.remedies import remedy, undertaking
from boardtui.documents.drafting.shortening import shortened, whole, words_in
from tests.documents.letter_papers import people

COUNCIL = "Blackpool Borough Council"


def test_numbers_are_words_below_ten() -> None:
    assert [number(n) for n in (0, 1, 9, 10, 1240)] == ["no", "one", "nine", "10", "1,240"]
    assert [counted(1, "action"), counted(2, "agency"), counted(10, "day")] == ["one action", "two agencies", "10 days"]
    assert [times(n) for n in (1, 2, 3, 12)] == ["once", "twice", "three times", "12 times"]


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("12 lines are late", "twelve lines are late"),
        ("20 lines", "twenty lines"),
        ("31 lines", "thirty-one lines"),
        ("4 April 2013 it was", "4 April 2013 it was"),
        ("3.2 is red", "3.2 is red"),
        ("100 lines", "100 lines"),
    ],
)
def test_a_number_that_opens_a_sentence_is_spelt_out(text: str, opened: str) -> None:
    assert opening(text) == opened


def test_dates_name_a_year_once() -> None:
    assert days_in_full([date(2013, 4, 4), date(2013, 5, 16)]) == "4 April and 16 May 2013"
    assert days_in_full([date(2012, 11, 29), date(2013, 1, 10)]) == "29 November 2012 and 10 January 2013"


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("The date passed. Few records show it.", 4, "The date passed"),
        ("Visits on time fell, because nobody counted them", 6, "Visits on time fell"),
        ("Seen by schools, health and police before June", 3, "Seen by schools, health and police…"),
        ("Half are on time, but nobody lists those that are late", 8, "nobody lists those that are late"),
        ("The plan (agreed, then lost) was found", 4, "The plan (agreed, then lost) was found"),
        ("One two three four five six seven eight nine", 3, "One two three four five six…"),
        ("It fits", 2, "It fits"),
    ],
)
def test_a_record_is_shortened_where_a_clause_ends(text: str, words: int, kept: str) -> None:
    assert shortened(text, words) == kept


@given(st.text(alphabet="ab ,.;:()“”", max_size=300), st.integers(3, 30))
def test_shortening_parts_no_word_and_stays_within_twice_the_room(text: str, words: int) -> None:
    line = " ".join(text.split())
    kept = shortened(line, words)
    assert words_in(kept) <= max(2 * words, 3)
    bare = kept.removesuffix("…")
    at = line.find(bare)
    assert at >= 0
    assert line[at + len(bare) : at + len(bare) + 1] in ("", " ", ",", ".", ";", ":")


@pytest.mark.parametrize(
    ("text", "continued"),
    [
        ("Recruitment has stalled", "recruitment has stalled"),
        ("The Director wrote", "the Director wrote"),
        ("Blackpool schools agreed", "Blackpool schools agreed"),
        ("DCS to write", "DCS to write"),
        ("Working Together sets it", "Working Together sets it"),
        ("I wrote", "I wrote"),
        ("April was better", "April was better"),
        ("62 per cent", "62 per cent"),
        ("", ""),
    ],
)
def test_only_what_is_no_name_loses_its_capital(text: str, continued: str) -> None:
    assert continuing(text, frozenset({"Blackpool", "April"})) == continued


def test_a_sentence_has_a_capital_and_one_full_stop() -> None:
    assert sentence("12 are late") == "Twelve are late."
    assert sentence("it is done.") == "It is done."
    assert sentence("they asked: “Why?”") == "They asked: “Why?”"
    assert sentence("") == ""


def test_clauses_and_instructions_are_told_from_names() -> None:
    assert is_clause("two of five posts are vacant")
    assert not is_clause("two posts that are vacant")
    assert not is_clause("with two posts vacant nobody can visit")
    assert not is_clause("reviews, which are late")
    assert not is_clause("reviews by May")
    assert are_instructions("recruit two managers", "audit all files", "list 30 children", "report how it went")
    assert not is_instruction("audit of all files")
    assert not is_instruction("report")


def are_instructions(*texts: str) -> bool:
    return all(is_instruction(text) for text in texts)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("every plan to be rewritten by July", "every plan is to be rewritten by July"),
        ("team managers to read five files", "team managers are to read five files"),
        ("pathway to be written; schools to be told", "the pathway is to be written; schools are to be told"),
        ("a reviewer from two teams to read them", "a reviewer from two teams is to read them"),
        ("Assistant Director to decide by May", "the Assistant Director is to decide by May"),
        ("Early Help Manager and Director to meet", "the Early Help Manager and the Director are to meet"),
        ("I to write to the Trust", "I am to write to the Trust"),
        ("staff have moved to the new office", "staff have moved to the new office"),
        ("a visit to each family", "a visit to each family"),
    ],
)
def test_a_path_gets_the_verb_that_agrees(path: str, told: str) -> None:
    assert undertaking(path) == told


@pytest.mark.parametrize("place", range(4))
def test_a_path_becomes_a_sentence_wherever_it_stands(place: int) -> None:
    assert remedy("recruit two managers", place, "the Director is") == "the Director is to recruit two managers"
    assert remedy("to be begun again", place) == "It is to be begun again"
    assert remedy("list of children by May", place).endswith(" the list of children by May")
    assert remedy("from June, more visits", place) == "What has been agreed is this: from June, more visits"


@pytest.mark.parametrize(
    ("minuted", "told"),
    [
        ("The Chair asked why.", "I asked why."),
        ("the Chair has had it in writing", "I have had it in writing"),
        ("agreed by the Chair", "agreed by me"),
        ("Chair's 6-month report to the Minister", "My 6-month report to you"),
        ("the facts of the Chair's report", "the facts of my report"),
        ("The Chair of the Safeguarding Board asked why.", "The Chair of the Safeguarding Board asked why."),
        ("scrutiny has a chair again", "scrutiny has a chair again"),
        ("Independent Chair to write", "I to write"),
    ],
)
def test_the_chair_of_this_board_is_i(minuted: str, told: str) -> None:
    assert first_person(minuted) == told


@pytest.mark.parametrize(
    ("initials", "expected"),
    [
        ("DCS", "the Director of Children's Services"),
        ("ADC", "the Assistant Director (Children's Social Care)"),
        ("POL", "the Divisional Commander of Lancashire Constabulary"),
        ("BHT", "the Director of Nursing at Blackpool Teaching Hospitals"),
        ("LSCB", "the Independent Chair of Blackpool Safeguarding Children Board"),
        ("VCS", "the voluntary sector representative"),
        ("DfE", "the departmental official of the Department for Education"),
        ("PTN", "partner agencies"),
    ],
)
def test_offices_are_named_in_full(initials: str, expected: str) -> None:
    assert title(people()[initials], COUNCIL) == expected


def test_the_chair_is_named_last_and_the_verb_agrees() -> None:
    assert named(("IC", "DCS"), people()) == f"{marked('DCS')} and I"
    assert named(("IC",), people(), first="me") == "me"
    verbs = [is_or_are(leads, people()) for leads in (("IC",), ("DCS",), ("PTN",), ("IC", "DCS"))]
    assert verbs == ["am", "is", "are", "are"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["DCS wrote."], ["The Director of Children's Services wrote."]),
        (["The DCS wrote.", "DCS's letter"], ["The Director of Children's Services (DCS) wrote.", "The DCS's letter"]),
        (["a DCS's letter"], ["A Director of Children's Services' letter"]),
        (["by POL and the CCG"], ["by Lancashire Constabulary and the Blackpool Clinical Commissioning Group"]),
        (["IROs and an NQSW"], ["Independent reviewing officers and a newly qualified social worker"]),
        (["told DfE"], ["told the Department for Education"]),
        (["ALL members, GP and IT staff"], ["ALL members, GP and IT staff"]),
        (["POL-led, 5/POL"], ["POL-led, 5/POL"]),
        ([marked("CCG"), marked("CCG")], ["The Chief Officer of Blackpool Clinical Commissioning Group"] * 2),
    ],
)
def test_abbreviations_are_spelt_out(texts: list[str], expected: list[str]) -> None:
    assert list(spelt_out(texts, people(), COUNCIL)) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Seen by schools, health and police before June", "Seen by schools, health and police before June"),
        (
            "Every word of this long clause is told until it ends; the rest is not",
            "Every word of this long clause is told until it ends",
        ),
        ("Have it fully in place, with managers who understand…", "Have it fully in place"),
        ("Nothing here ends anywhere…", "Nothing here ends anywhere"),
    ],
)  # fmt: skip
def test_what_a_letter_tells_is_never_broken_off(text: str, kept: str) -> None:
    assert whole(text, 3 if not text.endswith("…") else 14) == kept
