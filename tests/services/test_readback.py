"""What was changed and commented in Word comes back point by point, and is taken over or left."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boardtui.domain.points import Point, Reading, with_text
from boardtui.domain.readback import PointKind
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Role, Series
from boardtui.errors import BoardError, LockedError
from boardtui.services import actions, letters, meetings, minutes, readback, scrutiny, undo
from boardtui.services.desk import Desk
from boardtui.services.export import Kind, render
from boardtui.services.fact_check import send_to_fact_check
from boardtui.store.reading.actions import action
from boardtui.store.reading.letters import fact_comments, letter
from boardtui.store.reading.minutes import entries
from tests.documents.in_word import CHAIR, InWord
from tests.services.exporting import exported

NIGHT_TEST = "the night test booked for 26 April was cancelled by the supplier"


class Sent:
    """A paper exported to Word, edited there, and read back."""

    def __init__(self, desk: Desk, folder: Path, kind: Kind, number: int) -> None:
        self.desk, self.path = desk, folder / "came back.docx"
        self.word = InWord(exported(desk, kind, number).data)

    def back(self) -> Reading:
        self.path.write_bytes(self.word.saved())
        return readback.read_back(self.desk, self.path)

    def only(self) -> Point:
        (point,) = self.back().left
        return point

    def accept(self, point: Point) -> None:
        reading = self.back()
        self.desk.do(lambda work: readback.accept(work, reading.paper, point))

    def leave(self, point: Point) -> None:
        reading = self.back()
        self.desk.do(lambda work: readback.leave(work, reading.paper, point))


@pytest.fixture
def minuted(desk: Desk, tmp_path: Path) -> Sent:
    """Return the minutes of meeting 5, which are with the Chair."""
    return Sent(desk, tmp_path, "minutes", 5)


@pytest.fixture
def written(desk: Desk, tmp_path: Path) -> Sent:
    """Return the draft of letter 2."""
    return Sent(desk, tmp_path, "letter", 2)


def text(desk: Desk, ref: str) -> str:
    return next(one.text for one in desk.read(lambda db: entries(db, 5)) if one.ref == ref)


def block(desk: Desk, key: str, number: int = 2, series: str = "letter") -> str:
    found = desk.read(lambda db: letter(db, number, series))
    return next(one.text for one in found.blocks if one.key == key)


def kinds(points: tuple[Point, ...]) -> list[tuple[str, str]]:
    return [(one.kind, one.where) for one in points]


@pytest.mark.parametrize(
    ("kind", "number"), [("minutes", 5), ("minutes", 3), ("letter", 1), ("letter", 2), ("report", 2)]
)
def test_an_untouched_file_says_nothing(desk: Desk, tmp_path: Path, kind: Kind, number: int) -> None:
    reading = Sent(desk, tmp_path, kind, number).back()
    assert reading.paper.name == f"{kind} {number}"
    assert reading.points == ()


def test_curly_quotes_long_spaces_and_split_runs_are_no_change(minuted: Sent) -> None:
    minuted.word.autocorrect()
    minuted.word.split("cancelled by the supplier")
    assert minuted.back().points == ()


def test_a_tracked_change_names_who_when_what_and_where(minuted: Sent) -> None:
    minuted.word.track("26 April was cancelled", "29 April was put off")
    point = minuted.only()
    assert (point.kind, point.where, point.author) == (PointKind.TRACKED, "5/4.10", CHAIR)
    assert str(point.on) == "2013-05-18"
    assert point.shown == "26 April was cancelled → 29 April was put off"
    assert "26 April was cancelled" in point.old
    assert "29 April was put off" in point.new


def test_an_accepted_change_is_in_the_words_of_the_record_and_in_nothing_else(minuted: Sent) -> None:
    before = minuted.desk.read(lambda db: action(db, "2/09", minuted.desk.today))
    minuted.word.autocorrect()
    minuted.word.track("26 April was cancelled", "29 April was put off")
    minuted.accept(minuted.only())
    assert text(minuted.desk, "5/4.10") == (
        "Action 2/09: the night test booked for 29 April was put off by the supplier, and a new one for 9 May as well; "
        "the paper arrangement is renewed daily"
    )
    after = minuted.desk.read(lambda db: action(db, "2/09", minuted.desk.today))
    assert (before.due, before.state, before.text) == (after.due, after.state, after.text)
    assert minuted.back().left == ()


def test_changes_of_one_paragraph_are_decided_one_by_one(minuted: Sent) -> None:
    minuted.word.track("26 April", "29 April")
    minuted.word.insert("renewed daily", " by the duty manager", author="Lead Member")
    first, second = minuted.back().left
    assert [one.author for one in (first, second)] == [CHAIR, "Lead Member"]
    minuted.accept(second)
    assert "26 April" in text(minuted.desk, "5/4.10")
    assert text(minuted.desk, "5/4.10").endswith("renewed daily by the duty manager")
    (left,) = minuted.back().left
    assert not left.stale
    minuted.leave(left)
    assert minuted.back().left == ()
    assert "26 April" in text(minuted.desk, "5/4.10")
    assert [one.decided for one in minuted.back().points] == ["left", "accepted"]


def test_a_decision_undone_is_asked_again(minuted: Sent) -> None:
    minuted.word.track("26 April", "29 April")
    minuted.accept(minuted.only())
    minuted.desk.do(undo.undo)
    assert "26 April" in text(minuted.desk, "5/4.10")
    assert minuted.only().open


def test_a_retyped_paragraph_is_found_without_tracking(minuted: Sent) -> None:
    minuted.word.retype("None was declared.", "No interest was declared.")
    point = minuted.only()
    assert (point.kind, point.where, point.author) == (PointKind.RETYPED, "5/2.1", "")
    minuted.accept(point)
    assert text(minuted.desk, "5/2.1").startswith("No interest was declared. The Secretary")


def test_typing_at_the_end_of_a_paragraph_belongs_to_it(minuted: Sent) -> None:
    minuted.word.paragraph("None was declared").add_run(" Forms are in the pack.")
    minuted.accept(minuted.only())
    assert text(minuted.desk, "5/2.1").endswith("six months having passed. Forms are in the pack.")


def test_an_actions_words_change_in_the_log_too_and_its_lead_and_date_stay(minuted: Sent) -> None:
    minuted.word.track("whose attendance has not improved", "that are behind")
    minuted.accept(minuted.only())
    found = minuted.desk.read(lambda db: action(db, "5/02", minuted.desk.today))
    assert found.text.startswith("visit the two probation offices that are behind and agree")
    assert (found.leads, found.supporters, str(found.due)) == (("IRO",), ("PRO",), "2013-05-30")


def test_a_date_retyped_in_what_the_program_prints_is_shown_with_how_it_is_done(minuted: Sent) -> None:
    minuted.word.track("30 May 2013", "6 Jun 2013")
    point = minuted.only()
    assert (point.kind, point.where) == (PointKind.BESIDE, "5/5.8")
    assert "by 6 Jun 2013" in point.new
    assert "who leads and by when" in point.by_hand
    with pytest.raises(BoardError, match="cannot be taken over"):
        minuted.accept(point)
    assert str(minuted.desk.read(lambda db: action(db, "5/02", minuted.desk.today)).due) == "2013-05-30"


def test_prefix_and_words_retyped_together_are_told_apart(minuted: Sent) -> None:
    minuted.word.retype("Decision D5/03: ", "Agreed D5/03: ")
    minuted.word.track("once only", "once")
    beside, tracked = minuted.back().left
    assert (beside.kind, tracked.kind) == (PointKind.BESIDE, PointKind.TRACKED)
    minuted.accept(tracked)
    assert text(minuted.desk, "5/5.5").startswith("The workforce strategy may have until 26 July (line 6.2), once and")


def test_removed_moved_and_new_paragraphs_are_told_apart(minuted: Sent) -> None:
    minuted.word.delete("risk of losing pace")
    minuted.word.delete("The official reminded members", tracked=True)
    minuted.word.move("Seven in ten knew", "They read eleven things")
    minuted.word.add_after("risk that improvement rests", "The register is to be published.", tracked=True)
    found = {one.kind: one for one in minuted.back().left if one.kind != PointKind.REMOVED}
    removed = [one for one in minuted.back().left if one.kind == PointKind.REMOVED]
    assert [(one.where, one.author) for one in removed] == [("5/10.2", CHAIR), ("5/11.2", "")]
    assert found[PointKind.MOVED].where == "5/9.6"
    assert found[PointKind.MOVED].by_hand
    assert found[PointKind.NEW].new == "The register is to be published."
    assert found[PointKind.NEW].where == "after 5/11.1"
    for point in (*removed, found[PointKind.NEW]):
        minuted.accept(point)
    said = [one.text for one in minuted.desk.read(lambda db: entries(db, 5)) if one.item in (10, 11)]
    assert not any("official reminded" in one or "losing pace" in one for one in said)
    assert said[-1] == "The register is to be published."


def test_a_new_paragraph_that_looks_like_a_command_is_minuted_as_it_reads(minuted: Sent) -> None:
    minuted.word.add_after("risk that improvement rests", "> 5/03 done: all of it")
    minuted.accept(minuted.only())
    added = [one for one in minuted.desk.read(lambda db: entries(db, 5)) if one.text == "> 5/03 done: all of it"]
    assert [(one.item, str(one.kind)) for one in added] == [(11, "note")]
    assert minuted.desk.read(lambda db: action(db, "5/03", minuted.desk.today)).state == "open"


def test_words_that_would_turn_an_entry_into_a_command_stay_words(minuted: Sent) -> None:
    minuted.word.retype("None was declared.", "= None was declared.")
    minuted.accept(minuted.only())
    entry = next(one for one in minuted.desk.read(lambda db: entries(db, 5)) if one.ref == "5/2.1")
    assert (entry.kind, entry.text[:20]) == ("note", "= None was declared.")


def test_a_comment_on_minutes_is_kept_as_a_query_that_stays_open(minuted: Sent) -> None:
    minuted.word.comment("cancelled by the supplier", "Which supplier?\nPlease name it.")
    point = minuted.only()
    assert (point.kind, point.where, point.old) == (PointKind.COMMENT, "5/4.10", "cancelled by the supplier")
    minuted.accept(point)
    row = minuted.desk.read(
        lambda db: db.execute("SELECT decision, text, given_by, answered_on FROM review").fetchall()
    )
    assert row == [("query", "On “cancelled by the supplier”: Which supplier?\nPlease name it.", CHAIR, None)]
    assert minuted.back().left == ()


def test_a_comment_on_a_heading_belongs_to_the_entry_beside_it_and_one_on_the_head_to_the_paper(minuted: Sent) -> None:
    minuted.word.comment("Attendance", "Thank them")
    minuted.word.comment("Declarations of interest", "Go through the register")
    assert kinds(minuted.back().left) == [(PointKind.COMMENT, "minutes 5"), (PointKind.COMMENT, "5/2.1")]


def test_a_comment_in_a_fact_check_is_a_comment_of_the_fact_check(desk: Desk, tmp_path: Path) -> None:
    desk.do(lambda work: send_to_fact_check(work, 2))
    sent = Sent(desk, tmp_path, "report", 2)
    words = sent.word.paragraph("Nothing that the Notice dates is overdue").text[:40]
    before = len(desk.read(lambda db: fact_comments(db, 2)))
    sent.word.comment(words, "Twelve, not eleven", author="Performance Manager")
    sent.accept(sent.only())
    *_, last = desk.read(lambda db: fact_comments(db, 2))
    assert len(desk.read(lambda db: fact_comments(db, 2))) == before + 1
    assert (last.block, last.given_by, last.decision) == ("summary", "Performance Manager", "")
    assert last.text.endswith("Twelve, not eleven")


def test_the_chairs_judgement_written_in_word_fills_the_empty_block(written: Sent) -> None:
    empty = written.word.paragraph("to be written by the Chair").text
    written.word.track(empty, "The pace is too slow.")
    point = written.only()
    assert point.where.startswith("letter 2: ")
    written.accept(point)
    assert block(written.desk, "judgement") == "The pace is too slow."


def test_paragraphs_of_one_block_are_decided_apart_and_the_others_stay_as_written(written: Sent) -> None:
    key = next(one.key for one in written.desk.read(lambda db: letter(db, 2)).blocks if "Five have fallen" in one.text)
    before = block(written.desk, key)
    written.word.retype("Five have fallen to red since I last wrote.", "Five lines fell to red.")
    written.word.track("began on 22 April", "came on 22 April")
    written.word.delete("two training days were called off")
    retyped, gone, tracked = written.back().left
    assert (retyped.kind, tracked.kind, gone.kind) == (PointKind.RETYPED, PointKind.TRACKED, PointKind.REMOVED)
    for point in (gone, tracked):
        written.accept(point)
    after = block(written.desk, key)
    assert "Five have fallen to red since I last wrote." in after
    assert "the county's analyst came on 22 April" in after
    assert "two training days" not in after
    assert len(after.split("\n\n")) == len(before.split("\n\n")) - 1
    assert [one.key for one in written.back().left] == [retyped.key]


def test_a_new_paragraph_of_a_letter_joins_the_block_it_follows(written: Sent) -> None:
    written.word.add_after("The Board has met three times", "I thank its members.", tracked=True)
    key = next(one.key for one in written.desk.read(lambda db: letter(db, 2)).blocks if "has met three" in one.text)
    written.accept(written.only())
    assert block(written.desk, key).endswith("\n\nI thank its members.")


def test_a_heading_retyped_is_shown_and_is_nobodys_words(written: Sent) -> None:
    heading = next(one.heading for one in written.desk.read(lambda db: letter(db, 2)).blocks if one.heading)
    written.word.retype(heading, heading + " now")
    point = written.only()
    assert (point.kind, point.new) == (PointKind.BESIDE, heading + " now")
    assert "prints this itself" in point.by_hand


def test_a_record_changed_since_the_export_is_not_overwritten(minuted: Sent) -> None:
    minuted.word.track("26 April", "29 April")
    entry = next(one for one in minuted.desk.read(lambda db: entries(db, 5)) if one.ref == "5/4.10")
    minuted.desk.do(
        lambda work: minutes.edit_entry(work, entry.id, entry.version, "> 2/09 the test of 30 April fell through")
    )
    point = minuted.only()
    assert point.stale
    assert "30 April fell through" in point.now
    assert "Compare both" in point.by_hand
    with pytest.raises(BoardError, match="cannot be taken over"):
        minuted.accept(point)
    assert "30 April fell through" in text(minuted.desk, "5/4.10")


def test_another_place_of_a_changed_record_is_still_taken_over(minuted: Sent) -> None:
    minuted.word.track("renewed daily", "renewed every day")
    entry = next(one for one in minuted.desk.read(lambda db: entries(db, 5)) if one.ref == "5/4.10")
    minuted.desk.do(
        lambda work: minutes.edit_entry(work, entry.id, entry.version, entry.typed.replace("26 April", "30 April"))
    )
    point = minuted.only()
    assert point.stale
    minuted.accept(point)
    assert "30 April was cancelled" in text(minuted.desk, "5/4.10")
    assert "renewed every day" in text(minuted.desk, "5/4.10")


def test_what_somebody_typed_in_by_hand_is_asked_no_more(minuted: Sent) -> None:
    minuted.word.track("26 April", "29 April")
    entry = next(one for one in minuted.desk.read(lambda db: entries(db, 5)) if one.ref == "5/4.10")
    minuted.desk.do(
        lambda work: minutes.edit_entry(work, entry.id, entry.version, entry.typed.replace("26 April", "29 April"))
    )
    assert minuted.back().left == ()


def test_a_point_is_accepted_as_a_person_rewrote_it(minuted: Sent) -> None:
    minuted.word.track("None was declared.", "Nobody declared any.")
    minuted.accept(with_text(minuted.only(), "No member declared an interest."))
    assert text(minuted.desk, "5/2.1") == "No member declared an interest."
    assert minuted.back().left == ()


def test_all_is_one_change_and_what_cannot_be_taken_over_is_left(minuted: Sent) -> None:
    minuted.word.track("26 April", "29 April")
    minuted.word.track("30 May 2013", "6 Jun 2013")
    minuted.word.comment("None was declared.", "Good")
    reading = minuted.back()
    minuted.desk.do(lambda work: readback.accept_all(work, reading))
    assert [one.kind for one in minuted.back().left] == [PointKind.BESIDE]
    minuted.desk.do(undo.undo)
    assert len(minuted.back().left) == 3


def test_signed_minutes_take_no_change_and_say_how_they_are_amended(
    sample_file: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    sent = Sent(desk, tmp_path, "minutes", 5)
    sent.word.track("26 April", "29 April")
    sent.word.comment("None was declared.", "Good")
    desk.do(lambda work: meetings.sign_minutes(work, 5, by="Independent Chair"))
    reading = sent.back()
    assert reading.paper.locked == "signed off"
    assert any("amendment" in said for said in reading.told)
    change = next(one for one in reading.left if one.kind == PointKind.TRACKED)
    assert change.by_hand.endswith("amend 5/4.10: 26 April => 29 April")
    with pytest.raises(LockedError):
        sent.accept(change)
    sent.accept(next(one for one in reading.left if one.kind == PointKind.COMMENT))
    assert "26 April" in text(desk, "5/4.10")


def test_a_sent_letter_is_not_changed(desk: Desk, tmp_path: Path) -> None:
    sent = Sent(desk, tmp_path, "letter", 1)
    sent.word.track("better watched over", "safer")
    with pytest.raises(LockedError):
        sent.accept(sent.only())


def test_a_record_removed_since_is_named(minuted: Sent) -> None:
    minuted.word.track("None was declared.", "Nobody declared any.")
    entry = next(one for one in minuted.desk.read(lambda db: entries(db, 5)) if one.ref == "5/2.1")
    minuted.desk.do(lambda work: minutes.remove_entry(work, entry.id))
    assert minuted.only().by_hand == "The record was removed since this was exported."


def test_a_change_that_the_record_cannot_hold_any_more_is_refused_whole(minuted: Sent) -> None:
    minuted.word.track("forty parents", "fifty parents")
    minuted.desk.do(lambda work: actions.update_action(work, "4/06", "The sheet was reprinted"))
    minuted.accept(minuted.only())
    assert "fifty parents" in text(minuted.desk, "5/4.6")
    assert minuted.desk.read(lambda db: action(db, "4/06", minuted.desk.today)).state == "closed"


def test_a_paper_without_bookmarks_in_one_paragraph_is_still_recognised(minuted: Sent) -> None:
    from docx.oxml.ns import qn

    paragraph = minuted.word.paragraph(NIGHT_TEST)._p
    for element in (*paragraph.iter(qn("w:bookmarkStart")), *paragraph.iter(qn("w:bookmarkEnd"))):
        element.getparent().remove(element)
    minuted.word.retype("26 April was cancelled", "29 April was cancelled")
    assert kinds(minuted.back().left) == [(PointKind.RETYPED, "5/4.10")]


def test_two_paragraphs_run_into_one_keep_their_records(minuted: Sent) -> None:
    first, second = (
        minuted.word.paragraph("a shorter form has been used")._p,
        minuted.word.paragraph("telephone line is agreed")._p,
    )
    for child in list(second)[1:]:
        first.append(child)
    second.getparent().remove(second)
    assert [one.where for one in minuted.back().left if one.kind == PointKind.REMOVED] == []


def test_a_paper_of_another_board_is_refused(
    sample_file: Path, small_file: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    sent = Sent(open_desk(sample_file), tmp_path, "minutes", 5)
    sent.path.write_bytes(sent.word.saved())
    with pytest.raises(BoardError, match="not of this Board"):
        readback.read_back(open_desk(small_file), sent.path)


def test_a_restricted_version_comes_back_with_its_restricted_words_and_the_open_one_without(
    desk: Desk, tmp_path: Path
) -> None:
    typed = "(restricted: staffing) The zx post stays empty"
    desk.do(lambda work: minutes.add_entry(work, 5, 4, typed))
    sent = Sent(desk, tmp_path, "minutes", 5)
    assert sent.back().points == ()
    sent.word = InWord(render(desk, "minutes", 5, version=PaperVersion.RESTRICTED).data)
    assert sent.back().points == ()
    sent.word.track("zx post stays empty", "zx post is filled")
    point = sent.only()
    assert (point.restricted, point.shown) == ("Staffing", "zx post stays empty → zx post is filled")
    sent.accept(point)
    (entry,) = (one for one in desk.read(lambda db: entries(db, 5)) if "zx" in one.text)
    assert (entry.text, entry.restricted) == ("The zx post is filled", "Staffing")


def test_a_file_made_from_another_copy_is_compared_with_what_stands_here_and_says_so(
    sample_file: Path, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    other = tmp_path / "copy.board"
    shutil.copyfile(sample_file, other)
    theirs = open_desk(other)
    theirs.do(lambda work: minutes.add_entry(work, 5, 4, "Only the copy has this"))
    sent = Sent(theirs, tmp_path, "minutes", 5)
    sent.word.track("26 April was cancelled", "29 April was put off")
    sent.path.write_bytes(sent.word.saved())
    reading = readback.read_back(open_desk(sample_file), sent.path)
    assert "another copy of this Board" in " ".join(reading.told)
    assert "26 April was cancelled → 29 April was put off" in [one.shown for one in reading.left]


def test_a_report_to_the_committee_shows_what_was_changed_and_is_changed_by_hand(desk: Desk, tmp_path: Path) -> None:
    desk.do(
        lambda work: scrutiny.start_scrutiny(
            work, committee="Scrutiny Committee", officer="Assistant Director", item="6", dated=date(2013, 6, 14)
        )
    )
    said = "It costs nothing more this year."
    eighth = next(one for one in desk.read(lambda db: letter(db, 1, Series.SCRUTINY)).blocks if one.key == "8")
    desk.do(lambda work: letters.edit_block(work, eighth.id, eighth.version, said))
    sent = Sent(desk, tmp_path, "scrutiny", 1)
    assert sent.back().points == ()
    sent.word.track("nothing more", "little")
    assert "nothing more" in sent.only().old
    assert "little" in sent.only().new
    with pytest.raises(BoardError, match="cannot be taken over"):
        sent.accept(sent.only())
    assert block(desk, "8", 1, Series.SCRUTINY) == said


def test_an_agenda_has_nothing_to_read_back(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="no paper that can be read back"):
        Sent(desk, tmp_path, "agenda", 6).back()


def test_a_point_is_decided_once(minuted: Sent) -> None:
    minuted.word.track("26 April", "29 April")
    point = minuted.only()
    minuted.leave(point)
    with pytest.raises(BoardError, match="already left"):
        minuted.accept(point)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("kind", "number", "words", "new"),
    [
        ("minutes", 5, "26 April was cancelled", "29 April was put off"),
        ("letter", 2, "Five have fallen to red", "Five lines fell to red"),
    ],
)
def test_opened_and_saved_by_libreoffice_it_still_says_what_was_changed(
    desk: Desk, tmp_path: Path, kind: Kind, number: int, words: str, new: str
) -> None:
    sent = Sent(desk, tmp_path, kind, number)
    sent.word.track(words, new)
    sent.word.comment("the", "Look here")
    sent.path.write_bytes(sent.word.saved())
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), str(sent.path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    left = readback.read_back(desk, tmp_path / "saved" / sent.path.name).left
    assert sorted(one.kind for one in left) == [PointKind.COMMENT, PointKind.TRACKED]
    change = next(one for one in left if one.kind == PointKind.TRACKED)
    assert (change.shown, change.author) == (f"{words} → {new}", CHAIR)
