"""Notes typed in any editor: the lines of live mode, all or nothing, errors by their line (DESIGN 5)."""

from __future__ import annotations

import pytest

from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import meetings, notes, people
from boardtui.services.desk import Desk
from boardtui.services.notes import MOST_BYTES, Loaded
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import attendance, meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.people import by_initials
from tests.services.small import nothing_changed

NOTES = """present: ALL, LEG and DfE

# 1
The Chair welcomed everybody.
# 3
amend 1/1.1: everybody => all members
confirmed: as amended
# 4
> 1/01 done: It is written
! DCS, POL with LEG by 14 Mar: Publish it
= The plan was agreed
"""


def load(desk: Desk, text: str, number: int = 3) -> Loaded:
    return desk.do(lambda work: notes.load_notes(work, number, text)).value


def test_a_meeting_that_has_not_begun_is_started_and_closed_with_its_notes(small: Desk) -> None:
    small.do(lambda work: meetings.close_meeting(work, 2))
    text = NOTES.replace("1/1.1: everybody => all members", "1/4.1: late => so late")
    outcome = small.do(lambda work: notes.load_notes(work, 3, text))
    assert outcome.value == Loaded(lines=10, entries=7)
    assert outcome.sentence == "Load the notes of meeting 3"
    found = small.read(lambda db: meeting(db, 3))
    assert (found.state, found.entries, found.to_tidy) == ("minutes in draft", 7, 0)
    assert len(small.read(lambda db: attendance(db, 3))) == 7
    assert [one.ref for one in small.read(lambda db: actions(db, small.today, meeting=3))] == ["3/01"]
    assert small.read(lambda db: db.execute("SELECT journal_at_close FROM meeting WHERE number = 3").fetchone()[0])


def test_a_meeting_in_session_goes_on_after_notes_are_loaded(small: Desk) -> None:
    load(small, NOTES, 2)
    assert small.read(lambda db: meeting(db, 2)).state == "in session"
    assert small.read(lambda db: meeting(db, 1)).confirmed_how == "as amended"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_notes_of_every_system_are_read_alike(small: Desk, end: str) -> None:
    assert load(small, "\ufeff" + NOTES.replace("\n", end), 2) == Loaded(10, 7)


def test_one_line_not_understood_and_nothing_is_loaded(small: Desk) -> None:
    text = NOTES + "\n! XYZ by 14 Mar: Nobody\n# 99\n> 1/01 close: Seen\n> 1/01 done: Too late\n? \n"
    with nothing_changed(small), pytest.raises(BoardError) as refused:
        load(small, text, 2)
    problem = refused.value
    assert problem.title == "4 lines of these notes could not be understood."
    assert problem.message.splitlines() == [
        "Nothing was loaded.",
        "line 13: Nobody here is called “XYZ”. (! XYZ by 14 Mar: Nobody)",
        "line 14: There is no item 99 on this agenda. (# 99)",
        "line 16: Action 1/01 is already closed. (> 1/01 done: Too late)",
        "line 17: What was challenged? Write ? and the challenge. (?)",
    ]


def test_somebody_may_be_written_by_the_initials_of_their_own_name(small: Desk) -> None:
    police = small.read(by_initials)["POL"]
    small.do(lambda work: people.edit_person(work, police.id, police.version, name="Det Supt Ian Moss"))
    load(small, "# 4\n! IM by 14 Mar: Publish it", 2)
    assert [one.leads for one in small.read(lambda db: actions(db, small.today, meeting=2))] == [("POL",)]


def test_line_numbers_are_those_an_editor_shows(small: Desk) -> None:
    text = "One\x0cline\u2028with\x85strange\x0bbreaks\n\n! XYZ by 14 Mar: Nobody"
    with pytest.raises(BoardError, match="line 3: Nobody here"):
        load(small, text, 2)


def test_a_line_names_what_an_earlier_line_of_the_same_notes_made(small: Desk) -> None:
    load(small, "# 4\n? Why?\n> 2/4.1 answered: Because\n! DCS by 1 Mar: Do it\n> 2/01 done: Done", 2)
    assert [one.kind for one in small.read(lambda db: entries(db, 2))] == ["challenge", "update", "action", "update"]


@pytest.mark.parametrize("text", ["", "\n\n  \n", "\ufeff", "\x00\n"])
def test_empty_notes_neither_start_nor_close_a_meeting(small: Desk, text: str) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match="nothing in these notes"):
        load(small, text)


def test_a_meeting_that_takes_no_minutes_is_said_once(small: Desk) -> None:
    with nothing_changed(small), pytest.raises(LockedError) as refused:
        load(small, NOTES, 1)
    assert str(refused.value).count("signed off") == 1
    small.do(lambda work: meetings.cancel_meeting(work, 4, "x"))
    with nothing_changed(small), pytest.raises(BoardError, match="Meeting 4 is cancelled"):
        load(small, NOTES, 4)
    with nothing_changed(small), pytest.raises(NotFoundError):
        load(small, NOTES, 99)


def test_what_is_too_long_is_no_minutes(small: Desk) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match="too long"):
        load(small, "x" * (MOST_BYTES + 1), 2)


def test_a_long_line_is_one_entry(small: Desk) -> None:
    load(small, "word " * 20_000, 2)
    (found,) = small.read(lambda db: entries(db, 2))
    assert found.text == ("word " * 20_000).strip()


def test_notes_loaded_twice_are_refused(desk: Desk) -> None:
    text = "# 2\nNothing was declared.\n! DCS by next meeting: write once"
    desk.do(lambda work: notes.load_notes(work, 6, text))
    with pytest.raises(BoardError, match="already in the minutes of meeting 6"):
        desk.do(lambda work: notes.load_notes(work, 6, text))


def test_notes_do_not_reach_minutes_that_are_with_the_chair(desk: Desk) -> None:
    with pytest.raises(BoardError, match="with the Chair"):
        desk.do(lambda work: notes.load_notes(work, 5, "One more thing."))
