"""Two copies changed apart and adopted: nothing lost, ours keep their numbers, and the file is sound (DESIGN 7)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardtui.domain.adopting import Side
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import (
    actions,
    adopting,
    agenda,
    correspondence,
    handover,
    indicators,
    letter_blocks,
    meetings,
    minutes,
    notice,
    people,
    plan,
)
from boardtui.services.desk import Desk
from boardtui.services.undo import steps
from boardtui.store.reading.actions import action
from boardtui.store.reading.actions import actions as log
from boardtui.store.reading.meetings import attendance, items
from boardtui.store.reading.minutes import entries
from boardtui.store.unit import Work
from tests.services.apart import Parted, parted, sign, sound, told, whole, words
from tests.services.small import enter, entry


@pytest.fixture
def both(small: Desk, tmp_path: Path) -> Iterator[Parted]:
    """Yield the two sides, each free to work."""
    found = parted(small, tmp_path)
    yield found
    found.theirs.close()


def refs(desk: Desk) -> dict[str, str]:
    """Return every action's text by its reference."""
    return {one.ref: one.text for one in desk.read(lambda db: log(db, date(2013, 2, 22)))}


def test_actions_of_the_same_number_are_both_kept_and_theirs_gets_the_next(both: Parted) -> None:
    enter(both.ours, "! DCS by 1 Mar: Ours")
    enter(both.theirs, "! POL by 1 Mar: Theirs")
    enter(both.theirs, "The Chair asked about 2/01 and 2/010")
    done = both.adopt()
    assert refs(both.ours).items() >= {"2/01": "Ours", "2/02": "Theirs"}.items()
    assert ("action", "2/01", "2/02") in [(one.kind, one.old, one.new) for one in done.renumbered]
    assert [(one.names, one.now, one.text) for one in done.mentions if "asked" in one.text] == [
        ("2/01", "2/02", "The Chair asked about 2/01 and 2/010")
    ] * 2  # the entry's words, and the line as it was typed
    assert done.sentence == "Adopt the copy from the Chair, Ann Smith (6 changes)"
    assert both.ours.pen().here
    sound(both.ours)


def test_what_differs_is_shown_with_the_words_it_is_about(both: Parted) -> None:
    both.theirs.do(lambda work: actions.move_due(work, "1/01", date(2013, 4, 2), "It takes longer"))
    said = {one.record: one.words for one in both.compare().differs}
    assert said["action 1/01"] == "Write the plan"
    assert {words for record, words in said.items() if record.startswith("action update")} == {"It takes longer"}


def test_entries_of_one_meeting_follow_ours_in_their_own_order(both: Parted) -> None:
    for side, name in ((both.ours, "ours"), (both.theirs, "theirs")):
        for count in (1, 2):
            enter(side, f"{name} {count}")
    done = both.adopt()
    said = [one.text for one in both.ours.read(lambda db: entries(db, 2))]
    assert said == ["ours 1", "ours 2", "theirs 1", "theirs 2"]
    assert [(one.old, one.new) for one in done.renumbered] == [("2/1.1", "2/1.3"), ("2/1.2", "2/1.4")]


@pytest.mark.parametrize("take", ["ours", "theirs"])
def test_a_line_that_both_changed_is_chosen_and_the_other_is_kept_word_for_word(both: Parted, take: Side) -> None:
    found = both.ours.read(lambda db: action(db, "1/01", date(2013, 2, 22)))
    for side, name in ((both.ours, "ours"), (both.theirs, "theirs")):
        side.do(lambda work, n=name: actions.reword(work, "1/01", f"Write the plan, as {n} has it"))  # type: ignore[misc]  # a lambda with defaults
    (conflict,) = [one for one in both.compare().differs if one.choice]
    assert (conflict.record, conflict.where, conflict.gone) == ("action 1/01", "in both", None)
    assert [(text.ours, text.theirs) for text in conflict.texts] == [
        ("Write the plan, as ours has it", "Write the plan, as theirs has it")
    ]
    done = both.adopt(take)
    other = "theirs" if take == "ours" else "ours"
    assert refs(both.ours)["1/01"] == f"Write the plan, as {take} has it"
    assert [one for one in done.left_out if f"as {other} has it" in one]
    (note,) = both.ours.read(lambda db: db.execute("SELECT note FROM handover").fetchone())
    assert f"Write the plan, as {other} has it" in note
    assert found.text == "Write the plan"
    sound(both.ours)


