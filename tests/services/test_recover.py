"""The recycle bin: what was deleted is listed, read and restored with what hung on it (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardtui.domain.deleted import Deleted
from boardtui.domain.views import Entry
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import actions, agenda, assurance, correspondence, evidence, findings, meetings, minutes, notice
from boardtui.services.desk import Desk
from boardtui.services.recover import recover
from boardtui.services.undo import redo, undo
from boardtui.store.reading.deleted import deleted, in_full
from boardtui.store.reading.meetings import items
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work
from tests.services.small import enter, nothing_changed, state, tables

DAY = date(2013, 2, 1)


def bin_of(desk: Desk) -> list[Deleted]:
    return desk.read(deleted)


def restore(desk: Desk, which: int = 0) -> tuple[str, ...]:
    number = bin_of(desk)[which].number
    return desk.do(lambda work: recover(work, number)).told


def remove(desk: Desk, entry: str) -> None:
    desk.do(lambda work: minutes.remove_entry(work, entry))


@pytest.mark.parametrize(
    "typed",
    ["A note", "= Agreed", "! DCS, POL by 1 May: Do it", "> 1/01 close: Seen", "> 1.2 R: x; path: y", "left: POL",
     "in the chair: LM", "interest: POL item 7: x; leaves", "confirmed: as presented"],
)  # fmt: skip
def test_a_removed_entry_comes_back_with_all_that_it_did(small: Desk, typed: str) -> None:
    enter(small, "present: ALL")
    made = enter(small, typed)
    before = small.read(tables)
    remove(small, made)
    assert len(bin_of(small)) == 1
    assert restore(small) == ()
    assert small.read(tables) == before
    assert bin_of(small) == []


def test_a_restoration_is_undone_and_made_again(small: Desk) -> None:
    remove(small, enter(small, "A note"))
    removed = small.read(tables)
    restore(small)
    assert small.do(undo).sentence == "Undo: restore minute entry 2/1: A note"
    assert small.read(tables) == removed
    assert [one.words for one in bin_of(small)] == ["A note"]
    small.do(redo)
    assert bin_of(small) == []


def test_the_bin_says_what_it_was_by_whom_and_when(small: Desk) -> None:
    remove(small, enter(small, "(restricted: child) ! DCS by 1 May: See the family"))
    (one,) = bin_of(small)
    assert (one.named, one.words, one.who, one.at[:10]) == ("action 2/01", "See the family", "Test", "2013-02-21")
    assert one.rows == 3  # the entry, the action, its lead
    assert one.restricted
    told = small.read(lambda db: in_full(db, one.number))
    assert {change.kind for change in told.changes} >= {"action", "minute entry", "action owner"}
    assert "See the family" in {field.before for change in told.changes for field in change.fields}


def test_what_was_undone_is_in_the_bin_once_it_cannot_be_made_again(small: Desk) -> None:
    enter(small, "A note")
    small.do(undo)
    assert bin_of(small) == []
    enter(small, "Another")
    assert [(one.words, one.sentence) for one in bin_of(small)] == [("A note", "Undo: minute at meeting 2, item 1")]
    restore(small)
    assert {one.text for one in small.read(minutes_of)} == {"A note", "Another"}


def minutes_of(db: Database) -> list[Entry]:
    return list(entries(db, 2))


def test_a_change_that_only_replaces_links_leaves_nothing_in_the_bin(small: Desk) -> None:
    small.do(lambda work: actions.change_owners(work, "1/01", ["POL"]))
    assert bin_of(small) == []


def test_a_removed_item_takes_its_place_again(small: Desk) -> None:
    before = titles(small)
    removed = small.read(lambda db: items(db, 3))[2]
    small.do(lambda work: agenda.remove_item(work, removed.id))
    assert restore(small) == ()
    assert titles(small) == before


def titles(desk: Desk, meeting: int = 3) -> list[str]:
    return [one.title for one in desk.read(lambda db: items(db, meeting))]


@pytest.mark.parametrize("since", ["another item", "the meeting began"])
def test_a_removed_item_goes_to_the_end_when_its_place_is_not_free(small: Desk, since: str) -> None:
    removed = small.read(lambda db: items(db, 3))[2]
    small.do(lambda work: agenda.remove_item(work, removed.id))
    if since == "another item":
        small.do(lambda work: agenda.add_item(work, 3, "Another", at=2))
    else:
        small.do(lambda work: meetings.close_meeting(work, 2))
        small.do(lambda work: meetings.start_meeting(work, 3))
    now = titles(small)
    (told,) = restore(small)
    assert titles(small) == [*now, removed.title]
    assert told == f"The agenda item is number {len(now) + 1} now: 3 was given to another one since."


def test_a_number_that_was_given_again_gives_way_and_what_is_named_after_it_follows(small: Desk) -> None:
    for subject in ("First", "Second"):
        small.do(lambda work, s=subject: write(work, s))  # type: ignore[misc]  # a lambda with defaults
        if subject == "First":
            small.do(lambda work: correspondence.remove_correspondence(work, 1))
    told = restore(small)
    assert told[0] == "The letter received is number 2 now: 1 was given to another one since."
    rows = small.read(
        lambda db: db.execute(
            "SELECT c.number, c.subject, o.ref FROM correspondence AS c "
            "JOIN obligation AS o ON o.correspondence_id = c.id ORDER BY 1"
        ).fetchall()
    )
    assert rows == [(1, "Second", "L1 answer"), (2, "First", "L2 answer")]


def write(work: Work, subject: str) -> int:
    return correspondence.add_correspondence(
        work, received_on=DAY, sender="Minister", subject=subject, asks=f"Answer the {subject.lower()}"
    )


def test_what_it_belonged_to_is_restored_first(small: Desk) -> None:
    small.do(lambda work: assurance.add_assurance(work, kind="audit", title="Case audit"))
    small.do(lambda work: findings.add_finding(work, 1, "Plans are late"))
    small.do(lambda work: findings.remove_finding(work, "A1.1"))
    small.do(lambda work: assurance.remove_assurance(work, 1))
    audit, found = bin_of(small)
    with nothing_changed(small), pytest.raises(BoardError, match="was deleted too") as refused:
        restore(small, 1)
    assert refused.value.hint == f"Restore assurance A1 first (number {audit.number})."
    restore(small, 0)
    small.do(lambda work: recover(work, found.number))
    assert bin_of(small) == []


def test_nothing_comes_back_into_minutes_that_were_signed_since(small: Desk, chair: Desk) -> None:
    remove(small, enter(small, "A note"))
    chair.do(lambda work: meetings.close_meeting(work, 2))
    chair.do(lambda work: meetings.sign_minutes(work, 2, by="Chair"))
    with nothing_changed(small), pytest.raises(LockedError) as refused:
        restore(small)
    assert str(refused.value).startswith(
        "The minutes of meeting 2 were signed since this was deleted. What was signed cannot be changed, only amended;"
    )


def test_what_its_deletion_changed_and_somebody_changed_again_is_not_taken_back(small: Desk) -> None:
    remove(small, enter(small, "> 1/01 close: Seen"))
    small.do(lambda work: actions.withdraw(work, "1/01", "Not needed"))
    with nothing_changed(small), pytest.raises(BoardError, match="Action 1/01 was changed again since: state"):
        restore(small)
    assert state(small, "1/01") == "withdrawn"


def test_a_reference_that_another_record_has_by_now_is_refused(small: Desk) -> None:
    def add(work: Work) -> None:
        notice.add_obligation(work, ref="X 1", title="Send it", due=DAY)

    small.do(add)
    small.do(lambda work: notice.remove_obligation(work, "X 1"))
    small.do(add)
    with nothing_changed(small), pytest.raises(BoardError, match="There is another duty X 1 by now"):
        restore(small)


def test_a_number_that_is_not_in_the_bin_is_said(small: Desk) -> None:
    with pytest.raises(NotFoundError, match="has the number 999"):
        small.do(lambda work: recover(work, 999))


def test_the_bin_survives_a_restart_and_reads_as_at_an_earlier_day(small: Desk, open_desk: Callable[..., Desk]) -> None:
    small.do(lambda work: evidence.add_evidence(work, line="1.1", title="Staff list", kept="HR"))
    small.do(lambda work: evidence.remove_evidence(work, 1))
    (one,) = bin_of(small)
    again = open_desk(small.path, now=small.now)
    assert bin_of(again) == [one]
    entry = one.entry
    restore(small)
    assert small.read_as_at(entry, deleted) == [one]
