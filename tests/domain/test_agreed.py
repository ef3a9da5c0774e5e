"""What was agreed, by whom and when (N 5.1, 5.8, 6.1, 7.3)."""

from __future__ import annotations

from datetime import date

from boardtui.domain import agreed as rules
from boardtui.domain.agreed import agreed_by_all, agreed_check, latest
from boardtui.domain.checks import CheckState
from boardtui.domain.instrument import Subject
from tests.domain.compliant import FEB, IB, LSCB, MARCH, TODAY, agreed

PROGRAMME = Subject.AUDIT_PROGRAMME


def test_the_last_agreement_by_today_counts() -> None:
    first, second, later = (agreed(PROGRAMME, on=on) for on in (FEB, MARCH, date(2013, 5, 21)))
    assert latest([second, later, first], PROGRAMME, IB, TODAY) == second
    assert latest([first], Subject.PLAN, IB, TODAY) is None
    assert latest([first], PROGRAMME, LSCB, TODAY) is None


def test_an_agreement_counts_from_its_own_day() -> None:
    assert latest([agreed(PROGRAMME, on=TODAY)], PROGRAMME, IB, TODAY) is not None
    assert latest([agreed(PROGRAMME, on=date(2013, 5, 21))], PROGRAMME, IB, TODAY) is None


def test_all_have_agreed_on_the_day_the_last_of_them_did() -> None:
    both = [agreed(PROGRAMME), agreed(PROGRAMME, LSCB, MARCH)]
    assert agreed_by_all(rules.PROGRAMME, both, TODAY) == MARCH
    assert agreed_by_all(rules.PROGRAMME, both[:1], TODAY) is None


def test_rule_10_a_decision_without_a_quorum_leaves_the_agreement_at_risk() -> None:
    check = agreed_check(rules.PLAN, [agreed(Subject.PLAN, inquorate="3 of 4 needed")], TODAY)
    assert (check.state, check.reason) == (
        CheckState.AT_RISK,
        "Agreed by the Improvement Board on 21 Feb 2013 (decision D3/02); decision D3/02 was taken without a quorum.",
    )


def test_without_decision_and_reference_only_the_day_is_named() -> None:
    check = agreed_check(rules.PLAN, [agreed(Subject.PLAN, decision=None)], TODAY)
    assert check.reason == "Agreed by the Improvement Board on 21 Feb 2013."