def test_without_a_choice_nothing_is_adopted(both: Parted) -> None:
    both.ours.do(lambda work: actions.reword(work, "1/01", "Ours"))
    both.theirs.do(lambda work: actions.reword(work, "1/01", "Theirs"))
    before = whole(both.ours.path)
    with adopting.returned(both.ours, both.theirs.path) as copy:
        assert copy.comparison.choices
        with pytest.raises(BoardError, match="1 record changed on both sides has no choice yet"):
            adopting.adopt(both.ours, copy)
    assert whole(both.ours.path) == before
    assert list(both.ours.path.parent.glob("*returned*")) == []


@pytest.mark.parametrize("take", ["ours", "theirs"])
def test_what_one_side_removed_and_the_other_changed_is_chosen(small: Desk, tmp_path: Path, take: Side) -> None:
    made = enter(small, "A note")
    both = parted(small, tmp_path)
    both.theirs.do(lambda work: minutes.remove_entry(work, made))
    before = entry(both.ours, made)
    both.ours.do(lambda work: minutes.edit_entry(work, made, before.version, "A note, put better"))
    (conflict,) = [one for one in both.compare().differs if one.choice]
    assert conflict.gone == "theirs"
    done = both.adopt(take)
    said = [one.text for one in both.ours.read(lambda db: entries(db, 2))]
    assert said == (["A note, put better"] if take == "ours" else [])
    assert bool([one for one in done.left_out if "A note, put better" in one]) is (take == "theirs")
    sound(both.ours)


def test_what_was_removed_stays_where_the_other_side_rests_on_it(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: agenda.add_item(work, 3, "Recruitment"))
    item = next(one for one in small.read(lambda db: items(db, 3)) if one.title == "Recruitment")
    both = parted(small, tmp_path)
    both.theirs.do(lambda work: agenda.remove_item(work, item.id))
    both.ours.do(
        lambda work: actions.raise_action(work, 3, "Advertise", ["DCS"], due=date(2013, 5, 1), item_id=item.id)
    )
    done = both.adopt()
    assert [one for one in done.kept if one.startswith("agenda item 3/")]
    assert "Recruitment" in {one.title for one in both.ours.read(lambda db: items(db, 3))}
    sound(both.ours)


def test_offices_of_the_same_initials_are_both_kept(both: Parted) -> None:
    for side, name in ((both.ours, "Probation"), (both.theirs, "Promotions")):
        side.do(lambda work, n=name: people.add_person(work, initials="PRO", name=n, role=n, organisation=n))  # type: ignore[misc]  # a lambda with defaults
    both.theirs.do(lambda work: actions.raise_action(work, 2, "Promote", ["PRO"], due=date(2013, 5, 1)))
    done = both.adopt()
    found = both.ours.read(lambda db: dict(db.execute("SELECT initials, title FROM office WHERE initials LIKE 'PRO%'")))
    assert found == {"PRO": "Probation", "PRO2": "Promotions"}
    assert ("office", "PRO", "PRO2") in [(one.kind, one.old, one.new) for one in done.renumbered]
    (raised,) = [one for one in both.ours.read(lambda db: log(db, date(2013, 2, 22))) if one.text == "Promote"]
    assert raised.leads == ("PRO2",)


def test_the_register_of_one_meeting_has_nobody_twice(both: Parted) -> None:
    enter(both.ours, "present: DCS")
    enter(both.theirs, "present: DCS, POL")
    both.adopt("theirs")
    marked = [(one.initials, one.status) for one in both.ours.read(lambda db: attendance(db, 2))]
    assert marked.count(("DCS", "present")) == 1
    assert ("POL", "present") in marked
    sound(both.ours)


def test_what_both_entered_alike_is_there_once(both: Parted) -> None:
    both.both(lambda work: actions.serve_lines(work, "1/01", ["1.1"]))
    both.adopt()
    (count,) = both.ours.read(lambda db: db.execute("SELECT count(*) FROM action_line").fetchone())
    assert count == 1


def test_agendas_with_another_item_each_keep_both(both: Parted) -> None:
    both.ours.do(lambda work: agenda.add_item(work, 3, "Ours"))
    both.theirs.do(lambda work: agenda.add_item(work, 3, "Theirs"))
    both.adopt()
    found = both.ours.read(lambda db: items(db, 3))
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert [one.title for one in found][-4:] == ["Ours", "Theirs", "Any other business", "Date of the next meeting"]


