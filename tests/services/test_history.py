"""The history is read from the journal alone: who changed which field of what, in people's words (DESIGN 7)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from boardtui.domain.history import Field, Happening, Wanted
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import actions, history_out, plan, undo
from boardtui.services.desk import Desk
from boardtui.store.reading import history
from boardtui.store.reading.history import NOT_SHOWN


@pytest.fixture
def small(small_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return a desk over the small Board, on the day of its second meeting."""
    return open_desk(small_file, now=datetime(2013, 2, 21, 15, 0))


def told(desk: Desk, ref: str | None = None, wanted: Wanted | None = None) -> list[Happening]:
    """Return the history of a record, or of the Board, in full."""
    asked = wanted or Wanted()
    of = desk.read(lambda db: history.subject(db, ref)) if ref else None
    return desk.read(lambda db: list(history.every(db, asked, of)))


def fields(happened: Happening, record: str) -> dict[str, tuple[str, str]]:
    """Return the fields that an entry changed of one record, by name."""
    (change,) = [one for one in happened.changes if one.record == record]
    return {field.name: (field.before, field.after) for field in change.fields}


def test_a_change_is_told_field_by_field_with_who_when_and_in_which_role(small: Desk) -> None:
    small.do(lambda work: actions.move_due(work, "1/01", date(2013, 3, 14), "The plan needs one more round"))
    newest = told(small, "1/01")[0]
    assert (newest.at, newest.who, newest.role) == ("2013-02-21T15:00:00", "Test", "secretary")
    assert "1/01" in newest.sentence
    assert fields(newest, "action 1/01") == {"due": ("2013-02-21", "2013-03-14")}
    assert fields(newest, "action update 1/01")["text"] == ("", "The plan needs one more round")


def test_a_record_s_history_has_the_rows_that_name_it(small: Desk) -> None:
    small.do(lambda work: actions.done(work, "1/02", "Reported"))
    kinds = {change.kind for one in told(small, "1/02") for change in one.changes}
    assert {"action", "action owner", "action update", "minute entry"} <= kinds
    records = {change.record for one in told(small, "1.2") for change in one.changes}
    assert {"plan line 1.2", "answer 1.2, N 5.7"} <= records


@pytest.mark.parametrize(
    ("ref", "record"),
    [
        ("1/01", "action 1/01"),
        ("1.1", "plan line 1.1"),
        ("N 5.7", "requirement N 5.7"),
        ("meeting 1", "meeting 1"),
        ("Meeting 1", "meeting 1"),
        ("dcs", "office DCS"),
        ("1/4.1", "minute entry 1/4.1"),
        ("D1/01", "minute entry 1/4.5"),
    ],
)
def test_a_record_is_named_as_people_name_it(small: Desk, ref: str, record: str) -> None:
    of = small.read(lambda db: history.subject(db, ref))
    assert of.named == record
    oldest = told(small, ref)[-1]
    assert record in {change.record for change in oldest.changes if change.what == "added"}


def test_a_reference_that_names_nothing_is_refused_in_words(small: Desk) -> None:
    for ref in ("9/99", "zz", "", "meeting 99", "\ud800", "9" * 40):
        with pytest.raises(BoardError, match="There is no record"):
            small.read(lambda db, ref=ref: history.subject(db, ref))  # type: ignore[misc]  # a lambda with defaults


def test_no_identity_no_version_and_no_secret_is_ever_shown(desk: Desk) -> None:
    ids = {row for (row,) in desk.read(lambda db: db.execute("SELECT DISTINCT row_id FROM journal_change").fetchall())}
    for one in told(desk):
        for change in one.changes:
            assert change.record
            for field in change.fields:
                assert field.name not in NOT_SHOWN
                assert not {field.before, field.after, change.ref} & ids
                assert not any(text.count("-") == 4 and text[:36] in ids for text in (field.before, field.after))


