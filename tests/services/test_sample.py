"""The 2012 sample is what it promises, is marked as invented, and is the same wherever it is built (DESIGN 9)."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui import paths
from boardtui.domain.checks import CheckState
from boardtui.domain.obligations import ObligationState
from boardtui.domain.states import MeetingState, PersonKind
from boardtui.errors import BoardError
from boardtui.services import sample
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.store.engine import connect
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import board
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.letters import letters
from boardtui.store.reading.meetings import attendance, items
from boardtui.store.reading.meetings import meetings as all_meetings
from boardtui.store.reading.minutes import decisions, entries
from boardtui.store.reading.notice import obligations, requirements
from boardtui.store.reading.people import people
from boardtui.store.reading.plan import lines, ratings

TODAY = date(2013, 5, 20)
MEMBERS = {"IC", "LM", "LDR", "CEX", "DCS", "POL", "CCG", "BHT", "SCH", "PRO", "LSCB", "VCS"}
OFFICERS = {"ADC", "HQA", "IRO", "PIM", "HWD", "LEG", "EHM", "COM", "SEC", "ADM", "DDN", "PPU"}
OFFICES = MEMBERS | OFFICERS | {"DfE"}


def test_it_is_sound_and_marked_as_a_sample(desk: Desk) -> None:
    assert desk.read(check) == []
    found = desk.read(board)
    assert (found.sample is not None, desk.today, found.commenced) == (True, TODAY, date(2012, 11, 26))


def test_it_has_every_numbered_measure_of_the_notice_and_ofsteds_sixteen(desk: Desk) -> None:
    found = desk.read(requirements)
    by_source = Counter(one.source for one in found)
    assert by_source == {"N": 34, "O": 16, "A2": 1, "A7": 1}
    assert [one.ref for one in found if one.source == "O"] == [f"O 3.{n}" for n in range(1, 17)]
    assert all(one.own_number for one in found if one.source == "O")
    assert len({one.band for one in found if one.source == "O"}) == 3
    assert {one.due for one in found if one.source == "O"} == {
        date(2012, 7, 13),
        date(2012, 10, 13),
        date(2013, 1, 13),
    }
    numbers = [tuple(map(int, one.ref.removeprefix("N ").split("."))) for one in found if one.source == "N"]
    assert (numbers[0], numbers[-1]) == ((3, 1), (8, 2))
    assert numbers == sorted(numbers)


def test_every_requirement_is_answered_and_every_line_answers_something(desk: Desk) -> None:
    assert [one.ref for one in desk.read(requirements) if not one.answered_by] == []
    plan = desk.read(lambda db: lines(db, TODAY))
    assert 35 <= len(plan) <= 45
    assert all(line.answers for line in plan)
    assert all(line.lead in OFFICES for line in plan)


def test_five_meetings_were_held_at_six_weeks_and_the_sixth_has_an_agenda(desk: Desk) -> None:
    found = desk.read(all_meetings)
    assert [one.date for one in found] == [
        date(2012, 11, 29),
        date(2013, 1, 10),
        date(2013, 2, 21),
        date(2013, 4, 4),
        date(2013, 5, 16),
        date(2013, 6, 27),
    ]
    assert [one.days_since_last for one in found] == [None, 42, 42, 42, 42, 42]
    assert [one.state for one in found[:4]] == [MeetingState.CONFIRMED] * 4
    assert (found[4].state, found[5].state) == (MeetingState.WITH_CHAIR, MeetingState.PLANNED)
    assert [one.confirmed_at for one in found[:4]] == [2, 3, 4, 5]
    assert [one.to_tidy for one in found] == [0] * 6
    assert len(desk.read(lambda db: items(db, 6))) >= 14


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_each_meeting_held_is_minuted_through(desk: Desk, number: int) -> None:
    said = desk.read(lambda db: entries(db, number))
    kinds = {one.kind for one in said}
    assert {"note", "decision", "action", "challenge"} <= kinds
    assert {one.kind for one in desk.read(decisions) if one.meeting == number} == {"decision"}
    register = desk.read(lambda db: attendance(db, number))
    assert {one.status for one in register} >= {"present", "participant observer", "in attendance"}
    agenda = desk.read(lambda db: items(db, number))
    assert all(one.entries or one.state != "taken" for one in agenda)


def test_the_action_log_is_as_long_and_as_mixed_as_a_real_one(desk: Desk) -> None:
    log = desk.read(lambda db: actions(db, TODAY))
    assert 40 <= len(log) <= 50
    assert {one.state for one in log} >= {"open", "done", "closed"}
    assert any(one.days_late for one in log)
    assert any(one.slips for one in log)
    assert all(one.leads for one in log)
    assert any(one.lines for one in log)


def test_the_plan_was_rated_at_each_meeting_and_moves(desk: Desk) -> None:
    plan = desk.read(lambda db: lines(db, TODAY))
    assert {line.rating for line in plan} >= {"R", "A", "G"}
    assert {line.direction for line in plan} >= {"better", "same", "worse"}
    assert any(line.moves for line in plan)
    given = desk.read(lambda db: [one for line in plan for one in ratings(db, line.ref)])
    assert {one.meeting for one in given if one.status == "agreed"} == {1, 2, 3, 4, 5}
    assert any(one.status == "proposed" for one in given)


def test_the_six_month_report_is_due_in_six_days(desk: Desk) -> None:
    soon = [one for one in desk.read(lambda db: obligations(db, TODAY)) if one.due == date(2013, 5, 26)]
    assert soon
    assert all(one.state == ObligationState.DUE_SOON for one in soon)
    checks = desk.read(lambda db: compliance(db, TODAY))
    assert {one.state for one in checks} <= set(CheckState)
    assert [one.ref for one in checks if one.state == CheckState.NOT_MET] == ["N 5.1", "N 5.9"]


def test_it_has_letters_one_sent_and_one_in_draft(desk: Desk) -> None:
    assert [one.state for one in desk.read(letters)] == ["sent", "draft"]


def test_it_names_offices_and_no_person(desk: Desk) -> None:
    offices = [one for one in desk.read(people) if one.kind != PersonKind.GROUP]
    assert {one.initials for one in offices} == OFFICES
    assert all(one.name == one.role for one in offices)
    assert all(one.organisation for one in offices)
    assert desk.read(lambda db: db.execute("SELECT count(*) FROM holder").fetchone()) == (0,)
    assert {one.members != () for one in desk.read(people) if one.kind == PersonKind.GROUP} == {True}
    told = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((paths.samples() / "2012").rglob("*")) if path.is_file()
    )
    assert re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof)\b\.? [A-Z]\w+", told) == []


def test_its_clock_stands_at_its_own_day_whatever_the_date_is(desk: Desk) -> None:
    assert desk.now.date() == TODAY


def test_two_builds_do_not_differ_by_one_row_or_hash(built_sample: Path, tmp_path: Path) -> None:
    again = tmp_path / "folder" / "again.board"
    sample.build("2012", again)

    def told(path: Path) -> list[object]:
        with closing(connect(path)) as db:
            return [
                db.execute("SELECT * FROM journal_entry ORDER BY sequence").fetchall(),
                db.execute("SELECT * FROM journal_change ORDER BY id").fetchall(),
            ]

    assert told(again) == told(built_sample)
    assert list(again.parent.iterdir()) == [again]


def test_its_journal_is_dated_as_it_happened(desk: Desk) -> None:
    told = desk.read(lambda db: db.execute("SELECT at, who, sentence FROM journal_entry ORDER BY sequence").fetchall())
    days = [at for at, _, _ in told]
    assert days == sorted(days)
    assert (days[0][:10], days[-1][:10] <= "2013-05-20") == ("2012-11-26", True)
    assert all(who and sentence for _, who, sentence in told)


def test_a_sample_there_is_not_or_a_place_that_is_taken_is_refused(built_sample: Path, tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="There is no sample Board 1999"):
        sample.build("1999", tmp_path / "x.board")
    taken = tmp_path / "taken.board"
    taken.write_text("mine")
    with pytest.raises(BoardError, match="already a file"):
        sample.build("2012", taken)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.board"]
    assert "2012" in sample.samples()