def test_minutes_signed_in_the_copy_are_as_they_were_signed(small: Desk, tmp_path: Path) -> None:
    enter(small, "present: IC, LM, DCS, POL, CCG")
    both = parted(small, tmp_path)
    enter(both.theirs, "= Agreed in the copy")
    sign(both.theirs, 2)
    enter(both.ours, "Typed here, too late")
    enter(both.ours, "! DCS by 1 Mar: Raised here, too late")
    compared = both.compare()
    assert compared.choices == ()
    done = both.adopt()
    said = [one.text for one in both.ours.read(lambda db: entries(db, 2))]
    assert said == [one.text for one in both.theirs.read(lambda db: entries(db, 2))]
    assert [one for one in done.left_out if "Typed here, too late" in one]
    assert "Raised here, too late" in refs(both.ours).values()
    (seal,) = both.ours.read(lambda db: db.execute("SELECT entry FROM seal ORDER BY entry DESC LIMIT 1").fetchone())
    then = both.ours.read_as_at(seal, lambda db: [one.text for one in entries(db, 2)])
    assert then == said
    sound(both.ours)


@pytest.mark.parametrize("take", ["ours", "theirs"])
def test_minutes_signed_on_both_sides_are_chosen_as_one(small: Desk, tmp_path: Path, take: Side) -> None:
    both = parted(small, tmp_path)
    for side, name in ((both.ours, "ours"), (both.theirs, "theirs")):
        enter(side, f"As {name} signed it")
        sign(side, 2)
    assert [choice for choice in both.compare().choices if choice.startswith("meeting:")] == list(
        both.compare().choices
    )
    done = both.adopt(take)
    assert [one.text for one in both.ours.read(lambda db: entries(db, 2))] == [f"As {take} signed it"]
    assert [one for one in done.left_out if "signed it" in one and f"As {take} " not in one]
    sound(both.ours)


