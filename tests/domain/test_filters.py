"""The language of filters: what is read, what is refused and where the caret points, how it is completed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.filter_completion import Known, completed, completions
from boardtui.domain.filter_conditions import (
    Condition,
    Days,
    Either,
    Every,
    Missing,
    Not,
    Number,
    State,
    Told,
    Word,
)
from boardtui.domain.filter_keys import Kind
from boardtui.domain.filter_values import FIRST_DAY, LAST_DAY
from boardtui.domain.filters import LONGEST, Asked, FilterError, parse
from tests.filter_texts import filters

TODAY = date(2013, 5, 20)
OVERDUE, OPEN = State(("overdue",)), State(("open",))


def read(typed: str, kind: Kind = Kind.ACTIONS) -> Condition:
    return parse(typed, Asked(kind, TODAY))


def refused(typed: str, kind: Kind = Kind.ACTIONS) -> FilterError | None:
    """Return how a filter was refused, if it was."""
    try:
        read(typed, kind)
    except FilterError as problem:
        return problem
    return None


@pytest.mark.parametrize(
    ("typed", "condition"),
    [
        ("", Every()),
        ("two words", Every((Word("two"), Word("words")))),
        ('"early help"', Word("early help")),
        ('"not closed', Word("not closed")),
        ("is:open", OPEN),
        ("IS:Ove", OVERDUE),
        ("is:o", State(("open", "overdue"))),
        ("is:", Every()),
        ("owner:DCS", Told("owner", "dcs")),
        ("owner:DCS,POL", Either((Told("owner", "dcs"), Told("owner", "pol")))),
        ("plan:3", Told("plan", "3", within=True)),
        ("plan:none", Missing("plan")),
        ("raised:5", Number("raised", 5, 5)),
        ("raised:3..5", Number("raised", 3, 5)),
        ("rating:R", Told("rating", "r")),
        ("rating:amber", Told("rating", "a")),
        ("rating:none", Missing("rating")),
        ("due:overdue", OVERDUE),
        ("-due:none", Not(Missing("due"))),
        ("--x", Word("x")),
        ("- x", Every((Word("-"), Word("x")))),
        ("a or b c", Either((Word("a"), Every((Word("b"), Word("c")))))),
        ("-(a OR b)", Not(Either((Word("a"), Word("b"))))),
        ("(a or b) c", Every((Either((Word("a"), Word("b"))), Word("c")))),
        ('"or"', Word("or")),
        ("http://x", Word("http://x")),
    ],
)
def test_a_filter_is_read(typed: str, condition: Condition) -> None:
    assert read(typed) == condition


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("<30d", FIRST_DAY, date(2013, 6, 18)),
        ("30d", TODAY, date(2013, 6, 19)),
        ("-2w", date(2013, 5, 6), TODAY),
        (">1m", date(2013, 6, 21), LAST_DAY),
        ("today", TODAY, TODAY),
        ("14jun", date(2013, 6, 14), date(2013, 6, 14)),
        ('"14 Jun"', date(2013, 6, 14), date(2013, 6, 14)),
        ('<"14 Jun"', FIRST_DAY, date(2013, 6, 13)),
        ("<=14/06/2013", FIRST_DAY, date(2013, 6, 14)),
        (">=2013-06-14", date(2013, 6, 14), LAST_DAY),
        ("2013-05..2013-06", date(2013, 5, 1), date(2013, 6, 30)),
        ("may2013", date(2013, 5, 1), date(2013, 5, 31)),
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("..today", FIRST_DAY, TODAY),
    ],
)
def test_days_are_typed_as_people_type_them(typed: str, first: date, last: date) -> None:
    assert read(f"due:{typed}") == Days("due", first, last)


def test_in_the_plan_a_rating_is_a_state_and_a_plain_word() -> None:
    for typed in ("is:red", "is:R", "red", "rating:red"):
        assert read(typed, Kind.PLAN) == Told("rating", "r")
    assert read("is:-", Kind.PLAN) == Missing("rating")
    assert read('"red"', Kind.PLAN) == Word("red")


@pytest.mark.parametrize(
    ("typed", "at", "word", "says"),
    [
        ("x ownr:DCS", 2, "ownr", "owner:"),
        ("x is:lost", 5, "lost", "superseded"),
        ("due:soon x", 4, "soon", "<30d"),
        ("raised:x", 7, "x", "3..5"),
        ("rating:Q", 7, "Q", "Amber"),
        ("a or", 2, "or", "quotes"),
        ("x (a b", 2, "(", "Close it"),
        ("a) b", 1, ")", "Open one"),
        ("-owner:XY", 7, "XY", "DCS"),
    ],
)
def test_what_is_not_understood_is_pointed_at_with_what_is_known(typed: str, at: int, word: str, says: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse(typed, Asked(Kind.ACTIONS, TODAY, owners=("DCS", "POL")))
    problem = caught.value
    assert (problem.at, problem.typed[problem.at : problem.at + problem.length]) == (at, word)
    assert says in problem.hint
    line, carets = problem.message.split("\n")
    assert line[carets.index("^") : carets.rindex("^") + 1] == word


@pytest.mark.parametrize("typed", ["x" * (LONGEST + 1), "x " * 101, "(" * 500, "-" * 1000, "a or " * 90])
def test_what_was_pasted_by_mistake_is_no_crash(typed: str) -> None:
    assert refused(typed) is None or "Leave some" in str(refused(typed)) or typed.endswith("or ")


@given(st.sampled_from(Kind), st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(kind: Kind, typed: str) -> None:
    problem = refused(typed, kind)
    assert problem is None or (problem.title.endswith(".") and problem.hint.endswith("."))


@given(st.sampled_from(Kind).flatmap(lambda kind: st.tuples(st.just(kind), filters(kind), filters(kind))))
def test_filters_join_as_their_conditions_do(of: tuple[Kind, str, str]) -> None:
    kind, one, other = of
    first, second = read(one, kind), read(other, kind)
    assert read(f"({one}) or ({other})", kind) == Either((first, second))
    assert read(f"({one}) ({other})", kind) == Every((first, second))
    assert read(f"-({one})", kind) == Not(first)


KNOWN = Known(owners=("DCS", "DDN", "POL"), lines=("3.1", "3.2"), meetings=("6", "5"), requirements=("N 5.7", "N 5.8"))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("x ow", ("owner:",)),
        ("r", ("raised:", "rating:")),
        ("owner:d", ("owner:DCS", "owner:DDN")),
        ("-owner:DCS,p", ("-owner:DCS,POL",)),
        ("owner:DCS", ()),
        ("(plan:3.", ("plan:3.1", "plan:3.2")),
        ("due:o", ("due:overdue",)),
        ("is:ov", ("is:overdue",)),
        ("rating:a", ("rating:Amber",)),
        ("nokey:x", ()),
        ("x ", ()),
    ],
)
def test_the_last_word_is_completed(typed: str, offered: tuple[str, ...]) -> None:
    assert completions(typed, Kind.ACTIONS, KNOWN) == offered


def test_a_value_with_a_space_is_completed_in_quotes() -> None:
    assert completions('answers:"N 5', Kind.PLAN, KNOWN) == ('answers:"N 5.7"', 'answers:"N 5.8"')
    assert completed('x answers:"N 5', 'answers:"N 5.7"') == 'x answers:"N 5.7"'
    assert completed("x -ow", "-owner:") == "x -owner:"
