"""Whatever people type is printed as they typed it, or cleaned, and never lost (DESIGN 8)."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardtui.documents import minutes
from boardtui.documents.spelling_out import known
from boardtui.domain.abbreviations import contracted
from boardtui.domain.field_abbreviations import PLURALS
from boardtui.domain.text import clean
from tests.documents import samples
from tests.documents.papers import MODULES, PAPERS
from tests.documents.reading_back import opened, text_of
from tests.hostile import BATCHES

TYPED = {
    "name", "role", "organisation", "title", "text", "paper", "deferred_because", "urgent_because", "restricted",
    "nature", "reason", "path", "evidence", "last_update", "old", "new", "subject", "reference", "address",
    "addressee", "addressee_address", "salutation", "signs_as", "copies", "place", "council", "sample", "inquorate",
    "item_title", "heading", "meaning", "word", "moved_because", "signed_by", "confirmed_how", "starts", "to_tidy",
    "chair_signs_as", "quorum",
}  # fmt: skip

TEXTS = {
    **{f"batch {number}": " | ".join(batch) for number, batch in enumerate(BATCHES)},
    "breaks": "one\r\ntwo\n\nfour\u2028five\x0bsix\tseven\n",
    "blank": " ",
    "empty": "",
    "long": "many words " * 9_000 + "the end",
}


def spoiled(value: Any, text: str) -> Any:
    """Put a text into every field that people type, all the way down."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                f.name: text if f.name in TYPED and isinstance(getattr(value, f.name), str) else
                spoiled(getattr(value, f.name), text)
                for f in fields(value)
            },
        )  # fmt: skip
    if isinstance(value, tuple):
        return tuple(spoiled(one, text) for one in value)
    if isinstance(value, dict):
        return {key: spoiled(one, text) for key, one in value.items()}
    return value


@pytest.mark.parametrize("kind", list(PAPERS))
@pytest.mark.parametrize("name", list(TEXTS))
def test_hostile_text_in_every_field_renders_and_is_found_again(kind: str, name: str) -> None:
    text = TEXTS[name]
    data: bytes = MODULES[kind].render(spoiled(PAPERS[kind](), text))
    opened(data)
    assert clean(text).strip() in text_of(data)


def test_a_hostile_board_name_and_initials_stay_in_heading_header_and_title() -> None:
    name = "R&D <Board> {{ x }} [/b] \x1b[2J\ud800"
    people = {who: replace(one, initials=f"<{who}>") for who, one in samples.people().items()}
    data = minutes.render(samples.minutes(board=samples.board(name=name), people=people))
    document = opened(data)
    assert document.core_properties.author == "R&D <Board> {{ x }} [/b] [2J"
    assert "R&D <Board> {{ x }} [/b] [2J" in document.sections[0].header.paragraphs[0].text


def test_a_line_break_in_a_paragraph_is_a_real_break() -> None:
    entry = samples.entry(1, 2, "first\nsecond\tthird")
    paragraph = next(
        p for p in opened(minutes.render(samples.minutes(entries=(entry,)))).paragraphs if "second" in p.text
    )
    assert paragraph.text == "1.2\tfirst\nsecond\tthird."
    assert len(paragraph._p.xpath(".//w:br")) == 1


def test_nobody_can_type_a_bookmark_or_a_colour() -> None:
    entry = samples.entry(1, 1, "\ufdd0_eforged\ufdd1\ufdd2FF0000 words")
    data = minutes.render(samples.minutes(entries=(entry,)))
    assert "_eforged" in text_of(data)
    assert opened(data).element.body.xpath(".//w:bookmarkStart[@w:name='_eforged']") == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(alphabet=st.characters(), max_size=60), min_size=1, max_size=8))
def test_any_text_at_all_is_found_again_once_what_is_spelt_out_is_taken_back(texts: list[str]) -> None:
    paper = samples.minutes(entries=tuple(samples.entry(1, n, text) for n, text in enumerate(texts, 1)))
    found = text_of(minutes.render(paper))
    for text in texts:
        assert clean(text).strip() in contracted(found, known(paper), PLURALS, text)


def test_an_abbreviation_among_strange_characters_is_taken_back_too() -> None:
    paper = samples.minutes(entries=(samples.entry(1, 1, "QA¡"),))
    found = text_of(minutes.render(paper))
    assert "Quality assurance (QA)¡" in found
    assert "QA¡" in contracted(found, known(paper), PLURALS, "QA¡")