def test_every_word_typed_on_either_side_is_still_there(
    sample_file: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    both = parted(open_desk(sample_file), tmp_path)
    change_much(both.ours, "OURS")
    change_much(both.theirs, "THEIRS")
    before = words(both.ours.path), words(both.theirs.path)
    done = both.adopt("theirs")
    sound(both.ours)
    both.theirs.close()
    assert (before[0] | before[1]) - told(both.ours.path) == set()
    kept = both.ours.path.with_name(done.copy)
    assert words(kept) == before[1]
    both_said = {f"{name} {count}." for name in ("OURS", "THEIRS") for count in range(9)}
    assert both_said - words(both.ours.path) == set()
    for table, columns in (("action", "meeting_id, sequence"), ("agenda_item", "meeting_id, number")):
        twice = f"SELECT {columns} FROM {table} GROUP BY {columns} HAVING count(*) > 1"
        assert both.ours.read(lambda db, sql=twice: db.execute(sql).fetchall()) == []  # type: ignore[misc]  # a lambda with defaults
    assert both.ours.read(steps).undo is None


def change_much(desk: Desk, name: str) -> None:
    """Change a Board in many places, each with words of its own that end in a full stop."""
    block, version = desk.read(
        lambda db: db.execute(
            "SELECT b.id, b.version FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id "
            "WHERE l.state = 'draft' LIMIT 1"
        ).fetchone()
    ) or (None, None)
    changes: list[Callable[[Work], Any]] = [
        lambda work: actions.raise_action(work, 6, f"{name} 0.", ["DCS"], due=date(2013, 7, 1)),
        lambda work: correspondence.add_correspondence(
            work, received_on=date(2013, 5, 20), sender=f"{name} 1.", subject=f"{name} 1."
        ),
        lambda work: people.add_person(work, initials="NEW", name=f"{name} 2.", role=f"{name} 2."),
        lambda work: plan.add_line(work, ref="9.9", theme="New", title=f"{name} 3."),
        lambda work: plan.rate(work, "1.1", 5, "A", reason=f"{name} 4.", path="A path", proposed=True),
        lambda work: indicators.add_indicator(work, ref="I99", title=f"{name} 5.", unit="%"),
        lambda work: agenda.add_item(work, 6, f"{name} 6."),
        lambda work: actions.update_action(work, "3/08", f"{name} 7."),
        lambda work: notice.add_source(work, code="ZZ", kind="review", title=f"{name} 8."),
        lambda work: actions.reword(work, "1/07", f"{name} rewords it."),
        lambda work: indicators.add_value(work, "I1", date(2013, 4, 30), "71", because=f"{name} counted again."),
        lambda work: meetings.plan_meetings(work, 1),
        lambda work: meetings.edit_meeting(work, 6, place=f"{name} place."),
    ]
    if block is not None:
        changes.append(lambda work: letter_blocks.edit_block(work, block, version, f"{name} writes."))
    for change in changes:
        desk.do(change)


def test_a_copy_that_comes_back_again_brings_only_what_is_new(both: Parted) -> None:
    enter(both.ours, "! DCS by 1 Mar: Ours")
    enter(both.theirs, "! POL by 1 Mar: Theirs")
    both.adopt()
    assert both.compare().way == "same"
    enter(both.theirs, "Later, in the same copy")
    done = both.adopt()
    assert done.changes == 1
    assert done.renumbered == () or all("2/02" not in one.old for one in done.renumbered)
    assert [one.text for one in both.ours.read(lambda db: entries(db, 2))].count("Later, in the same copy") == 1
    assert refs(both.ours).items() >= {"2/01": "Ours", "2/02": "Theirs"}.items()
    sound(both.ours)


def test_the_journal_tells_who_did_what_in_the_copy(both: Parted) -> None:
    enter(both.ours, "Ours")
    enter(both.theirs, "Theirs")
    both.adopt()
    rows = both.ours.read(
        lambda db: db.execute("SELECT who, role, sentence FROM journal_entry ORDER BY sequence DESC LIMIT 3").fetchall()
    )
    assert rows[0][2].startswith("Adopt the copy from the Chair, Ann Smith")
    assert rows[1][:2] == ("Ann Smith", "administrator")
    assert rows[1][2].endswith("(in the copy, 2013-02-22 09:00)")
    assert rows[2][2] == "Lay our changes aside, to enter what the Chair, Ann Smith did in the copy"


def test_a_returned_file_that_is_not_a_sound_copy_changes_nothing(
    both: Parted, tmp_path: Path, built_sample: Path
) -> None:
    enter(both.ours, "Ours")
    enter(both.theirs, "Theirs, to be flipped")
    good = both.theirs.path.read_bytes()
    bad = {
        "truncated": good[: len(good) // 2],
        "cut short": good[:-4096],
        "empty": b"",
        "text": b"Dear Chair,\n" * 100,
        "flipped": good.replace(b"to be flipped", b"to be flopped"),
        "zeroed": good[:8192] + bytes(8192) + good[16384:],
        "newer": good[:60] + (99).to_bytes(4, "big") + good[64:],
        "foreign": good[:68] + bytes(4) + good[72:],
        "another Board": built_sample.read_bytes(),
    }
    before = both.ours.path.read_bytes()
    for name, data in bad.items():
        path = tmp_path / f"{name}.board"
        path.write_bytes(data)
        with pytest.raises(BoardError), adopting.returned(both.ours, path):
            pytest.fail(name)
        assert (both.ours.path.read_bytes(), path.read_bytes()) == (before, data), name
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_file_that_was_not_closed_in_order_is_refused_untouched(both: Parted) -> None:
    beside = both.theirs.path.with_name(f"{both.theirs.path.name}-journal")
    beside.write_bytes(b"half a transaction")
    data = both.theirs.path.read_bytes()
    with pytest.raises(BoardError, match="not closed in order"):
        both.compare()
    assert (both.theirs.path.read_bytes(), beside.read_bytes()) == (data, b"half a transaction")
    beside.unlink()


def test_our_own_file_is_refused_when_it_is_not_sound(both: Parted, tmp_path: Path) -> None:
    broken = tmp_path / "broken.board"
    shutil.copyfile(both.ours.path, broken)
    with closing(sqlite3.connect(broken)) as db:
        db.execute("DROP TRIGGER journal_action_update")
        db.execute("UPDATE action SET text = 'forged'")
        db.commit()
    desk = Desk(broken, who="Test", role=Role.SECRETARY, clock=lambda: both.ours.now)
    with pytest.raises(BoardError, match="is not sound"), adopting.returned(desk, both.theirs.path):
        pytest.fail("it was taken for sound")
    desk.close()


def test_stopping_half_way_leaves_ours_as_it_was(both: Parted) -> None:
    enter(both.ours, "Ours")
    enter(both.theirs, "Theirs")
    before = both.ours.path.read_bytes()

    def stop(what: str, _done: int, _of: int) -> None:
        if what == "Making one of the two":
            raise BoardError("Stopped.")

    with adopting.returned(both.ours, both.theirs.path) as copy, pytest.raises(BoardError, match="Stopped"):
        adopting.adopt(both.ours, copy, told=stop)
    assert both.ours.path.read_bytes() == before
    assert list(both.ours.path.parent.glob("*returned*")) == []


def test_the_pen_comes_back_with_a_copy_though_it_was_never_taken_back(small: Desk, tmp_path: Path) -> None:
    loose = tmp_path / "loose.board"
    shutil.copyfile(small.path, loose)
    enter(small, "Ours, before the hand-over")
    handover.hand_over(small, Role.CHAIR, out=tmp_path / "other.board")
    both = Parted(small, Desk(loose, who="Ann Smith", role=Role.ADMINISTRATOR, clock=lambda: small.now))
    enter(both.theirs, "Theirs")
    both.adopt()
    assert small.pen().here
    assert {"Ours, before the hand-over", "Theirs"} <= {one.text for one in small.read(lambda db: entries(db, 2))}
    both.theirs.close()
