"""The index of words is what the rows would make, whatever wrote them; what is typed is never a command."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from boardtui.domain.searching import Found, said
from boardtui.services import actions, backups, meetings, minutes, people, undo
from boardtui.services.check import search_index
from boardtui.services.desk import Desk
from boardtui.store import search, triggers
from boardtui.store.engine import connect
from boardtui.store.reading.searching import found
from tests.ui.seeing import HOSTILE


def names(desk: Desk, typed: str) -> list[str]:
    return [said(one.name) for one in desk.read(lambda db: found(db, typed))]


def in_step(desk: Desk) -> bool:
    return desk.read(search.agrees)


@pytest.fixture
def minuted(new_desk: Desk) -> Desk:
    """Return a small Board in session: an office, an action, a restricted note."""
    new_desk.do(lambda work: people.add_person(work, initials="DCS", name="Zoë Ångström", role="Director"))
    new_desk.do(lambda work: meetings.start_meeting(work, 1))
    for typed in ("! DCS by 1 Mar: Bring the threshold café report", "(restricted: names a child) The zebra was seen"):
        new_desk.do(lambda work, t=typed: minutes.enter(work, 1, t))  # type: ignore[misc]  # a lambda with defaults
    return new_desk


def test_a_new_board_and_the_sample_have_an_index_in_step(new_desk: Desk, desk: Desk) -> None:
    assert in_step(new_desk)
    assert in_step(desk)
    assert desk.read(lambda db: db.execute("SELECT count(*) FROM fts_record").fetchone()[0]) > 900


def test_words_are_found_by_their_beginning_and_without_accents(minuted: Desk) -> None:
    assert sorted(names(minuted, "thresh CAFE")) == ["1/01", "1/1.1"]
    assert names(minuted, "angstrom zoe") == ["DCS Zoë Ångström"]
    assert sorted(names(minuted, '"café report"')) == ["1/01", "1/1.1"]
    assert names(minuted, '"report café"') == []


def test_a_line_that_raised_an_action_is_called_a_minute_and_not_an_action(minuted: Desk) -> None:
    called = {said(one.name): one.kind for one in minuted.read(lambda db: found(db, "threshold"))}
    assert called == {"1/01": "action", "1/1.1": "minute"}
    assert [one.kind for one in minuted.read(lambda db: found(db, "1/1.1"))] == ["minute"]


def test_what_is_restricted_is_marked(minuted: Desk) -> None:
    (one,) = minuted.read(lambda db: found(db, "zebra"))
    assert (one.restricted, one.kind) == ("names a child", "note")
    assert [piece.text for piece in one.words if piece.hit] == ["zebra"]


def test_the_index_follows_every_change_and_its_undoing(minuted: Desk) -> None:
    minuted.do(lambda work: actions.reword(work, "1/01", "Bring the giraffe"))
    assert "1/01" in names(minuted, "giraffe")
    assert in_step(minuted)
    minuted.do(lambda work: undo.undo(work))
    assert names(minuted, "giraffe") == []
    assert "1/01" in names(minuted, "threshold")
    minuted.do(lambda work: undo.redo(work))
    assert "1/01" in names(minuted, "giraffe")
    made = minuted.do(lambda work: minutes.enter(work, 1, "An okapi")).value
    assert names(minuted, "okapi")
    minuted.do(lambda work: minutes.remove_entry(work, made))
    assert names(minuted, "okapi") == []
    assert in_step(minuted)


def test_as_at_an_earlier_meeting_finds_what_was_there_then(minuted: Desk, open_desk: Callable[..., Desk]) -> None:
    minuted.do(lambda work: meetings.close_meeting(work, 1))
    minuted.do(lambda work: actions.reword(work, "1/01", "Bring the giraffe"))
    then = open_desk(minuted.path, as_at="1")
    assert names(then, "giraffe") == []
    assert "1/01" in names(then, "threshold")


def test_a_restored_backup_has_its_own_index(minuted: Desk) -> None:
    kept = backups.keep(minuted)
    minuted.do(lambda work: actions.reword(work, "1/01", "Bring the giraffe"))
    with closing(connect(kept)) as db:
        assert search.agrees(db)
        assert found(db, "giraffe") == []


def test_an_index_that_lost_a_record_or_a_word_is_seen_and_made_anew(
    small_file: Path, open_desk: Callable[..., Desk]
) -> None:
    for harm in (
        "DELETE FROM fts_record WHERE source = 'office'",
        "INSERT INTO fts_word (fts_word) VALUES ('delete-all')",
        "UPDATE fts_record SET text = 'other' WHERE source = 'entry'",
    ):
        with closing(connect(small_file)) as db:
            db.execute(harm)
            assert not search.agrees(db)
        desk = open_desk(small_file)
        assert "made anew" in search_index(desk)
        assert "agrees" in search_index(desk)


def test_the_triggers_of_the_index_are_among_those_a_file_must_have(small_file: Path) -> None:
    with closing(connect(small_file)) as db:
        db.execute("BEGIN")
        db.execute("DROP TRIGGER fts_entry_update")
        assert triggers.unsound(db) == ["fts_entry_update"]
        db.execute("ROLLBACK")


def test_what_is_written_without_the_triggers_is_found_after_a_rebuild(small_file: Path) -> None:
    with closing(connect(small_file)) as db:
        db.execute("BEGIN")
        for name, _ in list(triggers.triggers(db)):
            db.execute(f"DROP TRIGGER {name}")
        db.execute("UPDATE office SET title = 'Keeper of quaggas'")
        assert found(db, "quagga") == []
        search.build(db)
        assert found(db, "quagga")
        db.execute("ROLLBACK")


@pytest.fixture(scope="module")
def db(built_small: Path) -> sqlite3.Connection:
    return connect(built_small)


@given(st.text(max_size=60))
@example('"')
@example("a) NEAR(")
@example("title:x OR text:y")
@example("* ^ - + { }")
@example("😀")
@example(HOSTILE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_only_looked_for(db: sqlite3.Connection, typed: str) -> None:
    records = found(db, typed)
    assert all(isinstance(one, Found) for one in records)


def test_hostile_words_of_a_record_are_found_and_stay_words(minuted: Desk) -> None:
    minuted.do(lambda work: minutes.enter(work, 1, f"quokka {HOSTILE}".encode("utf-8", "ignore").decode()))
    (one,) = minuted.read(lambda db: found(db, "quokka"))
    assert "[/b]" in said(one.words)
    assert "\x1b" not in said(one.words)


def test_a_record_named_by_its_reference_comes_first(desk: Desk) -> None:
    for typed, kind in (("5/03", "action"), ("1.1", "plan line"), ("n5.7", "requirement"), ("I9", "indicator")):
        first = desk.read(lambda db, t=typed: found(db, t))[0]  # type: ignore[misc]  # a lambda with defaults
        assert (first.kind, first.opens.ref.replace(" ", "").lower()) == (kind, typed.lower())
