"""One typed line is one entry, whatever it means, and Enter never refuses (DESIGN 5, the table of lines)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.states import AttendanceStatus
from boardtui.domain.views import Action
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import agenda, meetings, minutes, session
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action, updates
from boardtui.store.reading.meetings import attendance, interests, items, meeting, movements
from boardtui.store.reading.minutes import challenges, corrections, decisions, entries
from boardtui.store.reading.plan import line, ratings
from tests.services.small import FIRST, FOURTH, SECOND, THIRD, enter, entry, last


def raised(desk: Desk, ref: str) -> Action:
    return desk.read(lambda db: action(db, ref, desk.today))


def statuses(desk: Desk, number: int = 2) -> dict[str, str]:
    return {one.initials or one.name: one.status for one in desk.read(lambda db: attendance(db, number))}


def test_a_note_is_minuted_at_the_item_in_hand_with_the_next_paragraph(small: Desk) -> None:
    enter(small, "  The Chair welcomed everybody.  ")
    enter(small, "# 4")
    enter(small, "First.")
    enter(small, "Second.")
    said = [(one.ref, one.kind, one.text) for one in small.read(lambda db: entries(db, 2))]
    assert said == [
        ("2/1.1", "note", "The Chair welcomed everybody."),
        ("2/4.1", "note", "First."),
        ("2/4.2", "note", "Second."),
    ]


@pytest.mark.parametrize("typed", ["", "   ", "\t", "\n", "\x00"])
def test_a_blank_line_makes_nothing(small: Desk, typed: str) -> None:
    assert enter(small, typed) == ""
    assert small.read(lambda db: entries(db, 2)) == []


@pytest.mark.parametrize(
    ("typed", "text"), [(r"\! not an action", "! not an action"), (r"\open", "open"), ("\\", "\\")]
)
def test_a_leading_backslash_makes_the_next_character_plain(small: Desk, typed: str, text: str) -> None:
    found = entry(small, enter(small, typed))
    assert (found.kind, found.text, found.typed, found.to_tidy) == ("note", text, typed, None)


def test_going_to_an_item_notes_the_order_items_are_taken_in(small: Desk) -> None:
    for number in (7, 2, 3):
        assert enter(small, f"# {number}") == ""
    taken = {one.number: (one.state, one.taken_order) for one in small.read(lambda db: items(db, 2))}
    assert [taken[n] for n in (1, 7, 2, 3)] == [("taken", n) for n in (1, 2, 3, 4)]
    assert taken[4] == ("planned", None)
    assert {one.number: one.taken_after for one in small.read(lambda db: items(db, 2))}[7] == 1


def test_an_urgent_item_is_added_before_the_date_of_the_next_meeting_and_taken_in_hand(small: Desk) -> None:
    enter(small, "# 14")
    enter(small, "The date was noted.")
    enter(small, "# + Flood in the records office (urgent: papers are wet)")
    enter(small, "Noted.")
    *_, business, item, closing = small.read(lambda db: items(db, 2))
    assert [one.kind for one in (business, closing)] == ["other", "next"]
    assert (closing.number, closing.entries, item.taken_after) == (15, 1, 15)
    assert (item.title, item.urgent_because, item.state) == (
        "Flood in the records office",
        "papers are wet",
        "taken",
    )
    assert last(small).item == item.number == 14


@pytest.mark.parametrize("named", ["interest: POL item 14: a lease", "? Why so late?\n> 2/14.1 answered: it was moved"])
def test_an_item_that_words_of_the_record_name_keeps_its_number(small: Desk, named: str) -> None:
    enter(small, "# 14")
    for typed in named.splitlines():
        enter(small, typed)
    enter(small, "# + Flood in the records office (urgent: papers are wet)")
    assert [one.kind for one in small.read(lambda db: items(db, 2))][-2:] == ["next", "item"]


def test_a_deferral_that_had_no_meeting_to_go_to_is_done_when_it_is_tidied(small: Desk) -> None:
    enter(small, "# 8")
    enter(small, "# defer to 5: papers were late")
    untidy = last(small)
    assert untidy.to_tidy is not None
    assert "plan it under Meetings" in untidy.to_tidy
    small.do(lambda work: meetings.plan_meetings(work, 1))
    enter(small, "# 9")
    small.do(lambda work: minutes.edit_entry(work, untidy.id, untidy.version, untidy.typed))
    eight = small.read(lambda db: items(db, 2))[7]
    assert (eight.state, eight.deferred_to, eight.entries) == ("deferred", 5, 0)


def test_deferring_the_item_in_hand_leaves_a_trace_and_takes_the_next_one(small: Desk) -> None:
    enter(small, "# 8")
    enter(small, "# defer to 3: papers were late")
    enter(small, "About the voice of children.")
    eight = small.read(lambda db: items(db, 2))[7]
    assert (eight.state, eight.deferred_to, eight.deferred_because) == ("deferred", 3, "papers were late")
    assert last(small).item == 9
    there = next(one for one in small.read(lambda db: items(db, 3)) if one.deferred_from)
    assert (there.title, there.deferred_from) == (eight.title, 2)


def test_the_register_marks_each_named_and_each_of_a_group(small: Desk) -> None:
    enter(small, "Present: all, LEG and DfE")
    enter(small, "apologies: POL")
    enter(small, "absent: CCG")
    assert statuses(small) == {
        "IC": "present",
        "LM": "present",
        "DCS": "present",
        "POL": "apologies",
        "CCG": "absent",
        "LEG": "in attendance",
        "DfE": "participant observer",
    }


def test_a_deputy_of_the_boards_own_sits_for_a_member(small: Desk) -> None:
    enter(small, "deputy: DDN for CCG")
    found = {one.initials: one for one in small.read(lambda db: attendance(db, 2))}
    assert found["CCG"].status == "apologies"
    assert (found["DDN"].status, found["DDN"].deputy_for) == ("deputy", "CCG")


def test_an_unknown_deputy_becomes_a_guest_of_this_meeting(small: Desk) -> None:
    enter(small, "deputy: Jane Smith, Designated Nurse for CCG")
    guest = next(one for one in small.read(lambda db: attendance(db, 2)) if one.initials is None)
    assert (guest.name, guest.role, guest.deputy_for, guest.status) == (
        "Jane Smith",
        "Designated Nurse",
        "CCG",
        AttendanceStatus.DEPUTY,
    )


def test_a_guest_who_is_named_twice_is_one_guest(small: Desk) -> None:
    enter(small, "deputy: Jane Smith, Nurse for CCG")
    enter(small, "deputy: Jane  Smith, Nurse for POL")
    (guest,) = (one for one in small.read(lambda db: attendance(db, 2)) if one.initials is None)
    assert (guest.name, guest.deputy_for) == ("Jane Smith", "POL")


def test_arriving_and_leaving_are_noted_where_they_fell(small: Desk) -> None:
    enter(small, "apologies: POL")
    enter(small, "# 3")
    enter(small, "arrived: POL")
    enter(small, "# 5")
    enter(small, "left: POL")
    moves = [(one.who, one.arrived, one.item) for one in small.read(lambda db: movements(db, 2))]
    assert moves == [("POL", True, 3), ("POL", False, 5)]
    assert statuses(small)["POL"] == "present"
    assert [one.ref for one in small.read(lambda db: entries(db, 2)) if one.kind == "movement"] == ["2/3", "2/5"]


def test_somebody_else_takes_the_chair(small: Desk) -> None:
    assert small.read(lambda db: meeting(db, 2)).presiding == "IC"
    enter(small, "in the chair: Lead Member")
    assert small.read(lambda db: meeting(db, 2)).presiding == "LM"
    assert last(small).text == "LM took the chair"


def test_while_the_chair_is_away_nobody_presides_until_it_is_minuted_who_does(small: Desk) -> None:
    presided = []
    for typed in ("apologies: IC", "in the chair: LM"):
        enter(small, typed)
        presided.append(small.read(lambda db: meeting(db, 2)).presiding)
    assert presided == [None, "LM"]


def test_an_interest_is_declared_with_leaving(small: Desk) -> None:
    enter(small, "interest: POL item 7: governor of the school; leaves")
    (found,) = small.read(lambda db: interests(db, 2))
    assert (found.who, found.item, found.nature, found.leaves) == ("POL", 7, "governor of the school", True)
    assert last(small).text == "POL declared an interest in item 7 (governor of the school) and withdrew for that item"


def test_an_action_is_raised_with_leads_supporters_and_date(small: Desk) -> None:
    enter(small, "# 4")
    enter(small, "! DCS, POL with Chief Officer by 14 Jan: Publish the thresholds")
    found = raised(small, "2/01")
    assert (found.leads, found.supporters, found.due, found.text) == (
        ("DCS", "POL"),
        ("CCG",),
        date(2014, 1, 14),
        "Publish the thresholds",
    )
    assert (found.raised_at, found.raised_on, found.item, found.state) == (2, SECOND, 4, "open")
    assert last(small).action_ref == "2/01"


def test_actions_are_numbered_in_the_order_they_are_raised(small: Desk) -> None:
    for _ in range(3):
        enter(small, "! DCS by 1 Mar: Again")
    assert [one.action_ref for one in small.read(lambda db: entries(db, 2))] == ["2/01", "2/02", "2/03"]


def test_an_action_due_at_the_next_meeting_names_it(small: Desk) -> None:
    enter(small, "! DCS by next meeting: Report")
    found = raised(small, "2/01")
    assert (found.due, found.due_meeting) == (THIRD, 3)


def test_decisions_are_numbered_through_the_meeting(small: Desk) -> None:
    enter(small, "# 9")
    enter(small, "= First agreed")
    enter(small, "# 3")
    enter(small, "= Then agreed")
    taken = [(one.decision_ref, one.text) for one in small.read(decisions) if one.meeting == 2]
    assert taken == [("D2/01", "First agreed"), ("D2/02", "Then agreed")]


@pytest.mark.parametrize(
    ("typed", "then", "kind", "text"),
    [
        ("> 1/01 done: It is written", "done", "done", "Action 1/01 was reported done: It is written"),
        ("> 1/01 close: Seen by the Board", "closed", "closed", "Action 1/01 was closed: Seen by the Board"),
        ("> 1/02 return: No figures", "returned", "returned", "Action 1/02 was returned to DCS and POL: No figures"),
        ("> 1/1 by 14 Mar: Staff are ill", "open", "moved", "Action 1/01 was moved to 14 Mar 2013: Staff are ill"),
        ("> 1/01 Half is written", "open", "update", "Action 1/01: Half is written"),
    ],
)
def test_an_update_changes_the_action_and_is_minuted(small: Desk, typed: str, then: str, kind: str, text: str) -> None:
    found = entry(small, enter(small, typed))
    assert (found.kind, found.text, found.to_tidy) == ("update", text, None)
    assert found.action_ref is not None
    ref = found.action_ref
    assert raised(small, ref).state == then
    (update,) = small.read(lambda db: updates(db, ref))
    assert (update.kind, update.on, update.meeting, update.by) == (kind, SECOND, 2, "the Board")


def test_moving_a_date_keeps_the_original_and_counts_the_slip(small: Desk) -> None:
    enter(small, "> 1/01 by 14 Mar: Staff are ill")
    enter(small, "> 1/01 by next meeting: Still ill")
    found = raised(small, "1/01")
    assert (found.original_due, found.due, found.due_meeting, found.slips) == (date(2013, 2, 21), THIRD, 3, 2)


def test_a_rating_is_agreed_at_the_meeting_with_its_path(small: Desk) -> None:
    enter(small, "> 1.2 r: no audits yet; path: LEG starts in March")
    rated = small.read(lambda db: line(db, "1.2", small.today))
    assert (rated.rating, rated.path, rated.reason) == ("R", "LEG starts in March", "no audits yet")
    (one,) = small.read(lambda db: ratings(db, "1.2"))
    assert (one.status, one.meeting, one.on, one.by) == ("agreed", 2, SECOND, "the Board")
    assert last(small).text == ("Plan line 1.2 was rated R (Red): no audits yet. Path to green: LEG starts in March")


def test_blue_needs_evidence_and_a_day_to_look_again(small: Desk) -> None:
    assert last_problem(small, "> 1.1 B: done; evidence: audit report") == "B (Blue) needs a date to look again."
    enter(small, "> 1.1 B: done; evidence: audit report; again: 14 Sep 2013")
    (_, one) = small.read(lambda db: ratings(db, "1.1"))
    assert (one.level, one.evidence, one.recheck_on) == ("B", "audit report", date(2013, 9, 14))


def test_a_remark_on_a_plan_line_is_linked_to_it(small: Desk) -> None:
    found = entry(small, enter(small, "> 1.2 Auditors are appointed"))
    assert (found.kind, found.line_ref, found.text) == ("update", "1.2", "Plan line 1.2: Auditors are appointed")


def test_a_challenge_stays_open_until_an_entry_answers_it(small: Desk) -> None:
    asked = small.read(challenges)[0]
    assert (asked.ref, asked.answered_by) == ("1/4.1", None)
    enter(small, "> 1/4.1 answered: Because of the flood")
    assert small.read(challenges)[0].answered_by == "2/1.1"
    assert last(small).answers == "1/4.1"


def test_earlier_minutes_are_amended_in_both_meetings(small: Desk) -> None:
    enter(small, "amend 1/1.1: everybody => all members")
    (found,) = small.read(lambda db: corrections(db, 1))
    assert (found.ref, found.agreed_at, found.old, found.new) == ("1/1.1", 2, "everybody", "all members")
    assert last(small).text == "Paragraph 1/1.1: “everybody” was amended to read “all members”"
    assert small.read(lambda db: entries(db, 1))[1].text == "The Chair welcomed everybody."


@pytest.mark.parametrize("how", ["as presented", "as amended"])
def test_the_last_minutes_are_confirmed_in_both_meetings(small: Desk, how: str) -> None:
    enter(small, f"Confirmed:  {how}")
    first = small.read(lambda db: meeting(db, 1))
    assert (first.state, first.confirmed_at, first.confirmed_on, first.confirmed_how) == ("confirmed", 2, SECOND, how)
    assert last(small).text == f"The minutes of meeting 1 were confirmed {how}"


def test_minutes_not_yet_signed_are_confirmed_when_they_are(small: Desk, chair: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    small.do(lambda work: meetings.start_meeting(work, 3))
    told = small.do(lambda work: minutes.enter(work, 3, "confirmed: as presented")).told
    assert told == ("The minutes of meeting 2 are still minutes in draft; the Chair has not signed them off.",)
    assert small.read(lambda db: meeting(db, 2)).state == "minutes in draft"
    chair.do(lambda work: meetings.sign_minutes(work, 2, by="Independent Chair"))
    assert small.read(lambda db: meeting(db, 2)).state == "confirmed"


def test_a_first_meeting_has_no_earlier_minutes_to_confirm(new_desk: Desk) -> None:
    new_desk.do(lambda work: meetings.start_meeting(work, 1))
    assert last_problem(new_desk, "confirmed: as presented", 1) == "There are no earlier minutes to confirm."
    first = new_desk.read(lambda db: meeting(db, 1))
    assert (first.confirmed_at, first.state) == (None, "in session")


def test_entries_are_restricted_from_one_line_to_another(small: Desk) -> None:
    for typed in ("Open.", "restricted: child", "Closed.", "! DCS by 1 Mar: See them", "open", "Open again."):
        enter(small, typed)
    found = [(one.text, one.restricted) for one in small.read(lambda db: entries(db, 2))]
    assert found == [
        ("Open.", None),
        ("Closed.", "Identifies a child"),
        ("See them", "Identifies a child"),
        ("Open again.", None),
    ]
    assert raised(small, "2/01").restricted == "Identifies a child"


def test_one_entry_alone_is_restricted_whatever_kind_it_is(small: Desk) -> None:
    enter(small, "(restricted: staffing) = An investigation was agreed")
    enter(small, "Open.")
    found = [(one.kind, one.text, one.restricted) for one in small.read(lambda db: entries(db, 2))]
    assert found == [("decision", "An investigation was agreed", "Staffing"), ("note", "Open.", None)]


def last_problem(desk: Desk, typed: str, number: int = 2) -> str | None:
    found = entry(desk, enter(desk, typed, number), number)
    assert found.typed == typed.strip()
    return found.to_tidy


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("! XYZ by 1 Mar: Do it", "Nobody here is called “XYZ”."),
        ("! DCS: Do it", "When is it due? Write “by 14 Jan” or “by next meeting” after DCS."),
        ("! DCS by 31 Feb: Do it", "There is no 31 February."),
        ("!", "An action needs a lead, a date and a text: ! DCS by 14 Jan: text."),
        ("=", "What was decided? Write = and the decision."),
        ("?  ", "What was challenged? Write ? and the challenge."),
        ("> 9/99 done: x", "There is no action 9/99."),
        ("> 7.7 G: x", "There is no action or plan line 7.7."),
        ("> 1.1 A: slower", "A (Amber) needs a path to green: what will be done, by whom and by when."),
        ("> 1/1.1 answered: x", "No challenge is minuted at 1/1.1."),
        ("# 99", "There is no item 99 on this agenda."),
        (
            "# defer to 99: x",
            "There is no later meeting 99 that is planned: plan it under Meetings, then tidy this line.",
        ),
        ("# + Title", "An urgent item needs its reason: # + Title (urgent: reason)."),
        ("present: Nobody", "Nobody here is called “Nobody”."),
        ("interest: POL item 99: x", "There is no item 99 on this agenda."),
        ("amend 1/1.1: nothing => something", "Paragraph 1/1.1 does not say “nothing”."),
        ("confirmed: perhaps", "Write “confirmed: as presented” or “confirmed: as amended”."),
        ("deputy: DDN", "Say for whom: deputy: DDN for CCG."),
        ("arrived: ALL", "ALL is a group, not an office."),
        ("deputy: CCG for CCG", "CCG cannot sit for CCG."),
        ("in the chair: PTN", "PTN is a group, not an office."),
    ],
)
def test_what_is_not_understood_is_kept_as_typed_and_marked_to_tidy(small: Desk, typed: str, problem: str) -> None:
    assert last_problem(small, typed) == problem


@pytest.mark.parametrize("step", ["done: x", "close: x", "return: x", "by 1 Mar: x"])
def test_what_the_record_refuses_is_kept_and_marked_to_tidy_too(small: Desk, step: str) -> None:
    enter(small, "> 1/01 close: Seen")
    assert last_problem(small, f"> 1/01 {step}") == "Action 1/01 is already closed."
    assert len(small.read(lambda db: updates(db, "1/01"))) == 1


def test_an_item_deferred_already_is_not_deferred_again(small: Desk) -> None:
    enter(small, "# 8")
    enter(small, "# defer to 3: late")
    enter(small, "# 8")
    assert last_problem(small, "# defer to 4: later still") == "Item 8 is deferred already."
    assert len([one for one in small.read(lambda db: items(db, 4)) if one.deferred_from]) == 0


def test_an_untidy_line_does_nothing_to_the_record(small: Desk) -> None:
    before = small.read(lambda db: db.execute("SELECT count(*) FROM action").fetchone())
    enter(small, "! XYZ by 1 Mar: Do it")
    assert small.read(lambda db: db.execute("SELECT count(*) FROM action").fetchone()) == before


def test_twenty_matters_arising_are_minuted_in_under_forty_lines(small: Desk) -> None:
    """The last meeting's twenty actions, each updated by the one line that minutes it."""
    for number in range(4, 21):
        enter(small, f"! DCS by {number} Mar: Matter {number}")
    refs = ["1/01", "1/02", "1/03"] + [f"2/{number:02}" for number in range(1, 18)]
    steps = ["done: Reported", "close: Evidence seen", "return: Not enough", "by 30 Apr: Delayed", "Under way"]
    lines = ["# 4"] + [f"> {ref} {steps[n % 5]}" for n, ref in enumerate(refs)]
    made = [enter(small, typed) for typed in lines]
    assert len(lines) < 40
    assert not any(entry(small, one).to_tidy for one in made if one)
    found = [raised(small, ref).state for ref in refs]
    assert found == ["done", "closed", "returned", "open", "open"] * 4


