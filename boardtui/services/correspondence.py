"""Letters the Board receives: what a letter asks becomes a duty, met when it is answered (DESIGN 2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from boardtui.domain.dates import show
from boardtui.domain.obligations import Binds
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.services.duties import past
from boardtui.services.positions import following
from boardtui.store.models import Correspondence, Obligation
from boardtui.store.unit import Work


def add_correspondence(
    work: Work,
    *,
    received_on: date,
    sender: str,
    subject: str,
    dated: date | None = None,
    asks: str = "",
    due: date | None = None,
    kept: str = "",
    summary: str = "",
    binds: str = "chair",
    restricted: str | None = None,
) -> int:
    """Enter a letter received and return its number; what it asks, and by when, becomes a duty (`L3 answer`)."""
    number = following(work, "correspondence", "number")
    work.say(f"Enter letter received L{number}")
    row = work.add(
        Correspondence(
            number=number,
            received_on=past(work, received_on, "A letter is received"),
            dated=dated,
            sender=finding.wording(sender, "The sender"),
            subject=finding.wording(subject, "The letter's subject"),
            asks=one_line(asks),
            kept=one_line(kept),
            summary=clean(summary).strip(),
            restricted=one_line(restricted or "") or None,
        ),
        f"L{number}",
    )
    _ask(work, row, due, binds)
    return number


def edit_correspondence(work: Work, number: int, version: int | None = None, **changes: object) -> None:
    """Change a letter received by the names in EDITABLE, `due` or `binds`; its duty follows.

    A letter that asks nothing any more loses its duty, unless that was met.
    """
    row = _letter(work, number)
    work.get(Correspondence, row.id, version, changes)
    work.say(f"Edit letter received L{number}")
    duty = _duty(work, row)
    due, binds = changes.pop("due", duty.due if duty else None), changes.pop("binds", duty.binds if duty else "chair")
    for name, value in changes.items():
        setattr(row, name, EDITABLE[name](value))
    _ask(work, row, due if isinstance(due, date) else None, str(binds))


def answer_correspondence(work: Work, number: int, on: date, how: str) -> None:
    """Note when a letter was answered, and how."""
    row = _letter(work, number)
    duty = _duty(work, row)
    if duty is None:
        raise BoardError(f"L{number} asks nothing.", "There is nothing to answer.", "Say what it asks first.")
    duty.met_on, duty.evidence = past(work, on, "A letter is answered"), finding.wording(how, "How it was answered")
    work.say(f"Note that L{number} was answered on {show(on)}")


def remove_correspondence(work: Work, number: int) -> None:
    """Remove a letter that was entered by mistake, with its duty; not one that was answered."""
    row = _letter(work, number)
    work.say(f"Remove letter received L{number}")
    duty = _duty(work, row)
    if duty is not None:
        _refuse_answered(duty, number)
        work.delete(duty)
    work.delete(row)


def _ask(work: Work, row: Correspondence, due: date | None, binds: str) -> None:
    """Make the letter's duty say what the letter asks; a restricted letter's does not repeat it (rule 12)."""
    duty = _duty(work, row)
    if not row.asks:
        if duty is not None:
            _refuse_answered(duty, row.number)
            work.delete(duty)
        return
    if duty is None:
        ref = f"L{row.number} answer"
        duty = work.add(
            Obligation(
                position=following(work, "obligation"), ref=ref, title=row.asks, correspondence_id=row.id, binds=binds
            ),
            ref,
        )
    duty.title = f"Answer to letter L{row.number}" if row.restricted else row.asks
    duty.due, duty.binds = due, Binds(binds)


def _letter(work: Work, number: int) -> Correspondence:
    row: Correspondence | None = work.find(Correspondence, number=number)
    if row is None:
        raise NotFoundError(f"There is no letter received L{number}.", "", "Look under Letters.")
    return row


def _duty(work: Work, row: Correspondence) -> Obligation | None:
    found: Obligation | None = work.find(Obligation, correspondence_id=row.id)
    return found


def _refuse_answered(duty: Obligation, number: int) -> None:
    if duty.met_on is not None:
        raise BoardError(
            f"L{number} was answered on {show(duty.met_on)}.",
            "What was done stays on record.",
            "If it was not answered after all, take that back first.",
        )


EDITABLE: dict[str, Callable[[Any], object]] = {
    "received_on": lambda on: on,
    "dated": lambda on: on,
    "sender": lambda typed: finding.wording(typed, "The sender"),
    "subject": lambda typed: finding.wording(typed, "The letter's subject"),
    "asks": one_line,
    "kept": one_line,
    "summary": lambda typed: clean(typed).strip(),
    "restricted": lambda typed: one_line(typed or "") or None,
}
"""What of a letter received can be changed, and how each is read."""
