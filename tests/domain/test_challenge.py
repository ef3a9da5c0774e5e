"""What a Chair may challenge: each flag once raised and once not, at its boundaries (rule 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from boardtui.domain.challenge import (
    Fact,
    Flag,
    FlagKind,
    Heard,
    LineFacts,
    flags,
    is_complete,
    is_on_track,
    is_recovering,
)
from boardtui.domain.dates import show
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.ratings import DEFAULT_SCHEME, Level
from tests.domain.lines_rated import (
    ACTION,
    EVIDENCE,
    LAST,
    RATING,
    TODAY,
    facts,
    indicator,
    moved,
    stood,
)

DAY = timedelta(days=1)
OTHER_SCHEME = (
    Level("R", "Red", "behind", "#b3261e", 1, needs_path=True),
    Level("A", "Amber", "on track", "#b25e00", 2),
    Level("G", "Green", "complete", "#2e7d32", 3, needs_evidence=True),
)
FAILING, OFF, MET = IndicatorState.FAILING, IndicatorState.OFF_TRAJECTORY, IndicatorState.MET


def raised(of: LineFacts, scheme: tuple[Level, ...] = DEFAULT_SCHEME) -> list[FlagKind]:
    return [flag.kind for flag in flags(of, scheme, TODAY)]


def only(of: LineFacts) -> Flag:
    (flag,) = flags(of, DEFAULT_SCHEME, TODAY)
    return flag


@pytest.mark.parametrize("level", ["R", "A", "G", "B", "-"])
def test_rule_7_a_line_in_order_raises_nothing(level: str) -> None:
    assert raised(facts(level)) == []


def test_n_7_3_green_with_an_overdue_action_is_asked_about() -> None:
    flag = only(facts("G", actions=(ACTION, replace(ACTION, ref="5/04", days_late=0))))
    assert (flag.kind, flag.line) == (FlagKind.GREEN_OVERDUE, "3.2")
    assert flag.sentence == (
        "Line 3.2 is rated Green, but an action that serves it is overdue: 5/03. What makes it on track?"
    )
    assert flag.facts == (
        Fact("3.2", "rated Green (G) at meeting 5 on 16 May 2013"),
        Fact("5/03", "due 10 May 2013, 10 days overdue. DCS: Write to every school"),
    )


def test_n_7_3_several_overdue_actions_are_counted_and_named() -> None:
    flag = only(facts("G", actions=(ACTION, replace(ACTION, ref="4/01"))))
    assert "2 of the actions serving it are overdue: 5/03 and 4/01" in flag.sentence


def test_n_7_3_green_with_an_action_in_time_is_not_asked_about() -> None:
    assert raised(facts("G", actions=(replace(ACTION, days_late=0),))) == []


@pytest.mark.parametrize("level", ["R", "A", "B", "-"])
def test_n_7_3_another_level_with_an_overdue_action_is_not_asked_about(level: str) -> None:
    assert raised(facts(level, actions=(ACTION,))) == []


def test_rule_12_a_restricted_action_is_named_without_its_words() -> None:
    flag = only(facts("G", actions=(replace(ACTION, restricted="Identifies a child"),)))
    assert flag.facts[1] == Fact("5/03", "due 10 May 2013, 10 days overdue. DCS: restricted")


def test_n_7_3_green_while_an_indicator_is_failing_is_asked_about() -> None:
    flag = only(facts("G", indicators=(indicator(FAILING, "worse", "70", "68", "66"),)))
    assert flag.kind == FlagKind.GREEN_FAILING
    assert "Line 3.2 is rated Green, but its indicator is failing: I9 (Visits in time)." in flag.sentence
    assert flag.facts[1] == Fact("I9", "Visits in time: 66% in Apr 2013, 68% in Mar 2013, 76.3% expected; failing")


@pytest.mark.parametrize("state", [one for one in IndicatorState if one != FAILING])
def test_n_7_3_green_while_an_indicator_is_not_failing_is_not_asked_about(state: IndicatorState) -> None:
    assert raised(facts("G", indicators=(indicator(state, "worse", "70"),))) == []


def test_n_7_3_amber_at_three_meetings_running_is_asked_about() -> None:
    since = (replace(RATING, level="R", meeting=2), replace(RATING, level="A", meeting=3, meeting_on=date(2013, 2, 21)))
    flag = only(facts("A", history=stood("R", "A", "A", "A"), ratings=since))
    assert flag.kind == FlagKind.AMBER_UNCHANGED
    assert flag.sentence.startswith(
        "Line 3.2 has been Amber at each of the last three meetings, since meeting 3 on 21 Feb 2013."
    )
    assert [fact.ref for fact in flag.facts] == ["meeting 3", "meeting 4", "meeting 5"]


@pytest.mark.parametrize(
    ("level", "history"),
    [
        ("A", stood("A", "A")),
        ("A", stood("R", "A", "A")),
        ("A", stood("A", "R", "A")),
        ("A", stood("A", "A", None)),
        ("A", ()),
        ("R", stood("R", "R", "R")),
        ("G", stood("G", "G", "G")),
        ("B", stood("B", "B", "B")),
    ],
)
def test_n_7_3_amber_at_two_meetings_or_another_level_at_three_is_not_asked_about(
    level: str, history: tuple[tuple[int, str | None], ...]
) -> None:
    assert raised(facts(level, history=history)) == []


def test_n_7_3_amber_longer_than_the_history_is_counted_as_far_as_it_goes() -> None:
    flag = only(facts("A", history=stood("A", "A", "A", "A", "A")))
    assert "each of the last five meetings" in flag.sentence


def test_n_7_3_a_due_date_moved_twice_is_asked_about_whatever_the_rating() -> None:
    moves = moved(date(2013, 2, 28), date(2013, 4, 30), date(2013, 9, 30), meeting=5)
    for level in "RAGB-":
        flag = only(facts(level, moves=moves))
        assert flag.kind == FlagKind.DUE_MOVED
        assert "has been moved twice, from 28 Feb 2013 to 30 Sep 2013." in flag.sentence
        assert flag.facts[0] == Fact("meeting 5", "16 May 2013: from 28 Feb 2013 to 30 Apr 2013. Later")


@pytest.mark.parametrize(
    "moves",
    [
        (),
        moved(date(2013, 2, 28), date(2013, 4, 30)),
        moved(None, date(2013, 2, 28), date(2013, 4, 30)),
        moved(date(2013, 2, 28), date(2013, 2, 28), date(2013, 4, 30)),
    ],
)
def test_n_7_3_a_due_date_set_or_moved_once_is_not_asked_about(moves: tuple[object, ...]) -> None:
    assert raised(facts("R", moves=moves)) == []


def test_n_1_blue_with_nothing_in_the_evidence_register_is_asked_about() -> None:
    flag = only(facts("B", evidence=()))
    assert flag.kind == FlagKind.BLUE_NO_EVIDENCE
    assert flag.facts[1] == Fact("3.2", "nothing in the evidence register; the rating names: Survey of May")


def test_n_1_blue_that_names_no_evidence_either_says_so() -> None:
    bare = replace(RATING, level="B", evidence=" ")
    assert only(facts("B", evidence=(), ratings=(bare,))).facts[1].words.endswith("none named with the rating")
    secret = replace(RATING, level="B", restricted="Staffing")
    assert only(facts("B", evidence=(), ratings=(secret,))).facts[1].words.endswith("the rating names: restricted")


def test_a_proposed_rating_is_said_to_be_proposed_for_its_meeting_not_given_there() -> None:
    flag = only(facts("B", evidence=(), ratings=(replace(RATING, level="B", status="proposed", meeting=6),)))
    assert flag.sentence.startswith("Line 3.2 is proposed as Blue, but")
    assert flag.facts[0].words.startswith(f"proposed as Blue (B) for meeting 6 on {show(RATING.meeting_on)}")


def test_n_1_blue_with_registered_evidence_is_not_asked_about_and_other_levels_need_none() -> None:
    assert raised(facts("B", evidence=(EVIDENCE,))) == []
    assert raised(facts("G", evidence=())) == []


def test_n_1_blue_past_its_recheck_date_is_asked_about() -> None:
    flag = only(facts("B", recheck_on=TODAY - DAY))
    assert flag.kind == FlagKind.BLUE_RECHECK
    assert "was to be looked at again on 19 May 2013, 1 day ago" in flag.sentence


@pytest.mark.parametrize(("level", "recheck_on"), [("B", TODAY), ("B", TODAY + DAY), ("B", None), ("G", LAST)])
def test_n_1_blue_by_its_recheck_date_is_not_asked_about(level: str, recheck_on: date | None) -> None:
    assert raised(facts(level, recheck_on=recheck_on)) == []


@pytest.mark.parametrize(("state", "trend"), [(MET, "worse"), (OFF, "worse"), (FAILING, "same"), (FAILING, "better")])
def test_n_1_blue_with_a_falling_indicator_is_asked_about(state: IndicatorState, trend: str) -> None:
    flag = only(facts("B", indicators=(indicator(state, trend, "90", "85"),)))
    assert flag.kind == FlagKind.BLUE_FALLING
    assert "its indicator has got worse: I9 (Visits in time)" in flag.sentence


@pytest.mark.parametrize(
    ("state", "trend"), [(MET, "same"), (OFF, "better"), (MET, None), (IndicatorState.NO_DATA, None)]
)
def test_n_1_blue_with_an_indicator_that_holds_is_not_asked_about(state: IndicatorState, trend: str | None) -> None:
    assert raised(facts("B", indicators=(indicator(state, trend),))) == []


@pytest.mark.parametrize("level", ["R", "A", "G", "-"])
def test_n_7_3_a_due_date_past_and_not_blue_is_asked_about(level: str) -> None:
    flag = only(facts(level, due=TODAY - DAY))
    word = next(one.word for one in DEFAULT_SCHEME if one.letter == level)
    assert flag.kind == FlagKind.PAST_DUE
    assert flag.sentence.startswith("Line 3.2 was due on 19 May 2013, 1 day ago, and is ")
    assert ("not rated" if level == "-" else f"rated {word}") in flag.sentence


@pytest.mark.parametrize(("level", "due"), [("B", LAST), ("R", TODAY), ("R", TODAY + DAY), ("R", None)])
def test_n_7_3_a_due_date_to_come_or_a_complete_line_is_not_asked_about(level: str, due: date | None) -> None:
    assert raised(facts(level, due=due)) == []


def test_n_7_3_no_update_at_or_since_the_last_meeting_is_asked_about() -> None:
    flag = only(facts("A", heard=Heard(LAST - DAY, "5/01", "action update")))
    assert flag.kind == FlagKind.NO_UPDATE
    assert flag.sentence == (
        "Nothing has been heard of line 3.2 at or since meeting 5 on 16 May 2013; the last was on 15 May 2013. "
        "What has happened since?"
    )
    assert flag.facts == (
        Fact("meeting 5", "held on 16 May 2013"),
        Fact("5/01", "15 May 2013: action update"),
    )
    assert "nor before" in only(facts("-", heard=None)).sentence


@pytest.mark.parametrize(
    "of",
    [
        facts("A", heard=Heard(LAST, "5/5.1", "minuted")),
        facts("A", heard=Heard(TODAY, "I9", "a value of the indicator")),
        facts("B", heard=None),
        facts("-", heard=None, starts=LAST + DAY),
        facts("A", heard=None, last=None),
    ],
)
def test_n_7_3_a_line_heard_of_complete_or_yet_to_start_is_not_asked_for_news(of: LineFacts) -> None:
    assert raised(of) == []


def test_n_7_3_a_line_that_had_started_by_the_last_meeting_is_asked_for_news() -> None:
    assert raised(facts("-", heard=None, starts=LAST)) == [FlagKind.NO_UPDATE]


def test_rule_7_flags_come_in_the_order_of_the_rule() -> None:
    bad = facts(
        "G",
        actions=(ACTION,),
        indicators=(indicator(FAILING, "worse"),),
        moves=moved(date(2013, 2, 28), date(2013, 4, 30), LAST),
        due=LAST,
        heard=None,
    )
    assert raised(bad) == [
        FlagKind.GREEN_OVERDUE,
        FlagKind.GREEN_FAILING,
        FlagKind.DUE_MOVED,
        FlagKind.PAST_DUE,
        FlagKind.NO_UPDATE,
    ]


def test_rule_5_levels_are_known_by_what_they_ask_and_not_by_their_letters() -> None:
    assert [is_on_track(one) for one in OTHER_SCHEME] == [False, True, False]
    assert [is_complete(one) for one in OTHER_SCHEME] == [False, False, True]
    assert not any(is_recovering(one, OTHER_SCHEME) for one in OTHER_SCHEME)
    assert raised(facts("A", actions=(ACTION,)), OTHER_SCHEME) == [FlagKind.GREEN_OVERDUE]
    assert raised(facts("A", history=stood("A", "A", "A")), OTHER_SCHEME) == []
    assert raised(facts("G", due=LAST, actions=(ACTION,)), OTHER_SCHEME) == []
    assert raised(facts("G", evidence=()), OTHER_SCHEME) == [FlagKind.BLUE_NO_EVIDENCE]


def test_rule_5_a_letter_the_scheme_no_longer_has_is_not_a_rating() -> None:
    assert raised(facts("X", actions=(ACTION,))) == []
    assert raised(facts("X", due=LAST)) == [FlagKind.PAST_DUE]
