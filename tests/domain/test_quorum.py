"""Who is in the room, and whether they are enough (rule 10)."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.quorum import Movement, Quorum, QuorumRule, Seat, parse_quorum, quorum
from boardtui.domain.states import AttendanceStatus, PersonKind

PRESENT, APOLOGIES, DEPUTY = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGIES, AttendanceStatus.DEPUTY
COUNCIL = "Blackpool Council"
IC = Seat("IC", PersonKind.CHAIR, "Independent", PRESENT)
LM = Seat("LM", PersonKind.VICE_CHAIR, COUNCIL, PRESENT)
DCS = Seat("DCS", PersonKind.MEMBER, COUNCIL, PRESENT)
POL = Seat("POL", PersonKind.MEMBER, "Lancashire Constabulary", PRESENT)
CCG = Seat("CCG", PersonKind.MEMBER, "Clinical Commissioning Group", APOLOGIES)
DDN = Seat("DDN", PersonKind.OFFICER, "Clinical Commissioning Group", DEPUTY, "CCG")
DFE = Seat("DfE", PersonKind.OBSERVER, "Department for Education", AttendanceStatus.OBSERVER)
SEC = Seat("SEC", PersonKind.OFFICER, COUNCIL, AttendanceStatus.IN_ATTENDANCE)
REGISTER = (IC, LM, DCS, POL, CCG, DFE, SEC)


def count(*register: Seat, movements: tuple[Movement, ...] = (), moment: int | None = None) -> int:
    return quorum(QuorumRule(1), register, movements, moment=moment).present_voting


# -- the rule ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", QuorumRule()),
        ("  ", QuorumRule()),
        ("5", QuorumRule(5)),
        (" 1 / 3 ", QuorumRule(None, Fraction(1, 3))),
        ("2/2", QuorumRule(None, Fraction(1))),
    ],
)
def test_a_rule_is_read_from_its_text(text: str, rule: QuorumRule) -> None:
    assert parse_quorum(text) == rule


@pytest.mark.parametrize("text", ["0", "-1", "4/3", "1/0", "0/3", "half", "50%", "1000", "1/3/4", "1.5", "٣"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a quorum: write a number"):
        parse_quorum(text)


@given(
    st.one_of(
        st.just(""),
        st.integers(1, 999).map(str),
        st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda pair: f"{min(pair)}/{max(pair)}"),
    )
)
def test_a_rule_written_down_is_read_back(text: str) -> None:
    assert parse_quorum(str(parse_quorum(text))) == parse_quorum(text)


@pytest.mark.parametrize(("members", "needed"), [(9, 3), (10, 4), (11, 4), (12, 4), (13, 5), (1, 1)])
def test_a_fraction_is_rounded_up(members: int, needed: int) -> None:
    assert parse_quorum("1/3").needed(members) == needed


# -- the count -----------------------------------------------------------------------------------------------


def test_unset_there_is_no_check() -> None:
    assert quorum(QuorumRule(), REGISTER) == Quorum(4, None, None, "No quorum is set.")


def test_members_present_count_and_observers_and_officers_do_not() -> None:
    found = quorum(QuorumRule(4), REGISTER)
    assert found == Quorum(4, 4, True, "Quorate: 4 of 5 voting members present, 4 needed.")


def test_one_too_few_is_not_quorate() -> None:
    found = quorum(QuorumRule(5), REGISTER)
    assert found == Quorum(4, 5, False, "Not quorate: 4 voting members present, 5 needed.")


def test_a_fraction_counts_every_voting_member_present_or_not() -> None:
    assert quorum(parse_quorum("4/5"), REGISTER).quorate is True
    assert quorum(parse_quorum("5/6"), REGISTER).quorate is False


def test_a_deputy_counts_for_their_member() -> None:
    assert count(*REGISTER, DDN) == 5


def test_a_guest_may_deputise() -> None:
    guest = Seat("Jane Smith", PersonKind.OFFICER, "", DEPUTY, "CCG")
    assert count(*REGISTER, guest) == 5


def test_a_member_and_their_deputy_count_once() -> None:
    assert count(replace(CCG, status=PRESENT), DDN) == 1


def test_a_deputy_for_nobody_with_a_vote_does_not_count() -> None:
    assert count(IC, SEC, replace(DDN, deputy_for="SEC")) == 1


def test_who_is_not_in_the_register_of_the_day_does_not_count() -> None:
    assert count(IC, replace(POL, status=None), replace(DCS, status=AttendanceStatus.ABSENT)) == 1


# -- by the clock --------------------------------------------------------------------------------------------

MOVEMENTS = (Movement("POL", arrived=True), Movement("IC", arrived=False), Movement("IC", arrived=True))


@pytest.mark.parametrize(("moment", "present"), [(0, 1), (1, 2), (2, 1), (3, 2), (None, 2)])
def test_arrivals_and_departures_count_in_their_order(moment: int | None, present: int) -> None:
    assert count(IC, POL, movements=MOVEMENTS, moment=moment) == present


def test_a_member_with_apologies_who_arrives_after_all_counts() -> None:
    assert count(CCG, movements=(Movement("CCG", arrived=True),)) == 1


def test_a_member_may_hand_over_to_their_deputy() -> None:
    handing_over = (Movement("CCG", arrived=False), Movement("DDN", arrived=True))
    register = (replace(CCG, status=PRESENT), DDN)
    assert [count(*register, movements=handing_over, moment=n) for n in range(3)] == [1, 0, 1]


def test_those_withdrawn_for_an_interest_do_not_count() -> None:
    found = quorum(QuorumRule(4), REGISTER, withdrawn={"POL", "SEC"})
    assert (found.present_voting, found.quorate) == (3, False)


# -- Chair and agencies --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("leaving", "quorate"), [((), True), (("IC",), True), (("LM",), True), (("IC", "LM"), False)])
def test_chair_or_vice_chair_must_be_present_where_the_rule_says_so(leaving: tuple[str, ...], quorate: bool) -> None:
    rule = parse_quorum("1", needs_chair=True)
    movements = [Movement(office, arrived=False) for office in leaving]
    assert quorum(rule, REGISTER, movements).quorate is quorate


def test_a_deputy_of_the_chair_votes_and_does_not_preside() -> None:
    deputy = replace(DDN, deputy_for="IC")
    found = quorum(QuorumRule(needs_chair=True), (replace(IC, status=APOLOGIES), deputy))
    assert (found.present_voting, found.quorate) == (1, False)
    assert found.reason == "Not quorate: neither the Chair nor a vice-chair is present."


def test_a_chair_who_has_withdrawn_does_not_preside() -> None:
    assert quorum(QuorumRule(needs_chair=True), (IC, POL), withdrawn=["IC"]).quorate is False


def test_agencies_are_counted_where_the_rule_says_so() -> None:
    rule = parse_quorum("1", agencies=2)
    assert quorum(rule, REGISTER, council=COUNCIL).quorate is False
    assert quorum(rule, (*REGISTER, DDN), council=COUNCIL).quorate is True


def test_everything_lacking_is_said() -> None:
    rule = parse_quorum("3", needs_chair=True, agencies=2)
    assert quorum(rule, (POL,), council=COUNCIL).reason == (
        "Not quorate: 1 voting member present, 3 needed; neither the Chair nor a vice-chair is present; "
        "1 partner agency present, 2 needed."
    )
