"""Reads of the minutes."""

from __future__ import annotations

from boardtui.domain.states import NUMBERED, EntryKind
from boardtui.store import models
from boardtui.store.reading import minutes as reading
from tests.store.reading.conftest import Boardfile


def test_paragraphs_are_numbered_within_each_item_and_some_lines_are_not(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(6)
        b.item(6, 4)
        b.item(6, 5)
        b.entry("6/5", "First of five")
        b.entry("6/4", "One")
        b.entry("6/4", "POL left", kind="movement")
        b.entry("6/4", "Two", kind="decision")
        b.entry("6/5", "Second of five")
        b.entry("6/4", "Present: IC", kind="register")
    found = file.read(lambda db: reading.entries(db, 6))
    assert [(e.text, e.ref, e.paragraph) for e in found] == [
        ("One", "6/4.1", 1),
        ("POL left", "6/4", None),
        ("Two", "6/4.2", 2),
        ("Present: IC", "6/4", None),
        ("First of five", "6/5.1", 1),
        ("Second of five", "6/5.2", 2),
    ]
    assert [e.ref for e in file.read(lambda db: reading.entries(db, 6, 5))] == ["6/5.1", "6/5.2"]


def test_exactly_the_numbered_kinds_take_a_number(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        b.item(1, 1)
        for kind in EntryKind:
            b.entry("1/1", kind.value, kind=kind.value)
    found = file.read(lambda db: reading.entries(db, 1))
    assert {e.kind for e in found if e.paragraph} == set(NUMBERED)


def test_two_entries_at_one_position_have_numbers_of_their_own(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        b.item(1, 1)
        b.entry("1/1", "a", position=3)
        b.entry("1/1", "b", position=3, kind="challenge")
        b.entry("1/1", "c", answers_id="entry:b")
    found = file.read(lambda db: reading.entries(db, 1))
    assert sorted(e.ref for e in found) == ["1/1.1", "1/1.2", "1/1.3"]
    refs = {e.text: e for e in found}
    assert refs["c"].answers == refs["b"].ref


def test_an_entry_names_its_decision_action_and_line(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.meeting(6)
        b.item(6, 4)
        b.line("3.2")
        b.action("5/03")
        b.entry("6/4", "Agreed", kind="decision", decision_number=2, inquorate="3 present, 4 needed.")
        b.entry("6/4", "Again", kind="decision", decision_number=12)
        b.entry("6/4", "Done", kind="update", action_id="action:5/03")
        b.entry("6/4", "Green", kind="update", line_id="plan_line:3.2")
    agreed, again, done, green = file.read(lambda db: reading.entries(db, 6))
    assert (agreed.decision_ref, again.decision_ref, done.decision_ref) == ("D6/02", "D6/12", None)
    assert (agreed.inquorate, again.inquorate) == ("3 present, 4 needed.", None)
    assert (done.action_ref, done.line_ref) == ("5/03", None)
    assert (green.action_ref, green.line_ref) == (None, "3.2")


def test_a_challenge_knows_the_first_entry_that_answers_it(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        b.meeting(2)
        b.meeting(3)
        b.item(1, 3)
        b.item(2, 4)
        b.item(3, 4)
        b.entry("1/3", "Introduced")
        b.entry("1/3", "Why?", kind="challenge")
        b.entry("1/3", "And how?", kind="challenge")
        b.entry("3/4", "Again because", kind="update", answers_id="entry:Why?")
        b.entry("2/4", "POL left", kind="movement")
        b.entry("2/4", "Because", kind="update", answers_id="entry:Why?")
    why, how = file.read(reading.challenges)
    assert (why.ref, why.answered_by) == ("1/3.2", "2/4.1")
    assert (how.ref, how.answered_by) == ("1/3.3", None)
    because = file.read(lambda db: reading.entries(db, 2))[1]
    assert because.answers == "1/3.2"
    assert [e.ref for e in file.read(lambda db: reading.answers(db, 1, 1))] == ["2/4.1", "3/4.1"]
    assert file.read(lambda db: reading.answers(db, 2, 3)) == []


def test_a_restriction_is_inherited_from_item_action_and_challenge(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        b.item(1, 1)
        b.item(1, 2, restricted="Staffing")
        b.action("1/01", restricted="Identifies a child")
        b.action("1/02", item_id="agenda_item:1/2")
        b.entry("1/1", "Open")
        b.entry("1/1", "Own", restricted="para 1")
        b.entry("1/1", "Of an action", kind="update", action_id="action:1/01")
        b.entry("1/1", "Of a restricted item's action", kind="update", action_id="action:1/02")
        b.entry("1/1", "Of a challenge", kind="update", answers_id="entry:Secret?")
        b.entry("1/2", "Secret?", kind="challenge")
        b.entry("1/2", "Nearest wins", restricted="para 2")
    found = {e.text: e.restricted for e in file.read(lambda db: reading.entries(db, 1))}
    assert found == {
        "Open": None,
        "Own": "para 1",
        "Of an action": "Identifies a child",
        "Of a restricted item's action": "Staffing",
        "Of a challenge": "Staffing",
        "Secret?": "Staffing",
        "Nearest wins": "para 2",
    }


def test_decisions_come_in_the_order_they_were_taken(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(2)
        b.meeting(1)
        b.item(1, 1)
        b.item(2, 4)
        b.item(2, 7)
        b.entry("2/7", "Early", kind="decision", decision_number=1)
        b.entry("2/4", "Late", kind="decision", decision_number=2)
        b.entry("1/1", "First", kind="decision", decision_number=1)
    found = file.read(reading.decisions)
    assert [(e.decision_ref, e.ref) for e in found] == [("D1/01", "1/1.1"), ("D2/01", "2/7.1"), ("D2/02", "2/4.1")]


def test_corrections_name_the_paragraph_and_the_meeting_that_agreed_them(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.meeting(6)
        b.item(5, 4)
        b.item(6, 3)
        b.entry("5/4", "One")
        b.entry("5/4", "Two children")
        amending = b.entry("6/3", "Paragraph 5/4.2 was amended", kind="amendment")
        correction = models.Amendment(entry_id=amending, amended_id="entry:Two children", old="Two", new="Three")
        b.add(correction, "1")
    [found] = file.read(lambda db: reading.corrections(db, 5))
    assert (found.ref, found.agreed_at, found.old, found.new) == ("5/4.2", 6, "Two", "Three")
    assert file.read(lambda db: reading.corrections(db, 6)) == []


def test_what_was_said_earlier_on_an_item_follows_kind_title_and_deferral(file: Boardfile) -> None:
    with file.building() as b:
        for number in (1, 2, 3):
            b.meeting(number)
        b.item(1, 5, "Improvement Plan: first draft", kind="plan")
        b.item(2, 6, "Improvement Plan", kind="plan")
        b.item(3, 5, "Improvement Plan: by exception", kind="plan")
        b.item(1, 8, "Front door")
        b.item(2, 9, "Front door, again", deferred_from_id="agenda_item:1/8")
        b.item(3, 9, "What came in", deferred_from_id="agenda_item:2/9")
        b.item(1, 3, "terms of reference")
        b.item(3, 3, "Terms of Reference")
        for place in ("1/5", "2/6", "3/5", "1/8", "2/9", "3/9", "1/3"):
            b.entry(place, f"Said at {place}")

    def said(item: int) -> list[str]:
        return [e.ref for e in file.read(lambda db: reading.said_earlier(db, 3, item))]

    assert said(5) == ["2/6.1", "1/5.1"], "the latest meeting first, this one not at all"
    assert said(9) == ["2/9.1", "1/8.1"]
    assert said(3) == ["1/3.1"]
    assert said(77) == []


def test_what_was_said_earlier_on_an_action_or_a_line_includes_this_meeting(file: Boardfile) -> None:
    with file.building() as b:
        for number in (1, 2, 3):
            b.meeting(number)
            b.item(number, 4)
        b.line("3.2")
        b.action("1/01")
        b.serves("1/01", "3.2")
        b.entry("1/4", "Noise")
        b.entry("1/4", "Raised", kind="action", action_id="action:1/01")
        b.entry("2/4", "Updated", kind="update", action_id="action:1/01")
        b.entry("2/4", "Red", kind="update", line_id="plan_line:3.2")
        b.entry("3/4", "Later", kind="update", action_id="action:1/01")

    def said(about: str, number: int = 2) -> list[str]:
        return [e.ref for e in file.read(lambda db: reading.said_earlier(db, number, about))]

    assert said("1/01") == ["2/4.1", "1/4.2"]
    assert said("1/1") == said("1/01")
    assert said("3.2") == ["2/4.1", "2/4.2", "1/4.2"]
    assert said("3.2", 1) == ["1/4.2"]
    assert said("9/99") == said("9.9") == []


def test_lines_to_tidy_keep_their_paragraph_numbers(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        b.item(1, 1)
        b.entry("1/1", "Fine")
        b.entry("1/1", "! XYZ: do it", kind="action", to_tidy="Nobody here is called “XYZ”.")
    [found] = file.read(lambda db: reading.to_tidy(db, 1))
    assert (found.ref, found.to_tidy) == ("1/1.2", "Nobody here is called “XYZ”.")
