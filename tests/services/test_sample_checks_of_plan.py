"""The checks of N 7.3 on the 2012 sample: plan, dataset and coverage, each once met and once not."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.services import agreements, indicators, notice, plan
from boardtui.services.desk import Desk
from boardtui.store.reading.indicators import indicators as dataset
from boardtui.store.reading.notice import requirements
from boardtui.store.reading.plan import line, lines
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.as_built import TODAY, reading
from tests.services.judging import (
    ANSWERED,
    ANSWERS,
    DATASET,
    MET,
    NOT_MET,
    PLAN,
    TARGETS,
    after,
    judged,
)

built = pytest.fixture(scope="module")(reading)


def test_n_7_3_a_plan_the_board_agreed_is_met(built: Database) -> None:
    assert judged(built, PLAN) == (MET, "Agreed by the Improvement Board on 10 Jan 2013 (decision D2/01).")


def test_n_7_3_a_plan_nobody_agreed_is_not_met(desk: Desk) -> None:
    state, reason = after(desk, lambda work: agreements.remove_agreement(work, 2), PLAN)
    assert (state, reason) == (NOT_MET, "Nothing is entered as agreed; the Improvement Board is to agree it.")


def test_n_7_3_a_dataset_the_board_agreed_is_met_by_its_latest_decision(built: Database) -> None:
    assert judged(built, DATASET) == (MET, "Agreed by the Improvement Board on 21 Feb 2013 (decision D3/03).")
    earlier = judged(built, DATASET, date(2013, 2, 20))
    assert earlier == (MET, "Agreed by the Improvement Board on 10 Jan 2013 (decision D2/04).")


def test_n_7_3_a_dataset_nobody_agreed_is_not_met(desk: Desk) -> None:
    def take_out(work: Work) -> None:
        agreements.remove_agreement(work, 3)
        agreements.remove_agreement(work, 8)

    state, reason = after(desk, take_out, DATASET)
    assert (state, reason) == (NOT_MET, "Nothing is entered as agreed; the Improvement Board is to agree it.")


def test_n_7_3_indicators_with_a_baseline_and_both_targets_are_met(built: Database) -> None:
    count = len(dataset(built, TODAY))
    assert judged(built, TARGETS) == (
        MET,
        f"{count} indicators, each with a baseline, a 6-month and a 12-month target.",
    )


def test_n_7_3_an_indicator_without_a_target_or_baseline_is_not_met(desk: Desk) -> None:
    assert after(desk, lambda work: indicators.edit_indicator(work, "I3", target_12=None), TARGETS) == (
        NOT_MET,
        "1 of 14 indicators incomplete: I3 lacks a 12-month target.",
    )
    state, reason = after(desk, lambda work: indicators.edit_indicator(work, "I8", baseline=None), TARGETS)
    assert state == NOT_MET
    assert "I8 lacks a baseline" in reason


def test_n_7_3_an_indicator_whose_baseline_is_nought_has_one(built: Database) -> None:
    assert next(one.measure.baseline for one in dataset(built, TODAY) if one.ref == "I8") == 0
    assert judged(built, TARGETS)[0] == MET


def test_n_7_3_requirements_all_answered_are_met(built: Database) -> None:
    count = len(requirements(built))
    assert judged(built, ANSWERED) == (MET, f"{count} requirements in force, each answered.")


def test_n_7_3_a_requirement_whose_only_duty_is_taken_out_is_not_met(desk: Desk) -> None:
    count = len(desk.read(requirements))
    assert after(desk, lambda work: notice.remove_obligation(work, "N 7.2 six-weekly meetings"), ANSWERED) == (
        NOT_MET,
        f"1 of {count} requirements not answered: N 7.2.",
    )


def test_n_7_3_plan_lines_that_each_answer_something_are_met(built: Database) -> None:
    count = len(lines(built, TODAY))
    assert judged(built, ANSWERS) == (MET, f"{count} plan lines, each answering a requirement.")


def test_n_7_3_a_plan_line_that_answers_nothing_is_not_met(desk: Desk) -> None:
    def cut_off(work: Work) -> None:
        found = line(work.db, "7.1", TODAY)
        plan.edit_line(work, found.id, found.version, answers=[])

    state, reason = after(desk, cut_off, ANSWERS)
    assert (state, reason.endswith("answering nothing: 7.1.")) == (NOT_MET, True)
    assert desk.read(lambda db: judged(db, ANSWERED))[1].endswith("not answered: N 6.4.")
