"""A typed line is described in a few words, whatever it means (DESIGN 5, live mode)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain import lines as ln
from boardtui.domain.describing import TO_TIDY, describe, steers
from boardtui.domain.grammar import parse
from boardtui.domain.ratings import DEFAULT_SCHEME, Scheme


class Few:
    """A Board where little is known: DCS, POL, LSCB and the group ALL; action 5/03; line 3.2; items 1 to 9."""

    meeting_on = date(2013, 1, 10)
    scheme: Scheme = DEFAULT_SCHEME

    def person(self, name: str) -> str | None:
        return name.upper() if name.upper() in ("DCS", "POL", "LSCB", "ALL") else None

    def begins(self, title: str) -> tuple[str, ...]:
        return ()

    def members(self, initials: str) -> tuple[str, ...]:
        return ("DCS", "POL", "LSCB") if initials == "ALL" else (initials,)

    def has_action(self, ref: str) -> bool:
        return ref == "5/03"

    def has_line(self, ref: str) -> bool:
        return ref == "3.2"

    def has_item(self, number: int) -> bool:
        return 1 <= number <= 9

    def can_defer_to(self, number: int) -> bool:
        return number == 7

    def paragraph(self, ref: str) -> str | None:
        return "Visits were late." if ref == "5/4.2" else None

    def is_challenge(self, ref: str) -> bool:
        return ref == "5/4.2"

    def challenge_here(self, ref: str) -> str | None:
        return "5/4.2" if ref == "4.2" else None

    def rating(self, ref: str) -> str | None:
        return "R"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("Members were welcomed.", "Note"),
        ("\\! plain", "Note"),
        ("! DCS, POL with LSCB by 14 Jan: write", "Action · DCS, POL with LSCB · due 14 Jan 2013 (Mon)"),
        ("! ALL by next meeting: write", "Action · ALL · due at the next meeting"),
        ("! XX by 14 Jan: write", "to tidy: Nobody here is called “XX”."),
        ("= agreed", "Decision"),
        ("? why", "Challenge"),
        ("> 5/03 done: it is", "Action 5/03 · reported done"),
        ("> 5/03 by 14 Mar: late", "Action 5/03 · moved, now due 14 Mar 2013 (Thu)"),
        ("> 3.2 G: better", "Plan line 3.2 · rated G (Green), was R"),
        ("> 3.2 slow", "Plan line 3.2 · remark"),
        ("> 5/4.2 answered: they are in time", "Answers the challenge at 5/4.2"),
        ("> 4.2 answered: they are in time", "Answers the challenge at 5/4.2"),
        ("# 4", "Go to item 4"),
        ("# + Fire (urgent: last night)", "Urgent item · Fire · because last night"),
        ("# defer to 7: no time", "Move this item to meeting 7 · no time"),
        ("present: ALL", "Register · present: DCS, POL, LSCB"),
        ("deputy: POL for DCS", "Register · POL, deputy for DCS"),
        ("deputy: Jane Smith, Nurse for DCS", "Register · Jane Smith, Nurse (a guest), deputy for DCS"),
        ("left: POL", "POL left, by the clock"),
        ("in the chair: POL", "POL in the chair"),
        ("interest: POL item 7: a friend; leaves", "Interest · POL on item 7 · a friend · leaves for it"),
        ("amend 5/4.2: late => in time", "Amendment of 5/4.2 · “late” becomes “in time”"),
        ("confirmed: as amended", "Minutes of the last meeting · confirmed as amended"),
        ("restricted: staffing", "Restricted from here, until “open” · Staffing"),
        ("open", "Open again from here"),
        ("(restricted: staffing) = agreed", "Restricted (Staffing) · Decision"),
    ],
)
def test_each_line_of_the_table_is_described(typed: str, said: str) -> None:
    assert describe(parse(typed, Few()), Few()) == said


@pytest.mark.parametrize(
    ("typed", "steering"), [("# 4", True), ("open", True), ("= agreed", False), ("left: POL", False)]
)
def test_lines_that_make_no_entry_steer(typed: str, steering: bool) -> None:
    parsed = parse(typed, Few())
    assert parsed is not None
    assert steers(parsed.line) is steering


@given(
    st.sampled_from(["", "! ", "= ", "? ", "> ", "# ", "> 5/03 ", "> 3.2 A: ", "present: ", "amend 5/4.2: "]),
    st.text(alphabet=st.characters(exclude_categories=["Nd", "No", "Cs"])),
)
def test_whatever_is_typed_is_described_in_one_line(start: str, rest: str) -> None:
    parsed = parse(start + rest, Few())
    said = describe(parsed, Few())
    assert (said == "") is (parsed is None)
    if parsed is not None and isinstance(parsed.line, ln.Untidy):
        assert TO_TIDY in said
