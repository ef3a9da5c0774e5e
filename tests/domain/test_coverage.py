"""Requirements and what answers them (rule 4; N 7.3)."""

import pytest

from boardtui.domain.checks import CheckState
from boardtui.domain.coverage import Line, Required, coverage, coverage_checks
from boardtui.domain.obligations import Binds

AUDIT = Required("N 5.7", Binds.COUNCIL)
REPORTS = Required("N 8.1", Binds.CHAIR)
FRONT_DOOR = Required("O 3.1", Binds.COUNCIL)


def test_a_requirement_is_answered_by_each_line_that_names_it() -> None:
    found = coverage([AUDIT, FRONT_DOOR], [Line("1.1", ("N 5.7",)), Line("2.1", ("O 3.1", "N 5.7"))])
    assert found.answered_by("N 5.7") == ("1.1", "2.1")
    assert found.answered_by("N 6.1") == ()
    assert found.unanswered == ()
    assert found.answering_nothing == ()


@pytest.mark.parametrize("binds", [Binds.CHAIR, Binds.BOARD, Binds.DEPARTMENT])
def test_an_obligation_answers_what_binds_board_chair_or_department(binds: Binds) -> None:
    found = coverage([Required("N 8.1", binds)], [], ["N 8.1"])
    assert found.unanswered == ()
    assert found.has_obligation("N 8.1")


def test_an_obligation_does_not_answer_what_binds_the_council() -> None:
    assert coverage([AUDIT], [], ["N 5.7"]).unanswered == ("N 5.7",)


def test_a_plan_line_also_answers_what_binds_the_chair() -> None:
    assert coverage([REPORTS], [Line("1.1", ("N 8.1",))]).unanswered == ()


def test_without_line_and_obligation_a_requirement_is_unanswered() -> None:
    assert coverage([AUDIT, REPORTS], []).unanswered == ("N 5.7", "N 8.1")


def test_a_line_answers_nothing_when_it_names_no_requirement_in_force() -> None:
    found = coverage([AUDIT], [Line("1.1", ()), Line("1.2", ("N 9.9",)), Line("1.3", ("N 5.7", "N 9.9"))])
    assert found.answering_nothing == ("1.1", "1.2")


def test_both_checks_are_met_and_cite_the_paragraph() -> None:
    answered, answers = coverage_checks(coverage([AUDIT], [Line("1.1", ("N 5.7",))]))
    assert (answered.ref, answered.state) == ("N 7.3", CheckState.MET)
    assert (answers.ref, answers.state) == ("N 7.3", CheckState.MET)
    assert answered.reason == "1 requirement in force, each answered."


def test_what_is_left_over_is_named() -> None:
    answered, answers = coverage_checks(coverage([AUDIT, FRONT_DOOR], [Line("1.1", ()), Line("1.2", ("N 5.7",))]))
    assert (answered.state, answers.state) == (CheckState.NOT_MET, CheckState.NOT_MET)
    assert answered.reason == "1 of 2 requirements not answered: O 3.1."
    assert answers.reason == "1 of 2 plan lines answering nothing: 1.1."


def test_a_long_list_of_gaps_is_counted_after_five() -> None:
    required = [Required(f"N 5.{n}", Binds.COUNCIL) for n in range(1, 11)]
    answered, _ = coverage_checks(coverage(required[:5], []))
    assert answered.reason.endswith("N 5.1, N 5.2, N 5.3, N 5.4 and N 5.5.")
    answered, _ = coverage_checks(coverage(required, []))
    assert answered.reason.endswith("N 5.1, N 5.2, N 5.3, N 5.4, N 5.5 and 5 more.")


def test_an_empty_board_is_not_said_to_be_covered() -> None:
    answered, answers = coverage_checks(coverage([], []))
    assert (answered.state, answers.state) == (CheckState.NOT_APPLICABLE, CheckState.NOT_MET)
