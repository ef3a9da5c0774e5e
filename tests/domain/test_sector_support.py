"""The package of support agreed with the sector (N 7.1)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.agreed import Agreed
from boardtui.domain.checks import CheckState
from boardtui.domain.instrument import Body, Subject
from boardtui.domain.sector_support import Package, support_check
from tests.domain.compliant import FEB, TODAY, agreed


def stands(*packages: Package, agreements: tuple[Agreed, ...] = ()) -> tuple[CheckState, str]:
    check = support_check(packages, agreements, TODAY)
    assert (check.ref, check.check) == ("N 7.1", "Package of support agreed")
    return check.state, check.reason


def test_n_7_1_support_the_sector_agreed_is_met_without_a_package_entered() -> None:
    by_sector = agreed(Subject.SUPPORT, Body.SECTOR, reference="")
    found = stands(agreements=(by_sector,))
    assert found == (CheckState.MET, "Agreed by the Children's Improvement Board (sector) on 21 Feb 2013.")


def test_n_7_1_support_agreed_with_one_provider_names_what_is_still_to_be_agreed() -> None:
    found = stands(Package("SP1", "Bury"), Package("SP2", "Leeds", FEB), Package("SP3", "Hull", TODAY))
    assert found == (
        CheckState.MET,
        "Agreed with Leeds on 21 Feb 2013 (SP2) and Hull on 20 May 2013 (SP3). Not agreed yet: SP1.",
    )


def test_n_7_1_support_agreed_tomorrow_is_not_agreed_today() -> None:
    found = stands(Package("SP1", "Leeds", date(2013, 5, 21)))
    assert found == (CheckState.AT_RISK, "Entered and not agreed yet: SP1.")


def test_n_7_1_support_agreed_by_this_board_alone_is_at_risk() -> None:
    found = stands(agreements=(agreed(Subject.SUPPORT),))
    told = "Agreed by the Improvement Board on 21 Feb 2013 (decision D3/02), but not yet with the sector."
    assert found == (CheckState.AT_RISK, told)


def test_n_7_1_without_any_support_is_not_met() -> None:
    assert stands() == (CheckState.NOT_MET, "No package of support is entered.")
