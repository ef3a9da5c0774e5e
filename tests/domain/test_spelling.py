"""Which words are doubted, and which are let be."""

from __future__ import annotations

import pytest

from boardtui.domain.spelling import doubtful

KNOWN = frozenset(
    [
        "the",
        "board",
        "met",
        "and",
        "recieved",
        "its",
        "report",
        "on",
        "a",
        "child's",
        "plan",
        "co",
        "ordinate",
        "coordinator",
        "well",
        "known",
        "we",
        "don't",
        "march",
    ]
)
ENGLISH = KNOWN - {"recieved"}


def doubted(text: str) -> tuple[str, ...]:
    return doubtful(text, ENGLISH.__contains__)


def test_a_misspelt_word_is_doubted_once() -> None:
    assert doubted("The board recieved a report, and recieved the plan.") == ("recieved",)


@pytest.mark.parametrize(
    "text",
    [
        "The board met.",
        "the Talbot report",  # a name
        "the DCS and the DfE met",  # abbreviations
        "the CCG's report",
        "on 5/03 and 3rd and I9b",  # references and figures
        "the board@council.gov.uk report",
        "the child’s plan and the child's plan",
        "well-known",
        "the co-ordinator",
        "we don’t",
        "the LSCBs and the eCAF",
        "McDonald and MacTavish met",
        "we march on",
    ],
)
def test_names_abbreviations_figures_and_addresses_are_let_be(text: str) -> None:
    assert doubted(text) == ()


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert doubted("Recieved: the report. Teh board met. “Wich” board") == ("Recieved", "Teh", "Wich")


@pytest.mark.parametrize("word", ["waMarch", "BoardMet"])
def test_a_capital_after_small_letters_makes_no_name(word: str) -> None:
    assert doubted(f"The report on {word}.") == (word,)
    assert doubtful(f"The report on {word}.", (ENGLISH | {word.casefold()}).__contains__) == ()


@pytest.mark.parametrize("text", ["since march", "last march", "on a monday", "by april"])
def test_a_month_or_a_day_of_the_week_in_small_letters_is_doubted(text: str) -> None:
    known = ENGLISH | {"since", "last", "by", "march", "monday", "april"}
    assert doubtful(f"The plan {text}.", known.__contains__) == (text.split()[-1],)
    assert doubtful(f"The plan {text.title()}.", known.__contains__) == ()
