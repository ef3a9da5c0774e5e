"""The rating scheme and its discipline (rules 5 and 6)."""

from datetime import date

import pytest

from boardtui.domain.ratings import (
    DEFAULT_SCHEME,
    Direction,
    Level,
    carried,
    check_rating,
    direction,
    level_of,
)

OTHER_SCHEME = (
    Level("R", "Red", "behind", "#b3261e", 1, needs_path=True),
    Level("A", "Amber", "on track", "#b25e00", 2),
    Level("G", "Green", "complete", "#2e7d32", 3, needs_evidence=True),
)
AGAIN = date(2013, 9, 14)


def test_the_default_scheme_says_what_each_letter_means() -> None:
    assert {level.letter: level.meaning for level in DEFAULT_SCHEME} == {
        "R": "off track: no recovery agreed, or the agreed one is not yet working",
        "A": "off track with a recovery plan, or at risk",
        "G": "on track",
        "B": "complete and embedded, with evidence",
        "-": "not rated",
    }


def test_no_two_levels_share_a_letter_a_word_or_a_colour() -> None:
    for seen in ("letter", "word", "colour", "rank"):
        assert len({getattr(level, seen) for level in DEFAULT_SCHEME}) == len(DEFAULT_SCHEME)


def test_a_level_is_found_by_its_letter_in_either_case() -> None:
    assert level_of(DEFAULT_SCHEME, "a ").word == "Amber"


def test_a_letter_outside_the_scheme_is_refused_with_those_there_are() -> None:
    expected = "“X” is not a rating of this Board: it is R, A, G, B or -."
    assert check_rating(DEFAULT_SCHEME, None, "X", reason="Because") == (expected,)


def test_a_change_needs_a_reason() -> None:
    assert check_rating(DEFAULT_SCHEME, "R", "G") == ("A change to G (Green) needs a reason.",)
    assert check_rating(DEFAULT_SCHEME, "R", "G", " ") == ("A change to G (Green) needs a reason.",)
    assert check_rating(DEFAULT_SCHEME, "R", "G", "Audited twice") == ()


def test_the_same_rating_again_needs_no_reason() -> None:
    assert check_rating(DEFAULT_SCHEME, "G", "g") == ()


def test_the_first_rating_needs_a_reason() -> None:
    assert check_rating(DEFAULT_SCHEME, None, "G") == ("A change to G (Green) needs a reason.",)


@pytest.mark.parametrize("letter", ["R", "A"])
def test_off_track_needs_a_path_to_green_every_time(letter: str) -> None:
    (problem,) = check_rating(DEFAULT_SCHEME, letter, letter)
    assert "needs a path to green" in problem
    assert check_rating(DEFAULT_SCHEME, letter, letter, path="Recruit two by March") == ()


def test_complete_needs_evidence_and_a_date_to_look_again() -> None:
    assert check_rating(DEFAULT_SCHEME, "B", "B") == (
        "B (Blue) needs evidence.",
        "B (Blue) needs a date to look again.",
    )
    assert check_rating(DEFAULT_SCHEME, "G", "B", "Done", "", "Audit of May", AGAIN) == ()


def test_all_that_is_missing_is_said_at_once() -> None:
    assert len(check_rating(DEFAULT_SCHEME, "G", "B")) == 3


def test_taking_a_rating_away_needs_a_reason_only() -> None:
    assert check_rating(DEFAULT_SCHEME, "G", "-", "Line replaced") == ()


def test_a_boards_own_scheme_carries_its_own_needs() -> None:
    assert check_rating(OTHER_SCHEME, "R", "A", "Recovering") == ()
    assert check_rating(OTHER_SCHEME, "A", "G", "Finished") == (
        "G (Green) needs evidence.",
        "G (Green) needs a date to look again.",
    )


@pytest.mark.parametrize(
    ("previous", "current", "expected"),
    [
        ("R", "A", Direction.BETTER),
        ("G", "B", Direction.BETTER),
        ("A", "A", Direction.SAME),
        ("B", "R", Direction.WORSE),
        (None, "R", Direction.NEW),
        ("-", "R", Direction.NEW),
        ("G", None, None),
        ("G", "-", None),
        ("Z", "G", Direction.NEW),
    ],
)
def test_direction_compares_with_the_previous_agreed_rating(
    previous: str | None, current: str | None, expected: Direction | None
) -> None:
    assert direction(DEFAULT_SCHEME, previous, current) == expected


def test_the_agreed_rating_is_carried_forward() -> None:
    assert carried({2: "R", 4: "A"}, [1, 2, 3, 4, 5]) == (None, "R", "R", "A", "A")


def test_only_the_last_meetings_are_shown_but_earlier_ratings_carry_into_them() -> None:
    assert carried({1: "R"}, [1, 2, 3, 4, 5, 6, 7]) == ("R",) * 6
    assert carried({1: "R", 7: "G"}, [1, 2, 3, 4, 5, 6, 7], last=2) == ("R", "G")
    assert carried({1: "R"}, [1, 2], last=0) == ()


def test_meetings_carry_in_order_of_date_not_of_number() -> None:
    assert carried({7: "A"}, [5, 7, 6]) == (None, "A", "A")
