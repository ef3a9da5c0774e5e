"""What is signed is sealed, locked, amended only with a reason, and found out when it was altered."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from boardtui.domain.seals import Sealed, short
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import amending, before_signing, letters, meetings, minutes, undo
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.services.verifying import Verdict, verify
from boardtui.store import triggers
from boardtui.store.reading.letters import letter
from boardtui.store.reading.meetings import items, meeting
from boardtui.store.reading.minutes import corrections, entries
from boardtui.store.reading.reader import Database
from boardtui.store.reading.seals import seals
from tests.services.small import nothing_changed

AGREED = "1/4.5"


def signed(desk: Desk, paper: str = "minutes", number: int = 1) -> list[Sealed]:
    return desk.read(lambda db: seals(db, paper, number))


def amend(desk: Desk, **changes: str) -> None:
    told = {"ref": AGREED, "old": "plan", "new": "first plan", "because": "A word was left out", "by": "The Chair"}
    desk.do(partial(amending.amend_minutes, **{**told, **changes}))  # type: ignore[arg-type]  # all of them are text


def test_signed_minutes_are_sealed_with_every_paragraph_as_rendered(small: Desk) -> None:
    (one,) = signed(small)
    assert (one.paper, one.number, one.edition, one.signed_by) == ("minutes", 1, 1, "Independent Chair")
    assert any("Why is the plan late?" in paragraph for paragraph in one.full_text)
    assert any("Approved by the Independent Chair" in paragraph for paragraph in one.full_text)
    assert len(one.seal) == 64


def test_the_footer_prints_the_seal_and_the_file_verifies_as_unchanged(small: Desk, tmp_path: Path) -> None:
    path = export(small, "minutes", tmp_path, number=1)
    found = verify(small, path)
    assert (found.verdict, found.sealed, found.changed) == (Verdict.UNCHANGED, signed(small)[0], ())


def test_a_confirmed_meeting_is_sealed_again_when_the_meeting_that_confirmed_it_closes(small: Desk) -> None:
    small.do(lambda work: minutes.enter(work, 2, "confirmed: as presented"))
    assert len(signed(small)) == 1
    small.do(lambda work: meetings.close_meeting(work, 2))
    first, second = signed(small)
    assert (first.edition, second.edition) == (1, 1)
    assert second.because == "Confirmed as presented at meeting 2 on 21 Feb 2013"


def test_an_amendment_at_the_next_meeting_makes_the_second_edition(small: Desk, tmp_path: Path) -> None:
    small.do(lambda work: minutes.enter(work, 2, f"amend {AGREED}: The plan => The first plan"))
    small.do(lambda work: minutes.enter(work, 2, "confirmed: as amended"))
    small.do(lambda work: meetings.close_meeting(work, 2))
    first, second = signed(small)
    assert (second.edition, second.because) == (2, "Confirmed as amended at meeting 2 on 21 Feb 2013")
    assert not any("The first plan" in paragraph for paragraph in first.full_text)
    assert any("The first plan" in paragraph for paragraph in second.full_text)
    for edition in (1, 2):
        path = export(small, "minutes", tmp_path, number=1, edition=edition)
        found = verify(small, path)
        assert found.verdict is Verdict.UNCHANGED
        assert found.sealed is not None
        assert found.sealed.edition == edition


def test_a_closing_that_sealed_a_confirmation_is_not_undone_but_opened_again(small: Desk) -> None:
    small.do(lambda work: minutes.enter(work, 2, "confirmed: as presented"))
    small.do(lambda work: meetings.close_meeting(work, 2))
    with pytest.raises(BoardError, match="the minutes that it confirmed were sealed"):
        small.do(undo.undo)
    small.do(lambda work: meetings.reopen_meeting(work, 2))
    assert len(signed(small)) == 2


def test_signed_minutes_are_amended_with_a_reason_and_the_first_edition_stays(chair: Desk, tmp_path: Path) -> None:
    amend(chair)
    first, second = signed(chair)
    assert (second.edition, second.because, second.signed_by) == (2, "Amended: A word was left out", "The Chair")
    assert [one for one in first.full_text if one.startswith("4.5")] == ["4.5\tDecision D1/01: The plan was agreed."]
    (correction,) = chair.read(lambda db: corrections(db, 1))
    assert (correction.agreed, correction.new) == ("21 Feb 2013", "first plan")
    path = export(chair, "minutes", tmp_path, number=1)
    assert path.name == "minutes-1-2013-01-10-edition-2.docx"
    assert verify(chair, path).verdict is Verdict.UNCHANGED


def test_an_amendment_is_not_undone(chair: Desk) -> None:
    amend(chair)
    with pytest.raises(BoardError):
        chair.do(undo.undo)
    assert len(signed(chair)) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"because": " "}, "The reason for the amendment is missing"),
        ({"old": "the moon"}, "does not say “the moon”"),
        ({"ref": "2/1.1"}, "There is no paragraph"),
        ({"ref": "1/9.9"}, "no item 9|no paragraph"),
    ],
)
def test_what_cannot_be_amended_is_refused_and_nothing_changes(chair: Desk, changes: dict[str, str], said: str) -> None:
    with pytest.raises(BoardError, match=said):
        amend(chair, **changes)
    assert len(signed(chair)) == 1


def test_part_of_signed_minutes_is_restricted_in_a_new_edition_and_the_first_stays(chair: Desk, tmp_path: Path) -> None:
    entry = next(one for one in chair.read(lambda db: entries(db, 1)) if one.ref == AGREED)
    item = next(one for one in chair.read(lambda db: items(db, 1)) if one.number == entry.item)

    def restrict(reason: str | None, because: str) -> None:
        chair.do(
            lambda work: amending.restrict_minutes(work, item.id, entry.id, reason, because=because, by="The Chair")
        )

    restrict("Identifies a child", "A street is named")
    first, second = signed(chair)
    assert (second.edition, second.because) == (2, "Restricted: A street is named")
    assert [
        any(entry.text in said for said in text) for text in (first.open_text, second.open_text, second.full_text)
    ] == [*(True, False, True)]
    assert verify(chair, export(chair, "minutes", tmp_path, number=1)).verdict is Verdict.UNCHANGED
    (newest,) = chair.read(lambda db: db.execute("SELECT sentence FROM journal_entry ORDER BY sequence DESC LIMIT 1"))
    assert newest == ("Restrict a paragraph of item 4 of the signed minutes of meeting 1",)
    assert chair.read(lambda db: meeting(db, 1)).state == "signed off"
    with pytest.raises(BoardError):
        chair.do(lambda work: minutes.restrict_entry(work, entry.id, None))
    restrict(None, "The street is in the newspaper")
    assert any(entry.text in said for said in signed(chair)[-1].open_text)


def test_only_the_chair_amends_in_the_program_and_others_record_how_it_was_agreed(small: Desk) -> None:
    with pytest.raises(BoardError, match="Only the Chair may sign"):
        amend(small)
    amend(small, how="e-mail")
    assert signed(small)[-1].told.startswith("Signed by The Chair on 21 Feb 2013, given by e-mail, recorded by Test")


def test_minutes_that_are_not_signed_are_corrected_not_amended(small: Desk) -> None:
    small.do(lambda work: minutes.enter(work, 2, "Somebody spoke."))
    with pytest.raises(BoardError, match="are not signed"):
        amend(small, ref="2/1.1", old="Somebody", how="paper")


def test_a_signed_entry_is_locked_in_the_file_itself(small_file: Path) -> None:
    with closing(sqlite3.connect(small_file)) as db:
        for statement in (
            "UPDATE entry SET text = 'x' WHERE meeting_id = (SELECT id FROM meeting WHERE number = 1)",
            "DELETE FROM entry WHERE meeting_id = (SELECT id FROM meeting WHERE number = 1)",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="what is signed is not changed any more"):
                db.execute(statement)


@pytest.mark.parametrize("column", ["signed_by", "full_text", "open_text", "snapshot", "seal", "chain_head", "because"])
def test_a_seal_that_was_altered_is_named_though_no_trigger_saw_it(
    built_small: Path, tmp_path: Path, column: str
) -> None:
    path = tmp_path / "altered.board"
    path.write_bytes(built_small.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute(f"UPDATE seal SET {column} = {column} || '0'")
        triggers.install(db)
        assert "the seal of minutes 1, edition 1" in [problem.place for problem in check(db)]


def test_a_cut_off_record_is_found_against_a_printed_seal(
    small: Desk, small_file: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    before = tmp_path / "before.board"
    before.write_bytes(small_file.read_bytes())
    amend(small, how="paper")
    printed = signed(small)[-1]
    assert small.read(lambda db: check(db, short(printed.seal))) == []
    assert small.read(lambda db: check(db, printed.chain_head[:8])) == []
    earlier = open_desk(before)
    assert earlier.read(check) == []
    (problem,) = earlier.read(lambda db: check(db, printed.printed.partition(" · ")[0]))
    assert "the end of the file was cut off" in problem.message
    with pytest.raises(BoardError, match="is not a seal"):
        earlier.read(lambda db: check(db, "Ofsted"))


def test_what_will_be_signed_is_shown_word_for_word_and_changes_nothing(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    entry = next(one for one in desk.read(lambda db: entries(db, 5)) if one.kind == "note")
    desk.do(lambda work: minutes.edit_entry(work, entry.id, entry.version, f"{entry.typed} And more."))
    length = desk.read(_length)
    shown = before_signing.to_sign(desk, "minutes", 5, by="Independent Chair", on=None, how="program")
    assert desk.read(_length) == length
    assert (shown.laid_on, shown.on) == (date(2013, 5, 19), date(2013, 5, 20))
    changed = [one for one in shown.full_text if one.difference == "changed"]
    assert [one.now.endswith("And more.") for one in changed] == [True]
    in_short = {part.title: part.lines for part in shown.short}
    decided = [(one.decision_ref, one.text) for one in desk.read(lambda db: entries(db, 5)) if one.kind == "decision"]
    assert in_short[f"{len(decided)} decisions"] == tuple(sorted(decided))
    assert [ref for ref, _ in in_short["9 actions raised"]] == [f"5/0{number}" for number in range(1, 10)]
    desk.do(lambda work: meetings.sign_minutes(work, 5, by="Independent Chair"))
    (sealed,) = signed(desk, "minutes", 5)
    assert tuple(one.now for one in shown.full_text if one.now) == sealed.full_text


def test_a_letter_without_the_chairs_judgement_is_not_shown_for_signing(desk: Desk) -> None:
    with pytest.raises(BoardError, match="own judgement is not written"):
        before_signing.to_sign(desk, "letter", 2, by="Independent Chair", on=None, how="paper")


def test_a_letter_dated_ahead_is_drafted_for_the_day_it_is_signed_and_never_moved_there_unread(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    judged(desk)
    says = {one.key: one.text for one in desk.read(lambda db: letter(db, 2)).blocks}
    assert "by when eight actions fall due" in says["next"]  # counted from 24 May
    with nothing_changed(desk), pytest.raises(BoardError, match="is dated 24 May 2013, after the day it is signed"):
        desk.do(lambda work: letters.sign_letter(work, 2, by="Independent Chair"))
    outcome = desk.do(lambda work: letters.redraft(work, 2, dated=desk.today))
    assert outcome.told == (
        "Drafted anew: What is off track, What the Board asked for, What happens next. "
        "What was edited stays in 1 part.",
    )
    desk.do(lambda work: letters.sign_letter(work, 2, by="Independent Chair"))
    signed = desk.read(lambda db: letter(db, 2))
    says = {one.key: one.text for one in signed.blocks}
    assert (signed.dated, signed.signed_on) == (desk.today, desk.today)
    assert "by when 10 actions fall due" in says["next"]
    assert says["judgement"] == "The pace is right."


def test_the_signer_reads_which_parts_the_records_would_tell_otherwise_now(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    judged(desk)

    def parts() -> list[str]:
        shown = before_signing.to_sign(desk, "letter", 2, by="Independent Chair", on=None, how="paper")
        return [heading for part in shown.short for _, heading in part.lines if "drafted otherwise now" in part.title]

    assert parts() == ["What is off track", "What the Board asked for"]
    desk.do(lambda work: letters.redraft(work, 2))
    assert parts() == []


def judged(desk: Desk) -> None:
    """Write the Chair's judgement into letter 2."""
    block = desk.read(lambda db: letter(db, 2)).blocks[0]
    desk.do(lambda work: letters.edit_block(work, block.id, block.version, "The pace is right."))


def test_a_signed_letter_and_report_are_sealed_and_verify(
    sample_file: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    judged(desk)
    desk.do(lambda work: letters.redraft(work, 2, dated=desk.today))
    desk.do(lambda work: letters.sign_letter(work, 2, by="Independent Chair"))
    made = [export(desk, "letter", tmp_path, number=number) for number in (1, 2)]
    made.append(export(desk, "report", tmp_path, number=1))
    assert {verify(desk, path).verdict for path in made} == {Verdict.UNCHANGED}


def _length(db: Database) -> int:
    (length,) = db.execute("SELECT count(*) FROM journal_change").fetchone()
    return int(length)
