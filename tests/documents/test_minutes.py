"""The minutes hold everything that was minuted, and say how far they have come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boardtui.documents import minutes
from boardtui.domain import views
from boardtui.domain.restriction import PaperVersion
from tests.documents import samples
from tests.documents.reading_back import bookmarks, rows_of, text_of


@pytest.fixture(scope="module")
def data() -> bytes:
    return minutes.render(samples.minutes(), version=PaperVersion.RESTRICTED)


def test_every_entry_stands_in_its_own_paragraph_with_its_number(data: bytes) -> None:
    lines = text_of(data).split("\n")
    for entry in samples.minutes().entries:
        found = [line for line in lines if entry.text in line]
        assert found, entry.text
        if entry.paragraph:
            assert any(line.startswith(f"{entry.item}.{entry.paragraph}\t") for line in found), entry.text


def test_each_entry_carries_the_identity_of_its_record(data: bytes) -> None:
    marks = bookmarks(data)
    for entry in samples.minutes().entries:
        name = f"_e{entry.id.replace('-', '')}"
        assert entry.text in marks[name]
        assert len(name) <= 40


def test_every_action_is_a_row_at_the_end_and_a_paragraph_where_it_was_agreed(data: bytes) -> None:
    rows = rows_of(data)
    assert ["5/01", "Bring a staffing plan\nRestricted: Staffing", "DCS and POL, with ADC", "14 Jun 2013"] in rows
    assert ["5/02", "Share the rota with all members", "ALL", "27 Jun 2013 (meeting 6)"] in rows
    assert "4.2\tAction 5/01 – DCS and POL, with ADC, by 14 Jun 2013: bring a staffing plan." in text_of(data)


def test_of_an_action_that_is_withheld_no_lead_and_no_date_is_told() -> None:
    assert ["5/01", "Withheld: Staffing.", "", ""] in rows_of(minutes.render(samples.minutes()))


def test_a_date_that_follows_the_next_meeting_says_so() -> None:
    one = samples.entry(2, 3, "share the rota with all members", "action", action_ref="5/02")
    text = text_of(minutes.render(samples.minutes(entries=(one,))))
    assert "Action 5/02 – ALL, by 27 Jun 2013 (next meeting): share the rota" in text


def test_matters_arising_point_to_what_was_said_of_them(data: bytes) -> None:
    rows = rows_of(data)
    assert ["4/01", "Keep a log of concerns", "ADC", "14 Jun 2013", "Closed: see 2.1"] in rows
    assert ["4/02", "Ask the supplier for a test", "ADC", "10 May 2013", "6 days overdue"] in rows


def test_an_action_closed_between_two_meetings_shows_its_evidence() -> None:
    before = samples.action("4/03", "count them", state="closed", closed_on=date(2013, 5, 2), evidence="counted")
    rows = rows_of(minutes.render(samples.minutes(arising=(before,))))
    assert any(row[-1] == "Closed on 2 May 2013: counted." for row in rows)


def test_attendance_is_by_organisation_with_deputies_after_the_member_they_sit_for(data: bytes) -> None:
    rows = rows_of(data)
    ccg = ["Blackpool Clinical Commissioning Group", "Chief Officer", "CCG", "Apologies; deputy DDN"]
    assert rows[rows.index(ccg) + 1] == [
        "Blackpool Clinical Commissioning Group", "Deputy Designated Nurse", "DDN", "Deputy for Chief Officer",
    ]  # fmt: skip
    assert ["Lancashire Probation Trust", "Head of Offender Management", "PRO", "Absent"] in rows
    assert ["Lancashire Constabulary", "Divisional Commander", "POL", "Present; arrived at item 2"] in rows


def test_the_participant_observer_is_named_apart_from_members_and_officers(data: bytes) -> None:
    rows = rows_of(data)
    heading = rows.index(["Participant observer"] * 4)
    assert rows[heading + 1] == ["Department for Education", "Departmental official", "DfE", "Present"]
    assert rows[heading + 2] == ["In attendance"] * 4


def test_a_guest_who_deputises_is_named_with_the_organisation_sat_for() -> None:
    guest = views.Attendance("g", 5, None, "Jane Smith", "Designated Nurse", "", "guest", "deputy", "CCG")
    rows = rows_of(minutes.render(samples.minutes(attendance=(*samples.register(), guest))))
    expected = "Blackpool Clinical Commissioning Group", "Jane Smith, Designated Nurse", "", "Deputy for Chief Officer"
    assert list(expected) in rows


def test_the_quorum_rule_is_in_words_and_counts_deputies(data: bytes) -> None:
    text = text_of(data)
    assert "Quorum: one third of the voting members and the Chair or a vice-chair." in text
    assert "5 of the 6 voting members on the register were present or represented." in text
    assert "1 decision was taken without a quorum and so marked." in text
    assert "(Taken without a quorum: 2 voting members present, 4 needed.)" in text


def test_who_left_and_came_back_returned() -> None:
    moves = (views.Movement("DCS", False, 2, 1), views.Movement("DCS", True, 3, 2), views.Movement("LM", True, 0, 3))
    text = text_of(minutes.render(samples.minutes(movements=moves)))
    assert "Present; left at item 2; returned at item 3" in text
    assert "Present; arrived\n" in text


def test_without_a_quorum_rule_nothing_is_said_of_it() -> None:
    paper = samples.minutes(board=samples.board(quorum="", quorum_needs_chair=False))
    assert "Quorum" not in text_of(minutes.render(paper))


def test_interests_are_listed_or_none_is_declared(data: bytes) -> None:
    assert ["Divisional Commander", "4", "Sits on the board of a bidder", "Withdrew"] in rows_of(data)
    assert "None declared." in text_of(minutes.render(samples.minutes(interests=())))


def test_of_an_item_that_was_deferred_it_is_not_told_after_which_it_was_taken() -> None:
    paper = samples.minutes()
    items = tuple(replace(one, taken_after=4) if one.state == "deferred" else one for one in paper.items)
    said = next(
        item for item in minutes.context(replace(paper, items=items))["business"] if "Deferred" in item["facts"]
    )
    assert "Taken after" not in said["facts"]


def test_a_paper_has_come_once_the_meeting_is_over_and_what_was_deferred_to_it_says_why() -> None:
    came = {"paper": "Second draft (to follow)", "deferred_from": 4, "deferred_because": "the figures were not there"}
    paper = samples.minutes(items=(samples.item(1, "Needs analysis", **came),))
    (said,) = minutes.context(paper)["business"]
    assert "Paper: Second draft. Deferred from meeting 4: the figures were not there." in said["facts"]


def test_who_presided_is_told_from_which_item_on() -> None:
    left = (views.Movement("IC", False, 2, 1),)
    took = (samples.entry(2, 9, "LM took the chair", "movement"), samples.entry(4, 9, "IC took the chair", "movement"))
    paper = samples.minutes(movements=left, entries=took)
    said = "Independent Chair; from item 2 Lead Member for Children's Services; from item 4 Independent Chair"
    assert minutes.context(paper)["chair"] == said
    came = samples.minutes(movements=(views.Movement("IC", True, 4, 1),), entries=took[1:])
    assert minutes.context(came)["chair"] == "Independent Chair"


def test_nobody_presents_an_item_who_was_not_there_yet() -> None:
    paper = samples.minutes()
    items = tuple(replace(one, presenter="POL", taken_order=one.number) for one in paper.items)
    came = minutes.context(replace(paper, items=items, movements=(views.Movement("POL", True, 2, 1),)))["business"]
    assert ["Divisional Commander" in one["facts"] for one in came[:3]] == [False, True, True]
    away = tuple(replace(one, status="apologies") if one.initials == "POL" else one for one in paper.attendance)
    gone = minutes.context(replace(paper, items=items, attendance=away, movements=()))["business"]
    assert not any("Divisional Commander" in one["facts"] for one in gone)


def test_what_is_unusual_about_an_item_stands_under_its_title(data: bytes) -> None:
    text = text_of(data)
    assert "Taken after item 4." in text
    assert "Deferred to meeting 6: figures came late." in text
    assert "Urgent item: it happened this morning." in text
    assert "Restricted: Staffing." in text


def test_a_restricted_part_says_where_it_begins_and_ends() -> None:
    entries = (
        samples.entry(1, 1, "Open words."),
        samples.entry(1, 2, "Secret words.", restricted="Identifies a child"),
        samples.entry(1, 3, "More secret words.", restricted="Identifies a child"),
        samples.entry(1, 4, "Open words again."),
    )
    lines = text_of(minutes.render(samples.minutes(entries=entries), version=PaperVersion.RESTRICTED)).split("\n")
    begins = lines.index("Restricted: Identifies a child.")
    assert lines[begins + 1].endswith("Secret words.")
    assert lines[begins + 3] == "End of the restricted part."
    assert lines.count("Restricted: Identifies a child.") == 1


def test_a_line_to_tidy_is_printed_as_typed_and_marked(data: bytes) -> None:
    assert "2.2\tAction: [to tidy] ! nobody by someday: tidy me\n" in text_of(data)


def test_who_came_and_went_is_printed_where_it_happened_without_a_number(data: bytes) -> None:
    lines = text_of(data).split("\n")
    assert lines.index("POL arrived.") < lines.index("2.1\tAction 4/01 was closed: the log is complete.")


def test_the_register_is_the_attendance_table_and_not_printed_twice() -> None:
    register = samples.entry(1, None, "Present: IC, LM", "register")
    paper = samples.minutes(entries=(register, *samples.minutes().entries))
    assert "Present: IC, LM" not in text_of(minutes.render(paper))


def test_ratings_agreed_stand_under_the_plan_with_letter_and_word_and_the_key(data: bytes) -> None:
    rows = rows_of(data)
    why = "Visits slipped in the South.\nPath to green: two agency workers from 3 June."
    assert ["3.2\nProtection plans that say who and when", "A Amber", why] in rows
    assert ["R Red", "Off track: no recovery agreed, or the agreed one is not yet working"] in rows


def test_a_rating_given_under_a_restriction_says_so() -> None:
    data = minutes.render(
        samples.minutes(ratings=(samples.rating(restricted="Staffing"),)), version=PaperVersion.RESTRICTED
    )
    assert any(row[0].startswith("3.2\n") and row[2].endswith("\nRestricted: Staffing.") for row in rows_of(data))


def test_without_ratings_there_is_no_key_and_a_proposed_one_is_not_printed() -> None:
    paper = samples.minutes(ratings=(samples.rating(status="proposed"),))
    assert "Key to ratings" not in text_of(minutes.render(paper))


def test_corrections_agreed_later_stand_apart_and_the_paragraph_stays(data: bytes) -> None:
    assert ["5/1.1", "Divisional Commander", "Chief Superintendent", "Meeting 6"] in rows_of(data)
    assert "welcomed the Divisional Commander. (Corrected at meeting 6; see below.)" in text_of(data)


def test_a_challenge_answered_the_same_day_says_where(data: bytes) -> None:
    assert "3.2\tChallenge: Why did it take until May? (Answered at 3.3.)" in text_of(data)


def test_an_answer_given_at_a_later_meeting_does_not_change_these_minutes() -> None:
    entry = samples.entry(3, 1, "Why so late?", "challenge", answered_by="6/4.2")
    assert "Answered" not in text_of(minutes.render(samples.minutes(entries=(entry,))))


def test_the_next_meeting_is_named_with_its_place(data: bytes) -> None:
    assert "Meeting 6: Thursday 27 June 2013 at 14:00, Committee Room B, Town Hall." in text_of(data)
    assert "to be arranged" in text_of(minutes.render(samples.minutes(next=None)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": "in session"}, "DRAFT – the meeting is still in session"),
        ({"state": "minutes in draft"}, "DRAFT – not yet sent to the Chair"),
        ({"state": "with Chair"}, "DRAFT – with the Chair"),
        (
            {"state": "signed off", "signed_on": date(2013, 5, 28), "signed_by": "Independent Chair"},
            "Approved by the Independent Chair on 28 May 2013, subject to confirmation.",
        ),
        (
            {"state": "signed off", "signed_on": date(2013, 5, 28), "signed_how": "e-mail"},
            "Approved by the Chair on 28 May 2013 (given by e-mail), subject to confirmation.",
        ),
        (
            {
                "state": "confirmed", "signed_on": date(2013, 5, 28), "confirmed_at": 6,
                "confirmed_on": date(2013, 6, 27), "confirmed_how": "as amended",
            },
            "Approved by the Chair on 28 May 2013. Confirmed at meeting 6 on 27 Jun 2013, as amended.",
        ),
    ],
)  # fmt: skip
def test_the_minutes_say_how_far_they_have_come(changes: dict[str, Any], said: str) -> None:
    paper = samples.minutes(meeting=samples.meeting(**changes))
    assert text_of(minutes.render(paper)).count(said) == 2


def test_the_name_says_draft_until_the_chair_has_signed() -> None:
    assert minutes.file_name(samples.minutes()) == "minutes-5-2013-05-16-draft.docx"
    for state in ("signed off", "confirmed"):
        signed = samples.minutes(meeting=samples.meeting(state=state))
        assert minutes.file_name(signed) == "minutes-5-2013-05-16.docx"


def test_minutes_of_a_meeting_with_nothing_in_it_can_be_made() -> None:
    bare = replace(
        samples.minutes(), items=(), entries=(), attendance=(), actions=(), arising=(), ratings=(), interests=(),
        movements=(), corrected=(), next=None, last=None,
    )  # fmt: skip
    assert "No actions were agreed at this meeting." in text_of(minutes.render(bare))


def test_an_item_nothing_was_said_on_says_so(data: bytes) -> None:
    paper = samples.minutes(entries=())
    assert text_of(minutes.render(paper)).count("Nothing was minuted under this item.") == 5