def test_what_was_removed_still_has_its_name(small: Desk) -> None:
    small.do(lambda work: plan.add_line(work, ref="1.3", theme="Practice", title="Supervision", lead="DCS"))
    small.do(undo.undo)
    newest, before = told(small, wanted=Wanted(kind="plan line"))[:2]
    assert [(one.what, one.record) for one in newest.changes] == [("removed", "plan line 1.3")]
    assert newest.undoes == before.sequence
    assert Field("lead", "DCS", "") in newest.changes[0].fields


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Wanted()),
        ("who:sarah role:chair", Wanted(who="sarah", role="chair")),
        ("since:2013-03-01 late plan", Wanted(since=date(2013, 3, 1), words="late plan")),
        ("until:2013-04-04", Wanted(until=date(2013, 4, 4))),
        ("kind:plan_line since:2013-0", Wanted(kind="plan line")),
        ("what:ever", Wanted(words="what:ever")),
    ],
)
def test_a_filter_is_typed(typed: str, expected: Wanted) -> None:
    assert Wanted.read(typed) == expected


def test_each_filter_keeps_what_it_names(small: Desk) -> None:
    everything = told(small)
    chair = told(small, wanted=Wanted(role="chair"))
    assert chair
    assert {one.role for one in chair} == {"chair"}
    assert 0 < len(chair) < len(everything)
    assert told(small, wanted=Wanted(who="tes")) == everything
    assert told(small, wanted=Wanted(who="nobody")) == []
    late = told(small, wanted=Wanted(since=date(2013, 2, 21)))
    assert late
    assert min(one.at for one in late) >= "2013-02-21"
    assert len(late) + len(told(small, wanted=Wanted(until=date(2013, 2, 20)))) == len(everything)
    rated = told(small, wanted=Wanted(kind="rating", words="RECRUITMENT slow"))
    assert [change.record for one in rated for change in one.changes] == ["rating 1.1, meeting 1"]
    assert told(small, wanted=Wanted(words="meeting_id")) == []
    with pytest.raises(BoardError, match="no records called"):
        small.read(lambda db: history.check(db, Wanted(kind="spaceship")))


def test_pages_follow_one_another_without_a_gap(desk: Desk) -> None:
    first = desk.read(lambda db: history.happenings(db, Wanted(), limit=50))
    second = desk.read(lambda db: history.happenings(db, Wanted(), before=first[-1].sequence, limit=50))
    back = desk.read(lambda db: history.happenings(db, Wanted(), after=second[0].sequence, limit=50))
    assert [one.sequence for one in (*first, *second)] == list(range(first[0].sequence, first[0].sequence - 100, -1))
    assert back == first
    many = desk.read(lambda db: history.count(db, Wanted()))
    assert many == len(told(desk)) > history.PAGE


def test_the_history_as_at_a_meeting_ends_there(sample_file: Path, open_desk: Callable[..., Desk]) -> None:
    then, now = open_desk(sample_file, as_at="4"), open_desk(sample_file)
    earlier = told(then)
    assert earlier[0].sentence == "Close meeting 4"
    later = {one.sequence: one for one in told(now)}
    assert [one.sentence for one in earlier] == [later[one.sequence].sentence for one in earlier]


def test_a_spreadsheet_of_it_has_no_formula(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: actions.update_action(work, "1/01", '=HYPERLINK("http://x","y")'))
    of = small.read(lambda db: history.subject(db, "1/01"))
    path = history_out.export(small, Wanted(), of, tmp_path)
    assert path.name == "history-action-1-01-2013-02-21.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert tuple(rows[0]) == history_out.COLUMNS
    assert '\'=HYPERLINK("http://x","y")' in {row["after"] for row in rows}
    assert not any(str(value).startswith(("=", "+", "@")) for row in rows for value in row.values())


def test_json_has_every_field(small: Desk) -> None:
    small.act_as(Role.ADMINISTRATOR)
    small.do(lambda work: actions.close(work, "1/01", "Received"))
    newest = history_out.as_json(told(small, "1/01"))[0]
    assert newest["who"] == "Test"
    action = next(one for one in newest["changes"] if one["record"] == "action 1/01")
    assert {"field": "state", "before": "open", "after": "closed"} in action["fields"]
    assert {"field": "closed on", "before": None, "after": "2013-02-21"} in action["fields"]


def test_the_role_is_the_one_it_was_done_in(small_file: Path, open_desk: Callable[..., Desk]) -> None:
    chair = open_desk(small_file, role=Role.CHAIR, now=datetime(2013, 2, 21, 16, 0))
    chair.do(lambda work: actions.close(work, "1/01", "Received"))
    assert [one.sentence for one in told(chair, wanted=Wanted(role="chair", since=date(2013, 2, 21)))] == [
        told(chair, "1/01")[0].sentence
    ]
