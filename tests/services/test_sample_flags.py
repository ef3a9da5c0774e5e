"""Every challenge flag of rule 7 on the 2012 sample: where it is raised, where it is not, and the facts behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boardtui.domain.challenge import Flag, FlagKind, LineFacts
from boardtui.services import actions, evidence, indicators, plan
from boardtui.services.desk import Desk
from boardtui.store.reading.challenge import flags, flags_of, line_facts
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import TODAY, reading

built = pytest.fixture(scope="module")(reading)

RAISED = {
    FlagKind.GREEN_OVERDUE: ["2.1"],
    FlagKind.GREEN_FAILING: ["3.7"],
    FlagKind.AMBER_UNCHANGED: ["3.4", "5.4"],
    FlagKind.DUE_MOVED: ["1.1", "5.3"],
    FlagKind.BLUE_NO_EVIDENCE: ["1.5"],
    FlagKind.BLUE_RECHECK: ["5.1"],
    FlagKind.BLUE_FALLING: ["3.6"],
    FlagKind.PAST_DUE: ["2.3", "4.5", "5.2", "7.2", "7.5"],
    FlagKind.NO_UPDATE: ["2.6", "4.2", "5.4", "5.7", "7.1"],
}


@pytest.fixture(scope="module")
def raised(built: Database) -> list[Flag]:
    """Return every flag on the sample as it was built."""
    return flags(built, TODAY)


@pytest.fixture(scope="module")
def known(built: Database) -> dict[str, LineFacts]:
    """Return what is known of every plan line."""
    return {facts.line.ref: facts for facts in line_facts(built, TODAY)}


def flag(found: list[Flag], kind: FlagKind, line: str) -> Flag:
    """Return the one flag of a kind on a line."""
    (one,) = [one for one in found if (one.kind, one.line) == (kind, line)]
    return one


def kinds(found: list[Flag], line: str) -> set[FlagKind]:
    """Return the kinds of flag on a line."""
    return {one.kind for one in found if one.line == line}


def asked(desk: Desk, line: str, change: Callable[[Work], object]) -> set[FlagKind]:
    """Make a change and return the kinds of flag on a line afterwards."""
    desk.do(change)
    return kinds(desk.read(lambda db: flags_of(db, line, TODAY)), line)


def test_rule_7_n_7_3_the_sample_raises_each_flag_on_these_lines_and_no_other(raised: list[Flag]) -> None:
    assert {kind: [one.line for one in raised if one.kind == kind] for kind in FlagKind} == RAISED


def test_rule_7_n_7_3_every_flag_asks_a_question_that_names_its_line_and_gives_its_facts(raised: list[Flag]) -> None:
    for one in raised:
        assert one.sentence.endswith("?")
        assert f"ine {one.line} " in one.sentence
        assert one.facts
        assert all(fact.ref and fact.words for fact in one.facts)


def test_rule_7_n_7_3_green_with_an_overdue_action_on_line_2_1(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.GREEN_OVERDUE, "2.1")
    assert "Line 2.1 is rated Green, but an action that serves it is overdue: 3/08." in found.sentence
    assert [fact.ref for fact in found.facts] == ["2.1", "3/08"]
    assert found.facts[0].words == "rated Green (G) at meeting 4 on 4 Apr 2013"
    # 26 April to 20 May: four days to the end of April and twenty in May.
    assert found.facts[1].words.startswith("due 26 Apr 2013, 24 days overdue. PIM: ")


@pytest.mark.parametrize(
    ("line", "level", "late"),
    [("4.2", "G", None), ("5.6", "G", False), ("3.7", "G", False), ("4.6", "A", True)],
    ids=["no-action", "none-late", "due-in-four-days", "amber"],
)
def test_rule_7_n_7_3_no_such_flag_on_green_in_time_or_on_amber(
    known: dict[str, LineFacts], raised: list[Flag], line: str, level: str, late: bool | None
) -> None:
    facts = known[line]
    assert facts.line.rating == level
    assert {one.days_late > 0 for one in facts.actions} == ({late} if late is not None else set())
    assert FlagKind.GREEN_OVERDUE not in kinds(raised, line)


def test_rule_7_n_7_3_closing_the_overdue_action_answers_the_flag_on_line_2_1(desk: Desk) -> None:
    assert asked(desk, "2.1", lambda work: actions.close(work, "3/08", "Agreed with all schools")) == set()


def test_rule_7_n_7_3_green_with_a_failing_indicator_on_line_3_7(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.GREEN_FAILING, "3.7")
    assert "Line 3.7 is rated Green, but its indicator is failing: I9" in found.sentence
    assert [fact.ref for fact in found.facts] == ["3.7", "I9"]
    assert found.facts[1].words.endswith("17.9% in Apr 2013, 17.5% in Mar 2013, 16.1% expected; failing")


def test_rule_7_n_7_3_no_such_flag_on_green_line_1_2_whose_indicator_is_off_trajectory_alone(
    known: dict[str, LineFacts], raised: list[Flag]
) -> None:
    facts = known["1.2"]
    assert (facts.line.rating, [(one.ref, one.state) for one in facts.indicators]) == ("G", [("I3", "off trajectory")])
    assert FlagKind.GREEN_FAILING not in kinds(raised, "1.2")


def test_rule_7_n_7_3_no_such_flag_on_red_line_1_4_whose_indicator_fails(
    known: dict[str, LineFacts], raised: list[Flag]
) -> None:
    facts = known["1.4"]
    assert (facts.line.rating, [(one.ref, one.state) for one in facts.indicators]) == ("R", [("I10", "failing")])
    assert FlagKind.GREEN_FAILING not in kinds(raised, "1.4")


@pytest.mark.parametrize("line", ["3.4", "5.4"])
def test_rule_7_n_7_3_amber_unchanged_for_three_meetings(raised: list[Flag], line: str) -> None:
    found = flag(raised, FlagKind.AMBER_UNCHANGED, line)
    assert "Amber at each of the last four meetings, since meeting 2 on 10 Jan 2013." in found.sentence
    assert [(fact.ref, fact.words) for fact in found.facts] == [
        (f"meeting {number}", "Amber (A)") for number in (2, 3, 4, 5)
    ]


@pytest.mark.parametrize(
    ("line", "history"), [("1.1", "RRRAA"), ("6.1", "AAGGA"), ("3.3", "-AARR")], ids=["two", "back", "red"]
)
def test_rule_7_n_7_3_no_such_flag_on_amber_for_two_meetings_or_not_in_a_row(
    known: dict[str, LineFacts], raised: list[Flag], line: str, history: str
) -> None:
    assert "".join(letter or "-" for _, letter in known[line].line.history) == history
    assert FlagKind.AMBER_UNCHANGED not in kinds(raised, line)


@pytest.mark.parametrize(("meeting", "unchanged"), [("3", False), ("4", True)])
def test_rule_7_n_7_3_line_3_4_was_amber_for_the_third_time_at_meeting_4(
    built_sample: Path, open_desk: Callable[..., Desk], meeting: str, unchanged: bool
) -> None:
    then = open_desk(built_sample, as_at=meeting)
    found = kinds(then.read(lambda db: flags_of(db, "3.4", then.today)), "3.4")
    assert (FlagKind.AMBER_UNCHANGED in found) == unchanged


def test_rule_7_n_7_3_a_due_date_moved_twice_on_line_1_1(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.DUE_MOVED, "1.1")
    assert "has been moved twice, from 28 Feb 2013 to 28 Jun 2013." in found.sentence
    assert [fact.ref for fact in found.facts] == ["meeting 3", "meeting 5"]
    assert found.facts[0].words.startswith("21 Feb 2013: from 28 Feb 2013 to 30 Apr 2013. ")
    assert found.facts[1].words.startswith("16 May 2013: from 30 Apr 2013 to 28 Jun 2013. ")


def test_rule_7_n_7_3_a_due_date_moved_twice_on_line_5_3(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.DUE_MOVED, "5.3")
    assert "has been moved twice, from 11 Jan 2013 to 21 Jun 2013." in found.sentence
    assert [fact.ref for fact in found.facts] == ["meeting 2", "meeting 4"]


def test_rule_7_n_7_3_no_such_flag_on_line_1_3_moved_once_until_it_is_moved_again(
    known: dict[str, LineFacts], raised: list[Flag], desk: Desk
) -> None:
    assert known["1.3"].line.moves == 1
    assert FlagKind.DUE_MOVED not in kinds(raised, "1.3")
    again = asked(desk, "1.3", lambda work: plan.move_line(work, "1.3", date(2013, 7, 12), "Two posts are vacant."))
    assert FlagKind.DUE_MOVED in again


def test_rule_7_n_1_blue_without_evidence_on_line_1_5(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.BLUE_NO_EVIDENCE, "1.5")
    assert "Line 1.5 is rated Blue, but nothing is in the evidence register for it." in found.sentence
    assert found.facts[0].words.startswith("rated Blue (B) at meeting 5 on 16 May 2013")
    assert found.facts[1].words.startswith("nothing in the evidence register; the rating names: System log for April")


def test_rule_7_n_1_no_such_flag_on_blue_line_4_1_with_evidence(
    known: dict[str, LineFacts], raised: list[Flag]
) -> None:
    assert known["4.1"].line.rating == "B"
    assert [one.ref for one in known["4.1"].evidence] == ["E4", "E7"]
    assert FlagKind.BLUE_NO_EVIDENCE not in kinds(raised, "4.1")


def test_rule_7_n_1_entering_the_evidence_answers_the_flag_on_line_1_5(desk: Desk) -> None:
    def enter(work: Work) -> None:
        evidence.add_evidence(work, line="1.5", title="System log for April", kept="Performance team", dated=TODAY)

    assert FlagKind.BLUE_NO_EVIDENCE not in asked(desk, "1.5", enter)


def test_rule_7_n_1_blue_past_its_recheck_date_on_line_5_1(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.BLUE_RECHECK, "5.1")
    assert "was to be looked at again on 16 May 2013, 4 days ago." in found.sentence
    assert [(fact.ref, fact.words) for fact in found.facts] == [
        ("5.1", "rated Blue (B) at meeting 4 on 4 Apr 2013, to be looked at again on 16 May 2013")
    ]


def test_rule_7_n_1_no_such_flag_on_blue_line_3_6_to_be_looked_at_in_september(
    known: dict[str, LineFacts], raised: list[Flag]
) -> None:
    assert known["3.6"].ratings[-1].recheck_on == date(2013, 9, 19)
    assert FlagKind.BLUE_RECHECK not in kinds(raised, "3.6")


def test_rule_7_n_1_the_recheck_date_itself_is_not_past(built: Database) -> None:
    assert FlagKind.BLUE_RECHECK not in kinds(flags_of(built, "5.1", date(2013, 5, 16)), "5.1")
    assert FlagKind.BLUE_RECHECK in kinds(flags_of(built, "5.1", date(2013, 5, 17)), "5.1")


def test_rule_7_n_1_blue_with_a_falling_indicator_on_line_3_6(raised: list[Flag]) -> None:
    found = flag(raised, FlagKind.BLUE_FALLING, "3.6")
    assert "Line 3.6 is rated Blue, but its indicator has got worse: I9" in found.sentence
    assert [fact.ref for fact in found.facts] == ["3.6", "I9"]
    assert "17.9% in Apr 2013, 17.5% in Mar 2013" in found.facts[1].words


def test_rule_7_n_1_no_such_flag_on_blue_line_4_1_whose_indicator_holds(
    known: dict[str, LineFacts], raised: list[Flag]
) -> None:
    facts = known["4.1"]
    assert [(one.ref, one.state, one.trend) for one in facts.indicators] == [("I8", "met", "same")]
    assert FlagKind.BLUE_FALLING not in kinds(raised, "4.1")


def test_rule_7_n_1_a_restated_figure_that_meets_its_target_answers_both_flags_on_i9(desk: Desk) -> None:
    def restate(work: Work) -> None:
        indicators.add_value(work, "I9", date(2013, 4, 30), "16.0", because="Six children were counted twice.")

    assert FlagKind.GREEN_FAILING not in asked(desk, "3.7", restate)
    assert FlagKind.BLUE_FALLING not in kinds(desk.read(lambda db: flags_of(db, "3.6", TODAY)), "3.6")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("2.3", "Line 2.3 was due on 30 Apr 2013, 20 days ago, and is rated Red."),
        ("4.5", "Line 4.5 was due on 28 Mar 2013, 53 days ago, and is rated Red."),
        ("5.2", "Line 5.2 was due on 30 Nov 2012, 171 days ago, and is rated Amber."),
        ("7.2", "Line 7.2 was due on 3 May 2013, 17 days ago, and is rated Green."),
        ("7.5", "Line 7.5 was due on 10 May 2013, 10 days ago, and is rated Amber."),
    ],
)
def test_rule_7_n_7_3_due_date_past_and_not_blue(raised: list[Flag], line: str, sentence: str) -> None:
    found = flag(raised, FlagKind.PAST_DUE, line)
    assert found.sentence.startswith(sentence)
    assert [fact.ref for fact in found.facts] == [line]


def test_rule_7_n_7_3_no_such_flag_on_line_3_2_until_the_day_after_it_is_due(
    known: dict[str, LineFacts], built: Database
) -> None:
    assert known["3.2"].line.due == date(2013, 5, 24)
    for today, past in ((TODAY, False), (date(2013, 5, 24), False), (date(2013, 5, 25), True)):
        assert (FlagKind.PAST_DUE in kinds(flags_of(built, "3.2", today), "3.2")) == past


def test_rule_7_n_7_3_no_such_flag_on_line_1_5_which_is_blue(known: dict[str, LineFacts], raised: list[Flag]) -> None:
    assert (known["1.5"].line.rating, known["1.5"].line.due) == ("B", date(2013, 2, 15))
    assert FlagKind.PAST_DUE not in kinds(raised, "1.5")


@pytest.mark.parametrize(
    ("line", "last", "on"),
    [
        ("2.6", ("2.6", "21 Feb 2013: rated G"), "21 Feb 2013"),
        ("5.4", ("5.4", "4 Apr 2013: due date moved"), "4 Apr 2013"),
        ("5.7", ("3/5.9", "21 Feb 2013: minuted"), "21 Feb 2013"),
    ],
)
def test_rule_7_n_7_3_no_update_since_the_last_meeting(
    raised: list[Flag], line: str, last: tuple[str, str], on: str
) -> None:
    found = flag(raised, FlagKind.NO_UPDATE, line)
    assert f"at or since meeting 5 on 16 May 2013; the last was on {on}." in found.sentence
    assert [(fact.ref, fact.words) for fact in found.facts] == [("meeting 5", "held on 16 May 2013"), last]


@pytest.mark.parametrize(
    ("line", "ref", "on"),
    [("4.3", "4/04", date(2013, 5, 17)), ("1.5", "1.5", date(2013, 5, 16))],
    ids=["since", "at"],
)
def test_rule_7_n_7_3_no_such_flag_on_a_line_heard_of_at_the_last_meeting_or_since(
    known: dict[str, LineFacts], raised: list[Flag], line: str, ref: str, on: date
) -> None:
    heard = known[line].heard
    assert heard is not None
    assert (heard.ref, heard.on) == (ref, on)
    assert FlagKind.NO_UPDATE not in kinds(raised, line)


def test_rule_7_n_7_3_no_such_flag_on_line_5_8_which_had_yet_to_start(
    known: dict[str, LineFacts], raised: list[Flag]
) -> None:
    assert (known["5.8"].line.starts, known["5.8"].heard) == (TODAY, None)
    assert kinds(raised, "5.8") == set()


def test_rule_7_n_7_3_an_update_of_its_action_answers_the_flag_on_line_5_3(desk: Desk) -> None:
    found = asked(desk, "5.3", lambda work: actions.update_action(work, "4/09", "The analyst has begun."))
    assert found == {FlagKind.DUE_MOVED}
