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
    ],
)
def test_names_abbreviations_figures_and_addresses_are_let_be(text: str) -> None:
    assert doubted(text) == ()


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert doubted("Recieved: the report. Teh board met. “Wich” board") == ("Recieved", "Teh", "Wich")
