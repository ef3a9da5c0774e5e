"""As at an earlier moment, every place and every list reads what a copy of the file kept at that time reads."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from boardtui.domain.history import Wanted
from boardtui.domain.states import Role
from boardtui.services import actions, agenda, assurance, indicators, letters, meetings, minutes, notice, people, plan
from boardtui.services.desk import Desk
from boardtui.store.reading import actions as actions_read
from boardtui.store.reading import assurance as assured
from boardtui.store.reading import correspondence, evidence, history, plan_papers, thread
from boardtui.store.reading import indicators as dataset
from boardtui.store.reading import letters as letters_read
from boardtui.store.reading import meetings as meetings_read
from boardtui.store.reading import minutes as minutes_read
from boardtui.store.reading import notice as notice_read
from boardtui.store.reading import people as people_read
from boardtui.store.reading import plan as plan_read
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.home import home
from boardtui.store.reading.preflight import preflight
from boardtui.store.reading.reader import Database
from boardtui.store.reading.watch import watch
from boardtui.store.unit import Work

TODAY = date(2013, 2, 21)

READS: dict[str, Callable[[Database], Any]] = {
    "home": lambda db: (home(db, TODAY), watch(db, TODAY)),
    "meetings": meetings_read.meetings,
    "agenda": lambda db: [meetings_read.items(db, number) for number in (1, 2, 3, 4)],
    "minutes": lambda db: [minutes_read.entries(db, number) for number in (1, 2)],
    "decisions": minutes_read.decisions,
    "actions": lambda db: actions_read.actions(db, TODAY),
    "plan": lambda db: plan_read.lines(db, TODAY),
    "plan report": lambda db: plan_papers.plan_paper(db, TODAY),
    "indicators": lambda db: dataset.indicators(db, TODAY),
    "requirements": notice_read.requirements,
    "obligations": lambda db: notice_read.obligations(db, TODAY),
    "compliance": lambda db: compliance(db, TODAY),
    "assurance": assured.assurance,
    "evidence": evidence.evidence,
    "support": assured.support,
    "agreements": assured.agreements,
    "correspondence": correspondence.correspondence,
    "letters": lambda db: letters_read.letters(db, "letter"),
    "people": people_read.people,
    "attendance": people_read.attendance_grid,
    "trace": lambda db: thread.thread(db, "1/01"),
    "preflight": lambda db: preflight(db, "minutes", 2, TODAY),
    "history": lambda db: list(history.every(db, Wanted())),
}
"""What the eight places, the lists and the commands read."""

UNTOUCHED = ("support", "evidence", "agreements", "correspondence", "obligations")
"""What no later change reaches."""

EARLY: tuple[Callable[[Work], object], ...] = (
    partial(minutes.enter, meeting=2, typed="present: All members"),
    partial(minutes.enter, meeting=2, typed="> 1/01 done: It is written"),
    partial(minutes.enter, meeting=2, typed="! POL by 4 Apr: Name a lead officer"),
    partial(indicators.add_indicator, ref="I1", title="Visits in time", baseline=Decimal(74)),
)
LATE: tuple[Callable[[Work], object], ...] = (
    partial(minutes.enter, meeting=2, typed="> 1/01 close: The plan is before us"),
    partial(minutes.enter, meeting=2, typed="= The plan was agreed again"),
    partial(minutes.enter, meeting=2, typed="! XX by 4 Apr: nobody of that name"),
    partial(minutes.enter, meeting=2, typed="> 1.2 R: no audit was held; path: LEG holds the first in March"),
    partial(actions.move_due, ref="1/02", due=date(2013, 4, 30), reason="The service is being moved"),
    partial(plan.add_line, ref="1.3", theme="Practice", title="Supervision", lead="DCS", answers=["N 5.7"]),
    partial(indicators.add_value, ref="I1", period=date(2013, 1, 31), value=Decimal(76)),
    partial(notice.add_requirement, ref="N 5.8", source="N", text="Agree the audit programme"),
    partial(
        assurance.add_assurance, kind="audit", title="Case files", body="The council", planned_for=date(2013, 3, 4)
    ),
    partial(people.add_person, initials="NEW", name="Someone New", role="Head of Service"),
    letters.start_letter,
    partial(agenda.add_item, meeting=3, title="A late item"),
    partial(meetings.close_meeting, number=2),
)


@pytest.fixture(scope="module")
def pair(built_small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, int]:
    """Return a file that went on, a copy that was kept before it did, and the journal's entry then."""
    folder = tmp_path_factory.mktemp("kept")
    went_on, kept = folder / "went-on.board", folder / "kept.board"
    shutil.copyfile(built_small, went_on)
    desk = Desk(went_on, who="Test", role=Role.SECRETARY, clock=lambda: datetime(2013, 2, 21, 15))
    for change in EARLY:
        desk.do(change)
    shutil.copyfile(went_on, kept)
    (entry,) = desk.read(lambda db: db.execute("SELECT max(sequence) FROM journal_entry").fetchone())
    for change in LATE:
        desk.do(change)
    desk.close()
    return went_on, kept, entry


@pytest.mark.parametrize("what", READS)
def test_the_view_as_at_a_moment_is_that_of_the_copy_kept_then(
    what: str, pair: tuple[Path, Path, int], open_desk: Callable[..., Desk]
) -> None:
    went_on, kept, entry = pair
    then = open_desk(kept).read(READS[what])
    assert open_desk(went_on).read_as_at(entry, READS[what]) == then
    if what not in UNTOUCHED:
        assert open_desk(went_on).read(READS[what]) != then
