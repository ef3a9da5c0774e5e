"""The one read behind Home."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from boardtui.domain.home import InspectionDuties, Spread
from boardtui.store import models
from boardtui.store.reading.home import home
from boardtui.store.reading.watch import watch
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)


def test_a_new_board_has_an_empty_home(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
    found = file.read(lambda db: home(db, TODAY))
    assert (found.coming.next, found.coming.days, found.last, found.days_since_last) == (None, None, None, None)
    assert (found.duties, found.assessment, found.days_to_assessment) == ((), None, None)
    assert found.ratings == {"R": (0, 0), "A": (0, 0), "G": (0, 0), "B": (0, 0)}
    assert (found.lines, found.unrated, found.spreads, found.overdue_by_lead) == (0, 0, (), ())
    assert [w.sentence for w in found.waiting] == ["The next meeting is not arranged"]


def test_home_counts_days_to_the_next_meeting_and_since_the_last(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(5, date(2013, 5, 16), state="with Chair")
        b.meeting(6, date(2013, 6, 27), state="planned")
    found = file.read(lambda db: home(db, TODAY))
    assert found.coming.next is not None
    assert found.last is not None
    assert (found.coming.next.number, found.coming.days) == (6, 38)
    assert (found.last.number, found.days_since_last) == (5, 4)
    assert found.with_chair == (5,)


def test_home_shows_pressing_duties_and_the_next_assessment(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.obligation("N 8.2 Leader", due=date(2013, 5, 26))
        b.obligation("N 8.2 review", due=date(2013, 5, 26), binds="department")
        b.obligation("N 8.2 first", due=date(2013, 5, 1), binds="department", met_on=date(2013, 5, 1))
        b.obligation("N 8.2 later", due=date(2013, 11, 26), binds="department")
        b.obligation("N 5.7 audit", due=date(2013, 5, 19))
        b.obligation("N 7.2 meetings")
    found = file.read(lambda db: home(db, TODAY))
    assert [duty.ref for duty in found.duties] == ["N 5.7 audit", "N 8.2 Leader", "N 8.2 review"]
    assert found.assessment is not None
    assert (found.assessment.ref, found.days_to_assessment) == ("N 8.2 review", 6)


def test_home_spreads_the_ratings_with_their_movement(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        for number in (1, 2, 3):
            b.meeting(number)
        for ref, levels in (("1", "RRG"), ("2", "AAA"), ("3", "..R"), ("4", "..."), ("5", "G-.")):
            b.line(ref)
            for number, level in enumerate(levels, 1):
                if level != ".":
                    b.rating(ref, number, level)
    found = file.read(lambda db: home(db, TODAY))
    assert found.ratings == {"R": (1, 1), "A": (1, 1), "G": (1, 0), "B": (0, 0)}
    assert (found.lines, found.unrated) == (5, 2), "never rated, and rated as not rated"
    assert found.spreads == (
        Spread(1, {"R": 1, "A": 1, "G": 1, "B": 0}, 2),
        Spread(2, {"R": 1, "A": 1, "G": 0, "B": 0}, 3),
        Spread(3, {"R": 1, "A": 1, "G": 1, "B": 0}, 2),
    )


def test_home_counts_actions_by_lead(file: Boardfile) -> None:
    past = TODAY - timedelta(1)
    with file.building() as b:
        b.board()
        b.offices("DCS", "POL", "CCG")
        b.meeting(1)
        b.action("1/01", ["DCS"], due=past)
        b.action("1/02", ["POL", "DCS"], ["CCG"], due=past)
        b.action("1/03", ["CCG"], due=TODAY)
        b.action("1/04", ["CCG"], due=past, state="done", done_on=past)
        b.action("1/05", ["CCG"], due=past, state="closed", closed_on=past)
    found = file.read(lambda db: home(db, TODAY))
    assert (found.open_actions, found.done_actions, found.overdue) == (4, 1, 2)
    assert found.overdue_by_lead == (("DCS", 2), ("POL", 1))


def test_home_says_what_waits_for_whom(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(3, date(2013, 2, 21), state="signed off")
        b.meeting(4, date(2013, 4, 4), state="minutes in draft")
        b.meeting(5, date(2013, 5, 16), state="with Chair")
        b.meeting(6, TODAY + timedelta(7), state="planned")
        b.meeting(7, TODAY + timedelta(8), state="planned")
        for meeting in (3, 4):
            b.item(meeting, 1)
            b.entry(f"{meeting}/1", f"Untidy {meeting}", to_tidy="No lead.")
        b.line("1.1")
        b.rating("1.1", 6, "G", status="proposed")
        b.action("4/01", state="done", done_on=TODAY, due=TODAY)
        b.action("4/02")
        b.letter(1, 1, 2, state="signed")
        b.letter(2, 3, 5)
        b.letter(3, 6, 6, state="with Chair")
    found = file.read(lambda db: home(db, TODAY))
    assert [(w.role, w.sentence, w.place) for w in found.waiting] == [
        ("chair", "Minutes of meeting 5 to sign off", "2"),
        ("chair", "1 action reported done, to be closed", "3"),
        ("chair", "1 proposed rating waits for the Board", "4"),
        ("chair", "Letter 3 waits for signature", "7"),
        ("chair", "Letter 2 is in draft", "7"),
        ("secretary", "Meeting 4: draft was due 18 Apr 2013", "2"),
        ("secretary", "1 line of meeting 4 to tidy", "2"),
        ("administrator", "Meeting 6: papers were due 14 May 2013", "2"),
        ("administrator", "Meeting 6: agenda was due 17 May 2013", "2"),
        ("administrator", "Meeting 7: papers were due 14 May 2013", "2"),
        ("administrator", "Meeting 7: agenda was due 17 May 2013", "2"),
        ("administrator", "2 open actions lacking a lead or date", "3"),
        ("administrator", "Letter 1 is signed and not sent", "7"),
    ]
    assert (found.to_tidy, found.letters_in_draft) == (1, (2,))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2013, 6, 6), []),
        (date(2013, 6, 7), ["Meeting 6: papers due 14 Jun 2013"]),
        (
            date(2013, 6, 12),
            [
                "Meeting 6: papers due 14 Jun 2013",
                "Meeting 6: agenda due 19 Jun 2013",
            ],
        ),
    ],
)
def test_papers_and_agenda_wait_from_a_week_before_they_are_due(file: Boardfile, today: date, said: list[str]) -> None:
    with file.building() as b:
        b.board()
        b.meeting(6, date(2013, 6, 27), state="planned")
    assert [one.sentence for one in file.read(lambda db: home(db, today)).waiting] == said


def test_a_meeting_left_behind_waits_for_the_administrator(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(1, TODAY - timedelta(1), state="agenda issued")
        b.meeting(2, TODAY, state="agenda issued")
    found = file.read(lambda db: home(db, TODAY))
    assert [w.sentence for w in found.waiting] == ["Meeting 1, 19 May 2013, was not held"]


def test_home_lists_only_checks_that_are_not_met(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.offices("IC", kind="chair")
        b.meeting(1, date(2013, 5, 16), state="with Chair")
        b.obligation("N 8.1 initial", due=date(2013, 5, 19))
        b.obligation("N 8.1 six months", due=date(2013, 5, 26))
    found = [check.check for check in file.read(lambda db: watch(db, TODAY)).not_met]
    assert "Duty N 8.1 initial" in found
    assert "Participant observer from the department" in found
    assert not {"Independent Chair", "Duty N 8.1 six months"} & set(found)


def test_reading_home_loads_neither_the_tables_nor_a_calendar(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(1, date(2013, 5, 16))
        b.meeting(2, date(2013, 6, 27), state="planned")
        again = {"months": 6, "counted_from": date(2012, 11, 26), "repeats_months": 6}
        b.obligation("N 8.1 six months", due=date(2013, 5, 26), **again)
    looks = (
        "import sys, datetime, pathlib\n"
        "from boardtui.store.reading.home import home\n"
        "from boardtui.store.reading.reader import Reader\n"
        f"Reader(pathlib.Path({str(file.path)!r})).read(lambda db: home(db, datetime.date(2013, 5, 20)))\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'holidays', 'dateutil', 'textual', 'docx', 'alembic'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    ran = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_home_says_what_missing_the_assessment_may_bring_n_9(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
    assert "section 497A" in file.read(lambda db: home(db, TODAY)).if_missed
    with file.building() as b:
        b.add(models.Instrument(number=2, kind="notice", title="Notice", lifted_on=TODAY), "second")
    assert file.read(lambda db: home(db, TODAY)).if_missed == ""


def test_home_counts_an_inspections_duties_instead_of_naming_them(file: Boardfile) -> None:
    published = date(2012, 7, 13)
    with file.building() as b:
        b.board()
        b.source("O", kind="inspection")
        b.source("N")
        b.obligation("O 3.1", due=published)
        b.obligation("O 3.2", due=published, met_on=published)
        b.obligation("O 3.3", due=published, met_on=TODAY)
        b.obligation("O 3.4", due=TODAY)
        b.obligation("O 3.5", due=published, not_applicable="Merged with O 3.4.")
        b.obligation("N 5.7 audit", due=published)
    found = file.read(lambda db: home(db, TODAY))
    assert [duty.ref for duty in found.duties] == ["N 5.7 audit"]
    assert found.inspections == (InspectionDuties("O", "Source O", overdue=1, due_soon=1, met=2, total=4),)
