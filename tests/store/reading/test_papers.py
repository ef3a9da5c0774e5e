"""Reads of what each document needs."""

from __future__ import annotations

from datetime import date

from boardtui.store import models
from boardtui.store.reading import papers as reading
from tests.store.reading.building import Building
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)
HELD_ON = {1: date(2012, 11, 29), 2: date(2013, 1, 10), 3: date(2013, 2, 21), 4: date(2013, 4, 4)}


def _four_meetings(b: Building) -> None:
    """Make three meetings held and a fourth planned, each with one item."""
    b.board()
    b.offices("DCS", "POL")
    for number, on in HELD_ON.items():
        b.meeting(number, on, state="planned" if number == 4 else "confirmed")
        b.item(number, 1)


def test_an_agenda_knows_its_items_its_people_and_the_meeting_before(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
    paper = file.read(lambda db: reading.agenda_paper(db, 4, HELD_ON[4]))
    assert (paper.meeting.number, paper.last and paper.last.number) == (4, 3)
    assert ([item.number for item in paper.items], list(paper.people)) == ([1], ["DCS", "POL"])
    assert file.read(lambda db: reading.agenda_paper(db, 1, HELD_ON[4])).last is None


def _closed(b: Building, ref: str, on: date, meeting: int | None = None) -> None:
    at = f"meeting:{meeting}" if meeting else None
    b.action(ref, state="closed", closed_on=on, closed_at_id=at)


def test_matters_arising_are_what_was_open_and_what_was_closed_since(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.action("1/01")
        _closed(b, "1/02", HELD_ON[3], 3)
        _closed(b, "1/03", HELD_ON[4], 4)
        _closed(b, "1/04", HELD_ON[2], 2)
        _closed(b, "1/05", date(2013, 2, 1))
        _closed(b, "1/06", date(2013, 1, 9))
        _closed(b, "1/07", HELD_ON[2])
        b.action("1/08", state="done", done_on=date(2013, 2, 1))
        b.action("2/01", state="returned")
        b.action("3/01")
        b.action("4/01")
    paper = file.read(lambda db: reading.minutes_paper(db, 3, TODAY))
    assert [a.ref for a in paper.arising] == ["1/01", "1/02", "1/03", "1/05", "1/07", "1/08", "2/01"]
    assert [a.ref for a in paper.actions] == ["3/01"]


def test_what_was_withdrawn_or_superseded_arises_until_then(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.action("1/01", state="withdrawn")
        b.update("1/01", "withdrawn", "Not needed", given_on=date(2013, 2, 1))
        b.action("1/02", state="superseded", superseded_by_id="action:3/01")
        b.action("1/03", state="withdrawn")
        b.action("3/01", raised_on=HELD_ON[3])

    def arising(number: int) -> list[str]:
        return [a.ref for a in file.read(lambda db: reading.minutes_paper(db, number, TODAY)).arising]

    assert arising(1) == []
    assert arising(2) == ["1/01", "1/02"]
    assert arising(3) == ["1/02"]
    assert arising(4) == ["3/01"]


def test_a_planned_meeting_takes_what_is_open_now_and_was_closed_since_the_last(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.action("1/01")
        _closed(b, "1/02", date(2013, 3, 1))
        _closed(b, "1/03", date(2013, 2, 20))
        _closed(b, "1/04", HELD_ON[3], 3)
    paper = file.read(lambda db: reading.minutes_paper(db, 4, date(2013, 3, 2)))
    assert [a.ref for a in paper.arising] == ["1/01", "1/02"]


def test_minutes_gather_the_whole_meeting(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.line("1.1")
        b.rating("1.1", 3, "A")
        b.rating("1.1", 3, "G", status="proposed")
        b.rating("1.1", 2, "R")
        b.came(3, "DCS")
        b.came(2, "POL")
        b.entry("3/1", "Said")
        b.entry("4/1", "Amended", kind="amendment")
        b.add(models.Amendment(entry_id="entry:Amended", amended_id="entry:Said", old="Said", new="Sang"), "1")
        b.action("3/10", due=date(2013, 2, 20))
        b.action("3/02", due=date(2013, 3, 30))
    paper = file.read(lambda db: reading.minutes_paper(db, 3, TODAY))
    assert (paper.last and paper.last.number, paper.next and paper.next.number) == (2, 4)
    assert [a.initials for a in paper.attendance] == ["DCS"]
    assert [(r.line, r.level) for r in paper.ratings] == [("1.1", "A")]
    assert ([e.ref for e in paper.entries], [c.ref for c in paper.corrected]) == (["3/1.1"], ["3/1.1"])
    assert [(a.ref, a.rating) for a in paper.actions] == [("3/02", "G"), ("3/10", "R")], "as on the day"
    assert [level.letter for level in paper.scheme][:4] == ["R", "A", "G", "B"]


def test_the_action_log_sets_what_was_closed_at_or_since_the_last_meeting_apart(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.action("1/01", ["DCS"])
        b.action("1/02", ["POL"], due=date(2013, 1, 1))
        _closed(b, "1/03", HELD_ON[3], 3)
        b.action("1/04", ["DCS"], state="closed", closed_on=date(2013, 3, 1))
        b.action("1/05", ["POL"], state="closed", closed_on=date(2013, 3, 2))
    whole = file.read(lambda db: reading.action_log_paper(db, date(2013, 3, 1)))
    assert ([a.ref for a in whole.open], [a.ref for a in whole.closed]) == (["1/02", "1/01"], ["1/03", "1/04"])
    assert (whole.last and whole.last.number, whole.next and whole.next.number) == (3, 4)
    theirs = file.read(lambda db: reading.action_log_paper(db, TODAY, "dcs"))
    assert ([a.ref for a in theirs.open], [a.ref for a in theirs.closed]) == (["1/01"], ["1/04"])
    assert theirs.lead == "dcs"


def test_the_first_action_log_takes_whatever_was_closed(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(1, date(2013, 6, 1), state="planned")
        _closed(b, "1/01", date(2013, 3, 1))
    paper = file.read(lambda db: reading.action_log_paper(db, TODAY))
    assert ([a.ref for a in paper.closed], paper.last) == (["1/01"], None)


def test_a_letter_rests_on_the_meetings_it_covers(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.letter(1, 1, 1, state="sent")
        b.letter(2, 2, 4)
        b.line("1.1")
        b.rating("1.1", 1, "R")
        b.rating("1.1", 3, "A")
        b.rating("1.1", 3, "B", status="proposed")
        for meeting in (1, 2, 3):
            b.came(meeting, "DCS")
            b.entry(f"{meeting}/1", f"Why {meeting}?", kind="challenge")
            b.entry(f"{meeting}/1", f"Agreed {meeting}", kind="decision")
            b.action(f"{meeting}/02", ["DCS"])
            b.action(f"{meeting}/01", ["DCS"], state="done")
        b.entry("3/1", "Because", kind="update", answers_id="entry:Why 2?")
        b.entry("3/1", "Of old", kind="update", answers_id="entry:Why 1?")
        _closed(b, "1/03", HELD_ON[1], 1)
        _closed(b, "1/04", date(2012, 12, 1))
        _closed(b, "1/05", HELD_ON[3], 3)
        _closed(b, "1/06", date(2013, 2, 22))
        b.obligation("N 8.1 initial")
    paper = file.read(lambda db: reading.letter_paper(db, 2, TODAY))
    assert [m.number for m in paper.meetings] == [2, 3], "the planned one has nothing to tell yet"
    assert (paper.earlier and paper.earlier.number, paper.next and paper.next.number) == (1, 4)
    assert [a.meeting for a in paper.attendance] == [2, 3]
    assert [(r.meeting, r.level) for r in paper.changed] == [(3, "A")]
    assert [e.text for e in paper.challenges] == ["Why 2?", "Why 3?"]
    assert ([e.text for e in paper.answers], paper.challenges[0].answered_by) == (["Because"], "3/1.3")
    assert [e.decision_ref or e.text for e in paper.decisions] == ["Agreed 2", "Agreed 3"]
    assert [a.ref for a in paper.raised] == ["2/01", "2/02", "3/01", "3/02"]
    assert [a.ref for a in paper.closed] == ["1/04", "1/05", "1/06"], "since the last letter, wherever"
    assert {a.ref for a in paper.open} == {f"{m}/0{n}" for m in (1, 2, 3) for n in (1, 2)}
    assert ([line.rating for line in paper.lines], len(paper.obligations)) == (["A"], 1)


def test_the_first_letter_has_none_before_it(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.letter(1, 4, 4)
    paper = file.read(lambda db: reading.letter_paper(db, 1, TODAY))
    assert (paper.earlier, paper.meetings, paper.closed) == (None, (), ())


def test_matters_arising_show_the_due_date_an_action_had_then(file: Boardfile) -> None:
    with file.building() as b:
        _four_meetings(b)
        b.action("1/01", ["DCS"], due=date(2013, 5, 1), original_due=date(2013, 1, 20))
        moved = {"due_before": date(2013, 1, 20), "due_after": date(2013, 5, 1)}
        b.update("1/01", "moved", "later", date(2013, 3, 10), **moved)
    then = file.read(lambda db: reading.minutes_paper(db, 3, TODAY)).arising
    assert [(a.ref, a.due) for a in then] == [("1/01", date(2013, 1, 20))]