def test_a_half_typed_text_is_forgotten_in_the_transaction_that_makes_it_an_entry(small: Desk) -> None:
    small.keep_draft("live:2", "The Board noted", 15).result()
    small.do(lambda work: minutes.enter(work, 2, "The Board noted it.", "live:2"))
    assert small.drafts("live:") == []


def test_minutes_are_only_taken_of_a_meeting_that_has_begun(small: Desk) -> None:
    with pytest.raises(BoardError, match="Meeting 3 is planned"):
        enter(small, "A note", 3)
    with pytest.raises(LockedError, match="signed off"):
        enter(small, "A note", 1)
    with pytest.raises(NotFoundError, match="There is no meeting 99"):
        enter(small, "A note", 99)


def test_lines_are_still_tidied_after_the_meeting_has_closed(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    enter(small, "An afterthought")
    small.do(lambda work: meetings.submit_minutes(work, 2))
    enter(small, "Another")
    assert [one.text for one in small.read(lambda db: entries(db, 2))] == ["An afterthought", "Another"]


def test_the_journal_names_what_a_line_did(small: Desk) -> None:
    said = [
        small.do(lambda work, t=typed: minutes.enter(work, 2, t)).sentence  # type: ignore[misc]  # a lambda with defaults
        for typed in ("A note", "# 4", "! DCS by 1 Mar: x", "> 1/01 done: x", "restricted: child", "! nonsense")
    ]
    assert said == [
        "Minute at meeting 2, item 1",
        "Go to item 4 of meeting 2",
        "Raise action 2/01",
        "Report action 1/01 done",
        "Restrict meeting 2 from here",
        "Minute at meeting 2, item 4",
    ]


def test_what_follows_an_earlier_meeting_keeps_to_it(small: Desk) -> None:
    """An item goes only to a later meeting that has not begun (rule 9)."""
    small.do(lambda work: meetings.cancel_meeting(work, 3, "Election"))
    enter(small, "# 8")
    assert last_problem(small, "# defer to 3: late") == (
        "There is no later meeting 3 that is planned: plan it under Meetings, then tidy this line."
    )
    enter(small, "! DCS by next meeting: Report")
    assert raised(small, "2/01").due == FOURTH
    assert FIRST < SECOND


def test_coming_back_to_a_meeting_does_not_count_the_time_away(small: Desk) -> None:
    assert small.do(lambda work: session.resume(work, 2)).sentence == "Resume meeting 2"
    with pytest.raises(BoardError, match="not in session"):
        small.do(lambda work: session.resume(work, 3))


def test_an_items_restriction_is_on_what_is_said_under_it(small: Desk) -> None:
    four = small.read(lambda db: items(db, 2))[3]
    small.do(lambda work: agenda.edit_item(work, four.id, four.version, restricted="para 1"))
    enter(small, "# 4")
    enter(small, "! DCS by 1 Mar: Write to the family")
    reason = "Local Government Act 1972, Schedule 12A, paragraph 1 (information about an individual)"
    assert (last(small).restricted, raised(small, "2/01").restricted) == (reason, reason)
