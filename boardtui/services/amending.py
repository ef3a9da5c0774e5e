"""Amending minutes that are signed: a correction or restriction with its reason makes the next edition (DESIGN 4)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.roles import Step, require
from boardtui.domain.states import LOCKED, SignedHow
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding, minutes
from boardtui.services.passphrase import confirm
from boardtui.services.sealing import Signature, seal_minutes
from boardtui.store.adopting.moving import unlocked
from boardtui.store.models import AgendaItem, Amendment, Meeting
from boardtui.store.unit import Work


def amend_minutes(
    work: Work,
    ref: str,
    old: str,
    new: str,
    *,
    because: str,
    by: str,
    on: date | None = None,
    how: str = SignedHow.PROGRAM,
    passphrase: str | None = None,
) -> None:
    """Correct a paragraph of signed minutes (`5/4.2`), signed anew by the Chair or on the Chair's word.

    The paragraph stands as it was; the correction is printed with it, and makes the next edition.
    """
    entry = finding.paragraph(work, ref)
    meeting = _signed(work, entry.meeting_id, how, passphrase)
    said = finding.wording(old, "What the minutes say")
    if said not in one_line(entry.text):
        raise BoardError(
            f"Paragraph {ref} does not say “{said}”.",
            "It was not amended.",
            "Give the words as the minutes print them.",
        )
    reason = finding.wording(because, "The reason for the amendment")
    day = on or work.today
    work.add(
        Amendment(
            amended_id=entry.id,
            old=said,
            new=finding.wording(new, "What the minutes should say"),
            because=reason,
            agreed_on=day,
        ),
        f"{ref}:{day}",
    )
    signer = Signature(finding.wording(by, "The signer's name"), day, how)
    seal_minutes(work, meeting, f"Amended: {reason}", amended=True, signer=signer)
    work.barrier = True
    work.say(f"Amend paragraph {ref} of the signed minutes")


def restrict_minutes(
    work: Work,
    item_id: str,
    entry_id: str | None,
    restricted: str | None,
    *,
    because: str,
    by: str,
    on: date | None = None,
    how: str = SignedHow.PROGRAM,
    passphrase: str | None = None,
) -> None:
    """Restrict an item of signed minutes, or one of its paragraphs, or open it again; signed anew, as an amendment is.

    The words stay; the open version is without them from the next edition on (rule 12).
    """
    item = work.get(AgendaItem, item_id)
    meeting = _signed(work, item.meeting_id, how, passphrase)
    reason = finding.wording(because, "The reason for the amendment")
    done = "Restrict" if restricted else "Open"
    what = "a paragraph of " if entry_id else ""
    work.say(f"{done} {what}item {item.number} of the signed minutes of meeting {meeting.number}")
    with unlocked(work.db):
        if entry_id:
            minutes.restrict(work, entry_id, restricted)
        else:
            item.restricted = restricted
        work.session.flush()
    signer = Signature(finding.wording(by, "The signer's name"), on or work.today, how)
    seal_minutes(work, meeting, f"{done}ed: {reason}", amended=True, signer=signer)
    work.barrier = True


def _signed(work: Work, meeting_id: str, how: str, passphrase: str | None) -> Meeting:
    """Return the meeting whose minutes are amended; refuse it where they are not signed, or by whom it is not."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.state not in LOCKED:
        raise BoardError(
            f"The minutes of meeting {meeting.number} are not signed.",
            "They were not amended.",
            "Correct the paragraph itself.",
        )
    require(work.role, Step.SIGN if how == SignedHow.PROGRAM else Step.RECORD_SIGN_OFF)
    if how == SignedHow.PROGRAM:
        confirm(work, passphrase)
    return meeting
