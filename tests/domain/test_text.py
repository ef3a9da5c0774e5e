"""Text made safe, counted, joined and shortened (DESIGN 8, *Text*)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.text import clean, elide, listed, one_line, plural, shorten

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
ZWJ = "\u200d"
FAMILY = f"👩{ZWJ}👩{ZWJ}👧"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("one\x0btwo", "one\ntwo"),
        ("one\x85two\u2028three", "one\ntwo\nthree"),
        ("\x00a\x07b\x1b]52;c;eA==\x07", "ab]52;c;eA=="),
        ("a\x7fb\x9bc", "abc"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc\ufdd0d\U0001ffffe", "abcde"),
        ("a\u202eb\u202cc\u2066d\u2069", "abcd"),
        (FAMILY, FAMILY),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("A R&D <none> [/b] é 👍🏽", "A R&D <none> [/b] é 👍🏽"),
    ],
)
def test_only_what_is_unsafe_is_removed(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@given(ANY_TEXT)
def test_nothing_unsafe_is_left(typed: str) -> None:
    for character in clean(typed):
        assert character in "\t\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert ord(character) & 0xFFFE != 0xFFFE
        assert not 0x202A <= ord(character) <= 0x202E
        assert not 0x2066 <= ord(character) <= 0x2069
    clean(typed).encode()


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=60))
def test_ordinary_text_is_left_alone(typed: str) -> None:
    assert clean(typed) == typed


def test_one_line_folds_white_space() -> None:
    assert one_line("  a \n\t b\r\n\x0bc\x00 ") == "a b c"


@pytest.mark.parametrize(
    ("number", "noun", "counted"),
    [
        (0, "action", "0 actions"),
        (1, "action", "1 action"),
        (2, "action", "2 actions"),
        (2, "partner agency", "2 partner agencies"),
        (3, "day", "3 days"),
    ],
)
def test_a_noun_is_counted(number: int, noun: str, counted: str) -> None:
    assert plural(number, noun) == counted


def test_an_irregular_plural_is_given() -> None:
    assert plural(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("names", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_joined_as_in_a_sentence(names: list[str], joined: str) -> None:
    assert listed(names) == joined


def test_names_can_be_joined_by_or() -> None:
    assert listed(["R", "A", "G"], joined_by="or") == "R, A or G"


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Audit of case files", 19, "Audit of case files"),
        ("Audit of case files", 18, "Audit of case…"),
        ("Audit of case files", 14, "Audit of case…"),
        ("Audit of case files", 13, "Audit of…"),
        ("Safeguarding", 6, "Safeg…"),
        ("a\nb", 3, "a b"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("", 0, ""),
        ("xe\u0301e\u0301", 3, "x…"),
        (f"ab{FAMILY}cd", 5, "ab…"),
        ("ab👍🏽cd", 4, "ab…"),
    ],
)
def test_a_long_text_ends_in_an_ellipsis(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short


@given(ANY_TEXT, st.integers(0, 70))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert "\n" not in short


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (48, "Children's…the Chair's letter at six months"),
        (28, "Children's…at six months"),
        (12, "Children's…"),
        (80, "Children's services: the Chair's letter at six months"),
    ],
)
def test_titles_that_differ_at_their_end_keep_it(width: int, said: str) -> None:
    assert elide("Children's services: the Chair's letter at six months", width) == said


@given(st.text(max_size=80), st.integers(1, 60))
def test_what_is_left_out_of_the_middle_makes_it_fit(text: str, width: int) -> None:
    assert len(elide(text, width)) <= width
