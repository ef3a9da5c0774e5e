"""Amending minutes that are signed: a correction with its reason makes the next edition (DESIGN 4)."""

from __future__ import annotations

from datetime import date

from boardtui.domain.roles import Step, require
from boardtui.domain.states import LOCKED, SignedHow
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.passphrase import confirm
from boardtui.services.sealing import Signature, seal_minutes
from boardtui.store.models import Amendment, Meeting
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
    meeting = work.get(Meeting, entry.meeting_id)
    if meeting.state not in LOCKED:
        raise BoardError(
            f"The minutes of meeting {meeting.number} are not signed.",
            "They were not amended.",
            "Correct the paragraph itself.",
        )
    require(work.role, Step.SIGN if how == SignedHow.PROGRAM else Step.RECORD_SIGN_OFF)
    if how == SignedHow.PROGRAM:
        confirm(work, passphrase)
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
