"""The Chair's letter: drafted from the records, the Chair's where it was edited, locked once signed (DESIGN 4, 6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardtui.domain.states import SignedHow
from boardtui.domain.views import Block, Letter
from boardtui.errors import BoardError, LockedError, NotFoundError, StaleError
from boardtui.services import board, letters, meetings
from boardtui.services.desk import Desk
from boardtui.store.reading.letters import letter
from boardtui.store.reading.letters import letters as all_letters
from tests.services.small import FOURTH, SECOND, enter, nothing_changed


@pytest.fixture
def draft(small: Desk) -> Desk:
    """Return the desk with a letter drafted after meeting 2."""
    small.do(lambda work: board.change_settings(work, addressee="Minister for Children", addressee_address="London"))
    enter(small, "> 1.2 R: no audits yet; path: LEG starts in March")
    small.do(lambda work: meetings.close_meeting(work, 2))
    small.do(lambda work: letters.start_letter(work))
    return small


def shown(desk: Desk, number: int = 1) -> Letter:
    return desk.read(lambda db: letter(db, number))


def block(desk: Desk, key: str) -> Block:
    return next(one for one in shown(desk).blocks if one.key == key)


def write(desk: Desk, key: str, text: str) -> None:
    found = block(desk, key)
    desk.do(lambda work: letters.edit_block(work, found.id, found.version, text))


def test_a_letter_covers_the_meetings_since_the_last_and_is_drafted_from_them(draft: Desk) -> None:
    found = shown(draft)
    assert (found.number, found.first_meeting, found.last_meeting, found.state) == (1, 1, 2, "draft")
    assert (found.addressee, found.address, found.salutation) == ("Minister for Children", "London", "Dear Minister")
    assert found.reference == "IB/1"
    assert found.copies.splitlines()[0] == "Departmental official, Department for Education"
    assert all(one.text == one.drafted and not one.edited for one in found.blocks)
    assert [one.key for one in found.blocks if not one.text] == ["judgement", "asks"]


def test_without_a_meeting_since_the_last_letter_there_is_none(draft: Desk) -> None:
    with nothing_changed(draft), pytest.raises(BoardError, match="No meeting has been held since"):
        draft.do(lambda work: letters.start_letter(work))
    draft.do(lambda work: meetings.start_meeting(work, 3))
    draft.do(lambda work: meetings.close_meeting(work, 3))
    assert draft.do(lambda work: letters.start_letter(work, dated=SECOND, subject=" Six  months on ")).value == 2
    second = shown(draft, 2)
    assert (second.first_meeting, second.last_meeting, second.subject) == (3, 3, "Six months on")


def test_drafting_again_keeps_what_was_edited_and_puts_the_new_draft_beside_it(draft: Desk) -> None:
    write(draft, "reds", "  Only one line is red.\n\nIt is being mended. ")
    enter(draft, "> 1.1 G: recruited")
    draft.do(lambda work: letters.redraft(work, 1))
    kept, other = block(draft, "reds"), block(draft, "plan")
    assert (kept.text, kept.edited) == ("Only one line is red.\n\nIt is being mended.", True)
    assert kept.drafted not in ("", kept.text)
    assert not other.edited
    draft.do(lambda work: letters.use_draft(work, kept.id, None))
    assert not block(draft, "reds").edited


def test_drafting_again_with_nothing_new_changes_nothing(draft: Desk) -> None:
    with nothing_changed(draft):
        draft.do(lambda work: letters.redraft(work, 1))


def test_a_block_changed_elsewhere_is_not_saved_over(draft: Desk) -> None:
    found = block(draft, "reds")
    write(draft, "reds", "Changed elsewhere")
    with nothing_changed(draft), pytest.raises(StaleError) as refused:
        draft.do(lambda work: letters.edit_block(work, found.id, found.version, "Mine"))
    assert (refused.value.theirs, refused.value.ours) == ("Changed elsewhere", "Mine")


def test_the_frame_of_a_letter_is_changed(draft: Desk) -> None:
    draft.do(
        lambda work: letters.edit_letter(
            work,
            1,
            subject=" A  subject ",
            address="Great Smith Street\nLondon\n",
            copies="The Leader\nThe Director",
            dated=SECOND,
            signs_as="J Smith OBE",
        )
    )
    found = shown(draft)
    assert (found.subject, found.address, found.dated) == ("A subject", "Great Smith Street\nLondon", SECOND)
    assert found.copies.splitlines() == ["The Leader", "The Director"]
    with nothing_changed(draft), pytest.raises(KeyError):
        draft.do(lambda work: letters.edit_letter(work, 1, state="sent"))


def test_a_letter_without_a_date_is_not_signed_where_it_would_read_otherwise_that_day(draft: Desk, chair: Desk) -> None:
    write(draft, "judgement", "The pace is too slow.")
    draft.do(lambda work: meetings.move_meeting(work, 3, FOURTH - timedelta(days=1), "The hall is taken"))
    with nothing_changed(draft), pytest.raises(BoardError, match="bears no date, and reads otherwise"):
        chair.do(lambda work: letters.sign_letter(work, 1, by="Chair"))
    chair.do(lambda work: letters.edit_letter(work, 1, dated=SECOND))
    chair.do(lambda work: letters.sign_letter(work, 1, by="Chair"))
    assert shown(draft).dated == SECOND


def test_a_letter_signed_on_paper_bears_what_the_paper_bears(draft: Desk) -> None:
    write(draft, "judgement", "The pace is too slow.")
    draft.do(lambda work: letters.edit_letter(work, 1, dated=date(2013, 3, 4)))
    draft.do(lambda work: letters.sign_letter(work, 1, by="Chair", on=SECOND, how=SignedHow.EMAIL))
    assert (shown(draft).dated, shown(draft).signed_on) == (date(2013, 3, 4), SECOND)


def test_a_letter_is_not_signed_without_the_chairs_own_judgement(draft: Desk, chair: Desk) -> None:
    for text in ("", " \n\t"):
        write(draft, "judgement", text)
        with nothing_changed(draft), pytest.raises(BoardError, match="judgement is not written"):
            chair.do(lambda work: letters.sign_letter(work, 1, by="Chair"))
    write(draft, "judgement", "The pace is too slow.")
    with nothing_changed(draft), pytest.raises(BoardError, match="Only the Chair may sign"):
        draft.do(lambda work: letters.sign_letter(work, 1, by="Chair"))
    chair.do(lambda work: letters.sign_letter(work, 1, by="Independent Chair"))
    found = shown(draft)
    assert (found.state, found.signed_on, found.dated, found.signed_how) == ("signed", SECOND, SECOND, "program")
    assert found.journal_at_signing == draft.read(
        lambda db: db.execute("SELECT max(sequence) FROM journal_entry").fetchone()[0]
    )


def test_a_signature_on_paper_is_recorded(draft: Desk) -> None:
    write(draft, "judgement", "The pace is too slow.")
    day = date(2013, 2, 25)
    draft.do(lambda work: letters.sign_letter(work, 1, by="Independent Chair", on=day, how=SignedHow.PAPER))
    assert (shown(draft).signed_on, shown(draft).signed_how, shown(draft).signed_by) == (
        day,
        "paper",
        "Independent Chair",
    )


def test_a_signed_letter_is_locked(draft: Desk, chair: Desk) -> None:
    write(draft, "judgement", "The pace is too slow.")
    chair.do(lambda work: letters.sign_letter(work, 1, by="Chair"))
    found = block(draft, "reds")
    for change in (
        lambda work: letters.edit_block(work, found.id, None, "x"),
        lambda work: letters.use_draft(work, found.id, None),
        lambda work: letters.redraft(work, 1),
        lambda work: letters.edit_letter(work, 1, subject="x"),
    ):
        with nothing_changed(draft), pytest.raises(LockedError, match="Letter 1 is signed"):
            draft.do(change)
    with nothing_changed(draft), pytest.raises(BoardError, match="already signed"):
        chair.do(lambda work: letters.sign_letter(work, 1, by="Chair"))


def test_a_letter_goes_from_draft_to_sent(draft: Desk, chair: Desk) -> None:
    write(draft, "judgement", "The pace is too slow.")
    draft.do(lambda work: letters.submit_letter(work, 1))
    assert shown(draft).state == "with Chair"
    draft.do(lambda work: letters.return_letter(work, 1))
    draft.do(lambda work: letters.submit_letter(work, 1))
    write(draft, "judgement", "The pace is better.")
    chair.do(lambda work: letters.sign_letter(work, 1, by="Chair"))
    with nothing_changed(draft), pytest.raises(BoardError, match="To whom it was sent is missing"):
        draft.do(lambda work: letters.send_letter(work, 1, to=" "))
    draft.do(lambda work: letters.send_letter(work, 1, to="The Minister, by e-mail"))
    assert (shown(draft).state, shown(draft).sent_on, shown(draft).sent_to) == (
        "sent",
        SECOND,
        "The Minister, by e-mail",
    )


def test_a_step_out_of_its_turn_is_refused(draft: Desk) -> None:
    for change in (
        lambda work: letters.return_letter(work, 1),
        lambda work: letters.send_letter(work, 1, to="x"),
    ):
        with nothing_changed(draft), pytest.raises(BoardError, match="Letter 1 is draft"):
            draft.do(change)
    with nothing_changed(draft), pytest.raises(NotFoundError):
        draft.do(lambda work: letters.submit_letter(work, 9))
    assert len(draft.read(all_letters)) == 1
