"""Whatever was changed on either side: adopted, the file is sound and every value is still there (DESIGN 7)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardtui.domain.adopting import Side
from boardtui.domain.states import MeetingState, Role
from boardtui.errors import BoardError
from boardtui.services import actions, agenda, handover, letters, meetings, minutes, people, plan
from boardtui.services.desk import Desk
from boardtui.services.undo import undo
from boardtui.store.reading.meetings import items, meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.unit import Work
from tests.services.apart import DAY, handed, sign, sound, told, whole, words

LINES = (
    "A note",
    "! DCS by 1 Mar: Do it",
    "= Agreed",
    "? Why",
    "> 1/01 close: Seen",
    "> 1.1 A: slow; path: four by June",
)
REGISTER = (
    "present: DCS, POL",
    "apologies: CCG",
    "deputy: DDN for CCG",
    "arrived: POL",
    "interest: POL item 7: a school",
)


def _typed(n: int) -> Callable[[Work], Any]:
    lines = (*LINES, *REGISTER)
    text = lines[n % len(lines)]
    return lambda work: minutes.enter(work, 2, text)


def _entry(change: Callable[[Work, Any], Any]) -> Callable[[int], Callable[[Work], Any]]:
    def of(n: int) -> Callable[[Work], Any]:
        def do(work: Work) -> None:
            if found := entries(work.db, 2):
                change(work, found[n % len(found)])

        return do

    return of


def _item(n: int) -> Callable[[Work], Any]:
    def do(work: Work) -> None:
        found = items(work.db, 3)
        agenda.remove_item(work, found[n % len(found)].id)

    return do


CHANGES: tuple[Callable[[int], Callable[[Work], Any]], ...] = (
    _typed,
    _typed,
    _typed,
    _entry(lambda work, one: minutes.edit_entry(work, one.id, one.version, f"{one.text}, put better by {work.who}")),
    _entry(lambda work, one: minutes.remove_entry(work, one.id)),
    _item,
    lambda n: lambda work: agenda.add_item(work, 3, f"Item {n} of {work.who}", at=1 + n % 3),
    lambda n: lambda work: actions.reword(work, "1/01", f"Reworded {n} by {work.who}"),
    lambda n: lambda work: actions.raise_action(work, 2, f"Raised {n} by {work.who}", ["DCS"], due=date(2013, 5, 1)),
    lambda n: lambda work: people.add_person(work, initials=f"N{n % 3}", name=f"New {n}", role=f"Of {work.who}"),
    lambda n: lambda work: plan.add_line(work, ref=f"9.{n % 3}", theme="New", title=f"Line {n} of {work.who}"),
    lambda n: lambda work: plan.rate(work, "1.1", 1, "AR"[n % 2], reason=f"{n}", path="A path", proposed=True),
    lambda _n: lambda work: meetings.plan_meetings(work, 1),
    lambda n: lambda work: meetings.edit_meeting(work, 3, place=f"Room {n} of {work.who}"),
    lambda _n: lambda work: letters.start_letter(work),
    lambda _n: undo,
)

CHOSEN = st.lists(st.tuples(st.integers(0, len(CHANGES) - 1), st.integers(0, 60)), max_size=8)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ours=CHOSEN, theirs=CHOSEN, take=st.sampled_from(["ours", "theirs"]), signed=st.sampled_from(["", "o", "t", "ot"])
)
def test_nothing_is_lost(
    built_small: Path, ours: list[tuple[int, int]], theirs: list[tuple[int, int]], take: Side, signed: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.board"
        shutil.copyfile(built_small, path)
        desk = Desk(path, who="Ours", role=Role.ADMINISTRATOR, clock=lambda: DAY)
        both = handed(desk, Path(folder))
        desk.do(handover.take_back, penless=True)
        for side, changes, mark in ((both.ours, ours, "o"), (both.theirs, theirs, "t")):
            _change(side, changes)
            if mark in signed:
                sign(side, 2)
        before = words(both.ours.path) | words(both.theirs.path)
        copy = whole(both.theirs.path)
        both.adopt(take)
        sound(both.ours)
        assert before - told(both.ours.path) == set()
        assert whole(both.theirs.path) == copy
        _numbered_once(both.ours)
        assert both.compare().way == "same"
        if not signed:
            _change(both.ours, theirs)
            sound(both.ours)
        both.theirs.close()
        desk.close()


def _change(desk: Desk, chosen: list[tuple[int, int]]) -> None:
    for which, n in chosen:
        try:
            desk.do(CHANGES[which](n))
        except BoardError:
            continue  # not possible as things stand: nothing was changed


def _numbered_once(desk: Desk) -> None:
    """Fail if two records that people tell apart by a number have the same."""
    for table, columns in (
        ("action", "meeting_id, sequence"),
        ("agenda_item", "meeting_id, number"),
        ("entry", "meeting_id, position"),
        ("attendance", "meeting_id, office_id, guest_name"),
        ("rating", "line_id, position"),
    ):
        sql = f"SELECT {columns}, count(*) FROM {table} GROUP BY {columns} HAVING count(*) > 1"
        assert desk.read(lambda db, sql=sql: db.execute(sql).fetchall()) == [], table  # type: ignore[misc]  # a lambda with defaults
    assert desk.read(lambda db: meeting(db, 1)).state == MeetingState.SIGNED
