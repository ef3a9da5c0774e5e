"""An entry that is changed, converted or removed leaves the record as if it had never said what it said."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.states import EntryKind
from boardtui.errors import BoardError, LockedError, StaleError
from boardtui.services import actions, meetings, minutes
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action, updates
from boardtui.store.reading.meetings import attendance, meeting
from boardtui.store.reading.minutes import decisions, entries
from tests.services.small import THIRD, enter, entry, last, nothing_changed, seen, tables

LINES = {
    "note": "The report was received.",
    "restricted note": "(restricted: child) The family was discussed.",
    "decision": "= The report was agreed",
    "challenge": "? Why is it late?",
    "action": "! DCS, POL with CCG by 14 Mar: Publish it",
    "action for the next meeting": "! PTN by next meeting: Report",
    "done": "> 1/01 done: It is written",
    "close": "> 1/01 close: Seen",
    "return": "> 1/02 return: No figures",
    "by": "> 1/01 by 14 Mar: Staff are ill",
    "by next meeting": "> 1/01 by next meeting: Staff are ill",
    "by a day in place of the next meeting": "> 1/02 by 14 Mar: It cannot wait",
    "update": "> 1/02 Half is written",
    "update of a restricted action": "> 1/03 Visited",
    "rating": "> 1.2 R: no audits; path: LEG starts in March",
    "remark": "> 1.2 Auditors are appointed",
    "answer": "> 1/4.1 answered: Because of the flood",
    "present": "present: ALL, LEG",
    "apologies": "apologies: POL",
    "absent": "absent: CCG",
    "deputy": "deputy: DDN for CCG",
    "guest": "deputy: Jane Smith, Designated Nurse for CCG",
    "arrived": "arrived: POL",
    "left": "left: DCS",
    "chair": "in the chair: LM",
    "interest": "interest: POL item 7: governor; leaves",
    "amendment": "amend 1/1.1: everybody => all members",
    "confirmation": "confirmed: as amended",
    "untidy": "! XYZ by 1 Mar: Do it",
    "plain": r"\! not an action",
}
"""One line of every kind that makes an entry (DESIGN 5), by what it does."""


def remove(desk: Desk, entry_id: str) -> None:
    desk.do(lambda work: minutes.remove_entry(work, entry_id))


def edit(desk: Desk, entry_id: str, typed: str) -> None:
    version = entry(desk, entry_id).version
    desk.do(lambda work: minutes.edit_entry(work, entry_id, version, typed))


@pytest.mark.parametrize("what", LINES)
def test_an_entry_that_is_removed_leaves_every_table_as_it_was(small: Desk, what: str) -> None:
    before = small.read(tables)
    remove(small, enter(small, LINES[what]))
    assert small.read(tables) == before


def test_so_it_does_after_lines_of_every_kind(small: Desk) -> None:
    for what, typed in LINES.items():
        if what != "close":
            enter(small, typed)
    before = small.read(tables)
    for what, typed in LINES.items():
        made = enter(small, typed)
        assert small.read(tables) != before
        remove(small, made)
        assert small.read(tables) == before, what


def test_an_entry_that_is_changed_does_what_the_new_line_alone_would_have_done(small: Desk) -> None:
    for first, then in zip(LINES, [*LINES][7:] + [*LINES][:7], strict=True):
        made = enter(small, LINES[then])
        wanted = small.read(seen)
        remove(small, made)
        made = enter(small, LINES[first])
        edit(small, made, LINES[then])
        if "restricted" in first and "restricted" not in then:  # it stays so until somebody opens the entry
            assert entry(small, made).restricted
            small.do(lambda work, made=made: minutes.restrict_entry(work, made, None))  # type: ignore[misc]  # a lambda with defaults
        assert small.read(seen) == wanted, f"{first}, then {then}"
        remove(small, made)


def test_changing_an_entry_to_the_same_line_changes_nothing_that_is_seen(small: Desk) -> None:
    for typed in LINES.values():
        made = enter(small, typed)
        before = small.read(seen)
        edit(small, made, typed)
        assert small.read(seen) == before, typed


def test_an_action_that_is_changed_in_the_minutes_keeps_its_reference_and_its_history(small: Desk) -> None:
    made = enter(small, "! DCS by 14 Mar: Publish")
    enter(small, "! POL by 14 Mar: Another")
    enter(small, "> 2/01 by 1 May: Printers are slow")
    edit(small, made, "(restricted: staffing) ! LEG, DCS with POL by 20 Mar: Publish everything")
    found = small.read(lambda db: action(db, "2/01", small.today))
    assert (found.text, found.leads, found.supporters) == ("Publish everything", ("LEG", "DCS"), ("POL",))
    assert (found.original_due, found.due, found.slips) == (date(2013, 3, 20), date(2013, 5, 1), 1)
    assert found.restricted == "Staffing"
    assert entry(small, made).action_ref == "2/01"


def test_an_action_with_a_history_is_not_removed_with_its_entry(small: Desk) -> None:
    made = enter(small, "! DCS by 14 Mar: Publish")
    enter(small, "> 2/01 Half is printed")
    with nothing_changed(small), pytest.raises(BoardError, match="already has a history"):
        remove(small, made)
    with nothing_changed(small), pytest.raises(BoardError, match="already has a history"):
        edit(small, made, "Nothing was asked.")


def test_a_challenge_that_was_answered_is_reworded_but_not_removed(small: Desk) -> None:
    enter(small, "# 4")
    made = enter(small, "? Why?")
    enter(small, "> 2/4.1 answered: Because")
    with nothing_changed(small), pytest.raises(BoardError, match="has been answered"):
        remove(small, made)
    with nothing_changed(small), pytest.raises(BoardError, match="has been answered"):
        edit(small, made, "= Agreed")
    edit(small, made, "? Why on earth?")
    assert entry(small, made).answered_by == "2/4.2"


def test_decisions_are_numbered_again_when_one_goes(small: Desk) -> None:
    first, second, third = (enter(small, f"= Number {n}") for n in "123")
    remove(small, first)
    assert [(one.decision_ref, one.text) for one in small.read(decisions) if one.meeting == 2] == [
        ("D2/01", "Number 2"),
        ("D2/02", "Number 3"),
    ]
    edit(small, second, "A mere note.")
    assert entry(small, third).decision_ref == "D2/01"


def test_whoever_was_marked_before_is_so_again(small: Desk) -> None:
    def status(initials: str) -> tuple[str, str | None] | None:
        register = small.read(lambda db: attendance(db, 2))
        return next(((one.status, one.deputy_for) for one in register if one.initials == initials), None)

    enter(small, "present: DDN")
    deputises = enter(small, "deputy: DDN for CCG")
    arrives = enter(small, "arrived: CCG")
    assert (status("DDN"), status("CCG")) == (("deputy", "CCG"), ("present", None))
    remove(small, arrives)
    assert status("CCG") == ("apologies", None)
    edit(small, deputises, "deputy: DDN for POL")
    assert (status("DDN"), status("CCG"), status("POL")) == (("deputy", "POL"), None, ("apologies", None))
    remove(small, deputises)
    assert (status("DDN"), status("POL")) == (("in attendance", None), None)


def test_whoever_moved_stays_in_the_register_until_both_lines_are_gone(small: Desk) -> None:
    came, went = enter(small, "arrived: POL"), enter(small, "left: POL")
    remove(small, came)
    assert [one.initials for one in small.read(lambda db: attendance(db, 2))] == ["POL"]
    remove(small, went)
    assert small.read(lambda db: attendance(db, 2)) == []


def test_the_chair_presides_again_when_nobody_took_the_chair(small: Desk) -> None:
    first, second = enter(small, "in the chair: LM"), enter(small, "in the chair: DCS")
    remove(small, first)
    assert small.read(lambda db: meeting(db, 2)).presiding == "DCS"
    remove(small, second)
    assert small.read(lambda db: meeting(db, 2)).presiding == "IC"


def test_the_chair_presides_again_when_the_apologies_were_a_slip(small: Desk) -> None:
    slip = enter(small, "apologies: IC")
    assert small.read(lambda db: meeting(db, 2)).presiding is None
    remove(small, slip)
    assert small.read(lambda db: meeting(db, 2)).presiding == "IC"


def test_minutes_stay_confirmed_while_one_of_two_confirmations_stands(small: Desk) -> None:
    first, second = enter(small, "confirmed: as presented"), enter(small, "confirmed: as amended")
    remove(small, second)
    found = small.read(lambda db: meeting(db, 1))
    assert (found.state, found.confirmed_how) == ("confirmed", "as presented")
    remove(small, first)
    found = small.read(lambda db: meeting(db, 1))
    assert (found.state, found.confirmed_at, found.confirmed_how) == ("signed off", None, "")


def test_a_middle_step_is_taken_back_and_the_others_stand(small: Desk) -> None:
    enter(small, "> 1/02 by 14 Mar: First")
    middle = enter(small, "> 1/02 by 1 Apr: Second")
    enter(small, "> 1/02 done: Third")
    remove(small, middle)
    found = small.read(lambda db: action(db, "1/02", small.today))
    assert (found.state, found.due, found.slips) == ("done", date(2013, 3, 14), 1)
    assert [one.text for one in small.read(lambda db: updates(db, "1/02"))] == ["First", "Third"]


def test_an_action_follows_the_next_meeting_again_after_its_move_is_taken_back(small: Desk) -> None:
    enter(small, "! DCS by next meeting: Report")
    made = enter(small, "> 2/01 by 1 May: Later")
    small.do(lambda work: meetings.move_meeting(work, 3, date(2013, 4, 9), "Easter"))
    remove(small, made)
    found = small.read(lambda db: action(db, "2/01", small.today))
    assert (found.due, found.due_meeting) == (date(2013, 4, 9), 3)
    assert date(2013, 4, 9) != THIRD


def test_an_action_reported_done_twice_keeps_the_rating_it_had(small: Desk) -> None:
    enter(small, "> 1/01 done: It is written")
    rating = small.read(lambda db: action(db, "1/01", small.today)).rating
    assert rating == "A"
    second = enter(small, "> 1/01 done: It is printed too")
    assert small.read(lambda db: action(db, "1/01", small.today)).rating == rating
    remove(small, second)
    assert small.read(lambda db: action(db, "1/01", small.today)).rating == rating


@pytest.mark.parametrize("typed", ["# 4", "# + X (urgent: y)", "# defer to 3: x", "restricted: child", "open"])
def test_an_entry_does_not_become_a_line_that_steers(small: Desk, typed: str) -> None:
    made = enter(small, "A note")
    with nothing_changed(small), pytest.raises(BoardError, match="steers the meeting"):
        edit(small, made, typed)


def test_an_entry_does_not_become_empty(small: Desk) -> None:
    made = enter(small, "A note")
    with nothing_changed(small), pytest.raises(BoardError, match="would be empty"):
        edit(small, made, " ")


def test_an_entry_that_was_changed_elsewhere_is_not_saved_over(small: Desk) -> None:
    made = enter(small, "A note")
    edit(small, made, "Changed elsewhere")
    with nothing_changed(small), pytest.raises(StaleError) as refused:
        small.do(lambda work: minutes.edit_entry(work, made, 1, "Mine"))
    assert (refused.value.theirs, refused.value.ours) == ("Changed elsewhere", "Mine")


def test_a_change_the_record_refuses_is_kept_and_marked_to_tidy(small: Desk) -> None:
    enter(small, "> 1/01 close: Seen")
    made = enter(small, "A note")
    edit(small, made, "> 1/01 done: x")
    found = entry(small, made)
    assert (found.kind, found.to_tidy, found.typed) == ("update", "Action 1/01 is already closed.", "> 1/01 done: x")
    edit(small, made, "> 1/02 done: x")
    assert (entry(small, made).to_tidy, entry(small, made).action_ref) == (None, "1/02")


@pytest.mark.parametrize(
    ("typed", "kind", "then", "text"),
    [
        ("The plan is agreed", EntryKind.DECISION, "decision", "The plan is agreed"),
        ("Why so late?", EntryKind.CHALLENGE, "challenge", "Why so late?"),
        ("DCS by 14 Mar: Publish", EntryKind.ACTION, "action", "Publish"),
        ("= Agreed", EntryKind.NOTE, "note", "Agreed"),
        ("! DCS by 14 Mar: Publish", EntryKind.NOTE, "note", "Publish"),
        ("! DCS by 14 Mar: open", EntryKind.NOTE, "note", "open"),
        ("= present: DCS", EntryKind.NOTE, "note", "present: DCS"),
        (r"\! plain", EntryKind.DECISION, "decision", "! plain"),
        (r"\# 4", EntryKind.NOTE, "note", "# 4"),
        ("! XYZ by 14 Mar: Publish", EntryKind.NOTE, "note", "XYZ by 14 Mar: Publish"),
    ],
)
def test_an_entry_is_converted_with_the_same_words(
    small: Desk, typed: str, kind: EntryKind, then: str, text: str
) -> None:
    made = enter(small, typed)
    small.do(lambda work: minutes.convert_entry(work, made, kind))
    found = entry(small, made)
    assert (found.kind, found.text, found.to_tidy) == (then, text, None)


def test_a_note_made_an_action_waits_for_its_lead_and_date(small: Desk) -> None:
    made = enter(small, "Somebody should publish it")
    small.do(lambda work: minutes.convert_entry(work, made, EntryKind.ACTION))
    found = entry(small, made)
    assert (found.kind, found.typed, found.action_ref) == ("action", "! Somebody should publish it", None)
    assert found.to_tidy


def test_a_round_of_conversions_ends_where_it_began(small: Desk) -> None:
    made = enter(small, "The plan is agreed")
    before = small.read(seen)
    for kind in (EntryKind.DECISION, EntryKind.CHALLENGE, EntryKind.ACTION, EntryKind.NOTE):
        small.do(lambda work, k=kind: minutes.convert_entry(work, made, k))  # type: ignore[misc]  # a lambda with defaults
    assert small.read(seen) == before


def test_what_an_entry_is_already_it_stays_with_its_lead_and_date(small: Desk) -> None:
    made = enter(small, "! DCS by 14 Mar: See the family")
    with nothing_changed(small):
        small.do(lambda work: minutes.convert_entry(work, made, EntryKind.ACTION))


def test_what_is_formal_is_not_converted(small: Desk) -> None:
    made = enter(small, "interest: POL item 7: governor")
    with nothing_changed(small), pytest.raises(BoardError, match="cannot be converted"):
        small.do(lambda work: minutes.convert_entry(work, made, EntryKind.NOTE))


def test_signed_minutes_are_neither_changed_nor_added_to(small: Desk) -> None:
    old = small.read(lambda db: entries(db, 1))[1]
    for change in (
        lambda work: minutes.edit_entry(work, old.id, old.version, "Otherwise"),
        lambda work: minutes.remove_entry(work, old.id),
        lambda work: minutes.convert_entry(work, old.id, EntryKind.DECISION),
        lambda work: minutes.restrict_entry(work, old.id, "child"),
        lambda work: minutes.enter(work, 1, "Something more"),
        lambda work: actions.raise_action(work, 1, "More", ["DCS"], due=THIRD),
    ):
        with nothing_changed(small), pytest.raises(LockedError, match="signed off"):
            small.do(change)


def test_an_entry_is_restricted_and_opened_with_the_action_it_raised(small: Desk) -> None:
    made = enter(small, "! DCS by 14 Mar: See the family")
    small.do(lambda work: minutes.restrict_entry(work, made, " child\x1b "))
    assert entry(small, made).restricted == "Identifies a child"
    assert small.read(lambda db: action(db, "2/01", small.today)).restricted == "Identifies a child"
    small.do(lambda work: minutes.restrict_entry(work, made, ""))
    assert (entry(small, made).restricted, last(small).restricted) == (None, None)
    assert small.read(lambda db: action(db, "2/01", small.today)).restricted is None


def test_a_reworded_action_is_reworded_in_the_draft_minutes_and_in_their_line(small: Desk) -> None:
    made = enter(small, "! DCS by 14 Mar: Publish")
    small.do(lambda work: actions.reword(work, "2/01", "Publish and send"))
    found = entry(small, made)
    assert (found.text, found.typed) == ("Publish and send", "! DCS by 14 Mar: Publish and send")
